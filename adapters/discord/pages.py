"""The messages of a channel as they stand: from memory, and from Discord what was not heard."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from adapters.discord import ids
from adapters.discord.api import Api
from adapters.discord.heard import BEGINNING, HeardChannels
from adapters.kit.heard import JUST_AFTER
from bot.ids import MessageId, RoomId

JSON = dict[str, Any]
PAGES, PAGE = 4, 100
TAKEN_UP_WITHIN = timedelta(minutes=30)  # an exchange that was moved to a direct message


@dataclass(frozen=True, slots=True)
class Pages:
    """Reads messages from memory first. Discord is asked only for what was not heard."""

    api: Api
    heard: HeardChannels
    guild_of: Callable[[str], str | None]  # of a channel, as far as Discord said

    async def one(self, room: RoomId, message: MessageId) -> JSON:
        """Gives a message that exists. Raises PlatformError."""
        held = self.heard.one(*ids.address(room, message))
        if held is not None:
            return held
        found: JSON = await self.api.ask("GET", ids.path(room, message))
        return found

    async def after(self, channel: str, message: str, most: int = PAGE) -> list[JSON]:
        """Gives the messages after one, oldest first, at most so many."""
        held = self.heard.after(channel, message, most)
        if held is not None:
            return held
        where = f"/channels/{channel}/messages"
        page = await self.api.ask("GET", where, after=message, limit=str(most))
        return sorted(page, key=lambda one: int(one["id"]))

    async def before(
        self,
        channel: str,
        message: str,
        since: datetime,
        is_end: Callable[[JSON], bool] | None = None,
    ) -> list[JSON]:
        """Gives the messages before one, newest first: those since a time, perhaps older ones.

        Args:
            is_end: whether none is wanted before a message; then those of half an hour before
                `since` are wanted too, up to such a message.
        """
        held = self.heard.before(channel, message)
        if len(held) >= PAGES * PAGE or self._suffices(channel, held, since, is_end):
            return held
        first = str(held[-1]["id"]) if held else message
        return held + await self._older(channel, first, since)

    def _suffices(
        self,
        channel: str,
        held: list[JSON],
        since: datetime,
        is_end: Callable[[JSON], bool] | None,
    ) -> bool:
        """Returns whether what is held of a channel reaches back as far as is wanted."""
        if is_end is None or self.heard.is_whole(channel, since - TAKEN_UP_WITHIN):
            return self.heard.is_whole(channel, since)
        older = (one for one in held if int(one["id"]) < int(ids.first_after(since)))
        return any(map(is_end, older))

    async def _older(self, channel: str, before: str, since: datetime) -> list[JSON]:
        """Asks Discord for the messages before one, newest first, up to a page with older ones."""
        began = self.heard.reading(channel, self.guild_of(channel) or "", before)
        found: list[JSON] = []
        first, where, start = int(ids.first_after(since)), f"/channels/{channel}/messages", before
        for _ in range(PAGES):
            page = await self.api.ask("GET", where, before=start, limit=str(PAGE))
            found += page
            if len(page) < PAGE or int(page[-1]["id"]) < first:
                break
            start = str(page[-1]["id"])
        is_all = len(found) % PAGE > 0 or not found
        self.heard.join(channel, began, found, BEGINNING if is_all else _made(found[-1]))
        return found


def _made(one: JSON) -> datetime:
    """Gives since when all is known, where one message is the oldest known."""
    return ids.made_at(str(one["id"])) + JUST_AFTER
