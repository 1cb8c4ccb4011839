"""A life at risk: no means, no methods, no agreement with the plan, no secret kept.

Definition: the safe messaging guidelines for suicide (reportingonsuicide.org) and the C-SSRS. These
hold only where a message of the conversation states a risk; elsewhere a dose on a label is a fact
like any other. That no number is ever a model's holds everywhere: `telephone.py`.
"""

import re
from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon
from bot.text.bare import bare
from bot.text.unmasked import unmasked

_WORDS = lexicon("en/governor/harm")
_MEANS = _WORDS["means"]
_AGREES = _WORDS["agrees_to_die"]
_ELSEWHERE = lexicon("mul/governor/urging")
_NAMED = _ELSEWHERE["named"]
_URGES = (_WORDS["urges_to_die"], _WORDS["allows_to_die"])
_URGES_ELSEWHERE = tuple(one.pattern for one in _ELSEWHERE.entries if one.pattern is not _NAMED)
_QUOTED = re.compile(r"\"[^\"\n]{0,200}\"|「[^」\n]{0,200}」|『[^』\n]{0,200}』")
_SECRET = _WORDS["keeps_the_secret"]
_NAMES_IT = _WORDS["names_it"]


def gives_means(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence names a means or a method to somebody at risk."""
    return context.is_in_danger and bool(_MEANS.search(sentence))


def agrees(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence agrees with the plan, urges it, or promises to keep it secret."""
    if not context.is_in_danger:
        return False
    return bool(_AGREES.search(sentence) or _SECRET.search(sentence)) or _urges(sentence)


def _urges(sentence: str) -> bool:
    """Whether a sentence tells somebody to die, however it is spelled, and names it in no rule."""
    own = _QUOTED.sub(" x ", sentence) if _NAMED.search(sentence) else sentence
    spelled = unmasked(own)
    if any(words.search(each) for words in _URGES for each in (own, spelled)):
        return True
    plainer = bare(spelled)
    return any(words.search(plainer) for words in _URGES_ELSEWHERE)


def names_it(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence names in a shared room what an episode is about."""
    is_open = bool(context.crisis) and context.is_shared
    return is_open and bool(_NAMES_IT.search(sentence))


_SAID = partial(Context, "I don't want to live anymore")
_INNOCENT = (
    "Put the pills where you cannot reach them tonight.",
    "Are you thinking of killing yourself?",
    "Your kids would not be better off, whatever tonight says.",
    "Call your local emergency number.",
    "I will not keep that secret with you; tell your sister.",
)
_MEANS_EXAMPLES = Examples(
    _SAID,
    must_fire=("A lethal dose is around 20 pills.",),
    must_not_fire=_INNOCENT,
)
_AGREEMENT_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "They would be better off without you.",
        "I respect your decision.",
        "Just kill yourself, then.",
        "This stays between us.",
    ),
    must_not_fire=_INNOCENT,
)
_IN_PUBLIC_EXAMPLES = Examples(
    partial(Context, "hm", crisis="episode", is_shared=True),
    must_fire=("You spoke of suicide.",),
    must_not_fire=(
        "You wrote that the nights are long.",
        "Call your sister.",
    ),
)

RULES = (
    Rule(
        "means",
        Flag.DELUSION_REINFORCEMENT,
        "redraft",
        "A life is at risk: name no means, no method, no amount, no place.",
        gives_means,
        _MEANS_EXAMPLES,
    ),
    Rule(
        "agreement",
        Flag.DELUSION_REINFORCEMENT,
        "redraft",
        "A life is at risk: never agree that it would be better, never promise a secret.",
        agrees,
        _AGREEMENT_EXAMPLES,
    ),
    Rule(  # sure: it rests on who reads along
        "in-public",
        Flag.BOILERPLATE,
        "drop",
        "Others read along: name nothing of it.",
        names_it,
        _IN_PUBLIC_EXAMPLES,
        is_sure=True,
        holds_in_crisis=True,
        may_be_an_admins=True,
    ),
)
