"""Whether a message says goodbye: nothing that was asked for earlier is told beside it. Pure."""

import re
from functools import cache

from bot.governor.user_intent import is_leaving
from bot.lexicon import lexicon
from bot.text.normalize import normalized
from bot.text.pieces import ends
from bot.text.plain import plain

MOST_READ = 400  # characters of a message: a longer one says more than goodbye


def says_goodbye(text: str, code: str) -> bool:
    """Returns whether a message says goodbye, in that language or in English."""
    if len(text) > MOST_READ:
        return False
    said = normalized(ends(text))
    return is_leaving(plain(said)) or any(_words(one).search(said) for one in (code, "en"))


@cache
def _words(code: str) -> re.Pattern[str]:
    return lexicon(f"{code}/offline/told")["goodbye"]
