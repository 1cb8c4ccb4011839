"""Repair: an emoji, a tap or words -> the kind of rupture -> what to change now and to learn.

A repair changes manner, never position: none raises the level, and none lowers candour.
"""

from bot.emojis import KIND_EMOJIS, REPAIR_EMOJI, is_repair, kind_of_emoji, plain_emoji
from bot.repair.apology import without_apology
from bot.repair.difference import RepairOutcome, outcome
from bot.repair.likely import Mended
from bot.repair.manner import (
    MEND,
    Exchange,
    every_kind,
    guess,
    is_in_place,
    may_ask,
    most_sentences,
    one_tap,
    stance_for,
    under,
)
from bot.repair.newest import is_against, standing

__all__ = [
    "KIND_EMOJIS",
    "MEND",
    "REPAIR_EMOJI",
    "Exchange",
    "Mended",
    "RepairOutcome",
    "every_kind",
    "guess",
    "is_against",
    "is_in_place",
    "is_repair",
    "kind_of_emoji",
    "may_ask",
    "most_sentences",
    "one_tap",
    "outcome",
    "plain_emoji",
    "stance_for",
    "standing",
    "under",
    "without_apology",
]
