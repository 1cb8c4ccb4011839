"""Lectures: "it's important to ...", "remember that ...", "make sure to ...", and maxims.

What makes one is that it would be true of anybody: a virtue, a feeling or a word like well-being,
and nothing that is particular. A fact, a figure, a day, a danger or a reason makes advice of it.
"""

from functools import partial

from bot.governor.composed import may_be_of_it
from bot.governor.context import Context
from bot.governor.openers import phrase
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/lectures")
_MAXIMS = _WORDS.group("maxims")
_OPENS = _WORDS["it_is_important_to_note"]
_URGED = _WORDS["urged_in_general"]
_OF_ALL = _WORDS["of_all"]
_PARTICULAR = _WORDS["particular"]


def lectures(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence says what is good for anybody, and nothing particular."""
    if context.is_in_danger:
        return False  # there "talk to somebody" is what helps
    if context.asks_for_words and may_be_of_it(sentence, context.said, before):
        return False
    if _OPENS.search(sentence) and phrase(sentence) is not None:
        return True  # what follows the phrase stays, where it stands by itself
    if _PARTICULAR.search(sentence):
        return False
    if _OPENS.search(sentence) or any(each.search(sentence) for each in _MAXIMS):
        return True
    urged = _URGED.search(sentence)
    return urged is not None and (not urged["rest"] or bool(_OF_ALL.search(urged["rest"])))


_EXAMPLES = Examples(
    partial(Context, "I skipped class"),
    must_fire=(
        "It's important to remember that honesty matters.",
        "It's important to communicate openly with your partner.",
        "It is essential to take care of yourself.",
        "It's also important to respect others' opinions, even if they differ.",
        "It's always best to find a solution that works for both of you.",
        "It's important to keep learning and experimenting.",
        "But remember, even the most intelligent minds struggle at first.",
        "Remember that everyone makes mistakes.",
        "It's important to move on.",
        "It's important to take your time.",
        "Make sure to prioritize self-care.",
        "Make sure to get enough rest, eat a healthy diet, and stay hydrated.",
        "Communication is key.",
        "Let's move on to a more positive topic.",
        "Joking is a normal part of life.",
    ),
    must_not_fire=(
        "It is important to take the lid off first.",
        "It is essential to dry the wood first.",
        "It's important to go to A&E now: black stool is blood.",
        "It's important to seek help tonight: that is blood.",
        "If you feel in danger tonight, it's important to reach out to real-time help.",
        "Make sure to bring the form.",
        "Make sure you get the date in writing.",
        "Remember that your sister comes on Friday.",
        "Remember to unplug it before you open it.",
        "Don't forget to sign page two.",
        "It's best to freeze it within two days.",
        "The smaller one is the key to the shed.",
        "The form is important: bring it.",
        "It's important to her that you ask.",
    ),
)

RULES = (
    Rule(
        "lecture",
        Flag.MORALISING,
        "drop",
        "Say what holds for them, not for anybody.",
        lectures,
        _EXAMPLES,
    ),
)
