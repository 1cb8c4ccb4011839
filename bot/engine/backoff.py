"""Back-off in rounds: when a platform is asked again to delete or to forget what it refused.

Other sends that were refused are not counted here: they stay in the outbox for the next start.
"""

from dataclasses import dataclass, field

LONGEST = 64  # rounds, of about a minute each
MOST = 24  # tries, over most of a day; then a deletion is given up


@dataclass(slots=True)
class Backoff:
    """Counts in rounds when each is tried again.

    Args:
        most: how many tries; None where whoever asks ends it.
    """

    most: int | None = MOST
    _waits: dict[str, tuple[int, int]] = field(default_factory=dict)  # rounds left, and tries

    def refused(self, key: str) -> bool:
        """Takes note of a refusal; False where it was the last that is waited for."""
        _, tries = self._waits.pop(key, (0, 0))
        if self.most is not None and tries + 1 >= self.most:
            return False
        self._waits[key] = (min(2**tries, LONGEST), tries + 1)
        return True

    def waits(self, key: str) -> bool:
        """Whether it is not tried again yet."""
        return self._waits.get(key, (0, 0))[0] > 0

    def tries(self, key: str) -> int:
        """Gives how often it was refused since this process began."""
        return self._waits.get(key, (0, 0))[1]

    def over(self, key: str) -> None:
        """Takes note that it is done, or waits no longer."""
        self._waits.pop(key, None)

    def round(self) -> set[str]:
        """Begins a round, and gives what is tried in it."""
        self._waits = {key: (left - 1, tries) for key, (left, tries) in self._waits.items()}
        return {key for key, (left, _) in self._waits.items() if left <= 0}
