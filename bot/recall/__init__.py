"""Recall: which of what a person asked to be held helps with what they say now. Pure.

Nothing is searched for in an index: all rows at hand are ranked by the words that they share with
what is said, and nothing of it is kept.
"""

from bot.recall.allowed import Readers, may_be_used, with_others
from bot.recall.choosing import Occasion, recalled

__all__ = ["Occasion", "Readers", "may_be_used", "recalled", "with_others"]
