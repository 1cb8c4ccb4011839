"""Reads the rows that every snapshot shares, in the one unit of work of its event's decision."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypedDict

from bot.commands.values import MyRoles
from bot.crisis.tiers import Stated
from bot.engine.codec import load_ask, load_shown
from bot.engine.episodes import Episodes
from bot.engine.preferences import read_for, shows_norms
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.stop_words import StopWord
from bot.engine.told_here import silencing, told_here
from bot.events import CommandGiven, Event, MessageEdited, MessageSeen
from bot.holding.goodbyes import says_goodbye
from bot.house_rules import is_minor
from bot.ids import MessageId, Scope, Where
from bot.norms import NO_NORMS, Norms
from bot.norms import load as load_norms
from bot.norms.heard import shorthand_in
from bot.ports import Unit
from bot.reading import Reading
from bot.records import (
    AskRow,
    BoundariesRow,
    ConversationRow,
    EpisodeRow,
    LanguageRow,
    MinorTimeRow,
    MuteRow,
    NormsRow,
    PersonRow,
    PostRow,
    Preference,
    ScopeRow,
    SpaceRow,
)
from bot.snapshot import House, Post, Running
from bot.stamps import person_at, talk_at


class Silence(TypedDict):
    """Whether the admins of a place want no talk with a person, and what was told there."""

    mute: MuteRow | None
    told_here: Mapping[str, datetime]
    was_room_greeted: bool


class Shared(Silence):
    """The fields of every snapshot."""

    house: House
    is_direct: bool
    scope: ScopeRow
    space: SpaceRow
    above: tuple[SpaceRow, ...]
    where: Where | None
    person: PersonRow
    conversation: ConversationRow
    episode: EpisodeRow | None
    preferences: tuple[Preference, ...]
    minor_time: MinorTimeRow | None


Known = tuple[tuple[Preference, ...], PersonRow, EpisodeRow | None]


class Talk(TypedDict):
    """The fields of every snapshot whose event may lead to a reply."""

    waiting: int
    running: tuple[Running, ...]
    lately: tuple[Stated, ...]
    norms: Norms


@dataclass(frozen=True, slots=True)
class Memory:
    """What this process remembers beside the rows, as far as it concerns an event."""

    lately: tuple[Stated, ...] = ()  # what the messages before this one said of a life at risk
    begun: Collection[str] = ()  # the replies whose first words may be shown already
    was_room_greeted: bool = False  # its shared room was told within a day who this is
    called: Callable[[Scope], str] = lambda _scope: ""  # a space, as its person sees it


@dataclass(frozen=True, slots=True)
class Gathering:
    """What loading needs: the unit of work, the pseudonyms, and what memory knows of the event."""

    unit: Unit
    names: Pseudonyms
    house: House
    reading: Reading = field(default_factory=Reading)
    memory: Memory = field(default_factory=Memory)

    async def shared(self, event: Event, card: Post | None = None) -> Shared:
        """Reads what every decision needs; for a tap in the scope that its card is about."""
        about = (event.scope, event.where.is_direct)
        scope, is_direct = about if card is None else (card.scope, card.is_direct)
        known, person, episode = await self._known(event, is_direct=is_direct)
        space, above = await self.space_row(scope), await self._rows_above(event, scope)
        where = event.where if scope.space == event.where.space else None
        return {
            "house": self.house.to(_language_of(known, event)),
            "is_direct": is_direct,
            "scope": await self.scope_row(scope),
            "space": space,
            "above": above,
            "where": where,
            "person": person,
            "conversation": await self._conversation_row(event, scope),
            "episode": episode,
            "preferences": known,
            "minor_time": await self._minor_time(person, (space, *above), where),
            **await self._silence(event),
        }

    async def _known(self, event: Event, *, is_direct: bool) -> Known:
        episode = await self._episode(event, is_direct=is_direct)
        preferences = await self._preferences(event, in_episode=episode is not None)
        return preferences, await self._person_row(event), episode

    async def _silence(self, event: Event) -> Silence:
        """Reads whether the admins where an event happened want no talk, and what was told."""
        was_greeted = self.memory.was_room_greeted
        if not silencing(event.where):
            return {"mute": None, "told_here": {}, "was_room_greeted": was_greeted}
        told = await told_here(self.unit, self.names.scope(event.scope))
        mute = await self._mute(event)
        return {"mute": mute, "told_here": told, "was_room_greeted": was_greeted}

    async def _mute(self, event: Event) -> MuteRow | None:
        """Reads the longest mute of who is where they are; directly, of the spaces above."""
        scopes = [replace(event.scope, space=one) for one in silencing(event.where)]
        pairs = [(self.names.space(one.space), self.names.scope(one)) for one in scopes]
        rows = [await self.unit.get(MuteRow, *pair) for pair in pairs]
        every = [one for one in rows if one is not None and one.until is not None]
        return max(every, key=lambda one: one.until or event.at, default=None)

    async def talk(self, event: Event, scope: Scope) -> Talk:
        """Reads the open asks of a scope, and which of them are in the event's room."""
        asks = await self._asks(scope)
        return {
            "waiting": len(asks),
            "running": self._in_room(event, asks),
            "lately": self.memory.lately,
            "norms": await self._norms(event, scope),
        }

    async def running(self, event: Event) -> tuple[Running, ...]:
        """Reads the open asks of the event's scope and room."""
        return self._in_room(event, await self._asks(event.scope))

    def is_stop_word(
        self, event: MessageSeen | MessageEdited, known: tuple[Preference, ...]
    ) -> bool:
        """Returns whether a message is nothing but its person's stop word."""
        return self._stop_word(event, known).is_in(event.text)

    def sets_stop_word(
        self, event: MessageSeen | CommandGiven, known: tuple[Preference, ...]
    ) -> bool:
        """Returns whether the word that an event sets as shorthand is the stop word already."""
        stop_word = self._stop_word(event, known)
        return stop_word.is_set and stop_word.is_in(_word_set_by(event))

    def _stop_word(self, event: Event, known: tuple[Preference, ...]) -> StopWord:
        row = next((one for one in known if isinstance(one, BoundariesRow)), None)
        return StopWord(self.names, event.person, row, self.house.bot_name)

    async def _norms(self, event: Event, scope: Scope) -> Norms:
        """Reads what was agreed on in a scope, where a message may use it or it is shown."""
        if not shows_norms(event):
            return NO_NORMS
        row = await self.unit.get(NormsRow, self.names.scope(scope))
        return load_norms(row.body) if row is not None else NO_NORMS

    def is_goodbye(self, event: MessageSeen, code: str) -> bool:
        """Returns whether a message says goodbye, in that language or in English."""
        return says_goodbye(event.text, code)

    async def _asks(self, scope: Scope) -> tuple[AskRow, ...]:
        return await self.unit.find(AskRow, self.names.scope(scope), state="open")

    def _in_room(self, event: Event, asks: tuple[AskRow, ...]) -> tuple[Running, ...]:
        room = self.names.room(event.where.room)
        return tuple(
            Running(load_ask(one.body), load_shown(one.shown).every, one.key in self.memory.begun)
            for one in asks
            if one.room == room
        )

    async def scope_row(self, scope: Scope) -> ScopeRow:
        """Gives the row of a scope, or a new one."""
        owner = self.names.scope(scope)
        return await self.unit.get(ScopeRow, owner) or ScopeRow(owner)

    async def space_row(self, scope: Scope) -> SpaceRow:
        """Gives the row of a scope's space, or a new one."""
        owner = self.names.space(scope.space)
        return await self.unit.get(SpaceRow, owner) or SpaceRow(owner)

    async def _rows_above(self, event: Event, scope: Scope) -> tuple[SpaceRow, ...]:
        """Reads the rows of the spaces that bound an event's own, for what is about that one."""
        above = event.where.above if scope.space == event.where.space else ()
        return tuple([await self.space_row(replace(scope, space=one)) for one in above])

    async def post_row(self, event: Event, message: MessageId | None) -> PostRow | None:
        """Gives the row of a message of the bot's in the event's room and scope."""
        if message is None:
            return None
        key = self.names.message(event.where.room, message)
        return await self.unit.get(PostRow, self.names.scope(event.scope), key)

    async def _person_row(self, event: Event) -> PersonRow:
        owner = self.names.person(event.person)
        return person_at(await self.unit.get(PersonRow, owner) or PersonRow(owner), event.at)

    async def _minor_time(
        self, person: PersonRow, rows: tuple[SpaceRow, ...], where: Where | None
    ) -> MinorTimeRow | None:
        """Reads how long a minor talked, where that is capped; of nobody else it is kept."""
        if self.house.duties.minors != "cap":
            return None
        if not (person.under_18 or any(is_minor(row, where) for row in rows)):
            return None
        return await self.unit.get(MinorTimeRow, person.owner)

    async def _conversation_row(self, event: Event, scope: Scope) -> ConversationRow:
        owner, room = self.names.scope(scope), self.names.room(event.where.room)
        row = await self.unit.get(ConversationRow, owner, room)
        return talk_at(row or ConversationRow(owner, room), event.at)

    async def _episode(self, event: Event, *, is_direct: bool) -> EpisodeRow | None:
        """Gives the episode of this room, or in private the latest of all rooms."""
        is_alone = is_direct or isinstance(event, CommandGiven)
        room = None if is_alone else event.where.room
        return await Episodes(self.unit, self.names, room).of(event.person, event.at)

    async def _preferences(self, event: Event, *, in_episode: bool) -> tuple[Preference, ...]:
        """Reads the person's preferences that this decision may look at."""
        said = (*self.memory.lately, self.reading.stated)
        kinds = read_for(event, said, in_episode=in_episode, command=self.reading.command)
        rows = [await self.unit.get(kind, self.names.person(event.person)) for kind in kinds]
        return tuple(row for row in rows if row is not None)


def _word_set_by(event: MessageSeen | CommandGiven) -> str:
    """Gives the word that a message or a command sets as shorthand, or an empty text."""
    match event:
        case CommandGiven(command=MyRoles(words=words)):
            return words
        case MessageSeen(text=text) if set_now := shorthand_in(text):
            return set_now[0]
    return ""


def _language_of(known: tuple[Preference, ...], event: Event) -> str:
    """Gives the code of the language that a person is answered in; empty: the house's."""
    row = next((one for one in known if isinstance(one, LanguageRow)), None)
    return row.for_locale(event.locale) if row is not None else event.locale
