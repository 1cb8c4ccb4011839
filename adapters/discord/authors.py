"""Who wrote each message to the bot, and its direct messages: Discord does not say either again."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from adapters.discord import ids
from adapters.kit.notes import Drawer, Notes
from bot.bounded import BoundedMap, BoundedSet
from bot.ids import PersonId, RoomId
from bot.ports import Unit
from bot.records import HOUSE, NoteRow, Owner
from bot.stamps import LEAD

DRAWER = Drawer("discord:", Owner("discord notes"))
_WROTE = "wrote"
MOST_DIRECT, MOST_AUTHORS = 1000, 50_000  # that are remembered here


@dataclass(frozen=True, slots=True)
class Wrote:
    """Who wrote a message, as a note of their own has it."""

    message: str
    user: str


def note_of(wrote: Wrote) -> str:
    """Writes the note; `wrote_in` reads it."""
    return f"{_WROTE} {wrote.message} {wrote.user}"


def wrote_in(note: str) -> Wrote | None:
    """Reads a note of who wrote a message, as every release wrote it; None for another note."""
    match note.split(" "):
        case [word, message, user] if word == _WROTE:
            return Wrote(message, user)
    return None


class Authors:
    """Remembers the author of each message to the bot for 30 days, or until an erase."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._direct = BoundedSet[str](MOST_DIRECT)  # the newest last
        self._authors = BoundedMap[str, str](MOST_AUTHORS)  # by message, the newest last

    async def of(self, message: str) -> str | None:
        """Gives the author of a message to the bot, whom Discord leaves out of a deletion."""
        user = self._authors.get(message)
        if user is None or await self._notes.of(ids.person(user), _author(message)) is None:
            return None  # its person erased that
        return user

    def heard(self, message: str, user: str) -> NoteRow:
        """Remembers the author of a message, and gives the note without which `of` knows none."""
        self._authors[message] = user
        body = note_of(Wrote(message, user))
        return self._notes.about(ids.person(user), _author(message), body)

    def forget(self, person: PersonId, until: datetime) -> None:
        """Forgets in memory a person's messages up to a time; an erase took their rows already."""
        user = ids.user(person)
        theirs = [message for message, author in self._authors.items() if author == user]
        for message in [one for one in theirs if ids.made_at(one) <= until + LEAD]:
            del self._authors[message]

    async def load(self) -> None:
        """Reads the authors of the last 30 days, and the direct messages in which the bot talks."""
        await self._load_authors()
        await self._load_direct()

    async def _load_authors(self) -> None:
        async for note in self._notes.passing():
            if note.owner == HOUSE and note.body.isdecimal():
                await self._notes.deciding(partial(_drop_older, note))
            wrote = wrote_in(note.body)
            if wrote and not self._authors.add_older(wrote.message, wrote.user):
                break

    async def _load_direct(self) -> None:
        async for place in self._notes.places():
            room = RoomId(place.scope.space)
            is_of_discord = place.is_direct and ids.is_direct(room)
            if is_of_discord and not self._direct.add_older(ids.channel(room), None):
                break

    @property
    def direct(self) -> tuple[str, ...]:
        """Gives the channels of the bot's direct messages, the latest used first."""
        return tuple(reversed(self._direct))

    def heard_direct(self, channel: str) -> None:
        """Remembers a direct message in which the bot talks; the store knows it as a place."""
        self._direct.add(channel)


async def _drop_older(note: NoteRow, unit: Unit) -> None:
    """Deletes the note by which an earlier release kept the channel of somebody's reply."""
    await unit.drop(NoteRow, HOUSE, note.key)


def _author(message: str) -> str:
    return f"author of {message}"
