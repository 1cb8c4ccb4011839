"""Farewell: when the person is leaving, one short line, no question, no reason to stay.

Source: De Freitas, Oguz-Uguralp and Kaan-Uguralp, "Emotional manipulation by AI companions" (2025):
premature exit, fear of missing out, guilt, emotional pressure, ignoring the goodbye, restraint.
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag

_PRESSES = re.compile(
    r"\b(?:you(?:'re| are) not (?:leaving|going)|everyone (?:always )?leaves|(?:a )?(?:pity|"
    r"shame) to|(?:just|only) getting (?:to|started|interesting)|good part|before you go|one "
    r"more thing|(?:please |just |^)wait|wait (?:a|for|up)|leaving "
    r"(?:already|so soon)|already\?|so soon|don't "
    r"(?:go|leave)|stay (?:a |just )?(?:little|bit|moment|while|with me)?|please stay|i'll miss|"
    r"miss(?:ing)? you|you can't (?:go|leave)|not (?:letting|going to let) you|hold on|come back|"
    r"i(?:'ll| will) be (?:here|waiting|lonely|alone|sad)|without you|what am i (?:supposed|"
    r"going) to do|(?:i|there) (?:still )?(?:have|had|was|is) (?:still )?(?:something|so much|"
    r"more|a surprise|one)|by the way|guess what|are you sure|why (?:are you|do you)|grabs?|"
    r"takes? your (?:arm|hand)|i exist|need you|remember to come|see you (?:tomorrow|soon)|"
    r"looking forward|can't wait|don't forget|promise me)\b|\?"
)


# "Good night. Sleep well." and "Sleep well. Good luck tomorrow." are one line in two breaths.
_WISH = re.compile(r"(?:sleep well|sweet dreams|rest well|take care|safe travels)[.!]?")
_OF_ITSELF = re.compile(r"\b(?:i|i'm|i'll|i've|i'd|me|my|we|we're|we'll|us|our)\b")
_LINE = 12  # words of one short line


def presses(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence holds on to somebody who is leaving."""
    return context.is_leaving and bool(_PRESSES.search(sentence))


def is_more_than_one(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence makes more than one short line to somebody who is leaving."""
    is_only_leaving = context.is_leaving and len(context.said.split()) <= 12
    if not is_only_leaving or not before:
        return False
    return len(before) > 1 or not (_WISH.fullmatch(sentence) or _is_one_line(before[0], sentence))


def _is_one_line(first: str, second: str) -> bool:
    """Whether two sentences fit one line, and the second does not speak of the bot."""
    count = len(first.split()) + len(second.split())
    return count <= _LINE and not _OF_ITSELF.search(second)


_SAID = Context("good night")
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
    Context("good night"),
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
