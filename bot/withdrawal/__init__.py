"""Leaving in plain words: which messages withdraw at once, and which lead to a question first.

Whole messages and whole clauses are compared with a table, in English and in the ten languages of
the crisis floor: nothing is searched for inside other words.
"""

from bot.withdrawal.beside import wish_beside
from bot.withdrawal.off_question import asks_off
from bot.withdrawal.reading import Found, Wish, together, wish_in

__all__ = ["Found", "Wish", "asks_off", "together", "wish_beside", "wish_in"]
