"""What the doctor finds: one line for each thing that was looked at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at.

    Args:
        is_hint: it is left to the operator, and no fault while it is not done.
    """

    is_well: bool
    what: str
    is_hint: bool = False

    def __str__(self) -> str:
        mark = "→" if self.is_hint else "✓" if self.is_well else "✗"
        return f"{mark} {self.what}"
