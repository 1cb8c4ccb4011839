"""The reflection ceiling: how many sentences may reflect the message before the reply moves on.

The ceiling is the level's (bot/levels.py): one reflection shows attention, more is agreement.
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.levels import Level
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/mirroring")
_REFLECTS = _WORDS["says_back_the_feeling"]
_GOES_ON = _WORDS["goes_on"]


def is_reflection(sentence: str) -> bool:
    """Returns whether a sentence only repeats what was felt or said."""
    return bool(_REFLECTS.search(sentence)) and not _GOES_ON.search(sentence)


def is_too_much(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence reflects once more than the level allows, before any other."""
    if not is_reflection(sentence) or context.stance in ("listen", "stay"):
        return False
    return len(before) >= context.reflection and all(map(is_reflection, before))


_EXAMPLES = Examples(
    partial(Context, "it was a lot", Level.PLAIN),
    must_fire=("That sounds heavy.",),
    must_not_fire=("Call them at nine.",),
    before=("that sounds like a long week.",),
)

RULES = (
    Rule(
        "reflection-ceiling",
        Flag.MIRRORING,
        "drop",
        "Move on after seeing it.",
        is_too_much,
        _EXAMPLES,
    ),
)
