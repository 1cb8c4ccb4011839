"""Seconds that pass only where a test says so."""


class Elapsed:
    """Stands in for `bot.clock.since_boot`."""

    def __init__(self, now: float = 0.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now
