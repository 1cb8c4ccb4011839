"""What the doctor finds: one line for each thing that was looked at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at."""

    is_well: bool
    what: str

    def __str__(self) -> str:
        return f"{'✓' if self.is_well else '✗'} {self.what}"
