"""Claims that something was done, in the ten other languages of the crisis floor. Pure.

A person who asks for words in such a language is given them.
"""

from bot.lexicon import lexicon

_WORDS = lexicon("mul/governor/elsewhere")
DONE = _WORDS["done"]
ASKS_FOR_WORDS = _WORDS["asks_for_words"]
