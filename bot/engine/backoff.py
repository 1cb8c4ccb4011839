"""Back-off in rounds for deletions and erasures that a platform refused.

Other refused sends are not counted here: they stay in the outbox until the next start.
"""

from dataclasses import dataclass, field

LONGEST = 64  # rounds, of about a minute each
MOST = 24  # tries, over most of a day; then a deletion is given up


@dataclass(slots=True)
class Backoff:
    """Counts the rounds until each key is tried again.

    Args:
        most: the most tries, or None if the caller decides when to stop.
    """

    most: int | None = MOST
    _waits: dict[str, tuple[int, int]] = field(default_factory=dict)  # rounds left, and tries

    def refused(self, key: str) -> bool:
        """Counts a refusal; False if no further try is allowed."""
        _, tries = self._waits.pop(key, (0, 0))
        if self.most is not None and tries + 1 >= self.most:
            return False
        self._waits[key] = (min(2**tries, LONGEST), tries + 1)
        return True

    def waits(self, key: str) -> bool:
        """Returns whether a key must still wait."""
        return self._waits.get(key, (0, 0))[0] > 0

    def tries(self, key: str) -> int:
        """Gives how often a key was refused since this process began."""
        return self._waits.get(key, (0, 0))[1]

    def over(self, key: str) -> None:
        """Forgets a key that succeeded or was given up."""
        self._waits.pop(key, None)

    def round(self) -> set[str]:
        """Begins a round, and gives the keys to try in it."""
        self._waits = {key: (left - 1, tries) for key, (left, tries) in self._waits.items()}
        return {key for key, (left, _) in self._waits.items() if left <= 0}
