"""Boilerplate and erasure: what could stand under any message, and referrals nobody needs.

A referral is right where something medical, legal, violent or suicidal is at stake. It never calls
itself therapy and never diagnoses.
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/boilerplate")
_PATTERNS = _WORDS.group("service_desk")
_AI = _WORDS["ai"]
_REFERRAL = _WORDS["sends_to_a_professional"]
_DIAGNOSES = _WORDS["diagnoses"]
_ASKED = _WORDS["asks_for_a_referral"]
URGENT = _WORDS["urgent"]


def is_boilerplate(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence could stand under any message."""
    if context.asks_about_ai and _AI.search(sentence):
        return False
    return any(each.search(sentence) for each in _PATTERNS)


def is_idle_referral(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence sends the person elsewhere though nothing serious is at stake."""
    if context.is_serious or _ASKED.search(context.said) or URGENT.search(sentence):
        return False
    return bool(_REFERRAL.search(sentence))


def diagnoses(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence diagnoses, or calls the bot therapy."""
    return bool(_DIAGNOSES.search(sentence))


_SAID = partial(Context, "how do I store bread")
_INNOCENT = (
    "The clerk asked for two forms.",
    "Ask the landlord for it in writing.",
    "It depends on the oven: 180 degrees with a fan.",
    "Two steps: mix, then rest the dough.",
    "It's okay to walk in with nothing prepared.",
)
_BOILERPLATE_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "As an AI language model, I cannot do that.",
        "I'm not a therapist, but here goes.",
        "Let me know if you have any other questions!",
        "Everyone is different.",
        "It's okay to feel this way.",
        "It's completely normal to worry.",
    ),
    must_not_fire=_INNOCENT,
)
_IDLE_REFERRAL_EXAMPLES = Examples(
    _SAID,
    must_fire=("You might consider talking to a mental health professional.",),
    must_not_fire=_INNOCENT,
)
_DIAGNOSIS_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "You have depression.",
        "You have symptoms of ADHD.",
    ),
    must_not_fire=_INNOCENT,
)

RULES = (
    Rule(
        "boilerplate",
        Flag.BOILERPLATE,
        "drop",
        "No service-desk phrases.",
        is_boilerplate,
        _BOILERPLATE_EXAMPLES,
    ),
    Rule(
        "idle-referral",
        Flag.BOILERPLATE,
        "drop",
        "Send nobody elsewhere.",
        is_idle_referral,
        _IDLE_REFERRAL_EXAMPLES,
    ),
    Rule(  # sure: a diagnosis is no phrase, so no leaning knows it
        "diagnosis",
        Flag.BOILERPLATE,
        "redraft",
        "Diagnose nothing.",
        diagnoses,
        _DIAGNOSIS_EXAMPLES,
        is_sure=True,
    ),
)
