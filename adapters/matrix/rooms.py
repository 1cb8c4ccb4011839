"""Rooms as they are now: which are direct, who is an admin, which replaced which."""

import asyncio
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

from nio import MatrixRoom

from adapters.matrix import ids
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.origins import Origins
from adapters.matrix.powers import Powers, made_by
from adapters.matrix.spaces import MOST_ABOVE, Spaces
from bot.capabilities import Capabilities
from bot.errors import PlatformError
from bot.ids import PersonId, RoomId, SpaceId, Where

JSON = dict[str, Any]
PATIENCE_S = 30
MOST_OF_A_NAME = 200  # characters of a room's name that are told: a card shows fewer
SHARED = Capabilities(answers_apart=True, has_powers=True)
BRIDGES = ("m.bridge", "uk.half-shot.bridge")


@dataclass
class Rooms:
    """The state of the rooms that the bot is in, kept up to date by every state event."""

    home: Homeserver
    origins: Origins
    admin_level: int
    direct: dict[str, str] = field(default_factory=dict)  # a room, and the person it is with
    spaces: Spaces = field(default_factory=Spaces)
    _powers: dict[str, Powers] = field(default_factory=dict)
    _bridged: set[str] = field(default_factory=set)
    _unseen: set[str] = field(default_factory=set)  # direct rooms to which others came just now
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    # -- what is told --------------------------------------------------------------------------

    def told(self, room: str, event: JSON) -> None:
        """Adds one state event of a room."""
        kind, content = event.get("type"), event.get("content")
        if not isinstance(content, dict):
            return
        self.spaces.told(room, event)
        powers = self._powers.get(room, Powers())
        if kind == "m.room.create":
            self._powers[room] = replace(made_by(event, content), content=powers.content)
        elif kind == "m.room.power_levels" and event.get("state_key") == "":
            self._powers[room] = replace(powers, content=content)
        elif kind in BRIDGES and content:
            self._bridged.add(room)
        elif kind == "m.room.member":
            self._unseen.discard(room)

    def gone(self, room: str) -> None:
        """Forgets a room that the bot left; on joining again its state is read anew."""
        self.spaces.gone(room)
        self._powers.pop(room, None)
        self._bridged.discard(room)
        self._unseen.discard(room)

    def told_direct(self, content: JSON) -> None:
        """Adds the account's list of direct rooms."""
        pairs = [(room, user) for user, rooms in content.items() for room in _listed(rooms)]
        self.direct = dict(pairs)

    # -- what is asked -------------------------------------------------------------------------

    def known(self, room: str) -> MatrixRoom | None:
        """Gives a room that the bot is in, or None."""
        found = self.home.client.rooms.get(room)
        return found if found is not None and self.home.me in found.users else None

    def is_direct(self, room: str) -> bool:
        """Returns whether a room holds only the bot and the person it was made with."""
        found, user = self.known(room), self.direct.get(room)
        is_for_both = found is not None and set(found.users) == {self.home.me, user}
        return is_for_both and room not in self._unseen

    def is_open(self, room: str) -> bool:
        """Returns whether others joined a direct room, or were invited to it."""
        found, user = self.known(room), self.direct.get(room)
        is_listed = found is not None and user is not None
        are_there = set(found.users if found is not None else ())
        return is_listed and (room in self._unseen or not are_there <= {self.home.me, user})

    async def is_erased(self, room: str, user: str, spaces: tuple[SpaceId, ...]) -> bool:
        """Returns whether an erase of these spaces covers what was said in a direct room."""
        if self.is_open(room):
            return False
        return ids.space(room) in spaces or not await self.origins.has_place(room, user)

    async def is_open_now(self, room: str) -> bool:
        """As `is_open`, asked again before a line for two people is said.

        In an encrypted room an unseen guest has no key. For any other room the homeserver is asked.
        """
        if room not in self.direct or self.is_open(room) or self.is_encrypted(room):
            return self.is_open(room)
        found = await self.home.raw("GET", f"/rooms/{quote(room)}/members?not_membership=leave")
        members = [one for one in found.get("chunk", []) if _is_there(one)]
        if not {one.get("state_key") for one in members} <= {self.home.me, self.direct[room]}:
            self._unseen.add(room)
        return self.is_open(room)

    def is_for_two(self, room: str) -> bool:
        """Returns whether only the bot and one other are in a room or invited to it."""
        found = self.known(room)
        return found is not None and len(found.users) <= 2

    def is_bridged(self, room: str) -> bool:
        """Returns whether a room is bridged to another network, which shows edits badly."""
        return room in self._bridged

    def is_encrypted(self, room: str) -> bool:
        """Returns whether a room is encrypted."""
        found = self.known(room)
        return found is not None and bool(found.encrypted)

    def level(self, room: str, user: str) -> int:
        """Gives the power of somebody who is in a room now; creators may outrank all others."""
        found = self.known(room)
        if found is None or user not in found.users or user in found.invited_users:
            return 0
        return self.powers(room).level(user)

    def powers(self, room: str) -> Powers:
        """Gives who may do what in a room."""
        return self._powers.get(room, Powers())

    def is_mute(self, room: str) -> bool:
        """Returns whether the bot is in a room and lacks the power to write there."""
        kind = "m.room.encrypted" if self.is_encrypted(room) else "m.room.message"
        is_here = self.known(room) is not None
        return is_here and self.level(room, self.home.me) < self.powers(room).to_say(kind)

    def could_kick(self, room: str, user: str) -> bool:
        """Returns whether somebody has the power to remove others from a room."""
        is_here = self.known(room) is not None
        return is_here and self.level(room, user) >= self.powers(room).to_kick()

    def is_alone(self, room: str) -> bool:
        """Returns whether nobody but the bot is in a room or invited to it."""
        found = self.known(room)
        return found is not None and len(found.users) == 1  # whoever is invited is among them

    def called(self, room: str) -> str:
        """Gives the name of a room, or its address, cut; empty if it has neither."""
        found = self.known(room)
        name = (found.name or found.canonical_alias or "") if found is not None else ""
        return str(name)[:MOST_OF_A_NAME]

    def called_to(self, user: str, room: str) -> str:
        """Gives the name of a shared room to somebody who is in it; else an empty text."""
        may_know = self.is_there(room, user) and not self.is_direct(room)
        return self.called(room) if may_know else ""

    async def where(self, place: ids.Address, user: str) -> Where:
        """Gives where an event of a user happened, in the core's words."""
        power = self.level(place.room, user)
        by_admin = power >= self.admin_level
        origin = await self.origins.origin(place.room, self.direct.get(place.room))
        found = self.placed(place, origin, by_admin=by_admin)
        if found.is_direct:
            return found
        found = replace(found, power=power, above=await self._first(found.above))
        if origin == place.room:
            return found
        before = (origin, *await self.origins.before(place.room))
        return replace(found, within=(*found.within, *(ids.Address(one).id for one in before)))

    # What was set in an m.space, or for a room, holds once that was upgraded too.
    async def _first(self, above: tuple[SpaceId, ...]) -> tuple[SpaceId, ...]:
        """Gives the spaces in whose scopes is kept what was set in these, each once."""
        rooms = [ids.address(RoomId(one)).room for one in above]
        return tuple(dict.fromkeys([ids.space(await self.origins.origin(one)) for one in rooms]))

    def placed(self, place: ids.Address, origin: str, *, by_admin: bool = False) -> Where:
        """Gives a place in the core's words, a shared one by its name; a direct one has no admin.

        Args:
            origin: the room whose space it is.
        """
        room, is_open = place.room, self.is_open(place.room)
        here, space = replace(place, is_open=is_open).id, ids.space(origin, is_open=is_open)
        if self.is_direct(room):
            return Where(here, space, is_direct=True)
        found = Where(here, space, False, by_admin, SHARED, self.called(room))
        above = tuple(map(ids.space, self.spaces.above(room, self._is_admin)))
        found = replace(found, above=above[:MOST_ABOVE], has_more_above=len(above) > MOST_ABOVE)
        within = (replace(place, thread=None, is_open=is_open).id,) if place.thread else ()
        return replace(found, shown=self.called(room) or room, within=within)

    def bounds(self, space: str, room: str) -> bool:
        """Returns whether a room is below an m.space: listed there, and by the room's own word."""
        return space in self.spaces.above(room, self._is_admin)

    def _is_admin(self, room: str, user: str) -> bool:
        return self.level(room, user) >= self.admin_level

    async def where_alone(self, place: ids.Address, user: str) -> Where:
        """Gives the place of an event meant for a direct room, even if others joined since."""
        origin = await self.origins.origin(place.room, user)
        return Where(place.id, ids.space(origin), is_direct=True, by_admin=False)

    # -- direct rooms --------------------------------------------------------------------------

    def direct_with(self, person: PersonId) -> str | None:
        """Gives the newest direct room with a person in which the bot may write, or None."""
        user = ids.user(person)
        with_them = [room for room, with_whom in self.direct.items() if with_whom == user]
        can = (room for room in with_them[::-1] if self.is_direct(room) and not self.is_mute(room))
        return next(can, None)

    async def open_direct(self, person: PersonId) -> str:
        """Makes an encrypted direct room with a person and invites them. Raises PlatformError."""
        async with self._opening:
            return await self.surely_with(person) or await self._made(person)

    async def surely_with(self, person: PersonId) -> str | None:
        """Gives a direct room with a person that nobody else has joined by now, or None."""
        room = self.direct_with(person)
        while room is not None and await self.is_open_now(room):
            room = self.direct_with(person)
        return room

    async def _made(self, person: PersonId) -> str:
        encryption = {
            "type": "m.room.encryption",
            "state_key": "",
            "content": {"algorithm": "m.megolm.v1.aes-sha2"},
        }
        body = {
            "preset": "trusted_private_chat",
            "is_direct": True,
            "invite": [ids.user(person)],
            "initial_state": [encryption],
        }
        made = await self.home.raw("POST", "/createRoom", body)
        room = str(made.get("room_id", ""))
        if not room.startswith("!"):
            raise PlatformError("The homeserver made no room.")
        await self.keep_direct(room, ids.user(person))
        # Its key goes to those who are known to be there, and the invitation is told last.
        await self.until_known(room, ids.user(person))
        return room

    def read(self) -> None:
        """Wakes whoever waits for news of a room, because more was read."""
        self._news.set()
        self._news = asyncio.Event()

    async def until_known(self, room: str, user: str | None = None) -> None:
        """Waits until the sync loop has read a room's state and, if given, a member of it.

        nio knows a room before the loop has read its power levels: in between everybody would seem
        to have no power, and the bot would leave the room.

        Raises:
            PlatformError: the homeserver sent no state of the room in time.
        """
        try:
            async with asyncio.timeout(PATIENCE_S):
                while room not in self._powers or not self.is_there(room, user or self.home.me):
                    await self._news.wait()
        except TimeoutError:
            raise PlatformError("The homeserver told nothing of the new room.") from None

    def is_there(self, room: str, user: str) -> bool:
        """Returns whether somebody is in a room that the bot is in, or invited to it."""
        found = self.known(room)
        return found is not None and user in found.users

    async def keep_direct(self, room: str, user: str) -> None:
        """Marks a room as direct in the account, so that it is found again."""
        self.direct.pop(room, None)
        self.direct[room] = user
        listed: dict[str, list[str]] = {}
        for one, with_whom in self.direct.items():
            listed.setdefault(with_whom, []).append(one)
        await self.home.raw("PUT", f"/user/{quote(self.home.me)}/account_data/m.direct", listed)


def _is_there(member: JSON) -> bool:
    content = member.get("content")
    return isinstance(content, dict) and content.get("membership") in ("join", "invite")


def _listed(rooms: object) -> list[str]:
    return [str(room) for room in rooms] if isinstance(rooms, list) else []
