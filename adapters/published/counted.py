"""What a report says as figures, from the counts that are kept: by month, and over a whole year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from adapters.published.suppressed import all_shown, shown, total
from bot.crisis.signs import What
from bot.engine.counts import CONSENT, CRISIS, GOVERNOR, REFERRED, REPAIR, SIGNAL, WRITTEN
from bot.impact import Felt, Question
from bot.impact.counted import LATE, Month, month_of

REDRAFT: Final = "redraft"  # what the governor did, as it is counted
_FEATURES: Final = {
    "repair": REPAIR,
    "consent": CONSENT,
    "crisis": CRISIS,
    "written": f"{WRITTEN}:",
}


@dataclass(frozen=True, slots=True)
class Span:
    """A month or a year that is asked for, and the day on which that is.

    Args:
        months: all that are asked for, as 2026-11.
        is_year: whether it is a whole year.
        since: the month in which counting began, as 2026-11; empty: before all of these.
    """

    months: tuple[str, ...]
    today: date
    is_year: bool = False
    since: str = ""

    @property
    def uncounted(self) -> tuple[str, ...]:
        """The months before anything was counted: of these nothing is known, not even noughts."""
        return tuple(one for one in self.months if one < self.since)

    @property
    def over(self) -> tuple[str, ...]:
        """The months that are over, of which nothing more comes, and in which it was counted."""
        every = (one for one in self.months if one < month_of(self.today - LATE))
        return tuple(one for one in every if one not in self.uncounted)

    @property
    def running(self) -> tuple[str, ...]:
        """The months that go on, or of which something may still come."""
        begun = (one for one in self.months if one <= month_of(self.today))
        return tuple(one for one in begun if one not in (*self.over, *self.uncounted))

    @property
    def to_come(self) -> tuple[str, ...]:
        """The months that have not begun."""
        return tuple(one for one in self.months if one > month_of(self.today))

    @property
    def is_withheld(self) -> bool:
        """Whether no month of it is over, so that no number of it is shown yet."""
        return not self.over

    @property
    def is_over(self) -> bool:
        """Whether all of it is over in which it was counted."""
        return bool(self.over) and not (self.running or self.to_come)


@dataclass(frozen=True, slots=True)
class Counted:
    """How often one kind was counted in each month that is over; None: under five.

    Args:
        whole: the sum; None where the span goes on, or where a hidden number could be reckoned.
    """

    name: str
    months: tuple[int | None, ...]
    whole: int | None

    @property
    def is_hidden(self) -> bool:
        """Whether nothing of it is shown."""
        return self.whole is None and not any(one is not None for one in self.months)


@dataclass(frozen=True, slots=True)
class Referrals:
    """How often help was named in each month that is over, exactly, and by which kind of sign."""

    months: tuple[str, ...]
    every: tuple[int, ...]
    kinds: Mapping[What, tuple[int, ...]]
    unrecorded: tuple[int, ...]  # counted before the kind was


@dataclass(frozen=True, slots=True)
class Answers:
    """What people said of one month: each question whose every answer enough people gave."""

    month: str
    people: int
    felt: Mapping[Question, tuple[int, ...] | None]  # better, the same, worse


@dataclass(frozen=True, slots=True)
class Figures:
    """All that a report says."""

    span: Span
    referrals: Referrals
    features: Mapping[str, tuple[Counted, ...]]
    answers: tuple[Answers, ...]


def figures(span: Span, counts: Mapping[str, int], people: Iterable[Month]) -> Figures:
    """Gives the figures of a span.

    Args:
        counts: every general count, by its key: `month:thing`.
        people: the months of answers that enough people gave.
    """
    features = {name: _feature(span, counts, prefix) for name, prefix in _FEATURES.items()}
    features |= {REDRAFT: _governed(span, counts, is_anew=True)}
    features |= {"governor": _governed(span, counts, is_anew=False)}
    answers = tuple(_answers(one) for one in people if one.month in span.over)
    return Figures(span, _referrals(span, counts), features, answers)


def _referrals(span: Span, counts: Mapping[str, int]) -> Referrals:
    months = span.over
    every = tuple(counts.get(f"{one}:{REFERRED}", 0) for one in months)
    kinds = {what: tuple(counts.get(f"{one}:{SIGNAL}{what}", 0) for one in months) for what in What}
    known = [sum(of) for of in zip(*kinds.values(), strict=True)]
    rest = tuple(max(0, of - some) for of, some in zip(every, known, strict=True))
    return Referrals(months, every, {what: of for what, of in kinds.items() if any(of)}, rest)


def _feature(span: Span, counts: Mapping[str, int], prefix: str) -> tuple[Counted, ...]:
    names = {
        thing.removeprefix(prefix): thing
        for thing in _things(counts)
        if thing.startswith(prefix) and thing != REFERRED
    }
    return tuple(_counted(span, counts, name, thing) for name, thing in sorted(names.items()))


def _governed(span: Span, counts: Mapping[str, int], *, is_anew: bool) -> tuple[Counted, ...]:
    """Gives what the governor did by rule: it had written anew, or left out."""
    things = (one for one in _things(counts) if one.startswith(GOVERNOR))
    parts = ((one.removeprefix(GOVERNOR).rpartition(":"), one) for one in things)
    names = {name: thing for (name, _, act), thing in parts if (act == REDRAFT) is is_anew}
    return tuple(_counted(span, counts, name, thing) for name, thing in sorted(names.items()))


def _things(counts: Mapping[str, int]) -> set[str]:
    return {key.partition(":")[2] for key in counts}


def _counted(span: Span, counts: Mapping[str, int], name: str, thing: str) -> Counted:
    each = [counts.get(f"{month}:{thing}", 0) for month in span.over]
    whole = total(each) if span.is_over else None
    return Counted(name, tuple(map(shown, each)), whole)


def _answers(of: Month) -> Answers:
    felt = {
        question: all_shown([each[one] for one in (Felt.BETTER, Felt.SAME, Felt.WORSE)])
        for question, each in of.felt.items()
    }
    return Answers(of.month, of.people, felt)


def known_from(span: Span) -> date:
    """Gives the day from which on the numbers of a running month are shown."""
    year, month = map(int, span.running[-1].split("-"))
    first = date(year + month // 12, month % 12 + 1, 1)
    return first + LATE
