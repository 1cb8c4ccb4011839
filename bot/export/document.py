"""The document of an export: JSON in a form of its own, which docs/export.md describes.

Each row stands on a line of its own, so that where no file is taken its lines can be said. Times
are ISO 8601 in UTC.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any

from bot.audit import Entry
from bot.export.carried import carried
from bot.export.everything import Everything
from bot.export.leaving_out import OF_BOTH
from bot.export.moments import moment
from bot.records import LedgerRow, Row, name_of

FORMAT, VERSION = "attune-export", 2  # of a document without either, the version is 1
_SPELLED_OUT = re.compile("[`\ud800-\udfff]")


def document(whole: Everything) -> str:
    """Gives everything as a document of JSON."""
    places = ({"place": one.place, "last_at": moment(one.at)} for one in whole.parts if one.scope)
    named = {name: _line(value) for name, value in _head(whole).items()}
    taken = {name: _value(value) for name, value in carried(whole).items()}
    named |= {"places": _lines(places), "carried": _object(taken), "rows": _lines(_rows(whole))}
    return f"{_object(named)}\n"


def _head(whole: Everything) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": moment(whole.at),
        "person": whole.person,
        "covers": "everything" if whole.is_all else "place",
        "left_out": whole.left_out,
        "run_by": whole.run_by,
        "contact": whole.contact,
    }


def _rows(whole: Everything) -> Iterator[dict[str, Any]]:
    for part in whole.parts:
        for number, entry in part.entries:
            yield {"kept": "ledger", "place": part.place, "number": number, **_columns(entry)}
        for one in part.audited:
            yield {"kept": "audit", "place": part.place, **_audited(one)}
        for row in part.rows:
            yield {"kept": name_of(type(row)), "place": part.place, **_columns(row)}


def _audited(entry: Entry) -> dict[str, Any]:
    """Gives what an entry of the audit ledger says; its hashes say nothing to a person."""
    of = {"number": entry.number, "at": moment(entry.at), "hand": entry.hand, "act": entry.act}
    return of | {"facts": entry.known}


def _columns(row: Row | LedgerRow) -> dict[str, Any]:
    """Gives what a row holds by the names of its fields; `place` of a row is `order` here."""
    named = (each.name for each in fields(row) if each.name not in OF_BOTH)
    return {"order" if name == "place" else name: _plain(getattr(row, name)) for name in named}


def _plain(value: Any) -> Any:
    return moment(value) if isinstance(value, datetime) else value


def _object(named: dict[str, str]) -> str:
    return "{" + ",\n".join(f"{_line(name)}: {text}" for name, text in named.items()) + "}"


def _value(value: Any) -> str:
    return _lines(value) if isinstance(value, list) else _line(value)


def _lines(things: Iterable[dict[str, Any]]) -> str:
    lines = ",\n".join(map(_line, things))
    return f"[\n{lines}\n]" if lines else "[]"


def _line(thing: object) -> str:
    """Gives a thing on one line; what would end a block of code, or is no text, is spelled out."""
    return _SPELLED_OUT.sub(_spelled_out, json.dumps(thing, ensure_ascii=False))


def _spelled_out(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
