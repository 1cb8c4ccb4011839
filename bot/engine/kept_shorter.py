"""What admins want kept for less time: it ends early, and nothing of it ever ends late.

Only what is kept of replies, of the messages they stand in, and of reports. A card stays for its
own time: a yes, leaving and erasing stand on it.
"""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import assert_never

from bot.house_rules import kept_for
from bot.ports import Store, Unit
from bot.records import NoteRow, Owner, PlaceRow, PostRow, ReplyRow, Row, SpaceRow

LOOKED_EVERY = timedelta(hours=1)
AT_ONCE = 50  # spaces, or places in them, that one look reads
REPORT = "link"  # the name under which a note of a space holds the place of a reported message
Dated = ReplyRow | PostRow | NoteRow


@dataclass(frozen=True, slots=True)
class _Held:
    """What is kept of a space: of its reports, or of the replies to one person there.

    Args:
        row: the space, which says how long.
        lock: whose lock is held where something is dropped.
        owner: whose rows they are.
    """

    row: SpaceRow
    lock: Owner
    owner: Owner
    kinds: tuple[type[Dated], ...]


# Places are read once for all spaces, in pages: read anew for each space, a look would take four
# times as long with twice as many. And what is over is looked for first, many at a time and without
# a turn to decide: of most nothing is, and whoever talks meanwhile waits for none of them.
@dataclass(slots=True)
class KeptShorter:
    """Looks once an hour which spaces keep for less time, and drops what is over there."""

    store: Store
    looked: list[datetime] = field(default_factory=list)

    async def round(self, now: datetime) -> None:
        """Drops what is over, in one unit of work for each person and space that has some."""
        if self.looked and now - self.looked[0] < LOOKED_EVERY:
            return
        self.looked[:] = [now]
        every = {row.owner: row for row in await self.store.sweep(SpaceRow) if _is_shorter(row)}
        batch = list[_Held]()
        async for held in self._held(every):
            batch.append(held)
            if len(batch) == AT_ONCE:
                await self._end(batch, now)
                batch.clear()
        await self._end(batch, now)

    async def _held(self, every: Mapping[Owner, SpaceRow]) -> AsyncIterator[_Held]:
        for row in every.values():
            yield _Held(row, row.owner, row.owner, (NoteRow,))
        if every:
            async for place in self.store.each(PlaceRow):
                if of := every.get(Owner(place.space)):
                    yield _Held(of, place.owner, Owner(place.key), (ReplyRow, PostRow))

    async def _end(self, batch: Sequence[_Held], now: datetime) -> None:
        """Drops what is over of some of them."""
        for held in await self.store.reading(partial(_with_some_over, batch, now)):
            await self.store.deciding(held.lock, partial(_drop, held, now))


def _is_shorter(row: SpaceRow) -> bool:
    return any(kept_for(row, lasts) < lasts for lasts in map(_lasts, (ReplyRow, PostRow, NoteRow)))


def _lasts(kind: type[Row]) -> timedelta:
    return kind.about.retention


def _is_over(one: Dated, row: SpaceRow, now: datetime) -> bool:
    return one.at is not None and now - one.at >= kept_for(row, _lasts(type(one)))


async def _with_some_over(batch: Sequence[_Held], now: datetime, unit: Unit) -> list[_Held]:
    """Gives those of which something is over, with one look at the database."""
    await unit.read_ahead(*((kind, one.owner, None) for one in batch for kind in one.kinds))
    return [held for held in batch if await _over(held, now, unit)]


async def _over(held: _Held, now: datetime, unit: Unit) -> list[Dated]:
    rows = [one for kind in held.kinds for one in await unit.find(kind, held.owner)]
    return [one for one in rows if _is_over(one, held.row, now) and _ends_early(one)]


def _ends_early(one: Dated) -> bool:
    """Says whether it is a reply, a message it stands in, or a report; cards and others stay."""
    match one:
        case NoteRow():
            return REPORT in json.loads(one.body)
        case PostRow():
            return one.purpose == "reply"
        case ReplyRow():
            return True
        case _:
            assert_never(one)


async def _drop(held: _Held, now: datetime, unit: Unit) -> None:
    for one in await _over(held, now, unit):
        await unit.drop(type(one), one.owner, one.key)
