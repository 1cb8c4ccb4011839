"""ports.Chat over the transcript: what the bot does at the console."""

from dataclasses import replace
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

from adapters.console.clock import ConsoleClock
from adapters.console.ids import (
    SPACE,
    Seat,
    check_may_read,
    check_room,
    is_with,
    name_of,
    space_of,
)
from adapters.console.lines import MENTION
from adapters.console.rows import Rows
from adapters.console.sentences import OnConsole, said_on_console
from adapters.console.shown import Did, Form, Look, Show, ShownAction
from adapters.console.taken import LARGEST, taken
from adapters.console.transcript import Message, Transcript
from adapters.kit.charts import drawn
from bot.capabilities import LIVE, Capabilities
from bot.errors import PlatformError
from bot.ids import MessageId, PersonId, RoomId, Scope, SpaceId
from bot.strings import Strings
from bot.words import Edit, Outgoing, Said

LONGEST = 4000
LONGEST_CHAIN = 20
_BOT = "attune"  # who reacts, in the transcript


class Console:
    """A platform of one terminal: it stores what is said and shows every action once."""

    def __init__(
        self, transcript: Transcript, clock: ConsoleClock, show: Show, strings: Strings
    ) -> None:
        self.transcript = transcript
        self.clock = clock
        self.seat = Seat()
        self.show = show
        self.strings = strings
        self.growth = LIVE  # the words themselves come at once
        self.rows = Rows()
        self.downloads = Path()  # where files that a person takes along are written

    @property
    def said(self) -> OnConsole:
        """What the terminal says to whoever speaks now, in the language they were answered in."""
        seat = self.seat
        seen = self.transcript.newest(seat.where.room, seat.person)
        theirs = (one.language for one in seen if self._answers(one, seat.person))
        return self._said_in(next(theirs, seat.locale))

    def _answers(self, message: Message, person: PersonId) -> bool:
        """Whether a message of the bot's was said to that person, and not to others."""
        about = message.reply_to
        answered = self.transcript.get(about) if about is not None else None
        is_theirs = answered is not None and answered.by == person
        is_alone = message.to == person or is_with(message.room, person)
        return message.by is None and (is_alone or is_theirs)

    def _said_in(self, language: str) -> OnConsole:
        return said_on_console(self.strings.to(language))

    def serves(self, room: RoomId, space: SpaceId) -> bool:
        """Returns whether this process finishes the open replies in a room: for each room."""
        return True

    def capabilities(self, room: RoomId) -> Capabilities:
        """Gives what the bot can do in a room: the same in every one."""
        return Capabilities((LONGEST,), growth=self.growth, largest_file=LARGEST)

    def called(self, scope: Scope) -> str:
        """Gives the name of the shared room, where there is one alone."""
        shared = [room for room in self.transcript.rooms if space_of(room) == SPACE]
        is_one = scope.space == SPACE and len(shared) == 1
        return self.seat.call(shared[0]) if is_one else ""

    def writing(self, room: RoomId, *, is_on: bool) -> None:
        """Shows nothing: the words themselves come at once."""

    async def say(self, new: Outgoing) -> MessageId:
        """Shows a message and gives its id; the same key again gives the old id (idempotent)."""
        old = self.transcript.sent(new.key)
        if old is not None:
            return old
        check_room(new.room)
        _check_length(new.text)
        files = taken(self.downloads, await drawn(new.files))
        made = self.transcript.next_id("r")
        self.transcript.add(replace(_message(made, new, self.clock.now()), files=files))
        self._show("say", made)
        return made

    async def extend(
        self, room: RoomId, message: MessageId, text: str, *, is_last: bool = True
    ) -> None:
        """Puts the whole text, grown since the last time, in the place of the message."""
        _check_length(text)
        old = self._own(room, message)
        if text == old.text:
            return
        if text.startswith(old.text):
            self.transcript.grow(old, text[len(old.text) :])
        else:
            self.transcript.change(old, text=text)
        self._show("extend", message)

    async def replace(self, room: RoomId, message: MessageId, new: Edit) -> None:
        """Puts other words, or other choices, in the place of a message."""
        old = self._own(room, message)
        fields: dict[str, Any] = {"choices": new.choices}
        fields |= {"language": new.language} if new.language != old.language else {}
        if new.text is not None:
            _check_length(new.text)
            fields["text"] = new.text
        self.transcript.change(old, **fields)
        self.rows.anew(message)
        self._show("replace", message)

    def is_more(self, message: Message, typed: str) -> bool:
        """Says whether what was typed asks for the next choices of a message."""
        more = self._said_in(message.language).more
        return self.rows.is_more(message.id, message.choices, typed, more)

    def show_more(self, message: Message) -> None:
        """Shows the next choices of a message, which stays as it is."""
        self.rows.follow(message.id, message.choices)
        self._show("replace", message.id)

    async def react(self, room: RoomId, message: MessageId, emoji: str) -> None:
        """Puts an emoji on a message; the same emoji again changes nothing."""
        old = self._standing(room, message)
        mark = (_BOT, emoji)
        if mark in old.reactions:
            return
        self.transcript.change(old, reactions=old.reactions | {mark})
        self._show("react", message, emoji)

    async def unreact(self, room: RoomId, message: MessageId, emoji: str) -> None:
        """Takes an emoji of the bot's back; one that is not there changes nothing."""
        old = self._standing(room, message)
        if (_BOT, emoji) in old.reactions:
            self.transcript.change(old, reactions=old.reactions - {(_BOT, emoji)})

    async def delete(self, room: RoomId, message: MessageId) -> None:
        """Takes a message of the bot's away; one that is gone already stays gone."""
        old = self.transcript.get(message)
        if old is not None and old.deleted and old.room == room and old.by is None:
            return
        old = self._own(room, message)
        self.transcript.change(old, text="", choices=(), deleted=True)
        self._show("delete", message)

    async def forget(self, person: PersonId, spaces: tuple[SpaceId, ...], at: datetime) -> None:
        """Deletes a person's exchange from the transcript, which is the platform here.

        What they said after `at`, and its answers, stay: they began anew.
        """
        rooms = [one for one in self.transcript.rooms if space_of(one) in spaces]
        gone = [message for room in rooms for message in self._said_with(person, room, at)]
        self.transcript.forget(tuple(gone))

    def _said_with(self, person: PersonId, room: RoomId, until: datetime) -> set[MessageId]:
        every = tuple(self.transcript.room(room))
        before = takewhile(lambda one: one.by != person or one.at <= until, every)
        own = {one.id for one in before if person in (one.by, one.to) or is_with(room, person)}
        return own | {one.id for one in every if one.by is None and one.reply_to in own}

    def unhear(self, person: PersonId, until: datetime | None) -> None:
        """Drops nothing: nothing is held beside the transcript."""

    async def history(
        self, room: RoomId, person: PersonId, message: MessageId, since: datetime
    ) -> tuple[Said, ...]:
        """Gives the messages of a room up to one, oldest first, without anything private."""
        check_may_read(room, person)
        last = self.transcript.get(message)
        if last is None or last.room != room:
            raise PlatformError("That message is not in the room.")
        chain, every = self._chain(last), tuple(self.transcript.room(room))
        end = next(place for place, one in enumerate(every) if one.id == message)
        before = {one.id for one in every[:end]}
        later = (one for one in every[end + 1 :] if one.by is None and one.reply_to in before)
        listed = (one for one in (*every[: end + 1], *later) if _is_public(one))
        return tuple(_said(one) for one in listed if one.at >= since or one.id in chain)

    async def read(self, room: RoomId, message: MessageId) -> Said | None:
        """Gives a message as it stands now, or None if it is gone or not for everybody."""
        found = self.transcript.get(message)
        is_there = found is not None and found.room == room and _is_public(found)
        return _said(found) if found is not None and is_there else None

    def shown(self, do: Did, message: Message, text: str | None = None) -> ShownAction:
        """Gives the action in its shown form; `text` replaces the message's own."""
        shown = ShownAction(
            do=do,
            id=message.id,
            room=self.seat.call(message.room),
            to=name_of(message.to) if message.to is not None else None,
            text=message.text if text is None else text,
            choices=list(message.choices),
            reply_to=message.reply_to,
        )
        if text is None and message.by is None:
            shown["look"] = Look(message.text, message.form, self.rows.passed(message.id))
        if message.files:
            shown["files"] = message.files
        if message.by is None and message.language:
            shown["said"] = self._said_in(message.language)
        return shown

    def _show(self, do: Did, message: MessageId, text: str | None = None) -> None:
        now = self.transcript.get(message)
        if now is not None:
            self.show(self.shown(do, now, text))

    def _chain(self, last: Message) -> set[MessageId]:
        chain: set[MessageId] = set()
        one: Message | None = last
        while one is not None and one.room == last.room and _is_public(one):
            if one.id in chain or len(chain) > LONGEST_CHAIN:
                break
            chain.add(one.id)
            one = self.transcript.get(one.reply_to) if one.reply_to is not None else None
        return chain

    def _standing(self, room: RoomId, message: MessageId) -> Message:
        found = self.transcript.get(message)
        if found is None or found.room != room or found.deleted:
            raise PlatformError("That message is not in the room.")
        return found

    def _own(self, room: RoomId, message: MessageId) -> Message:
        found = self._standing(room, message)
        if found.by is not None:
            raise PlatformError("Only a message of the bot's can be changed by it.")
        return found


def _check_length(text: str) -> None:
    if len(text) > LONGEST:
        raise PlatformError(f"A message holds {LONGEST} characters at most.")


def _message(made: MessageId, new: Outgoing, at: datetime) -> Message:
    about = (new.to, new.choices, new.reply_to)
    said = Message(made, new.room, None, at, new.text, *about, key=new.key, form=_form(new))
    return replace(said, language=new.language)


def _form(new: Outgoing) -> Form:
    if new.is_card:
        return "card"
    return "talk" if new.is_reply or new.carries_on is not None else "own"


def _is_public(message: Message) -> bool:
    return message.to is None and not message.deleted


def _said(message: Message) -> Said:
    text = MENTION.sub("", message.text) if message.by is not None else message.text
    name = (message.by or "").rpartition(":")[2]
    about = (message.reply_to, message.to_bot)
    return Said(message.id, message.by, message.at, text, *about, name=name)
