"""The table of laws against the code, read from `laws.toml`, and its sentences as they are true."""

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib import resources
from typing import Any

from bot.duties import Duties, Law


@dataclass(frozen=True, slots=True)
class LawRow:
    """One duty of one law, with what does it here and what stays the operator's.

    Args:
        profile: what ATTUNE_LAW calls the law; empty where every profile has it.
        code: what does it, as `file::name`.
        tests: what holds it, as `file::name`.
        protocol: the sentence for the published protocol, with braces; `sentence` fills them.
    """

    id: str
    law: str
    profile: str
    since: str
    asks: str
    code: tuple[str, ...]
    tests: tuple[str, ...]
    protocol: str
    operator: str


@cache
def _read() -> dict[str, Any]:
    file = resources.files("adapters.cli") / "laws.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def rows() -> tuple[LawRow, ...]:
    """Gives every row, in the order of the table."""
    return tuple(_row(raw) for raw in _read()["row"])


def _row(raw: dict[str, Any]) -> LawRow:
    return LawRow(**{**raw, "code": tuple(raw["code"]), "tests": tuple(raw["tests"])})


def rows_of(duties: Duties) -> tuple[LawRow, ...]:
    """Gives the rows of the laws that an installation keeps."""
    return tuple(row for row in rows() if not row.profile or Law(row.profile) in duties.laws)


def sentence(row: LawRow, duties: Duties) -> str:
    """Gives what the protocol says of a row, true of what the running profile does."""
    words = _read()["words"]
    return row.protocol.format(
        begins=words[f"begins_{duties.begins}"],
        every=_span(duties.every),
        minors_every=_span(duties.every_of_minors),
        minors=words[f"minors_{duties.minors or 'any'}"],
        age=words["age_checked" if duties.has_age_check else "age_said"],
    )


def _span(span: timedelta) -> str:
    hours = span // timedelta(hours=1)
    return "hour" if hours == 1 else f"{hours} hours"
