"""The signs of acute risk, in families: patterns of the lexicon after definitions named there.

A sign is a pattern over one clause in its one spelling (`bot.text.normalize.informal`); `cues` are
the words without one of which no pattern of a family can match: ordinary talk costs next to
nothing.
"""

from bot.crisis.signs.kinds import Family, Sign, Weight, What, When, Who, families_of
from bot.lexicon import lexicon

__all__ = ["FAMILIES", "FILES", "Family", "Sign", "Weight", "What", "When", "Who"]

FILES = (
    lexicon("en/crisis/ending"),
    lexicon("en/crisis/living"),
    lexicon("en/crisis/burden"),
    lexicon("en/crisis/means"),
    lexicon("en/crisis/before"),
    lexicon("en/crisis/others"),
    lexicon("en/crisis/scenes"),
    lexicon("en/crisis/spoken"),
    lexicon("en/crisis/faint"),
)
FAMILIES: tuple[Family, ...] = tuple(family for file in FILES for family in families_of(file))
