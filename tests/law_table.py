"""Writes docs/law.md from the rows of adapters/cli/laws.toml.

Run it when one changes: `python -m tests.law_table`.
"""

import re
from pathlib import Path

from adapters.cli.laws import LawRow, rows, sentence
from bot.duties import STRICTEST

PAGE = Path(__file__).parent.parent / "docs" / "law.md"
_ROWS = re.compile(r"(?<=<!-- rows -->\n).*(?=<!-- end of rows -->)", re.DOTALL)


def table() -> str:
    """Gives the short table, then each row with its sentence, its test and what stays to do."""
    head = "| row | law | since | what it asks | code | test |\n|---|---|---|---|---|---|\n"
    return head + "".join(map(_line, rows())) + "\n" + "\n".join(map(_whole, rows()))


def _line(row: LawRow) -> str:
    cells = (row.id, row.law, row.since, row.asks, _listed(row.code), _listed(row.tests))
    return "| " + " | ".join(cells) + " |\n"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name.replace('::', ' ')}`" for name in names)


def _whole(row: LawRow) -> str:
    profile = f" (`{row.profile}`)" if row.profile else ""
    return (
        f'**{row.id}**, {row.law}{profile}. In the protocol: "{sentence(row, STRICTEST)}" '
        f"What it cannot do for you: {row.operator}\n"
    )


def written(page: str) -> str:
    """Gives a page with its rows written anew."""
    return _ROWS.sub(lambda _: table(), page, count=1)


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
