"""What a command means that shows or changes a list of what a person asked to be held."""

from dataclasses import dataclass, field

from bot.holding import Held, HeldDeed


@dataclass(frozen=True, slots=True)
class MyHeld:
    """Shows a list of what a person asked to be held, or changes it.

    Args:
        number: which line of the list; 0 for none.
        day: as it was written: which day it is depends on today.
    """

    which: Held
    deed: HeldDeed = HeldDeed.SHOW
    number: int = 0
    words: str = field(default="", repr=False)
    day: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """The command, which is called as its list."""
        return self.which.value
