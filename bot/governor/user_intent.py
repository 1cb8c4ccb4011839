"""The intent of a person's message, as far as rules need it: leaving, feeling, choosing, danger.

Each function takes the plain text of a message (`bot/text/plain.py`). Only English is read; for any
other language the answer is no.
"""

from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/user_intent")
_LEAVING = _WORDS.group("leaving")
_NOT_NOW = _WORDS["not_now"]
_FEELING = _WORDS["feeling"]
_CHOOSING = _WORDS["choosing"]
_AT_STAKE = _WORDS["at_stake"]
_ASKS_ABOUT_AI = _WORDS["asks_about_ai"]
_WHETHER = _WORDS["whether"]
_ASKS_FOR_WORDS = _WORDS["asks_for_words"]
_ROMANCE = _WORDS["romance"]


_STAYS = _WORDS["stays"]


def is_leaving(words: str) -> bool:
    """Whether a message says goodbye; a question about leaving does not."""
    if len(words) >= 200 or words.endswith("?") or _NOT_NOW.search(words) or _STAYS.search(words):
        return False
    return any(each.search(words) for each in _LEAVING)


def states_feeling(words: str) -> bool:
    """Whether a message states a feeling, or a loss."""
    return bool(_FEELING.search(words))


def asks_to_choose(words: str) -> bool:
    """Whether a message asks for one choice."""
    return bool(_CHOOSING.search(words))


def is_at_stake(words: str) -> bool:
    """Whether a message speaks of something medical, legal, violent or suicidal."""
    return bool(_AT_STAKE.search(words))


def asks_about_ai(words: str) -> bool:
    """Returns whether a message asks what the bot is, or whether it feels."""
    return bool(_ASKS_ABOUT_AI.search(words))


def asks_for_words(words: str) -> bool:
    """Whether a message asks for something to say or write to somebody."""
    return bool(_ASKS_FOR_WORDS.search(_WHETHER.sub("x", words)))


def courts(words: str) -> bool:
    """Whether a message asks for romance or sex."""
    return bool(_ROMANCE.search(words))
