"""What admins want kept for less time: it ends early, and nothing of it ever ends late.

Only what is kept of replies, of the messages they stand in, and of reports. A card stays for its
own time: a yes, leaving and erasing stand on it.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from bot.house_rules import kept_for
from bot.ports import Store, Unit
from bot.records import NoteRow, Owner, PlaceRow, PostRow, ReplyRow, Row, SpaceRow

LOOKED_EVERY = timedelta(hours=1)
REPORT = "link"  # the name under which a note of a space holds the place of a reported message
Dated = ReplyRow | PostRow | NoteRow


@dataclass(slots=True)
class KeptShorter:
    """Looks once an hour which spaces keep for less time, and drops what is over there."""

    store: Store
    looked: list[datetime] = field(default_factory=list)

    async def round(self, now: datetime) -> None:
        """Drops what is over, in one unit of work for each person and space."""
        if self.looked and now - self.looked[0] < LOOKED_EVERY:
            return
        self.looked[:] = [now]
        for row in await self.store.sweep(SpaceRow):
            if _is_shorter(row):
                await self._space(row, now)

    async def _space(self, row: SpaceRow, now: datetime) -> None:
        await self.store.deciding(row.owner, partial(_drop_reports, row=row, now=now))
        for place in await self.store.sweep(PlaceRow, space=row.owner):
            work = partial(_drop_replies, row=row, scope=Owner(place.key), now=now)
            await self.store.deciding(place.owner, work)


def _is_shorter(row: SpaceRow) -> bool:
    return any(kept_for(row, lasts) < lasts for lasts in map(_lasts, (ReplyRow, PostRow, NoteRow)))


def _lasts(kind: type[Row]) -> timedelta:
    return kind.about.retention


def _is_over(one: Dated, row: SpaceRow, now: datetime) -> bool:
    return one.at is not None and now - one.at >= kept_for(row, _lasts(type(one)))


async def _drop_reports(unit: Unit, row: SpaceRow, now: datetime) -> None:
    for note in await unit.find(NoteRow, row.owner):
        if _is_over(note, row, now) and REPORT in json.loads(note.body):
            await unit.drop(NoteRow, row.owner, note.key)


async def _drop_replies(unit: Unit, row: SpaceRow, scope: Owner, now: datetime) -> None:
    for reply in await unit.find(ReplyRow, scope):
        if _is_over(reply, row, now):
            await unit.drop(ReplyRow, scope, reply.key)
    for post in await unit.find(PostRow, scope, purpose="reply"):
        if _is_over(post, row, now):
            await unit.drop(PostRow, scope, post.key)
