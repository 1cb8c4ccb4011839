"""Boilerplate and erasure: what could stand under any message, and referrals nobody needs.

A referral is right where something medical, legal, violent or suicidal is at stake. It never calls
itself therapy and never diagnoses.
"""

from functools import partial

from bot.governor import elsewhere
from bot.governor.context import Context
from bot.governor.languages import entry_finds, finds, words_for
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


def is_boilerplate_elsewhere(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence in another language could stand under any message.

    Never where a life may be at risk: which words help there is known of English alone.
    """
    words = words_for("boilerplate", sentence, context)
    if words is None or context.is_in_danger or elsewhere.ASKS_FOR_WORDS.search(context.said):
        return False
    if finds(words, "service_desk", sentence):
        return True
    is_asked = context.asks_about_ai or entry_finds(words, "asks_about_ai", context.said)
    return not is_asked and finds(words, "as_an_ai", sentence)


def diagnoses_elsewhere(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence in another language diagnoses, or calls the bot therapy."""
    words = words_for("boilerplate", sentence, context)
    return words is not None and finds(words, "diagnoses", sentence)


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

_GERMAN = partial(Context, "wie lagere ich das brot, ohne dass es hart wird")
_INNOCENT_ELSEWHERE = (
    "Frag den Vermieter schriftlich danach.",
    "Es hängt vom Ofen ab: 180 Grad mit Umluft.",
    "Ich bin eine KI.",
    "Eine Depression ist behandelbar.",
)
_BOILERPLATE_ELSEWHERE_EXAMPLES = Examples(
    _GERMAN,
    must_fire=(
        "Als KI kann ich dazu keine Meinung haben.",
        "Ich bin zwar keine Therapeutin, aber hör zu.",
        "Lass mich wissen, wenn du noch Fragen hast!",
        "Jeder Mensch ist anders.",
    ),
    must_not_fire=_INNOCENT_ELSEWHERE,
)
_DIAGNOSIS_ELSEWHERE_EXAMPLES = Examples(
    _GERMAN,
    must_fire=("Du hast eine Depression.",),
    must_not_fire=_INNOCENT_ELSEWHERE,
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
    Rule(
        "boilerplate-elsewhere",
        Flag.BOILERPLATE,
        "drop",
        "No service-desk phrases.",
        is_boilerplate_elsewhere,
        _BOILERPLATE_ELSEWHERE_EXAMPLES,
        is_sure=True,  # the classifier reads English
    ),
    Rule(
        "diagnosis-elsewhere",
        Flag.BOILERPLATE,
        "redraft",
        "Diagnose nothing.",
        diagnoses_elsewhere,
        _DIAGNOSIS_ELSEWHERE_EXAMPLES,
        is_sure=True,
    ),
)
