"""Which preferences of a person an event's decision may look at: all but a few."""

from collections.abc import Callable

from bot.commands.values import MyBoundaries, MyPeople, NightCard
from bot.crisis.conversation import weighed
from bot.crisis.tiers import Stated, Tier
from bot.events import ChoiceMade, CommandGiven, Event, MessageEdited, MessageSeen
from bot.records import BoundariesRow, NightCardRow, PeopleRow, Preference, preferences

Said = tuple[Stated, ...]  # what this message and those before it said of a life at risk
Where = Callable[[Event, Said, bool], bool]


def read_always() -> tuple[type[Preference], ...]:
    """Gives the kinds that every decision may look at."""
    return tuple(kind for kind in preferences() if kind not in ONLY_WHERE)


def read_for(event: Event, said: Said, *, in_episode: bool) -> tuple[type[Preference], ...]:
    """Gives the kinds that the decision about this event may look at."""
    asked = (kind for kind, is_for in ONLY_WHERE.items() if is_for(event, said, in_episode))
    return (*read_always(), *asked)


def _may_show_night_card(event: Event, said: Said, in_episode: bool) -> bool:
    """Whether the night card may be shown: at risk, after a tap, or by its own command."""
    match event:
        case MessageSeen() | MessageEdited():
            return weighed(said, in_episode=in_episode).tier >= Tier.ELEVATED
        case CommandGiven(command=command):
            return isinstance(command, NightCard)
        case _:
            return isinstance(event, ChoiceMade)


def _may_show_people(event: Event, said: Said, in_episode: bool) -> bool:
    """Whether the list of people may be shown: below the night card, or by its own command."""
    is_asked = isinstance(event, CommandGiven) and isinstance(event.command, MyPeople)
    return is_asked or _may_show_night_card(event, said, in_episode)


def _keeps_boundaries(event: Event, _said: Said, _in_episode: bool) -> bool:
    """Whether boundaries are looked at: what is said may be the stop word, or they are shown."""
    match event:
        case CommandGiven(command=command):
            return isinstance(command, MyBoundaries)
        case _:
            return isinstance(event, MessageSeen | MessageEdited | ChoiceMade)


# A kind with words of its person's own is read only where they may be shown.
ONLY_WHERE: dict[type[Preference], Where] = {
    NightCardRow: _may_show_night_card,
    PeopleRow: _may_show_people,
    BoundariesRow: _keeps_boundaries,
}
