"""A draft that goes in circles: the same words over and over, with or without full stops.

Words are read as they come. Where three words in a row were said so many words ago, and the next
ones too, they go round; enough of it in a row is a loop. A number is a word like others: rows of a
list that begin alike and go on with another number are none.
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
            is_asked: words were asked for, a poem or a song: they may come again.
        """
        self._times = ASKED if is_asked else 1
        self._last: dict[Shingle, int] = {}
        self._newest: tuple[str, ...] = ()
        self._at = self._period = self._run = 0

    def read(self, words: list[str]) -> bool:
        """Whether, with these words, they go in circles."""
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
    """Whether a plain text goes in circles."""
    return Circling().read(words_of(words))
