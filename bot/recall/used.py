"""What a reply used, as it is kept with it: the kinds and keys of rows, and no words. Pure."""

import json
from collections.abc import Iterable
from dataclasses import replace

from bot.holding import HeldRow
from bot.records import MemoryRow, ThreadRow, name_of

MOST_ROOMS = 16  # that a row is kept out of, the newest
_KINDS: dict[str, type[ThreadRow] | type[MemoryRow]] = {
    name_of(ThreadRow): ThreadRow,
    name_of(MemoryRow): MemoryRow,
}
Named = tuple[type[ThreadRow] | type[MemoryRow], str]


def dump(rows: Iterable[HeldRow]) -> str:
    """Writes which rows were used; an empty text for none."""
    pairs = [(name_of(type(row)), row.key) for row in rows]
    return json.dumps(pairs) if pairs else ""


def load(used: str) -> tuple[Named, ...]:
    """Reads what `dump` wrote."""
    pairs = json.loads(used) if used else ()
    return tuple((_KINDS[kind], str(key)) for kind, key in pairs if kind in _KINDS)


def kept_out(row: HeldRow, room: str) -> HeldRow:
    """Gives a row that is not used in a room, given by its hash, any more."""
    others = [one for one in row.not_in.split() if one != room]
    return replace(row, not_in=" ".join((*others, room)[-MOST_ROOMS:]))
