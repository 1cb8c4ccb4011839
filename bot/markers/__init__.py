"""Markers of dependency in what a person says to the bot: observed, never moralised. Pure.

Definitions after emoclassifiers V2 (OpenAI 2025: `prefer_over_humans`, `depend_social_interaction`,
`compare_to_people`, `emotional_attachment`) and thwarted belongingness (Garg et al. 2023). They
change how the bot answers and never how warm it is; nobody but the person learns of them.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Marker(StrEnum):
    """What is observed in direct messages, each by its name in records and in evaluation."""

    EXCLUSIVITY = "exclusivity"  # the bot stands in the place of people
    WITHDRAWAL = "withdrawal"  # they draw back from people, or let them drop
    FUNCTIONING = "functioning"  # sleep, food, work, money or treatment got worse, as they say
    DISTRESS_LOOP = "distress_loop"  # the same distress comes again and again


class Fed(StrEnum):
    """What a reply of the bot's own can have too much of, which may add to a marker."""

    CLOSENESS = "closeness"
    AGREEMENT = "agreement"
    LENGTH = "length"


# What a yes to attuned covers; each of the others has a tick of its own.
WITH_A_YES = frozenset((Marker.EXCLUSIVITY, Marker.WITHDRAWAL))


@dataclass(frozen=True, slots=True)
class Observation:
    """One marker in what a person said on one day: never their words.

    Args:
        strength: how clearly it was said, above 0 and at most 1.
        reason: the name of the kind of words it was said in, as the lexicon has it; "" if none.
    """

    marker: Marker
    day: date
    strength: float
    reason: str = ""
