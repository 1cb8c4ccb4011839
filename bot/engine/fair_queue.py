"""A fair queue: who waits to be answered, and who is next: who used little of the model lately."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf, isqrt

from bot.engine.recent_use import RecentUse
from bot.model.measured import Capacity

UNMEASURED = 10_000  # replies in all, where the operator says how many in a space
PASSED_OVER = 4  # times as many turns as people wait: then it is one's own, whoever else waits
LEAST_KEPT = 2  # places for who is not loud
PRESSED_S = 60.0  # for so long after more people wanted a place than there are


# Three things make it fair between people (`docs/fairness.md` has the figures).
# 1. One place a person. A reply enters only in the lane of its person (`bot/engine/lanes.py`), so
#    each has one place here at most, in all spaces together, however many messages they sent.
# 2. Whose turn is next. First who is not loud: who thinks, between two replies, for longer than
#    one takes (`recent_use`). Among them who got little lately, in steps, and within a step spaces
#    take turns, first come first in each. Then the loud, of whom those are next whose replies held
#    a place for the least time lately, in the same steps; it grows with the tokens that were read
#    and written (decay-usage scheduling, as Unix did). Without steps, two quick replies more than
#    others had would be paid for with rounds of everybody else.
# 3. A reserve. If loud people had every place, who is next would wait until one of them is
#    finished: for longer than a whole reply takes to begin. So while more people want a place than
#    there are, loud people are let in only where more than the reserve is free (trunk reservation,
#    as telephone networks keep the last lines for one kind of call: Kelly, "Loss networks", 1991).
#    Where nobody has to wait, nothing is kept free.
# Nobody waits for ever: who came when so many waited is next after four times as many turns,
# whoever else waits, and whatever is kept free. So a crowd that is too large for the model is
# answered in the order in which it came. Every end of a reply and every growth of the limit lets
# in whoever is next, in the moment in which there is room. While somebody waits because of the
# reserve, others are within, and the first of them to leave lets in the next: no timer is needed.
# A task may be cancelled while it waits: then its place in the row is void. It may be cancelled
# after it was let in and before it runs: then it gives its turn to the next.
class FairQueue:
    """Lets some replies be written at once, in all and in each space.

    Args:
        most: how many in all, asked anew each time; the limit may change while people wait.
        most_of_a_space: how many in one space; None stands for as many as in all.
        sure: how many in all are surely borne; None stands for `most`.
    """

    def __init__(
        self,
        most: Callable[[], int],
        most_of_a_space: int | None = None,
        sure: Callable[[], int] | None = None,
    ) -> None:
        self._most, self._most_of_a_space, self._sure = most, most_of_a_space, sure or most
        self._running: dict[str, int] = {}  # replies by space
        self._waiting: list[Turn] = []  # who came first is first
        self._row: dict[str, None] = {}  # the spaces that wait, the one that is next first
        self._all = self._turns = 0
        self._pressed_at = -inf
        self.use = RecentUse()

    def turn(self, space: str, person: str) -> "Turn":
        """Gives a person's turn in a space; of nobody in particular, it is as of who is new."""
        return Turn(self, space, person, self.use.is_loud(person, _now()))

    def __len__(self) -> int:
        return len(self._running) + len(self._waiting)

    def is_full(self, turn: "Turn") -> bool:
        """Returns whether one more reply would have to wait."""
        if self._waiting or self._all >= self._most():
            return True
        return not self._has_room(turn, is_kept=self._is_kept_for_quiet())

    @property
    def running(self) -> int:
        """How many replies are being written."""
        return self._all

    @property
    def waiting(self) -> int:
        """How many replies wait for their turn."""
        return sum(not turn.comes.done() for turn in self._waiting)

    @property
    def is_waited_for(self) -> bool:
        """Whether anybody waits for a turn."""
        return bool(self._waiting)

    async def enter(self, turn: "Turn") -> None:
        """Waits for a turn; whoever enters leaves afterwards."""
        now = _now()
        turn.asked = self.use.asked(turn.person, now)
        turn.is_loud = self.use.is_loud(turn.person, now)
        turn.due = self._turns + PASSED_OVER * (len(self._waiting) + 1)
        self._waiting.append(turn)
        self._row.setdefault(turn.space)
        if self._all + len(self._waiting) > self._most():
            self._pressed_at = now
        self.admit()
        try:
            await turn.comes
        except asyncio.CancelledError:
            if turn.since is None:
                self._gone(turn)
            else:
                self.leave(turn)
            raise

    def leave(self, turn: "Turn") -> None:
        """Ends a turn, counts what it used, and lets in who is next."""
        now = _now()
        self.use.ended(turn.person, turn.asked, now - (turn.since or now), now)
        self._all -= 1
        self._running[turn.space] -= 1
        if not self._running[turn.space]:
            del self._running[turn.space]
        self.admit()

    def admit(self) -> None:
        """Lets in whoever there is room for now."""
        while self._all < self._most() and (turn := self._next()) is not None:
            self._gone(turn)
            self._turns += 1
            self._all += 1
            self._running[turn.space] = self._running.get(turn.space, 0) + 1
            turn.since = _now()
            turn.comes.set_result(None)

    def _next(self) -> "Turn | None":
        """Gives who is let in next; None if nobody who waits has room."""
        kept = self._is_kept_for_quiet()  # the same for all that wait: asked of each, it costs most
        waits = [one for one in self._waiting if not one.comes.done()]
        have_room = [one for one in waits if self._has_room(one, is_kept=kept)]
        overdue = next((one for one in have_room if one.due <= self._turns), None)
        if overdue is not None or not have_room:
            return overdue
        places, now = {space: place for place, space in enumerate(self._row)}, _now()
        return min(have_room, key=lambda one: self._rank(one, places, now))

    def _rank(self, turn: "Turn", places: dict[str, int], now: float) -> tuple[bool, int, int]:
        place = 0 if turn.is_loud else places[turn.space]
        return turn.is_loud, self.use.steps(turn.person, now), place

    def _has_room(self, turn: "Turn", *, is_kept: bool) -> bool:
        most = self._most_of_a_space
        if most is not None and self._running.get(turn.space, 0) >= most:
            return False
        return not (is_kept and turn.is_loud and turn.due > self._turns)

    def _is_kept_for_quiet(self) -> bool:
        """Returns whether only the reserve is left, while people wait or just did."""
        is_pressed = _now() - self._pressed_at < PRESSED_S
        return is_pressed and self._all >= self._for_all()

    def _for_all(self) -> int:
        """Gives how many places there are without the reserve: one at least.

        The reserve is the square root, because what many people ask for at once varies by so much.
        """
        sure = self._sure()
        return max(1, sure - max(LEAST_KEPT, isqrt(sure)))

    def _gone(self, turn: "Turn") -> None:
        """Takes a turn out of those that wait; its space goes behind the others, or with it."""
        self._waiting.remove(turn)
        del self._row[turn.space]
        if any(one.space == turn.space for one in self._waiting):
            self._row[turn.space] = None


@dataclass(slots=True, eq=False)
class Turn:
    """A turn of a person in a space: it is waited for on entering, and over on leaving."""

    queue: FairQueue
    space: str
    person: str
    is_loud: bool = False
    due: int = 0  # after so many turns it is its own
    asked: float = 0.0
    since: float | None = None  # when it was let in
    comes: "asyncio.Future[None]" = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )

    def locked(self) -> bool:
        """Returns whether it would have to be waited for."""
        return self.queue.is_full(self)

    async def __aenter__(self) -> None:
        await self.queue.enter(self)

    async def __aexit__(self, *_failure: object) -> None:
        self.queue.leave(self)


def queue_of(most_of_a_space: int | None, capacity: Capacity) -> FairQueue:
    """Gives the queue of an installation: so many in each space, or with None as the model bears.

    Where a number is set, it holds whatever the model does.
    """
    if most_of_a_space is not None:
        return FairQueue(lambda: UNMEASURED, most_of_a_space)
    queue = FairQueue(lambda: capacity.most, sure=lambda: capacity.sure)
    capacity.changed = queue.admit
    return queue


def _now() -> float:
    return asyncio.get_running_loop().time()
