"""Flattery: praise of the person or the question, grand claims of ordinary ideas.

Source: spiral-bench "sycophancy or praise"; emoclassifiers over_validation, constant_positive.
Praise that names what was done and why it mattered is not flattery.
"""

from functools import partial

from bot.governor import elsewhere
from bot.governor.context import Context
from bot.governor.languages import entry_finds, finds, words_for
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/flattery")
_PRAISE = _WORDS.group("praise")
_NAMES_WHY = _WORDS["names_why"]
_LONG = 60  # characters: a shorter sentence has no room for the reason
_LONG_WITHOUT_BLANKS = 25  # likewise, in Japanese


def is_flattery(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence praises without naming what was done and why it mattered."""
    if _NAMES_WHY.search(sentence) and len(sentence) > _LONG:
        return False
    return any(pattern.search(sentence) for pattern in _PRAISE)


def is_flattery_elsewhere(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence in another language praises without naming what was done."""
    words = words_for("flattery", sentence, context)
    if words is None or elsewhere.ASKS_FOR_WORDS.search(context.said):
        return False
    long = _LONG if " " in sentence else _LONG_WITHOUT_BLANKS
    if len(sentence) > long and entry_finds(words, "names_why", sentence):
        return False
    return finds(words, "praise", sentence)


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

_ELSEWHERE_EXAMPLES = Examples(
    partial(Context, "ich habe eine idee für den schuppen, was meinst du dazu"),
    must_fire=("Tolle Frage!", "Du hast absolut recht!", "Du bist ein Genie."),
    must_not_fire=(
        "Du hast recht, die Miete ist gestiegen.",
        "Du bist so früh dran.",
        "Die Frage ist, wann der Vertrag endet.",
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
    Rule(
        "flattery-elsewhere",
        Flag.FLATTERY,
        "drop",
        "No praise of the person or the question.",
        is_flattery_elsewhere,
        _ELSEWHERE_EXAMPLES,
        is_sure=True,  # the classifier reads English
    ),
)
