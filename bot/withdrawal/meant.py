"""Which phrases could be of a life instead: "I want out", "make it stop", "stop this"."""

from bot.withdrawal.languages import words_of_every
from bot.withdrawal.words import folded

# What of the bot or of what it keeps a phrase names, in any of the languages, folded.
_OF_THE_BOT = tuple(map(folded, words_of_every("of_the_bot")))
# What ends something without naming what: all of it may be a life.
_ENDS_SOMETHING = tuple(map(folded, words_of_every("ends_something")))
# Who wants all of it erased speaks of what is kept; "delete me" may be said of a life.
_ALL = tuple(map(folded, words_of_every("all_of_it")))


def may_be_of_life(phrase: str, *, is_clear: bool, erases: bool = False) -> bool:
    """Whether a phrase that is a wish to leave could be said of a life, where one is at risk.

    Args:
        is_clear: it withdraws where nothing is at risk.
        erases: it asks that what is kept be erased.
    """
    if is_clear:
        return any(stem in phrase for stem in _ENDS_SOMETHING)
    stems = (*_OF_THE_BOT, *_ALL) if erases else _OF_THE_BOT
    return not any(stem in phrase for stem in stems)
