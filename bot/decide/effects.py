"""Decides how a reply is written because of what was noticed: how it answers, never how warm.

Only in a direct message, outside an episode. What lasts holds in every reply; a question that
nobody asked for is one at most, in the first reply of a conversation, and spends the day's line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.actions.ask import Ask
from bot.actions.observing import KeepTold
from bot.actions.platform import Say
from bot.crisis.tiers import Tier
from bot.decide.coalesce import burst
from bot.decide.decision import Decision
from bot.decide.noticed_line import may_be_shown, shown
from bot.events import MessageSeen
from bot.markers import Marker
from bot.markers.effects import ASKING, holding, in_spells, lasting, may_ask
from bot.markers.told import Told, changed
from bot.people.asked_after import asked_after
from bot.snapshot import MessageSnapshot

Said = Mapping[Marker, Told]


@dataclass(frozen=True, slots=True)
class _Today:
    """What holds on the day of a message: which markers change replies, and what was said."""

    day: date
    markers: tuple[Marker, ...]
    said: Said


def within(event: MessageSeen, snapshot: MessageSnapshot, turn: Decision) -> Decision:
    """Gives a turn with what was noticed: it changes the ask, and what is kept of it."""
    ask = turn.ask
    may_be = snapshot.may_observe(event.at)
    if ask is None or ask.crisis or not may_be or snapshot.episode is not None:
        return turn
    today = _today(event, snapshot)
    ask = replace(ask, effects=lasting(today.markers))
    said = today.said
    lines: tuple[Say, ...] = ()
    if not may_say(snapshot, event, turn):
        ask = _as_asked(ask, event, snapshot)
    elif marker := _unshown(today):
        lines = (shown(event, snapshot, marker, said[marker]),)
        said = changed(said, marker, shown=today.day)
    else:
        ask, said = _asking(ask, today, snapshot)
    kept = (KeepTold(said),) if said != snapshot.observed.told else ()
    return replace(turn, ask=ask, actions=(*turn.actions, *kept, *lines))


def _unshown(today: _Today) -> Marker | None:
    """Gives the first marker whose line is due on that day, or None."""
    said, day = today.said, today.day
    due = (one for one in today.markers if may_be_shown(one, said.get(one, Told()), day))
    return next(due, None)


def _today(event: MessageSeen, snapshot: MessageSnapshot) -> _Today:
    day, observed = event.at.date(), snapshot.observed
    said: Said = observed.told
    if snapshot.reading.is_relieved and Marker.DISTRESS_LOOP in observed.courses:
        said = changed(said, Marker.DISTRESS_LOOP, relieved=day)
    may_be = snapshot.may_observe(event.at)
    found = replace(observed, told=said).states(day)
    states = {one: state for one, state in found.items() if one in may_be}
    return _Today(day, holding(states), in_spells(said, states, day))


def _asking(ask: Ask, today: _Today, snapshot: MessageSnapshot) -> tuple[Ask, Said]:
    """Gives an ask with the one question that is due, if any, and that it was asked."""
    somebody = asked_after(snapshot.observed.people)
    for marker in today.markers:
        is_askable = marker is not Marker.WITHDRAWAL or somebody is not None
        if is_askable and may_ask(marker, today.said.get(marker, Told()), today.day):
            effect = ASKING[marker]
            name = somebody.name if marker is Marker.WITHDRAWAL and somebody is not None else ""
            asked = replace(ask, effects=(*ask.effects, effect), asks_after=name)
            return asked, changed(today.said, marker, asked=today.day)
    return ask, today.said


def _as_asked(ask: Ask, event: MessageSeen, snapshot: MessageSnapshot) -> Ask:
    """Gives an ask with the question of one that it takes in, of which nothing is shown yet."""
    for one in burst(event, snapshot):
        asking = tuple(each for each in one.effects if each in ASKING.values())
        if asking:
            return replace(ask, effects=(*ask.effects, *asking), asks_after=one.asks_after)
    return ask


# Until every feature counts against one budget, this one keeps its own: at most one line a day.
def may_say(snapshot: MessageSnapshot, event: MessageSeen, turn: Decision) -> bool:
    """Returns whether a line that nobody asked for may stand beside the reply of this turn."""
    day = event.at.date()
    was_today = any(day in (one.shown, one.asked) for one in snapshot.observed.told.values())
    is_first = snapshot.talk(event.at).turn == 0 and not snapshot.is_goodbye
    return is_first and not was_today and _is_alone(turn) and _is_calm(snapshot)


def _is_alone(turn: Decision) -> bool:
    """Returns whether a turn is a reply and nothing else, and to no complaint."""
    says, ask = any(isinstance(one, Say) for one in turn.actions), turn.ask
    return ask is not None and not (says or ask.rupture or ask.reaches)


def _is_calm(snapshot: MessageSnapshot) -> bool:
    """Returns whether nothing was said lately of a life."""
    said = (one.verdict.tier is not Tier.NONE or one.faint for one in snapshot.lately)
    return not any(said)
