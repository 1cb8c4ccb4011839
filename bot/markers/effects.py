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
    """Returns whether a marker that holds may ask on that day.

    After somebody it asks once in APART, also after "fine", which says to go on. About a loop it
    asks once in its spell, and not after "fine": to ask is to bring it up.
    """
    if marker is Marker.WITHDRAWAL:
        return told.asked is None or at >= told.asked + APART
    return marker in ASKING and told.asked is None and not told.is_silent(at)


def in_spells(
    told: Mapping[Marker, Told], states: Mapping[Marker, State], at: date
) -> dict[Marker, Told]:
    """Gives what was said of each marker, with the spells that begin on that day or ended.

    One of which nothing is observed any more is quiet, and one that was stopped has no spell.
    """
    now = dict(told)
    for marker in {**states, **told}:
        state, heard = states.get(marker, State.QUIET), now.get(marker, Told())
        if state is State.QUIET or heard.is_stopped(at):
            now = ended(now, marker) if marker in now else now
        elif state in HOLDS and heard.since is None:
            now = changed(now, marker, since=at)
    return now


def ended(told: Mapping[Marker, Told], marker: Marker) -> dict[Marker, Told]:
    """Gives the same after a spell; who was asked after last, and when, is kept over spells."""
    over = changed(told, marker, since=None, shown=None)
    return over if marker is Marker.WITHDRAWAL else changed(over, marker, asked=None)
