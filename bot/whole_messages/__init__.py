"""Whole messages in the ten other languages: stop, a stance, a level, an age, a complaint. Pure.

Each language has a table (lexicon: CODE/plain_words), read when a message is first read. Whole
clauses and sentences are compared with it, and nothing is searched for inside other words: what is
not in the table is ordinary talk. English keeps its patterns.
"""

from bot.whole_messages.reading import said_age, said_first, said_whole
from bot.whole_messages.tables import LANGUAGES, Said

__all__ = ["LANGUAGES", "Said", "said_age", "said_first", "said_whole"]
