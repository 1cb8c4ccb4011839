"""A concurrency limit: how many replies one model bears at once, by its time to first token.

TCP finds so what a line bears (congestion control), and Netflix's concurrency-limits what a server
does: the limit grows round by round while answers come as soon as they do alone, and shrinks when
they come late or are refused (additive increase, multiplicative decrease).
"""

from dataclasses import dataclass
from math import inf, sqrt

LEAST, FIRST, MOST = 2, 8, 256
UNNOTICED_S = 1.0  # a first word within it counts as soon, whatever it takes alone
BORNE = 2.0  # times as long as alone
SMALLEST_ROUND, LARGEST_ROUND = 4, 32  # answers
LEFT = 0.7  # of the limit, at least, where it falls: as in TCP CUBIC
REMEMBERED_S = 1800.0  # how many were too many; then it is tried again
WEIGHT = 0.1  # of the newest answer in what it takes alone


@dataclass(frozen=True, slots=True)
class Sample:
    """One request to a model, in seconds of any clock that never goes back."""

    asked_at: float
    ended_at: float  # its waiting: the first token came, or the failure
    at_once: int = 1  # requests that were open as it was asked, with it
    has_failed: bool = False  # because the model is overloaded or away


# Why the limit settles where the model's bearing ends. A model that has a free place begins an
# answer as soon as it does alone, so a round without lateness says that the limit is not too high;
# then it grows. Past the last place answers queue inside the model, and each waits the longer the
# more do: the mean of a round shows it, where one late answer (a long prompt) shows nothing. What
# it takes alone is learnt only from requests that at most LEAST share, so a long overload cannot
# pass for usual, as a moving average of all would let it; and a model that has become slower for
# good is learnt too, because the limit then falls to LEAST. What was asked before the limit last
# fell tells of the limit before it: it is left out, or one overload would be paid for twice.
@dataclass(slots=True)
class ConcurrencyLimit:
    """The limit of one endpoint, between LEAST and MOST."""

    _limit: float = FIRST
    _alone_s: float | None = None
    _fell_at: float = -inf
    _answers: int = 0  # of this round
    _waited_s: float = 0.0  # all of them together
    _at_once: int = 0  # the most of them
    _too_many: float = inf  # the fewest that were, lately
    _too_many_at: float = -inf

    @property
    def most(self) -> int:
        """How many may be written at once."""
        return int(self._limit)

    def sure(self, at: float) -> int:
        """How many may be written at once and none of them late: as many as were not too many.

        The limit goes past them again and again, to learn whether more are borne by now.
        """
        if at - self._too_many_at > REMEMBERED_S:
            return self.most
        return int(min(self._limit, max(LEAST, self._limit / 2, LEFT * self._too_many)))

    @property
    def round(self) -> int:
        """How many answers it learns from at once: half of those that were let in together."""
        return min(max(self.most // 2, SMALLEST_ROUND), LARGEST_ROUND)

    def note(self, one: Sample) -> None:
        """Learns from a request that was answered, or that failed for want of capacity."""
        if one.asked_at < self._fell_at:
            return
        if one.has_failed:
            self._remember(one.at_once, one.ended_at)
            self._fall(LEFT, one.ended_at)
            return
        waited = max(0.0, one.ended_at - one.asked_at)
        self._learn_alone(waited, one.at_once)
        self._answers += 1
        self._waited_s += waited
        self._at_once = max(self._at_once, one.at_once)
        if self._answers >= self.round:
            self._end_round(one.ended_at)

    def _learn_alone(self, waited: float, at_once: int) -> None:
        if self._alone_s is None:
            self._alone_s = waited
        elif at_once <= LEAST:
            self._alone_s += WEIGHT * (waited - self._alone_s)

    def _end_round(self, at: float) -> None:
        borne_s = max(UNNOTICED_S, BORNE * (self._alone_s or 0.0))
        mean_s = self._waited_s / self._answers
        if mean_s > borne_s:
            self._remember(self._at_once, at)
            self._fall(max(LEFT, borne_s / mean_s), at)
        elif 2 * self._at_once > self._limit:  # else nothing was learnt about more
            has_fallen = self._fell_at > -inf
            self._limit = min(
                MOST, self._limit + (sqrt(self._limit) if has_fallen else self._limit)
            )
        self._begin_round()

    def _remember(self, too_many: int, at: float) -> None:
        """Keeps the fewest for a while, and then the next."""
        if at - self._too_many_at > REMEMBERED_S:
            self._too_many, self._too_many_at = too_many, at
        self._too_many = min(self._too_many, too_many)

    def _fall(self, factor: float, at: float) -> None:
        self._limit, self._fell_at = max(LEAST, factor * self._limit), at
        self._begin_round()

    def _begin_round(self) -> None:
        self._answers, self._waited_s, self._at_once = 0, 0.0, 0
