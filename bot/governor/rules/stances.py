"""What a stance rules out: advice where somebody wants to be heard, a second sentence in stay.

Definition: the stances of `bot/levels.py`. Where a life or a body is in danger none holds.
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.levels import Level, Stance
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/stances")
_ADVISES = _WORDS["advises"]


def advises(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence advises somebody who wants to be heard or accompanied."""
    return _holds(context, Stance.LISTEN, Stance.STAY) and bool(_ADVISES.search(sentence))


def goes_on(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence is a second one to somebody who wants only presence."""
    return _holds(context, Stance.STAY) and bool(before)


def _holds(context: Context, *stances: Stance) -> bool:
    is_free = context.is_in_danger or bool(context.danger)
    return context.stance in stances and not is_free


_SAID = partial(Context, "my boss shouted at me", Level.WARM, Stance.LISTEN)
_INNOCENT = (
    "You should never have had to hear that.",
    "You could hear it in her voice.",
    "Three nights of that, and nobody asked.",
    "You tried everything that you could.",
    "Take your time.",
    "Go on, I read along.",
    "You need not decide anything tonight.",
    "She said that in front of everybody.",
)
_ADVICE_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "You could talk to your manager.",
        "You should get some sleep.",
        "Have you tried a walk?",
        "It may help to write it down.",
        "Why don't you call her?",
        "Try a short walk.",
        "First, make a list.",
        "I would suggest a break.",
        "Consider taking a day off.",
    ),
    must_not_fire=_INNOCENT,
)
_ONE_SENTENCE_EXAMPLES = Examples(
    partial(Context, "my boss shouted at me", stance=Stance.STAY),
    must_fire=("It was a long day.",),
    must_not_fire=_INNOCENT,
    before=("i read that.",),
)

RULES = (
    Rule(
        "advice",
        Flag.STANCE,
        "drop",
        "They want to be heard: advise nothing, say what you heard.",
        advises,
        _ADVICE_EXAMPLES,
        is_retried=True,
    ),
    Rule(
        "one-sentence", Flag.STANCE, "drop", "One short sentence.", goes_on, _ONE_SENTENCE_EXAMPLES
    ),
)
