"""Decides how a reply is written because of what was noticed: how it answers, never how warm.

Only in a direct message, outside an episode. What lasts holds in every reply. A line or a question
that nobody asked for is one at most, within the attention budget, as a conversation begins.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.actions.ask import Ask
from bot.actions.observing import KeepTold
from bot.attention import Unasked
from bot.decide.coalesce import burst
from bot.decide.decision import Decision
from bot.decide.noticed_line import may_be_shown, shown
from bot.decide.questions import budget
from bot.events import MessageSeen
from bot.learning import Tendency
from bot.markers import Marker
from bot.markers.effects import ASKING, Effect, in_spells, lasting, may_ask
from bot.markers.told import Told, changed
from bot.people.asked_after import asked_after
from bot.snapshot import MessageSnapshot, RepairSnapshot

Said = Mapping[Marker, Told]
ASKS: Mapping[Marker, Unasked] = {
    Marker.WITHDRAWAL: Unasked.ASKED_AFTER,
    Marker.DISTRESS_LOOP: Unasked.STUCK,
}


@dataclass(frozen=True, slots=True)
class _Today:
    """A message, and what holds on its day: which markers change replies, and what was said."""

    event: MessageSeen
    snapshot: MessageSnapshot
    markers: tuple[Marker, ...]
    said: Said

    @property
    def day(self) -> date:
        """The day of the message."""
        return self.event.at.date()

    def told(self, marker: Marker) -> Told:
        """Gives what was said of a marker."""
        return self.said.get(marker, Told())

    def after(self, marker: Marker, **to: date | int | None) -> "_Today":
        """Gives the same once that was said of a marker."""
        return replace(self, said=changed(self.said, marker, **to))


def within(event: MessageSeen, snapshot: MessageSnapshot, turn: Decision) -> Decision:
    """Gives a turn with what lasts: it changes the ask, and which spells are kept to have begun."""
    ask = turn.ask
    if ask is None or not _changes(ask, event, snapshot):
        return turn
    today = _today(event, snapshot)
    ask, today = _taking_in(replace(ask, effects=lasting(today.markers)), today)
    return _keeping(replace(turn, ask=ask), today)


def again(at: datetime, snapshot: RepairSnapshot, crisis: str) -> tuple[Effect, ...]:
    """Gives what lasts, for a reply that is written once more; it asks no question anew."""
    if crisis or snapshot.episode is not None:
        return ()
    may_be = snapshot.may_observe(at)
    return lasting(one for one in snapshot.observed.holding(at.date()) if one in may_be)


def lines(
    event: MessageSeen, snapshot: MessageSnapshot, turn: Decision
) -> Mapping[Unasked, Decision]:
    """Gives a turn with each line that may be said in it because of what was noticed.

    What is done differently is said beside the reply; what is asked, the reply itself asks.
    """
    ask = turn.ask
    if ask is None or not _changes(ask, event, snapshot) or _asks(ask):
        return {}
    today = _today(event, snapshot)
    asking = (one for one in today.markers if _may_ask(one, ask, today))
    every = {ASKS[one]: _asking(turn, one, today) for one in asking}
    due = (one for one in today.markers if may_be_shown(one, today.told(one), today.day))
    marker = next(due, None)
    return {**every, Unasked.NOTICED: _showing(turn, marker, today)} if marker else every


def _changes(ask: Ask, event: MessageSeen, snapshot: MessageSnapshot) -> bool:
    """Returns whether anything noticed may change the reply to a message: no life is at risk."""
    return not ask.crisis and snapshot.episode is None and bool(snapshot.may_observe(event.at))


def _showing(turn: Decision, marker: Marker, today: _Today) -> Decision:
    """Gives a turn with the line of a marker beside its reply, and that it was shown."""
    line = shown(today.event, today.snapshot, marker, today.told(marker))
    kept = _keeping(turn, today.after(marker, shown=today.day))
    return replace(kept, actions=(*kept.actions, line))


def _asking(turn: Decision, marker: Marker, today: _Today) -> Decision:
    """Gives a turn whose reply asks the question of a marker, and that it was asked."""
    assert turn.ask is not None
    is_after = marker is Marker.WITHDRAWAL
    somebody = asked_after(today.snapshot.observed.people) if is_after else None
    name, mark = (somebody.name, somebody.mark) if somebody is not None else ("", 0)
    effects = (*turn.ask.effects, ASKING[marker])
    asked = replace(turn, ask=replace(turn.ask, effects=effects, asks_after=name))
    return _keeping(asked, today.after(marker, asked=today.day, somebody=mark))


def _may_ask(marker: Marker, ask: Ask, today: _Today) -> bool:
    """Returns whether the question of a marker is due; after somebody it needs one to ask after."""
    is_somebody = asked_after(today.snapshot.observed.people) is not None
    is_askable = is_somebody or marker is not Marker.WITHDRAWAL
    is_due = is_askable and may_ask(marker, today.told(marker), today.day)
    return is_due and _may_hold_one(ask, today)


def _may_hold_one(ask: Ask, today: _Today) -> bool:
    """Returns whether a reply may hold a question, and its person did not teach it to ask less."""
    snapshot, at = today.snapshot, today.event.at
    is_less = any(one.tendency is Tendency.FEWER_QUESTIONS for one in snapshot.learnt(at))
    return not is_less and budget(ask, snapshot.talk(at), dict(snapshot.style), ask.rupture) > 0


def _keeping(turn: Decision, today: _Today) -> Decision:
    """Gives a turn that keeps what was said of each marker, in the place of what it kept so far."""
    others = tuple(one for one in turn.actions if not isinstance(one, KeepTold))
    is_new = today.said != today.snapshot.observed.told
    return replace(turn, actions=(*others, KeepTold(today.said)) if is_new else others)


def _today(event: MessageSeen, snapshot: MessageSnapshot) -> _Today:
    day, observed = event.at.date(), snapshot.observed
    said: Said = observed.told
    if snapshot.reading.is_relieved and Marker.DISTRESS_LOOP in observed.courses:
        said = changed(said, Marker.DISTRESS_LOOP, relieved=day)
    may_be = snapshot.may_observe(event.at)
    heard = replace(observed, told=said)
    states = {one: state for one, state in heard.states(day).items() if one in may_be}
    markers = tuple(one for one in heard.holding(day) if one in may_be)
    return _Today(event, snapshot, markers, in_spells(said, states, day))


def _taking_in(ask: Ask, today: _Today) -> tuple[Ask, _Today]:
    """Gives an ask with the question of one that it takes in, of which nothing is shown yet.

    Where that may be asked no more, it was never asked.
    """
    earlier = ((one, each) for one in burst(today.event, today.snapshot) for each in ASKING)
    for one, marker in earlier:
        if ASKING[marker] not in one.effects:
            continue
        if marker not in today.markers or not _may_hold_one(ask, today):
            return ask, today.after(marker, asked=None, somebody=0)
        effects = (*ask.effects, ASKING[marker])
        return replace(ask, effects=effects, asks_after=one.asks_after), today
    return ask, today


def _asks(ask: Ask) -> bool:
    """Returns whether an ask has a question of a marker already."""
    return any(one in ASKING.values() for one in ask.effects)
