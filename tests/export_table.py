"""Writes the tables of kinds in docs/export.md from what the records declare.

Run it when one changes: `python -m tests.export_table`.
"""

import re
from collections.abc import Iterator
from dataclasses import Field, fields
from datetime import datetime
from pathlib import Path
from types import UnionType
from typing import Any, get_args

from bot.export.leaving_out import OF_BOTH, OF_THE_PAGE, is_on_page
from bot.records import KINDS, LedgerRow, Owner, Row, Words, name_of
from bot.strings import ENGLISH

PAGE = Path(__file__).parent.parent / "docs" / "export.md"
OF_A_PERSON = ("scope", "person", "episode")
FORMS: dict[object, str] = {
    str: "text",
    Words: "text",
    Owner: "text",
    int: "number",
    float: "number",
    bool: "true or false",
    datetime: "time",
}
_BEGIN, _END = "<!-- kinds -->\n", "<!-- end of kinds -->\n"


def kinds() -> tuple[type[Row], ...]:
    """Gives the kinds that are kept of a person, each of which an export holds."""
    return tuple(kind for kind in KINDS if kind.about.whose in OF_A_PERSON)


def columns(kind: type[Row] | type[LedgerRow]) -> Iterator[tuple[str, "Field[Any]"]]:
    """Gives the fields of a kind that the document has, each by its name there."""
    for column in fields(kind):
        if column.name not in OF_BOTH:
            yield ("order" if column.name == "place" else column.name), column


def form_of(column: "Field[Any]") -> str:
    """Gives what a field may be, as the tables say it."""
    kind = column.type
    if isinstance(kind, UnionType):
        return f"{FORMS[get_args(kind)[0]]} or null"
    return FORMS[kind]


def written(page: str) -> str:
    """Gives a page with its tables written anew."""
    before, rest = page.split(_BEGIN)
    after = rest.split(_END)[1]
    tables = [_table("ledger", LedgerRow), *(_table(name_of(kind), kind) for kind in kinds())]
    return f"{before}{_BEGIN}{''.join(tables)}\n{_END}{after}"


def _table(name: str, kind: type[Row] | type[LedgerRow]) -> str:
    head = f"\n### {name}\n\n{kind.about.called[:1].upper()}{kind.about.called[1:]}.\n\n"
    number = ["| number | number | its number among all entries |"] if kind is LedgerRow else []
    lines = [
        f"| {called} | {form_of(column)} | {_what(column)} |" for called, column in columns(kind)
    ]
    return head + "\n".join(["| field | form | what it is |", "|---|---|---|", *number, *lines, ""])


def _what(column: "Field[Any]") -> str:
    if not is_on_page(column):
        return OF_THE_PAGE[column.name].partition(",")[0].partition(";")[0]
    return ENGLISH.export.fields[column.name]


def described(page: str) -> dict[str, dict[str, str]]:
    """Reads the tables: by kind, what each field may be."""
    found: dict[str, dict[str, str]] = {}
    for name, table in re.findall(r"^### (\w+)\n(.*?)(?=^### |^<!-- end)", page, re.M | re.S):
        lines = re.findall(r"^\| (\w+) \| ([\w ]+) \|", table, re.M)
        found[name] = {field: form for field, form in lines if field != "field"}
    return found


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), encoding="utf-8")
