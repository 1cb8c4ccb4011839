"""Rooms that an admin names, by link, id or alias: only their own, and those of its space.

And emojis, which are whatever a client puts on a message: a sign, a word, where a picture stands.

What is typed is only text: a room counts where the m.space bounds it, so by the room's word too.

An alias is asked of its own homeserver, which may be dead or slow, while the room's events wait:
so it is asked once, all of a command's together for a short while, and no answer names nothing.
"""

import asyncio
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote

from adapters.matrix import ids
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.rooms import Rooms
from bot.emojis import plain_emoji
from bot.errors import PlatformError, RoomGone
from bot.ids import Named
from bot.words import Outgoing

MOST = 20  # words of a command that are looked up
SHORTLY_S = 10.0  # for all of them together
LINK = "https://matrix.to/#/"


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """Looks up the rooms that the words of a command name."""

    home: Homeserver
    rooms: Rooms

    async def in_words(self, room: str, words: str) -> tuple[tuple[str, Named], ...]:
        """Gives each word that names the room itself, or one that its space lists."""
        meant = [one for one in words.split() if one.startswith(("#", "!", LINK))][:MOST]
        until = asyncio.get_running_loop().time() + SHORTLY_S
        found = [(word, await self._room(word, until)) for word in meant]
        return tuple(
            (word, Named(ids.Address(one).id, self.rooms.called(one) or word))
            for word, one in found
            if one is not None and (one == room or self.rooms.bounds(room, one))
        )

    async def _room(self, word: str, until: float) -> str | None:
        """Gives the id of a room by its link, id or alias, or None where there is none."""
        named = unquote(word.removeprefix(LINK)).partition("?")[0]
        if named.startswith("!"):
            return named
        if not named.startswith("#") or ":" not in named:
            return None
        try:
            async with asyncio.timeout_at(until):
                found = await self.home.once("GET", f"/directory/room/{quote(named, safe='')}")
        except (PlatformError, TimeoutError):
            return None
        given = found.get("room_id")
        return given if isinstance(given, str) else None


def emojis_in(words: str) -> tuple[tuple[str, Named], ...]:
    """Gives each word as what may come with a reaction; whether it may repair is for the core."""
    meant = words.split()[:MOST]
    return tuple((word, Named(plain_emoji(word), word, is_emoji=True)) for word in meant)


async def place_of(rooms: Rooms, new: Outgoing) -> ids.Address:
    """Gives where a message goes: what is told of a room, to what replaced the one it was set for.

    Raises:
        RoomGone: it tells of another room, which does not bound this one any more.
        Transient: what bounds what is not known yet, after a start.
    """
    here = ids.address(new.room)
    told = ids.address(new.told_from).room if new.told_from is not None else here.room
    if told == here.room:
        return here
    here = replace(here, room=await rooms.origins.newest(here.room))
    await rooms.home.check_there(told)
    if told != here.room and not rooms.bounds(told, here.room):
        raise RoomGone("What is told is not set for that room any more.")
    return here
