"""What is changed in replies while a marker rises or lasts: how they answer, never how warm. Pure.

A spell of a marker begins on the day from which it changes replies, and ends when it is quiet. Of
a question that nobody asked for, at most one is in a reply, and it spends the day's one line.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from bot.markers import Marker
from bot.markers.state import State
from bot.markers.told import Told, changed

APART = timedelta(days=3)  # between two questions after somebody
HOLDS = frozenset((State.RISING, State.SUSTAINED))


class Effect(StrEnum):
    """One thing that a reply does because of what was noticed."""

    NOTHING_SPECIAL = "nothing_special"  # claims nothing special between them
    TAKE_UP_PEOPLE = "take_up_people"  # goes into people whom the person mentions
    SMALL_STEP = "small_step"  # leads with one
    ASK_AFTER = "ask_after"  # one of their people
    STAY_OR_TURN = "stay_or_turn"  # asks: stay with it, or try something else?


LASTING: Mapping[Marker, tuple[Effect, ...]] = {
    Marker.EXCLUSIVITY: (Effect.NOTHING_SPECIAL, Effect.TAKE_UP_PEOPLE),
    Marker.WITHDRAWAL: (Effect.TAKE_UP_PEOPLE,),
    Marker.FUNCTIONING: (Effect.SMALL_STEP,),
    Marker.DISTRESS_LOOP: (),
}
ASKING: Mapping[Marker, Effect] = {
    Marker.WITHDRAWAL: Effect.ASK_AFTER,
    Marker.DISTRESS_LOOP: Effect.STAY_OR_TURN,
}


def holding(states: Mapping[Marker, State]) -> tuple[Marker, ...]:
    """Gives the markers that change replies now, in their order."""
    return tuple(one for one in Marker if states.get(one) in HOLDS)


def lasting(markers: Iterable[Marker]) -> tuple[Effect, ...]:
    """Gives what every reply does while these markers hold, each once."""
    return tuple(dict.fromkeys(effect for one in markers for effect in LASTING[one]))


def may_ask(marker: Marker, told: Told, at: date) -> bool:
    """Returns whether a marker that holds may ask on that day: after "fine" it asks nothing.

    After somebody it asks once in APART, and about a loop once in its spell.
    """
    if marker not in ASKING or told.is_silent(at):
        return False
    is_again = marker is Marker.WITHDRAWAL and told.asked is not None and at >= told.asked + APART
    return told.asked is None or is_again


def in_spells(
    told: Mapping[Marker, Told], states: Mapping[Marker, State], at: date
) -> dict[Marker, Told]:
    """Gives what was said of each marker, with the spells that begin on that day or ended.

    One of which nothing is observed any more is quiet.
    """
    now = dict(told)
    for marker in {**states, **told}:
        state = states.get(marker, State.QUIET)
        if state in HOLDS and now.get(marker, Told()).since is None:
            now = changed(now, marker, since=at)
        elif state is State.QUIET and marker in now:
            now = ended(now, marker)
    return now


def ended(told: Mapping[Marker, Told], marker: Marker) -> dict[Marker, Told]:
    """Gives the same after a spell; when somebody was asked after last is kept over spells."""
    asked = told.get(marker, Told()).asked if marker is Marker.WITHDRAWAL else None
    return changed(told, marker, since=None, shown=None, asked=asked)
