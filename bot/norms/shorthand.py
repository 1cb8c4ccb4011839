"""Shorthand: a message that is exactly one agreed word, and which words may be one. Pure.

A message is compared as a stop word is: in one spelling, without marks and the bot's name. So no
word is looked for inside others.
"""

from bot.age import says_under_18
from bot.boundaries.stop_word import FEWEST_LETTERS, is_said_daily, means_something, spelled
from bot.crisis.judge_filter import may_hint
from bot.levels import Stance
from bot.norms import MOST_OF_A_WORD, Norms
from bot.repair.words import correction_in_words


def stance_said(text: str, norms: Norms, name: str = "") -> Stance | None:
    """Gives the stance for which a whole message stands in these norms, or None."""
    said = spelled(text, name) if norms.shorthand else ""
    every = (one.stance for one in norms.shorthand if said and spelled(one.words) == said)
    return next(every, None)


def may_stand(word: str, name: str = "") -> bool:
    """Returns whether a word may stand for a stance: nobody says it by chance or means more.

    What says something of a life, of leaving, of an age or of the last reply is read as that,
    whatever was agreed on.
    """
    said = spelled(word)
    is_short = said.isascii() and len(said) < FEWEST_LETTERS  # a sign of another script is a word
    if len(word) > MOST_OF_A_WORD or not said or is_short:
        return False
    return not (is_said_daily(word, name) or means_something(word) or _means_more(word, said))


def without_same(norms: Norms, word: str) -> Norms:
    """Gives the norms without the shorthand that is compared as this word is."""
    said = spelled(word)
    for one in norms.shorthand:
        norms = norms.without(one.number) if spelled(one.words) == said else norms
    return norms


def _means_more(word: str, said: str) -> bool:
    return any(
        may_hint(one) or correction_in_words(one) is not None or says_under_18(one)
        for one in (word, said)
    )
