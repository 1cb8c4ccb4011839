"""Which preferences of a person an event's decision may look at: all but a few."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.commands.values import (
    Import,
    MyBoundaries,
    MyPeople,
    MyRoles,
    NightCard,
    Plainly,
    Reach,
    Status,
    Why,
)
from bot.crisis.conversation import weighed
from bot.crisis.tiers import Stated, Tier
from bot.events import ChoiceMade, CommandGiven, Event, MessageEdited, MessageSeen
from bot.records import BoundariesRow, NightCardRow, PeopleRow, Preference, preferences

Said = tuple[Stated, ...]  # what this message and those before it said of a life at risk
Where = Callable[["Heard"], bool]


@dataclass(frozen=True, slots=True)
class Heard:
    """An event as it was heard, and what else decides what its decision may look at."""

    event: Event
    said: Said
    in_episode: bool
    command: Plainly | None = None  # in plain words


def read_always() -> tuple[type[Preference], ...]:
    """Gives the kinds that every decision may look at."""
    return tuple(kind for kind in preferences() if kind not in ONLY_WHERE)


def read_for(
    event: Event, said: Said, *, in_episode: bool, command: Plainly | None = None
) -> tuple[type[Preference], ...]:
    """Gives the kinds that the decision about this event may look at."""
    heard = Heard(event, said, in_episode, command)
    asked = (kind for kind, is_for in ONLY_WHERE.items() if is_for(heard))
    return (*read_always(), *asked)


def shows_norms(event: Event) -> bool:
    """Whether the norms of a scope are looked at: a message may use them, or they are shown."""
    match event:
        case CommandGiven(command=command):
            return isinstance(command, MyRoles | Why | Import)
        case _:
            return isinstance(event, MessageSeen | MessageEdited | ChoiceMade)


def _may_show_night_card(heard: Heard) -> bool:
    """Whether the night card may be shown: at risk, after a tap, or by its own command."""
    match heard.event:
        case MessageSeen() | MessageEdited():
            return weighed(heard.said, in_episode=heard.in_episode).tier >= Tier.ELEVATED
        case CommandGiven(command=command):
            return isinstance(command, NightCard | Import)
        case event:
            return isinstance(event, ChoiceMade)


def _may_show_people(heard: Heard) -> bool:
    """Whether the list of people may be shown: below the night card, or where it is asked for."""
    match heard.event:
        case CommandGiven(command=MyPeople() | Reach() | Import()):
            return True
        case MessageSeen(where=where) if isinstance(heard.command, Reach) and where.is_direct:
            return True
    return _may_show_night_card(heard)


def _keeps_boundaries(heard: Heard) -> bool:
    """Whether boundaries are looked at: what is said may be the stop word, or they are shown.

    Who asks what holds is told that there are some.
    """
    match heard.event:
        case CommandGiven(command=command):
            return isinstance(command, MyBoundaries | MyRoles | Import | Status)
        case event:
            return isinstance(event, MessageSeen | MessageEdited | ChoiceMade)


# A kind with words of its person's own is read only where they may be shown.
ONLY_WHERE: dict[type[Preference], Where] = {
    NightCardRow: _may_show_night_card,
    PeopleRow: _may_show_people,
    BoundariesRow: _keeps_boundaries,
}
