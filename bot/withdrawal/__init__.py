"""Leaving in plain words: what withdraws at once, and what is asked about before anything changes.

Whole messages and whole clauses are compared with a table, in English and in the ten languages in
which a life at risk is read: nothing is searched for inside other words.
"""

from bot.withdrawal.beside import wish_beside
from bot.withdrawal.off_question import asks_off
from bot.withdrawal.reading import Found, Wish, together, wish_in

__all__ = ["Found", "Wish", "asks_off", "together", "wish_beside", "wish_in"]
