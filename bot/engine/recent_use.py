"""Recent use: who writes again at once, and for how long each person's replies held a place."""

from dataclasses import dataclass, field

from bot.bounded import BoundedMap

MOST = 10_000  # people; beyond, whoever was answered longest ago counts as new
HALF_LIFE_S = 300.0  # what was held, and what was asked for, counts half after so long
FIRST, NEWER = 0.75, 0.3  # the part of the first pause, and of each later one, in what one asks
LOUD = 0.5  # of the time between two beginnings that a reply took: they thought for less than it
STEP_S = 30.0  # of a place: some five replies


@dataclass(frozen=True, slots=True)
class _Used:
    held_s: float  # of which half is forgotten with each half-life, until `at`
    last_s: float  # by the newest reply
    at: float  # when that was finished
    asked: float  # the demand, of 0 to 1; 0 until a pause is known


# Two measures, because they answer two questions. Who is loud is a question of what they ask for:
# of the time that nobody else took from them, how much did their replies take? Somebody who thinks
# longer than it took to answer them is below a half, who has the next message there already is at
# one. How long they wait is no part of it, or a crowd would make everybody loud; nor is how much
# they get, or in a crowd nobody would be. Who of two loud people is next is a question of what they
# got: the one whose replies held a place for less time lately.
# The first pause that is known of somebody is nearly all that is known, and says most: in a crowd
# that begins at one instant everybody is new, and is told apart after one reply. Each later pause
# says less, or two quick messages of somebody who is known to think long would make them loud.
@dataclass(slots=True)
class RecentUse:
    """Knows who asks for much, and who got much lately, by a clock that never goes back."""

    _of: BoundedMap[str, _Used] = field(default_factory=lambda: BoundedMap(MOST))

    def __len__(self) -> int:
        return len(self._of)

    def asked(self, person: str, at: float) -> float:
        """Gives how much a person asks for as they ask now: 0 is nothing yet, 1 all of the time."""
        used = self._of.get(person)
        if used is None or used.last_s <= 0:
            return used.asked if used is not None else 0.0
        now = used.last_s / (used.last_s + max(0.0, at - used.at))
        weight = NEWER if used.asked > 0 else FIRST
        before = used.asked * _kept(used.at, at)
        return before + weight * (now - before)

    def is_loud(self, person: str, at: float) -> bool:
        """Returns whether a person who asks now thinks for less time than their replies take."""
        return self.asked(person, at) >= LOUD

    def ended(self, person: str, asked: float, held_s: float, at: float) -> None:
        """Counts a reply that is finished now.

        Args:
            asked: what `asked` gave as its person asked for it.
        """
        if person:
            held = max(0.0, held_s)
            self._of[person] = _Used(self.held(person, at) + held, held, at, asked)

    def held(self, person: str, at: float) -> float:
        """Gives for how many seconds a person's replies held a place lately, fading."""
        used = self._of.get(person)
        return used.held_s * _kept(used.at, at) if used is not None else 0.0

    def steps(self, person: str, at: float) -> int:
        """Gives the same in steps: within one, some replies more or less make no difference."""
        return int(self.held(person, at) // STEP_S)


def _kept(then: float, at: float) -> float:
    """Gives how much of what was counted then still counts."""
    return float(2.0 ** (min(0.0, then - at) / HALF_LIFE_S))
