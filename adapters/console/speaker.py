"""What a person does at the console: kept in the transcript first, then told as an event."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypedDict

from adapters.console.brought import file_at
from adapters.console.chat import Console
from adapters.console.ids import person_called, rooms_in
from adapters.console.lines import MENTION, Mistyped, first_word, is_id, last_word
from adapters.console.shown import ShownAction
from adapters.console.sight import Sight, label_of
from adapters.console.transcript import Message
from bot.commands import command_in
from bot.commands.values import AskOnce, Command, Import, MutePerson, SetARule, TellAdmins, Why
from bot.events import (
    ChoiceMade,
    CommandGiven,
    Event,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionAdded,
    ReactionRemoved,
)
from bot.ids import EventId, MessageId, PersonId, Where


@dataclass(frozen=True, slots=True)
class Deed:
    """An event for the core, and the line that is shown once its decision is committed."""

    event: Event
    seen: ShownAction


class _Now(TypedDict):
    id: EventId
    at: datetime
    person: PersonId
    where: Where
    locale: str


class Speaker:
    """Whoever sits at the console; each method takes what was typed after its command.

    Gives None when nothing of it reaches the bot. Raises Mistyped, with nothing done.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._transcript = console.transcript
        self.sight = Sight(console.transcript, console.seat)

    @property
    def _person(self) -> PersonId:
        return self._console.seat.person

    def say(self, text: str) -> Deed | None:
        """Says something in the room."""
        return self._speak(text, None)

    def reply(self, rest: str) -> Deed | None:
        """Says something in reply to one message."""
        word, text = first_word(rest)
        if not text:
            raise Mistyped(lambda say: say.bad_reply)
        return self._speak(text, self.sight.named(word))

    def edit(self, rest: str) -> Deed | None:
        """Changes a message of the person's: the named one, or their newest."""
        word, after = first_word(rest)
        message, text = (self.sight.mine(word), after) if is_id(word) else (self.sight.mine(), rest)
        if not text:
            raise Mistyped(lambda say: say.bad_edit)
        event = self._transcript.change(message, text=text)
        meant = MENTION.sub("", text)
        return self._about(
            message, MessageEdited(**self._now(event), message=message.id, text=meant)
        )

    def delete(self, rest: str) -> Deed | None:
        """Takes a message of the person's away: the named one, or their newest."""
        message = self.sight.mine(rest)
        event = self._transcript.change(message, text="", deleted=True)
        return self._about(message, MessageDeleted(**self._now(event), message=message.id))

    def react(self, rest: str) -> Deed | None:
        """Puts an emoji on a message."""
        emoji, word = _emoji(rest)
        message = self.sight.named(word) if word else self.sight.newest_reply()
        mark = (str(self._person), emoji)
        if mark in message.reactions:
            raise Mistyped(lambda say: say.has_emoji)
        event = self._transcript.change(message, reactions=message.reactions | {mark})
        added = ReactionAdded(**self._now(event), message=message.id, emoji=emoji)
        return Deed(added, self._seen(added.id, emoji, message.id))

    def unreact(self, rest: str) -> Deed | None:
        """Takes an emoji back."""
        emoji, word = _emoji(rest)
        mark = (str(self._person), emoji)
        message = self.sight.named(word) if word else self.sight.newest_marked(mark)
        if mark not in message.reactions:
            raise Mistyped(lambda say: say.no_emoji)
        event = self._transcript.change(message, reactions=message.reactions - {mark})
        removed = ReactionRemoved(**self._now(event), message=message.id, emoji=emoji)
        return Deed(removed, self._seen(removed.id, emoji, message.id))

    def choose(self, rest: str) -> Deed | None:
        """Chooses one of the choices under a message, by its label or its number."""
        before, word = last_word(rest)
        is_named = bool(before) and self._transcript.get(MessageId(word)) is not None
        message = self.sight.named(word) if is_named else self.sight.newest_card()
        typed = before if is_named else rest
        if self._console.is_more(message, typed):
            self._console.show_more(message)
            return None
        label = label_of(message, typed)
        now = self._now(self._transcript.count_event())
        return Deed(
            ChoiceMade(**now, message=message.id, label=label),
            self._seen(now["id"], label, message.id),
        )

    def command(self, line: str) -> Deed | None:
        """Gives the bot a command; it stands in no history, but for what is asked with one."""
        command = command_in(line)
        if isinstance(command, AskOnce):
            return self._speak(command.text, None)
        if isinstance(command, Import):
            command = replace(command, file=file_at(command.words))
        now = self._now(self._transcript.count_event())
        named = command.named if isinstance(command, Why | TellAdmins) else None
        about = self._link(named) if named is not None else ""
        whom = self._whom(command)
        given = CommandGiven(**now, command=command, typed=line, about=about, whom=whom)
        if isinstance(command, SetARule):
            given = replace(given, named=rooms_in(command.words))
        return Deed(given, self._seen(now["id"], "/" + line, None))

    def _whom(self, command: Command) -> PersonId | None:
        """Gives the person that a command names."""
        return person_called(command.named) if isinstance(command, MutePerson) else None

    def _link(self, named: MessageId) -> str:
        """Gives where a message of the bot's stands that a command names; empty for none."""
        place = self._console.seat.where.room
        found = self._transcript.get(named)
        is_own = found is not None and found.by is None and found.to is None
        is_here = found is not None and found.room == place and not found.deleted
        return f"{place}/{found.id}" if found is not None and is_own and is_here else ""

    def _speak(self, text: str, answered: Message | None) -> Deed | None:
        where = self._console.seat.where
        is_answer = answered is not None and answered.by is None
        message = Message(
            self._transcript.next_id("u"),
            where.room,
            by=self._person,
            at=self._console.clock.now(),
            text=text,
            reply_to=answered.id if answered is not None else None,
            to_bot=where.is_direct or is_answer or MENTION.match(text) is not None,
        )
        self._transcript.add(message)
        return self._about(message, self._seen_event(message))

    def _seen_event(self, message: Message) -> MessageSeen:
        return MessageSeen(
            EventId(f"console:{message.id}"),
            message.at,
            self._person,
            self._console.seat.where,
            message=message.id,
            text=MENTION.sub("", message.text),
            reply_to=message.reply_to,
            locale=self._console.seat.locale,
        )

    def _about(self, message: Message, event: Event) -> Deed | None:
        if not message.to_bot:
            return None
        now = self._transcript.get(message.id) or message
        return Deed(event, self._console.shown("seen", now))

    def _seen(self, event: EventId, text: str, reply_to: MessageId | None) -> ShownAction:
        return ShownAction(
            do="seen",
            id=event.removeprefix("console:"),
            room=self._console.seat.place,
            to=None,
            text=text,
            choices=[],
            reply_to=reply_to,
        )

    def _now(self, event: EventId) -> _Now:
        seat = self._console.seat
        at, who = self._console.clock.now(), seat.person
        return _Now(id=event, at=at, person=who, where=seat.where, locale=seat.locale)


def _emoji(rest: str) -> tuple[str, str]:
    words = rest.split()
    if len(words) not in (1, 2):
        raise Mistyped(lambda say: say.bad_react)
    return words[0], words[1] if len(words) == 2 else ""
