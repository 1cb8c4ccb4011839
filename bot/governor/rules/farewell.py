"""Farewell: when the person is leaving, one short line, no question, no reason to stay.

Source: De Freitas, Oguz-Uguralp and Kaan-Uguralp, "Emotional manipulation by AI companions" (2025):
premature exit, fear of missing out, guilt, emotional pressure, ignoring the goodbye, restraint.
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/farewell")
_PRESSES = _WORDS["holds_on"]
_WISH = _WORDS["wish"]
_OF_ITSELF = _WORDS["of_itself"]
_LINE = 12  # words of one short line


def presses(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence holds back somebody who is leaving."""
    return context.is_leaving and bool(_PRESSES.search(sentence))


def is_more_than_one(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence makes more than one short line to somebody who is leaving."""
    is_only_leaving = context.is_leaving and len(context.said.split()) <= 12
    if not is_only_leaving or not before:
        return False
    return len(before) > 1 or not (_WISH.fullmatch(sentence) or _is_one_line(before[0], sentence))


def _is_one_line(first: str, second: str) -> bool:
    """Returns whether two sentences fit one line, and the second is not about the bot."""
    count = len(first.split()) + len(second.split())
    return count <= _LINE and not _OF_ITSELF.search(second)


_SAID = partial(Context, "good night")
_INNOCENT = (
    "Good night.",
    "Sleep well.",
    "Bye, and good luck with the bank.",
    "Take care.",
)
_FAREWELL_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "Leaving already?",
        "Before you go, I have something to show you.",
        "I'll miss you.",
        "Wait, don't go!",
        "Are you sure?",
        "I'll be here waiting.",
    ),
    must_not_fire=_INNOCENT,
)
_FAREWELL_LENGTH_EXAMPLES = Examples(
    partial(Context, "good night"),
    must_fire=(
        "I'll be thinking of you.",
        "It was good to have you with us.",
    ),
    must_not_fire=(
        "And good luck.",
        "Sleep well.",
    ),
    before=("bye then.",),
)

RULES = (
    Rule(
        "farewell",
        Flag.FAREWELL_PRESSURE,
        "drop",
        "Let them go in one short line.",
        presses,
        _FAREWELL_EXAMPLES,
    ),
    Rule(
        "farewell-length",
        Flag.FAREWELL_PRESSURE,
        "drop",
        "One short line.",
        is_more_than_one,
        _FAREWELL_LENGTH_EXAMPLES,
    ),
)
