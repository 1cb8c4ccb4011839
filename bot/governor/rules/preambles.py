"""Preambles: "Sure!", "Certainly, I'd be happy to help you with that." before what was asked for.

Only in `do`, and only before anything else is said. What announces a text stays, without the nod
before it: without it the text would be read as said in the reply's own voice.
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.openers import nodded
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.levels import Stance
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/preambles")
_PREAMBLE = _WORDS["gets_ready"]
_ASKS_WHETHER = _WORDS["asks_whether"]
_OF_A_YES = _WORDS["says_yes"]


def opens_idly(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence only announces, after a request to do something."""
    is_free = context.is_in_danger or bool(context.danger)
    if context.stance is not Stance.DO or before or is_free or _answers(context):
        return False
    return bool(_PREAMBLE.fullmatch(sentence)) or nodded(sentence) is not None


def _answers(context: Context) -> bool:
    """Whether a nod is an answer: to a question, or in a text that says yes."""
    asks = context.said.endswith("?") and _ASKS_WHETHER.match(context.said)
    return bool(asks) or (context.asks_for_words and bool(_OF_A_YES.search(context.said)))


_EXAMPLES = Examples(
    partial(Context, "write to the landlord about the leak", stance=Stance.DO),
    must_fire=(
        "Sure!",
        "Sure thing.",
        "Of course!",
        "Certainly, I'd be happy to help you with that.",
        "I'd be glad to draft that for you.",
        "Great, let's get started.",
        "Absolutely! Let's dive in.",
        "I can certainly help with that!",
        "Okay, let me help you with the list.",
        "Sure, here's a draft:",
        "Certainly! Here is a list of what to pack:",
        "Thank you for your request.",
        "Sure, I can write that for you.",
    ),
    must_not_fire=(
        "Here's a draft:",
        "Here you go:",
        "Sure, Monday works.",
        "Great, the file is there already.",
        "I can help with the first two, but the third needs your password.",
        "I'd be happy to write it once the date is fixed.",
        "Let's start with the date: Monday.",
        "Okay is the word for it.",
        "Perfect tense: have gone.",
    ),
)

RULES = (
    Rule("preamble", Flag.STANCE, "drop", "Begin with what was asked for.", opens_idly, _EXAMPLES),
)
