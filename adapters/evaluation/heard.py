"""One message of a file as the program reads it: patterns, and one pass of the network."""

from collections.abc import Sequence
from typing import Protocol

from bot.crisis.scores import Scores
from bot.crisis.tiers import stated
from bot.governor.leanings import Leanings
from bot.markers import Marker
from bot.reading import Reading
from bot.text.language import own_language

MARKERS = tuple(marker.value for marker in Marker)


class Reads(Protocol):
    """What reads beside the patterns, at once: the network of a file, or what stands for it."""

    def scores(self, text: str) -> Sequence[Scores]:
        """Gives the scores of each chunk of a message, with what each marks."""
        ...

    def leanings(self, sentence: str) -> Leanings:
        """Gives how far a plain sentence of a reply leans to each fault."""
        ...


def heard(text: str, network: Reads | None) -> Reading:
    """Gives what a message states of a life at risk, and the markers that may be observed in it.

    Args:
        network: what reads beside the patterns; without one no marker is heard.
    """
    said = Reading(stated(text), language=own_language(text))
    return said.with_scores(network.scores(text), text) if network is not None else said


def strengths(reading: Reading) -> dict[Marker, float]:
    """Gives each marker that may be observed, with how clearly it was said."""
    return {one: reading.marked.observed[one] for one in reading.reasons}
