"""What every decision may look at, whatever the event: who, where, and what holds there."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from bot.consent import may_hold, may_observe
from bot.duties import KnownBy, known_by
from bot.house_rules import DEEPEST, asked_unseen, deepest, is_minor, value
from bot.ids import Scope, Where
from bot.levels import Effective, Level, Limits, effective
from bot.markers import WITH_A_YES, Marker
from bot.records import (
    ConversationRow,
    EpisodeRow,
    MinorTimeRow,
    MuteRow,
    NightCardRow,
    PersonRow,
    Preference,
    ScopeRow,
    SpaceRow,
)
from bot.snapshot.house import House
from bot.snapshot.pieces import NOBODY, TrayLine
from bot.snapshot.talk import room_of, talk_id
from bot.stamps import was_given_ahead
from bot.strings import Strings

P = TypeVar("P", bound=Preference)
HOLDS = ("given", "renewed")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The rows of one scope, space and person, and the settings of this installation.

    It is complete for a message without words, a risk that the judge found and a person who left;
    every other kind of event has a type of its own with the fields that its decision needs.
    """

    house: House
    is_direct: bool = True
    scope: ScopeRow = field(default_factory=lambda: ScopeRow(NOBODY))
    space: SpaceRow = field(default_factory=lambda: SpaceRow(NOBODY))
    person: PersonRow = field(default_factory=lambda: PersonRow(NOBODY))
    conversation: ConversationRow = field(default_factory=lambda: ConversationRow(NOBODY))
    episode: EpisodeRow | None = None  # of a crisis, while one lasts that may be known here
    preferences: tuple[Preference, ...] = field(default=(), repr=False)  # set by command
    minor_time: MinorTimeRow | None = None  # of who is known to be a minor: how long they talked
    mute: MuteRow | None = None  # of the person where it happened
    told_here: Mapping[str, datetime] = field(default_factory=dict)  # there: why nothing is said
    was_room_greeted: bool = False  # where others read: it was said within a day who this is
    # What the place it is about is called, where that is not the event's; empty: nobody knows.
    elsewhere: str | None = field(default=None, repr=False)
    above: tuple[SpaceRow, ...] = ()  # of spaces whose admins bound this one
    where: Where | None = None  # of the event, where this is about the place it happened in

    @property
    def strings(self) -> Strings:
        """What this person reads: the house speaks to them in their language."""
        return self.house.strings

    @property
    def language(self) -> str:
        """The code of that language; empty where it is the house's."""
        return self.house.language

    def preference(self, kind: type[P]) -> P | None:
        """Gives the person's preference of that kind, or None if it is not set or not read.

        Preferences that only some events read are named in `bot/engine/preferences.py`.
        """
        return next((one for one in self.preferences if isinstance(one, kind)), None)

    @property
    def night_card(self) -> str:
        """What the person wrote for a bad night, or an empty text if it may not be shown now."""
        card = self.preference(NightCardRow)
        return card.body if card is not None else ""

    def talk(self, at: datetime) -> ConversationRow:
        """Gives the conversation at that time: the stored one, or a new one."""
        last = self.conversation.last_at
        if last is not None and at - last <= self.house.gap:
            return self.conversation
        return ConversationRow(self.conversation.owner, self.conversation.key, started_at=at)

    def asked_off(self, at: datetime) -> bool:
        """Returns whether the newest reply ended by asking what a bare "off" would answer."""
        talk = self.talk(at)
        return 0 < talk.asked_off == talk.turn

    @property
    def ceiling(self) -> Level:
        """The deepest level here: open in a direct message, else the least of all that is set.

        Where nothing is set it is warm. A room, a role or a space above can only lower it.
        """
        bounds, is_open = self.house.bounds, self.is_direct and self.space.ceiling is None
        set_here = value(self.space, DEEPEST)
        own = bounds.deepest if is_open else DEEPEST.bounded(set_here, bounds)
        each = (deepest(one, self.where) for one in (self.space, *self.above))
        return min((own, *(one for one in each if one is not None)))

    @property
    def space_epoch(self) -> int:
        """How often replies were silenced here, in the spaces above too."""
        return sum(row.epoch for row in (self.space, *self.above))

    @property
    def askable(self) -> Level:
        """The deepest level to ask for: about a place elsewhere, what whoever it is may have."""
        if self.is_direct or self.where is not None:
            return self.ceiling
        unseen = asked_unseen(self.space)
        return self.ceiling if unseen is None else min(self.ceiling, unseen)

    def is_expired(self, at: datetime) -> bool:
        """Returns whether the consent has expired by that time."""
        if self.scope.state == "expired":
            return True
        if self.scope.state not in HOLDS:
            return False
        if was_given_ahead(self.scope, at):
            return True
        if self.scope.conversation and not self.is_elsewhere():
            return self.scope.conversation != talk_id(self.talk(at))
        return self.scope.expires_at is not None and at >= self.scope.expires_at

    def is_elsewhere(self) -> bool:
        """Whether the consent is for a conversation in another room only."""
        return room_of(self.scope.conversation) not in ("", self.conversation.key)

    def is_outdated(self) -> bool:
        """Whether what the person consented to has changed since."""
        is_yes = self.scope.state in (*HOLDS, "expired")
        return is_yes and self.scope.policy != self.house.policy

    def is_unconfirmed(self) -> bool:
        """Whether the consent is from before a restore: what came after the copy is unknown."""
        mark = self.house.restored
        return bool(mark) and self.is_outdated() and not self.scope.policy.endswith(mark)

    @property
    def minor(self) -> KnownBy | None:
        """From what it is known that the person is a minor; None where nothing says so."""
        checked = self.person.age_answer == "minor"
        has_role = any(is_minor(one, self.where) for one in (self.space, *self.above))
        return known_by(said=self.person.under_18, checked=checked, has_role=has_role)

    @property
    def is_minor(self) -> bool:
        """Whether the person is known to be a minor."""
        return self.minor is not None

    @property
    def is_blocked(self) -> bool:
        """Whether the operator blocked this person, this space or one above it."""
        return self.person.blocked or any(row.blocked for row in (self.space, *self.above))

    def muted_until(self, at: datetime) -> datetime | None:
        """Gives until when the admins here want no talk with this person; None: they do not."""
        until = self.mute.until if self.mute is not None else None
        return until if until is not None and at < until else None

    def has_closed(self, at: datetime) -> bool:
        """Returns whether the operator closed by that time: then no reply is written."""
        return self.house.closing is not None and self.house.closing.is_over(at)

    def is_paused(self, at: datetime) -> bool:
        """Returns whether the person paused the bot at that time."""
        return self.scope.paused_until is not None and at < self.scope.paused_until

    @property
    def consented(self) -> Level:
        """The level last consented to; plain without consent or after its withdrawal."""
        return Level(self.scope.level) if self.scope.state in (*HOLDS, "expired") else Level.PLAIN

    def effective(self, at: datetime) -> Effective:
        """Gives the effective level at that time, and why."""
        return effective(
            Limits(
                consented=self.consented,
                ceiling=self.ceiling,
                is_under_18=self.is_minor,
                is_age_open=self.person.age_open,
                is_paused=self.is_paused(at),
                is_expired=self.is_expired(at),
                is_outdated=self.is_outdated(),
                is_unconfirmed=self.is_unconfirmed(),
                is_elsewhere=self.is_elsewhere(),
            )
        )

    def may_hold(self, at: datetime) -> bool:
        """Returns whether what the person asks for may be held here, and what is held be used."""
        return self.scope.memory and may_hold(self.effective(at).level)

    def may_observe(self, at: datetime) -> frozenset[Marker]:
        """Gives the markers that may be observed: none in a shared room, or that no yes covers."""
        is_agreed = self.scope.notices and may_observe(self.effective(at).level)
        if not (self.is_direct and is_agreed):
            return frozenset()
        ticked = {
            Marker.FUNCTIONING: self.scope.functioning,
            Marker.DISTRESS_LOOP: self.scope.loops,
        }
        return WITH_A_YES | {marker for marker, is_ticked in ticked.items() if is_ticked}

    def of(self, line: TrayLine, here: Scope) -> "Snapshot":
        """Gives the snapshot with a tray line's scope in place of this one."""
        if line.scope == here:
            return replace(self, scope=line.state)
        there = replace(self, scope=line.state, space=line.space, is_direct=False)
        there = replace(there, where=None, above=())
        return replace(there, elsewhere=line.called)
