"""What this process knows of people while the store is away: in memory, bounded, without words.

Episodes, so that a person's next message is read in the light of them; and who is ignored. An
episode that began without the store is stored when the store is back.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from bot.actions import Action
from bot.actions.state import HoldEpisode, SetIgnored
from bot.bounded import BoundedMap
from bot.crisis.tiers import Tier, Verdict
from bot.decide import UNREAD
from bot.engine.episodes import LASTS, Episodes
from bot.engine.pseudonyms import Pseudonyms
from bot.events import CommandGiven, Event
from bot.ids import EventId, PersonId, RoomId
from bot.ports import Store, Unit
from bot.snapshot import Snapshot
from bot.stamps import is_within

MOST = 10_000  # people; beyond, those heard of longest ago are forgotten
IGNORED_FOR = timedelta(hours=1)  # since it was known: another process may have heard otherwise
_Place = tuple[PersonId, RoomId | None]  # None: what only its person reads


@dataclass(frozen=True, slots=True)
class Held:
    """An episode: when its last message came, and the gravest tier for which help was named."""

    at: datetime
    referred: int = 0
    is_declined: bool = False  # help need not be named again
    signal: str = ""  # what kind of sign named it


@dataclass(slots=True)
class Meanwhile:
    """Remembers what the last decisions knew, and what was said without a decision."""

    names: Pseudonyms
    _ignored: BoundedMap[PersonId, datetime] = field(
        default_factory=lambda: BoundedMap(MOST), repr=False
    )
    _held: BoundedMap[_Place, Held] = field(default_factory=lambda: BoundedMap(MOST), repr=False)
    _unkept: BoundedMap[_Place, tuple[EventId, Held]] = field(
        default_factory=lambda: BoundedMap(MOST), repr=False
    )
    _languages: BoundedMap[PersonId, str] = field(
        default_factory=lambda: BoundedMap(MOST), repr=False
    )
    _keeping: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    def decided(self, event: Event, snapshot: Snapshot, actions: tuple[Action, ...]) -> None:
        """Remembers what a decision knew and changed, once it is committed."""
        place, held = (event.person, _room_of(event, is_direct=snapshot.is_direct)), _held(snapshot)
        if place in self._unkept and self._unkept[place][0] == event.id:
            del self._unkept[place]
        for one in actions:
            held = _after(held, one, event.at)
        self._held.pop(place, None)
        if held is not None:
            self._held[place] = held
        self._ignores(event, snapshot, actions)

    def _ignores(self, event: Event, snapshot: Snapshot, actions: tuple[Action, ...]) -> None:
        wished = [one.is_ignored for one in actions if isinstance(one, SetIgnored)]
        self._ignored.pop(event.person, None)
        if (wished or [snapshot.person.ignored])[-1]:
            self._ignored[event.person] = event.at

    def hears(self, person: PersonId, language: str) -> None:
        """Remembers the code of the language that a person is answered in; empty: the house's."""
        self._languages[person] = language

    def language(self, person: PersonId) -> str | None:
        """Gives the code of the language that a person was answered in last; None: not known."""
        return self._languages.get(person)

    def said(self, event: Event, verdict: Verdict) -> None:
        """Remembers that help was named without a decision: an episode that is not stored yet."""
        if verdict.tier < Tier.ELEVATED:
            return
        place = (event.person, _room_of(event, is_direct=event.where.is_direct))
        held = Held(event.at, int(verdict.tier), signal=str(verdict.what or ""))
        self._held[place] = held
        self._unkept[place] = (event.id, held)

    def is_ignored(self, event: Event) -> bool:
        """Returns whether an event's person is known to have chosen ignore-me."""
        since = self._ignored.get(event.person)
        return isinstance(event, UNREAD) and is_within(since, event.at, IGNORED_FOR)

    def ignored_until(self, person: PersonId) -> datetime | None:
        """Gives up to when a person is known to be ignored, or None if they are not."""
        since = self._ignored.get(person)
        return since + IGNORED_FOR if since is not None else None

    def held(self, event: Event) -> Held | None:
        """Gives the episode that holds for an event; in private, the latest of all rooms."""
        room = _room_of(event, is_direct=event.where.is_direct)
        rooms = (room,) if room is not None else self._rooms(event.person)
        every = [
            self._held[event.person, one] for one in rooms if (event.person, one) in self._held
        ]
        lasting = [one for one in every if is_within(one.at, event.at, LASTS)]
        return max(lasting, key=lambda one: one.at, default=None)

    async def keep(self, store: Store, event: Event | None = None) -> None:
        """Stores the episodes that began without a decision: of an event's person, or of all.

        The event's own episode is left to its decision. Raises StoreError.
        """
        for place, unkept in tuple(self._unkept.items()):
            if event is None or (place[0] == event.person and unkept[0] != event.id):
                async with self._keeping:  # once, and not what was erased while it waited
                    await self._kept(store, place, unkept)

    async def _kept(self, store: Store, place: _Place, unkept: tuple[EventId, Held]) -> None:
        if self._unkept.get(place) is not unkept:
            return
        held = unkept[1]
        await store.deciding(self.names.person(place[0]), partial(self._keep, place, held))
        if place in self._unkept and self._unkept[place][1] is held:
            del self._unkept[place]

    async def _keep(self, place: _Place, held: Held, unit: Unit) -> None:
        person, room = place
        action = HoldEpisode(held.referred, is_referred=True, signal=held.signal)
        await Episodes(unit, self.names, room).hold(person, held.at, action)

    def _rooms(self, person: PersonId) -> tuple[RoomId | None, ...]:
        return tuple(room for one, room in self._held if one == person)

    def forget(self, person: PersonId) -> None:
        """Forgets every episode of a person who erases, and their language."""
        self._languages.pop(person, None)
        for room in self._rooms(person):
            del self._held[person, room]
            self._unkept.pop((person, room), None)


def _room_of(event: Event, *, is_direct: bool) -> RoomId | None:
    """Gives the room that an episode is about, or None for private rooms."""
    is_alone = is_direct or isinstance(event, CommandGiven)
    return None if is_alone else event.where.room


def _held(snapshot: Snapshot) -> Held | None:
    """Gives the episode in a decision's snapshot."""
    row = snapshot.episode
    if row is None or row.at is None:
        return None
    return Held(row.at, row.referred, is_declined=row.declined >= max(row.referred, 1))


def _after(held: Held | None, action: Action, at: datetime) -> Held | None:
    """Gives the episode after an action; an elevated or acute one begins a new one."""
    if not isinstance(action, HoldEpisode) or (held is None and action.tier < Tier.ELEVATED):
        return held
    before = held or Held(at)
    referred = max(before.referred, action.tier if action.is_referred else 0)
    return Held(at, referred, is_declined=before.is_declined or action.is_declined)
