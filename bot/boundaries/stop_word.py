"""The stop word of a person: how a message is compared with it, and which words may be none. Pure.

It is kept as a keyed hash (`engine/pseudonyms`), so a message is brought into one spelling and
hashed too. Only a message that is nothing else is compared: no word is looked for inside others.
"""

import re

from bot.commands import BY_NAME, GROUPS, in_words
from bot.crisis.tiers import Tier, tier
from bot.lexicon import lexicon
from bot.text.language import is_common
from bot.text.normalize import normalized
from bot.withdrawal import wish_in

FEWEST_LETTERS = 3
LONGEST = 40  # characters of a stop word
READ = 120  # characters of a message that may be one: with the bot's name, marks and repetitions
_WORD = re.compile(r"[^\W_]+")
_COMMON = frozenset(map(normalized, lexicon("mul/boundaries").words["common"]))


def spelled(text: str, name: str = "") -> str:
    """Gives a message as it is compared: its words once each, without marks and the bot's name.

    Empty for one without words, and for one that is too long to be a stop word.
    """
    if len(text) > READ:
        return ""
    words, own = _words(text), _words(name)
    if own and words[: len(own)] == own:
        words = words[len(own) :]
    return " ".join(dict.fromkeys(words))


def may_be(word: str, name: str = "") -> bool:
    """Returns whether a word may be a stop word: nobody says it by chance or means a command."""
    if len(word) > LONGEST or len(spelled(word).replace(" ", "")) < FEWEST_LETTERS:
        return False
    return not (is_said_daily(word, name) or means_something(word))


def is_said_daily(word: str, name: str = "") -> bool:
    """Whether these words are said by chance: common ones, the bot's name, a command's."""
    parts = spelled(word).split()
    is_name = parts == _words(name) or parts[:1] in ([one] for one in GROUPS)
    return is_name or "-".join(parts) in BY_NAME or all(map(_is_common, parts))


def means_something(word: str) -> bool:
    """Whether the program reads these words as something else: leaving, a stance, a life."""
    return any(
        in_words(one) is not None or wish_in(one) is not None or tier(one) is not Tier.NONE
        for one in (word, spelled(word))
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(normalized(text))


def _is_common(word: str) -> bool:
    return word.isdecimal() or word in _COMMON or is_common(word)
