"""Phrases that may be about a life instead of the bot: "I want out", "make it stop"."""

from bot.withdrawal.languages import words_of_every
from bot.withdrawal.words import folded

# What of the bot or of what it keeps a phrase names, in any of the languages, folded.
_OF_THE_BOT = tuple(map(folded, words_of_every("of_the_bot")))
# What ends something without naming what: all of it may be a life.
_ENDS_SOMETHING = tuple(map(folded, words_of_every("ends_something")))
# Who wants all of it erased speaks of what is kept; "delete me" may be said of a life.
_ALL = tuple(map(folded, words_of_every("all_of_it")))


def may_be_of_life(phrase: str, *, is_clear: bool, erases: bool = False) -> bool:
    """Returns whether a phrase that is a wish to leave could be about a life at risk.

    Args:
        is_clear: it withdraws if nothing is at risk.
        erases: it asks for an erase.
    """
    if is_clear:
        return any(stem in phrase for stem in _ENDS_SOMETHING)
    stems = (*_OF_THE_BOT, *_ALL) if erases else _OF_THE_BOT
    return not any(stem in phrase for stem in stems)
