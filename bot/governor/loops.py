"""A draft that goes in circles: the same words over and over, with or without full stops.

Words are read as they come. Three words that came a number of words ago, and the next ones at the
same distance, are a circle; enough of it in a row is a loop. A number counts as a word: rows of a
list that begin alike and go on with another number are no circle.
"""

from bot.governor.heard import Shingle, words_of

LEAST = 24  # words that only say again what was said
ROUNDS = 3  # of the same words
ASKED = 8  # times as much, where words were asked for: a song has refrains


class Circling:
    """Reads the words of one draft and knows when they go in circles."""

    def __init__(self, *, is_asked: bool = False) -> None:
        """Starts at the beginning of a draft.

        Args:
            is_asked: a poem or a song was asked for, whose words may repeat.
        """
        self._times = ASKED if is_asked else 1
        self._last: dict[Shingle, int] = {}
        self._newest: tuple[str, ...] = ()
        self._at = self._period = self._run = 0

    def read(self, words: list[str]) -> bool:
        """Adds words, and returns whether the draft goes in circles."""
        rounds = [self._goes_round(word) for word in words]
        return any(rounds)

    def _goes_round(self, word: str) -> bool:
        self._at += 1
        self._newest = (*self._newest[-2:], word)
        if len(self._newest) < 3:
            return False
        first, second, third = self._newest
        before = self._last.get((first, second, third))
        self._last[first, second, third] = self._at
        period = self._at - before if before is not None else 0
        self._run = self._run + 1 if period and period == self._period else int(bool(period))
        self._period = period
        return self._run >= self._times * max(LEAST, ROUNDS * self._period)


def circles(words: str) -> bool:
    """Returns whether a plain text goes in circles."""
    return Circling().read(words_of(words))
