"""What a person can carry to another place: what they set, in a plain shape that stays.

It names no class and no column of this program, so that a later one reads it, and another too.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from bot import boundaries, norms, people
from bot.export.everything import Everything
from bot.export.moments import moment
from bot.records import (
    BoundariesRow,
    LanguageRow,
    MemoryRow,
    NightCardRow,
    NormsRow,
    PeopleRow,
    Row,
    StyleRow,
    ThreadRow,
)

R = TypeVar("R", bound=Row)
Placed = tuple[str | None, R]


def carried(whole: Everything) -> dict[str, Any]:
    """Gives what the person set everywhere, and what they set or asked to be held in each place."""
    return {
        "boundaries": next((_boundaries(row) for _, row in _of(whole, BoundariesRow)), None),
        "language": next((row.code for _, row in _of(whole, LanguageRow)), None),
        "night_card": next((row.body for _, row in _of(whole, NightCardRow)), None),
        "people": [one for _, row in _of(whole, PeopleRow) for one in _people(row)],
        "style": [
            {"place": place, "name": row.key, "value": row.value}
            for place, row in _of(whole, StyleRow)
        ],
        "roles": [one for place, row in _of(whole, NormsRow) for one in _norms(place, row)],
        "threads": [
            _held(place, row) | {"due": moment(row.due), "done_at": moment(row.done_at)}
            for place, row in _of(whole, ThreadRow)
        ],
        "memories": [_held(place, row) for place, row in _of(whole, MemoryRow)],
    }


def _of(whole: Everything, kind: type[R]) -> Iterator[Placed[R]]:
    rows = ((part.place, row) for part in whole.parts for row in part.rows)
    return ((place, row) for place, row in rows if isinstance(row, kind))


def _boundaries(row: BoundariesRow) -> dict[str, Any]:
    """Gives boundaries; of a stop word there is only a hash here, so it is set anew elsewhere."""
    own = boundaries.load(row.body)
    return {"name": own.name, "address": own.address, "not": list(own.lines)}


def _people(row: PeopleRow) -> Iterator[dict[str, str]]:
    return ({"name": one.name, "for": one.words} for one in people.load(row.body))


def _norms(place: str | None, row: NormsRow) -> Iterator[dict[str, Any]]:
    every = norms.load(row.body).every
    return ({"place": place, "text": one.words, "stance": one.stance} for one in every)


def _held(place: str | None, row: ThreadRow | MemoryRow) -> dict[str, Any]:
    open_ = bool(row.open_in)
    return {"place": place, "text": row.body, "at": moment(row.at), "is_open": open_}
