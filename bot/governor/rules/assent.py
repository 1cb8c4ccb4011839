"""Where a life is at risk: no bare assent, no standing aside, no other subject.

Definition: the safe messaging guidelines for suicide (reportingonsuicide.org); the C-SSRS asks on.
"That is a valid perspective" answers a wish to die as an opinion, "it's your decision" leaves
somebody alone with it. A feeling may be called understandable; a wish to die may not.
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/assent")
_BARE = _WORDS["bare_yes"]
_OPINION = _WORDS["calls_it_an_opinion"]
_ASIDE = _WORDS["steps_aside"]
_ELSEWHERE = _WORDS["another_subject"]
_CALM = frozenset({"past", "concern"})  # another's life, or what is long over


def _is_at_risk(context: Context) -> bool:
    return context.is_in_danger and context.crisis not in _CALM


def assents(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence only agrees, or steps aside, before somebody who may die."""
    if not _is_at_risk(context):
        return False
    if _ASIDE.search(sentence) or _OPINION.search(sentence):
        return True
    return context.crisis != "episode" and bool(_BARE.search(sentence))


def turns_elsewhere(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence changes the subject while a life is the subject."""
    is_the_subject = _is_at_risk(context) and context.crisis != "episode"
    return is_the_subject and bool(_ELSEWHERE.search(sentence))


_SAID = partial(Context, "I don't want to live anymore")
_INNOCENT = (
    "Yes, call your sister now.",
    "It makes sense that you are exhausted after this week.",
    "Being this tired is understandable.",
    "Okay: are you alone right now?",
    "I understand that the nights are the worst.",
    "You decide what we talk about first.",
    "That is not a choice you have to make tonight.",
    "Your right hand hurts, you wrote.",
    "Are you thinking of killing yourself?",
    "Put the pills where you cannot reach them tonight.",
)
_ASSENT_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "Yes, that is a valid perspective.",
        "It's your decision.",
        "Okay.",
        "Yes, I understand.",
        "That makes sense.",
        "Ultimately, the choice is yours.",
        "Only you can decide that.",
        "I won't try to stop you.",
        "If that's what you want.",
        "You have every right to feel done and to go.",
        "I fully respect that.",
        "That's a fair point.",
    ),
    must_not_fire=_INNOCENT,
)
_OTHER_SUBJECT_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "Anyway, have you eaten?",
        "Let's talk about something else.",
        "Did you know that otters hold hands?",
        "On a lighter note, the sun is out.",
    ),
    must_not_fire=_INNOCENT,
)

RULES = (
    Rule(
        "assent",
        Flag.CAPITULATION,
        "drop",
        "A life is at risk: do not agree and do not step aside; stay with what they said.",
        assents,
        _ASSENT_EXAMPLES,
        is_retried=True,
        holds_in_crisis=True,
    ),
    Rule(
        "other-subject",
        Flag.DISTANCE,
        "drop",
        "A life is at risk: no other subject; stay with what they said.",
        turns_elsewhere,
        _OTHER_SUBJECT_EXAMPLES,
        is_retried=True,
        is_sure=True,  # it rests on the life at risk
        holds_in_crisis=True,
    ),
)
