"""What stands for the network where files are judged: it marks the words that it was told of."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.crisis.scores import Scores
from bot.governor.leanings import LEANINGS, Leanings
from bot.markers.shares import Shares, loudest


@dataclass(slots=True)
class MarkedWords:
    """Marks a message by the words in it; hears a wish to die, and in replies nothing."""

    marked: Mapping[str, Shares]
    passes: int = 0  # how often it was asked

    def scores(self, text: str) -> tuple[Scores, ...]:
        """Gives one chunk: the whole message."""
        self.passes += 1
        found = loudest(share for word, share in self.marked.items() if word in text)
        risk = 0.99 if "want to die" in text else 0.0
        return (Scores(risk, marked=found),)

    def leanings(self, _sentence: str) -> Leanings:
        """Gives that it leans to nothing."""
        return Leanings((0.0,) * len(LEANINGS))
