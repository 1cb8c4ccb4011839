"""Threads in which who spoke to the bot need not name it again, where operator and admins agree."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from adapters.discord import ids
from adapters.discord.translate import MEANT, Translation
from adapters.kit.notes import Notes
from bot.bounded import BoundedMap
from bot.ids import PersonId, SpaceId
from bot.records import NoteRow

JSON = dict[str, Any]
MOST = 5000  # servers
FRESH = timedelta(seconds=5)  # a message of everybody's costs no look at the store


@dataclass
class FollowedThreads:
    """Knows in which threads it was invited by a mention, and by whom it was addressed there."""

    hearing: Translation
    kept: Notes
    is_allowed: bool  # by the operator, who has the Message Content intent
    server_of: Callable[[str], str | None]  # of a thread; None for any other channel
    _rooms: BoundedMap[SpaceId, tuple[datetime, frozenset[str]]] = field(
        default_factory=lambda: BoundedMap(MOST)
    )

    def notes(self, data: JSON) -> tuple[NoteRow, ...]:
        """Gives the note that somebody addressed the bot in a thread, or none elsewhere."""
        if not self.is_allowed or not self._is_in_thread(data):
            return ()
        return (self.kept.about(self._author(data), self._name(data), "addressed"),)

    async def keep(self, data: JSON) -> None:
        """Keeps that somebody addressed the bot in a thread, where the core decides nothing."""
        if notes := self.notes(data):
            await self.kept.put(*notes)

    async def as_meant(self, data: JSON) -> JSON:
        """Gives a message as one that names the bot, where it need not name it."""
        if not await self._hears(data):
            return data
        named = data.get("mentions")
        mentions = [*(named if isinstance(named, list) else []), {"id": self.hearing.me.id}]
        return {**data, "mentions": mentions, MEANT: True}

    async def is_open(self, channel: str) -> bool:
        """Whether a channel is a thread in which people need not name the bot again."""
        guild = self.server_of(channel) if self.is_allowed else None
        return guild is not None and await self.kept.listens(ids.space(guild, channel))

    async def all_meant(self, channel: str, messages: list[JSON]) -> list[JSON]:
        """Gives messages of a channel, oldest first, those that need not name it as if they did."""
        if not messages or not await self.is_open(channel):
            return messages
        me = self.hearing.me
        asked = {_by(messages[-1])}
        asked |= {_by(one) for one in messages if me.is_named(one)}
        return [
            {**one, "mentions": [{"id": me.id}]}
            if _by(one) in asked and not _is_to_others(one, me.id)
            else one
            for one in messages
        ]

    async def _hears(self, data: JSON) -> bool:
        if not self.is_allowed or not self.hearing.is_of_a_person(data):
            return False
        if self.hearing.is_for_the_bot(data) or data.get("mention_everyone"):
            return False
        if await self._hears_all(data):
            return not _is_to_others(data, self.hearing.me.id)
        if not self._is_in_thread(data):
            return False
        if not await self.is_open(str(data["channel_id"])):
            return False
        if _is_to_others(data, self.hearing.me.id):
            return False
        return await self.kept.of(self._author(data), self._name(data)) is not None

    async def _hears_all(self, data: JSON) -> bool:
        """Whether admins let the bot answer everything in a channel, or in the one it stands in."""
        guild, channel = data.get("guild_id"), str(data.get("channel_id"))
        if guild is None:
            return False
        rooms = {ids.room(one) for one in (channel, *(self.hearing.within(channel) or ()))}
        return not rooms.isdisjoint(await self._rooms_of(ids.space(guild, channel)))

    async def _rooms_of(self, space: SpaceId) -> frozenset[str]:
        """Gives the rooms of a server where it answers everything, as of some seconds ago."""
        now = self.hearing.clock.now()
        at, rooms = self._rooms.get(space, (now - FRESH, frozenset()))
        if now - at >= FRESH:
            rooms = await self.kept.hears_all(space)
            self._rooms[space] = (now, rooms)
        return rooms

    def _is_in_thread(self, data: JSON) -> bool:
        is_shared = data.get("guild_id") is not None
        return is_shared and self.server_of(str(data.get("channel_id"))) is not None

    def _author(self, data: JSON) -> PersonId:
        return ids.person(str(data["author"]["id"]))

    def _name(self, data: JSON) -> str:
        return f"addressed in {data['channel_id']}"


def _is_to_others(data: JSON, me: str) -> bool:
    """Whether it names, or replies to, somebody else: then it is not meant for the bot."""
    answered = (data.get("referenced_message") or {}).get("author") or {}
    return bool(data.get("mentions")) or (bool(answered) and str(answered.get("id")) != me)


def _by(data: JSON) -> str:
    return str((data.get("author") or {}).get("id"))
