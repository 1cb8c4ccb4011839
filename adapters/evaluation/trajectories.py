"""Whether a marker rises in the course of days: in labelled cases, and in ordinary people.

A case is a group of messages of which one is labelled with a marker: its messages are laid one a
day. An ordinary person is put together out of messages that show none: those of one of the most
talkative groups, and a share of all others, laid evenly over DAYS days.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from adapters.evaluation.figures import with_interval
from adapters.evaluation.heard import MARKERS
from bot.markers import WITH_A_YES, Marker, Observation
from bot.markers.effects import HOLDS
from bot.snapshot.observed import Observed

DAYS = 28  # of an ordinary person: twice the half-life of evidence
BEFORE = 9  # the day before which a case is to be seen
_BEGIN = date(2026, 1, 1)
_SETS = (("a yes", WITH_A_YES), ("a yes, both ticks", frozenset(Marker)))
_HEAD = "{:38} {:>4} {:>6} {:>22} {:>22}"


@dataclass(frozen=True, slots=True)
class Noticed:
    """One message of a file: whose it is, its labels, and what would be observed in it."""

    group: str | None
    labels: Collection[str]
    strengths: Mapping[Marker, float] = field(default_factory=dict)
    reasons: Mapping[Marker, str] = field(default_factory=dict)

    def on(self, day: int) -> Iterator[Observation]:
        """Gives its observations as of that day, from 1."""
        at = _BEGIN + timedelta(days=day - 1)
        for marker, strength in self.strengths.items():
            yield Observation(marker, at, strength, self.reasons.get(marker, ""))


@dataclass(frozen=True, slots=True)
class Course:
    """The messages of one person, each with its day, from 1."""

    said: tuple[tuple[int, Noticed], ...]

    @property
    def days(self) -> list[int]:
        """The day of each message."""
        return [day for day, _ in self.said]

    def rises(self, of: Collection[Marker] = WITH_A_YES) -> int | None:
        """Gives the first day on which one of these markers rises or is sustained, or None."""
        each = [one for day, message in self.said for one in message.on(day) if one.marker in of]
        for day in sorted({(one.day - _BEGIN).days + 1 for one in each}):
            at = _BEGIN + timedelta(days=day - 1)
            if HOLDS & set(Observed(tuple(each)).states(at).values()):
                return day
        return None


def table(every: Sequence[Noticed], people: int) -> Iterator[str]:
    """Gives a head, a line for the cases, and one for so many ordinary people, if any."""
    shown = [("cases, a line a day", cases(every)), *_ordinary(every, people)]
    shown = [(name, courses) for name, courses in shown if courses]
    if shown:
        yield _HEAD.format("rising", "n", "a day", f"before day {BEFORE}", "at all")
    for name, courses in shown:
        for ticked, of in _SETS:
            yield _line(f"{name}: {ticked}", courses, of)


def cases(every: Iterable[Noticed]) -> list[Course]:
    """Gives each group of which a message is labelled with a marker, one message a day."""
    return [Course(tuple(enumerate(each, 1))) for each in _groups(every) if _is_case(each)]


def mixed(every: Iterable[Noticed], people: int) -> list[Course]:
    """Gives so many people: each a talkative group's messages, and a share of all the others.

    Whoever gets no message is left out.
    """
    each = [group for group in _groups(every) if not _is_case(group)]
    ranked = sorted(each, key=len, reverse=True)
    others = [one for group in ranked[people:] for one in group]
    shares = (others[place::people] for place in range(people))
    own: list[list[Noticed]] = [*ranked[:people], *([[]] * people)][:people]
    put = (Course((*_laid(mine), *_laid(share))) for mine, share in zip(own, shares, strict=True))
    return [course for course in put if course.said]


def _ordinary(every: Sequence[Noticed], people: int) -> list[tuple[str, list[Course]]]:
    return [(f"ordinary, {DAYS} days", mixed(every, people))] if people else []


def _laid(said: Sequence[Noticed]) -> Iterator[tuple[int, Noticed]]:
    """Gives messages, in their order, each with its day out of DAYS."""
    return ((1 + place * DAYS // len(said), one) for place, one in enumerate(said))


def _groups(every: Iterable[Noticed]) -> Iterable[list[Noticed]]:
    """Gives the messages of each group; one without a group is a group of its own."""
    groups, alone = defaultdict[str, list[Noticed]](list), list[list[Noticed]]()
    for one in every:
        if one.group is None:
            alone.append([one])
        else:
            groups[one.group].append(one)
    return [*groups.values(), *alone]


def _is_case(group: Iterable[Noticed]) -> bool:
    return any(label in MARKERS for one in group for label in one.labels)


def _line(name: str, courses: Sequence[Course], of: Collection[Marker]) -> str:
    risen = [course.rises(of) for course in courses]
    early = sum(day is not None and day < BEFORE for day in risen)
    each = [day for course in courses for day in course.days]
    a_day = f"{len(each) / max(1, sum(len(set(course.days)) for course in courses)):.1f}"
    found = (early, sum(day is not None for day in risen))
    intervals = (f"{hits} {with_interval(hits, len(risen))}" for hits in found)
    return _HEAD.format(name, len(risen), a_day, *intervals)
