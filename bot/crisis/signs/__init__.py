"""The signs of acute risk, in families that follow a definition named in their file.

A sign is a pattern over one clause in its one spelling (`bot.text.normalize.informal`); `cues` are
the words without one of which no pattern of a family can match: ordinary talk costs next to
nothing.
"""

from bot.crisis.signs import before, burden, ending, faint, living, means, others, scenes, spoken
from bot.crisis.signs.kinds import Family, Sign, Weight, What, When, Who

__all__ = ["FAMILIES", "Family", "Sign", "Weight", "What", "When", "Who"]

FAMILIES: tuple[Family, ...] = (
    *ending.FAMILIES,
    *living.FAMILIES,
    *burden.FAMILIES,
    *means.FAMILIES,
    *before.FAMILIES,
    *others.FAMILIES,
    *scenes.FAMILIES,
    *spoken.FAMILIES,
    *faint.FAMILIES,
)
