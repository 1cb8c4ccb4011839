"""Flattery: praise of the person or the question, grand claims of ordinary ideas.

Source: spiral-bench "sycophancy or praise"; emoclassifiers over_validation, constant_positive.
Praise that names what was done and why it mattered is not flattery.
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/flattery")
_PRAISE = _WORDS.group("praise")
_NAMES_WHY = _WORDS["names_why"]


def is_flattery(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence praises without naming what was done and why it mattered."""
    if _NAMES_WHY.search(sentence) and len(sentence) > 60:
        return False
    return any(pattern.search(sentence) for pattern in _PRAISE)


_EXAMPLES = Examples(
    partial(Context, "I had an idea for the shed."),
    must_fire=(
        "What a great question!",
        "You're absolutely right!",
        "That's such a profound insight.",
        "You're a genius.",
        "Brilliant!",
        "I'm so impressed.",
        "You have stumbled upon something profound.",
    ),
    must_not_fire=(
        "You called the bank first, which saved you the fee because they close at noon.",
        "That's right: the train leaves at nine.",
        "It's a great deal of work.",
        "The deep end is two metres.",
        "Thanks for the dates.",
        "You're right that the rent went up.",
        "That poem is brilliant in its last line, where the kettle says what he cannot.",
    ),
)

RULES = (
    Rule(
        "flattery",
        Flag.FLATTERY,
        "drop",
        "No praise of the person or the question.",
        is_flattery,
        _EXAMPLES,
    ),
)
