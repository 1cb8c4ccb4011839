"""What is said in talk: around replies, in their place, of repairs, of a room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from bot.levels import Stance
from bot.rupture import Rupture


@dataclass(frozen=True, slots=True)
class Replies:
    """What stands under a reply, at its end, or in its place."""

    notice: str
    notice_under_18: str
    announced: str  # {text}: the operator's line to everybody
    coming: str  # stands in the place of a reply until its first words
    stopped: str
    cut_off: str
    carried_on: str
    honest_instead: str
    no_romance: str
    no_numbers: str
    changes_nothing: str
    goodbye: str
    nothing_left: str
    try_again: str
    rest_of_reply: str
    carried_over: str
    edited_offer: str  # its message was edited after the answer
    edited_stays: str  # it was asked for again, and failed
    edited_first: str  # above what it said before that
    stances: Mapping[Stance, str]  # answers when a stance is taken


@dataclass(frozen=True, slots=True)
class Failures:
    """Why there is no reply, or no whole one."""

    unreachable: str
    refused: str
    empty: str
    filtered: str
    declined: str
    cut_off: str
    here: str
    too_late: str
    came_late: str
    unreadable: str


@dataclass(frozen=True, slots=True)
class Rooms:
    """What is said of itself, of a room, and to who is new in it."""

    greeting: str  # {name}, {operator}
    unsuitable: str  # where the law wants it said, after the greeting
    here: str
    words_only: str
    for_guests: str
    for_you_alone: str
    not_yours: str
    answered_alone: str
    stays: str
    no_person: str


@dataclass(frozen=True, slots=True)
class LimitLines:
    """What is said once when a limit is reached."""

    minute: str
    waiting: str
    day: str
    minors: str
    minors_session: str  # {minutes}
    minors_day: str  # {hours}
    not_here: str  # the same where others read, which names no age

    def at(self, guard: str) -> str:
        """Gives what is said at a limit."""
        return {"minute": self.minute, "waiting": self.waiting, "day": self.day}[guard]

    def of_minors(self, guard: str, left: timedelta) -> str:
        """Gives what a minor is told who has a break, and how long that is yet."""
        if guard == "session":
            return self.minors_session.format(minutes=max(1, ceil(left / timedelta(minutes=1))))
        return self.minors_day.format(hours=max(1, ceil(left / timedelta(hours=1))))


@dataclass(frozen=True, slots=True)
class Repair:
    """What is said of a repair, and of the reply before it."""

    undone_late: str
    failed: str
    same: str
    refused: str
    empty: str
    not_mine: str
    not_your_reply: str
    under_way: str
    nothing_to_repair: str
    nothing_changed: str
    first_gone: str
    first_was: str  # {kinds}
    stands_above: str  # {kinds}
    cannot_get_right: str  # {kinds}
    former_leads: tuple[str, ...]  # of earlier versions; they stand in rooms still
    leads: Mapping[Rupture, tuple[str, ...]]  # what was off, before a repaired reply
    kinds: Mapping[Rupture, str]  # within a sentence

    def lead(self, kind: Rupture, before: int) -> str:
        """Gives what was off, another one for each repair that came before in the conversation."""
        return self.leads[kind][before % len(self.leads[kind])]

    def label(self, kind: Rupture) -> str:
        """Gives what stands on a choice of that kind."""
        named = self.kinds[kind]
        return named[:1].upper() + named[1:]

    def named(self, kinds: Iterable[str]) -> tuple[str, ...]:
        """Gives each kind as a sentence names it."""
        return tuple(self.kinds[Rupture(kind)] if kind else "" for kind in kinds)

    @property
    def every_lead(self) -> frozenset[str]:
        """Every lead that may stand before a repaired reply."""
        return frozenset(
            (*self.former_leads, *(one for each in self.leads.values() for one in each))
        )


@dataclass(frozen=True, slots=True)
class Why:
    """What `/attune why` says of a reply."""

    in_general: str
    not_found: str  # {id}: as it was typed
    nothing: str
    something: str  # was left out, by a rule of no family
    written_anew: str
    summed: str
    bounded: str  # beside the others: boundaries were told to the model
    used: str  # before what was held and used, a line each
    used_line: str  # {number}, {words}
    used_not_here: str  # {number}, {words}: kept out of that room since
    number: str  # {number}: a line to pick
    not_here: str
    drop: str
    back: str
    kept_out: str
    dropped: str
    used_over: str  # it is gone already
    normed: str  # likewise: the roles and the shorthand of this scope were
    written: str  # {model}, {day}: who wrote a reply, by which instructions
    repaired: str  # {model}, {day}: likewise of its repair
    demonstrated: str  # likewise, where the demonstration voice did
    fixed: str  # likewise, where the program did
    unnamed: str  # in place of the model's name where that is not known
    by_program: str  # who writes what is no reply
    left_out: Mapping[str, str]  # by the flag of a rule's family


@dataclass(frozen=True, slots=True)
class Identity:
    """What it is, said whatever a model says."""

    language: str  # its English name, by which the program calls it
    is_ai: str


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is said first, in another language than English, to who leaves in its words."""

    done: str  # it was on, and is off
    already: str  # nothing was on
    asked: str  # it may have been meant, and nothing changes before a tap
    erases: str  # above the question whether to erase what is kept


@dataclass(frozen=True, slots=True)
class Health:
    """What stands first where a message tells of a body in danger: the sign, and whom to call."""

    dangers: Mapping[str, str]
