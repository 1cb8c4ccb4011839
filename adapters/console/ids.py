"""Names as people type them at the console, and the ids made of them."""

import re
from dataclasses import dataclass

from adapters.console.lines import Mistyped
from adapters.kit.typed_ids import Forms
from bot.errors import PlatformError
from bot.ids import Named, PersonId, RoomId, SpaceId, Where

SPACE = SpaceId("console:space")
ADMIN = "admin"
DIRECT = "dm"

_PERSON = "console:"
_DIRECT_ROOM = "console:dm:"
_SHARED_ROOM = "console:room:"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,32}")
FORMS = Forms(
    person=re.compile(_PERSON + _NAME.pattern),
    space=re.compile(rf"{SPACE}|{_DIRECT_ROOM}{_NAME.pattern}"),
    such_as=("console:you", "console:space"),
)


@dataclass(slots=True)
class Seat:
    """Who speaks at the console now, and in which room."""

    name: str = "you"
    place: str = DIRECT
    admins: tuple[str, ...] = (ADMIN,)  # of the one space the shared rooms are in
    locale: str = ""  # the code of the language of the terminal; empty: it says none

    @property
    def person(self) -> PersonId:
        """The id of whoever speaks."""
        return PersonId(_PERSON + self.name)

    @property
    def where(self) -> Where:
        """The room they speak in; a direct message is its own space and has no admin."""
        if self.place == DIRECT:
            room = _DIRECT_ROOM + self.name
            return Where(RoomId(room), SpaceId(room), is_direct=True)
        room = _SHARED_ROOM + self.place
        is_admin, shown = self.name in self.admins, f"#{self.place}"
        return Where(RoomId(room), SPACE, is_direct=False, by_admin=is_admin, shown=shown)

    def call(self, room: RoomId) -> str:
        """Gives a room's name as whoever speaks would type it; `dm:NAME` is another's."""
        if room.startswith(_SHARED_ROOM):
            return room.removeprefix(_SHARED_ROOM)
        owner = room.removeprefix(_DIRECT_ROOM)
        return DIRECT if owner == self.name else f"{DIRECT}:{owner}"

    def move(self, name: str) -> None:
        """Goes to another room."""
        self.place = checked(name)

    def give_to(self, name: str) -> None:
        """Lets somebody else speak, in the room that is open or in their own direct message."""
        self.name = checked(name)


def rooms_in(words: str) -> tuple[tuple[str, Named], ...]:
    """Gives each word that names a shared room, such as #lounge, and which one."""
    meant = (one for one in words.split() if one.startswith("#"))
    names = ((word, word.removeprefix("#")) for word in meant)
    return tuple(
        (word, Named(_SHARED_ROOM + name, word))
        for word, name in names
        if _NAME.fullmatch(name) and name != DIRECT
    )


def checked(name: str) -> str:
    """Gives the name back when it can be one; raises Mistyped."""
    if _NAME.fullmatch(name) is None:
        raise Mistyped(lambda say: say.bad_name)
    return name


def name_of(person: PersonId) -> str:
    """Gives a person's name as it is typed."""
    return person.removeprefix(_PERSON)


def person_called(name: str) -> PersonId | None:
    """Gives the id of a person by their name, or None for what can be no name."""
    return PersonId(_PERSON + name) if _NAME.fullmatch(name) is not None else None


def space_of(room: RoomId) -> SpaceId:
    """Gives the space a room is in."""
    return SPACE if room.startswith(_SHARED_ROOM) else SpaceId(room)


def is_with(room: RoomId, person: PersonId) -> bool:
    """Whether a room is the direct message of that person."""
    return room == _DIRECT_ROOM + name_of(person)


def check_room(room: RoomId) -> None:
    """Raises PlatformError when no room of the console can have that id."""
    bare = room.removeprefix(_DIRECT_ROOM).removeprefix(_SHARED_ROOM)
    if bare == room or _NAME.fullmatch(bare) is None:
        raise PlatformError("The console has no such room.")


def check_may_read(room: RoomId, person: PersonId) -> None:
    """Raises PlatformError for a direct message that is another person's."""
    check_room(room)
    if room.startswith(_DIRECT_ROOM) and room != _DIRECT_ROOM + name_of(person):
        raise PlatformError("That direct message is another person's.")
