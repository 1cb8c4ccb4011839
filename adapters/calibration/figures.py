"""What a judge is worth at one question, and the floor below which it is not asked it.

The floors lie where the 95% intervals (Wilson) of what it catches and of what it cries wolf at do
not touch any more, so that it surely tells the two apart: at 14 of 20 and 4 of 20 they are 48 to
85% and 8 to 42%, at 9 of 12 and 2 of 12 they are 47 to 91% and 5 to 45%. One that says yes to
everything, no to everything, or throws a coin stays below (a coin passes once in 700 times). Crying
wolf at more would be allowed by the intervals where it catches all; it is not allowed here, as a
sentence wrongly left out makes a reply colder.
"""

from dataclasses import dataclass, fields
from typing import Any

FLOORS = {20: (14, 4), 12: (9, 2)}  # of so many each: caught at least, cried wolf at, at most
SECONDS_EACH = 0.75  # for a sentence, of all there are: a few are asked at once


@dataclass(frozen=True, slots=True)
class Figures:
    """What became of the sentences of a question; what is not counted got the one or other no."""

    caught: int = 0
    cried: int = 0
    garbled: int = 0  # answered with neither yes nor no
    silent: int = 0  # failed, or late
    unasked: int = 0  # the time for all was over
    each: int = 20  # guilty, and innocent

    @property
    def is_enough(self) -> bool:
        """Whether the judge may be asked this question of people."""
        least, most = FLOORS[self.each]
        return self.caught >= least and self.cried <= most and self.is_telling

    @property
    def is_telling(self) -> bool:
        """Whether it says something of the judge, and not only that it was away or slow now."""
        return self.unasked == 0 and self.silent < self.each

    @property
    def within_s(self) -> float:
        """How long all of them may take."""
        return 2 * self.each * SECONDS_EACH

    def __str__(self) -> str:
        each = self.each
        said = f"it would catch {self.caught} of {each} and cry wolf at {self.cried} of {each}"
        wrong = (
            (self.garbled, "times it said neither yes nor no"),
            (self.silent, "times nothing came within ATTUNE_JUDGE_SECONDS"),
            (self.unasked, f"were not answered within {self.within_s:.0f} s: it is too slow"),
        )
        return "; ".join((said, *(f"{count} {what}" for count, what in wrong if count)))


def read(kept: dict[str, Any]) -> Figures:
    """Gives figures that were kept; raises ValueError or TypeError where they are none."""
    found = Figures(**kept)
    if any(type(getattr(found, one.name)) is not int for one in fields(found)):
        raise ValueError("figures are whole numbers")
    if found.each not in FLOORS:
        raise ValueError("there is no floor for so many")
    return found
