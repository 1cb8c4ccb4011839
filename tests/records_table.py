"""Writes the table of records in docs/records.md from what the records declare.

Run it when one changes: `python -m tests.records_table`.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from bot.audit import Entry
from bot.records import AUDITED, CLAIMS, KINDS, About, LedgerRow, name_of, sealed_columns

PAGE = Path(__file__).parent.parent / "docs" / "records.md"
HEAD = "| row | what it is | whose | kept until | besides erased by | free text | export calls it |"
_TABLE = re.compile(r"^\| row \|.*\n(?:\|.*\n)+", re.MULTILINE)


def table() -> str:
    """Gives the table, a line a kind, in the order in which an export lists them."""
    lines = [
        _line(name_of(kind), _promise(kind), kind.about, sorted(sealed_columns(kind)))
        for kind in KINDS
    ]
    others = [
        _line("ledger", _promise(LedgerRow), LedgerRow.about),
        _line("trail", _promise(Entry), AUDITED),
        _line("seen", "Operational: ids of events, hashed, so that each counts once.", CLAIMS),
    ]
    return "\n".join((HEAD, "|" + "---|" * HEAD.count(" | ") + "---|", *lines, *others)) + "\n"


def _promise(kind: type[object]) -> str:
    return (kind.__doc__ or "").partition("\n")[0]


def _line(name: str, promise: str, about: About, words: Sequence[str] = ()) -> str:
    causes = "; ".join(cause.value for cause in about.causes)
    cells = (name, promise, about.whose, _kept(about), causes, ", ".join(words), about.called)
    return "| " + " | ".join(cells) + " |"


def _kept(about: About) -> str:
    if about.lasts is None:
        return about.until
    span = _span(about.lasts)
    if "{lasts}" in about.until:
        return about.until.format(lasts=span)
    return f"{about.until}, at most {span}"


def _span(span: timedelta) -> str:
    """Gives a span rounded up to the hour by which a purge goes."""
    hours = span // timedelta(hours=1)
    return f"{span.days} days" if span.days > 1 else f"{24 * -(-hours // 24)} h"


def written(page: str) -> str:
    """Gives a page with its table written anew."""
    return _TABLE.sub(lambda _: table(), page, count=1)


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
