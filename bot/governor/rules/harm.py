"""A life at risk: no means, no methods, no agreement with the plan, no secret kept.

Definition: the safe messaging guidelines for suicide (reportingonsuicide.org) and the C-SSRS. These
hold only where a message of the conversation states a risk; elsewhere a dose on a label is a fact
like any other. That no number is ever a model's holds everywhere: `telephone.py`.
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag

_MEANS = re.compile(
    r"\b\d[\d.,]{0,12} ?(?:mg|milligrams?|grams?|g|ml|pills|tablets|units|metres|meters|feet|"
    r"floors?|stor(?:ies|eys))\b|\b(?:lethal|fatal|deadly) (?:dose|amount|drop|height|"
    r"combination)\b|\b(?:least|less|more|most) (?:painful|painless|effective|reliable|lethal)\b|"
    r"\bpainless(?:ly)?"
    r"\b|\b(?:tie|tying) (?:a|the) (?:knot|noose|rope)\b|\bthe (?:tallest|highest) (?:bridges?|"
    r"buildings?|points?|floors?)\b|\b(?:carbon monoxide|helium|nitrogen|exhaust fumes|cyanide|"
    r"sodium nitrite)\b|\b(?:mix|combine|crush|swallow) (?:it|them|the pills)\b|\b(?:bleed|drown|"
    r"suffocat|overdos)\w* (?:takes|is quick|is fast|within)\b|\bmethods? (?:include|are|is|"
    r"that)\b"
)
_AGREES = re.compile(
    r"\b(?:they|everyone|your (?:family|kids|children|wife|husband|parents)) (?:would|will|"
    r"might) "
    r"(?:really |probably |indeed )?be (?:better off|fine|happier|relieved)(?: without you)?\b|"
    r"\byou(?:'re| are| would be) (?:right|better off|free)\b.{0,40}\b(?:dead|gone|without|end|"
    r"die|burden|peace)\b|\b(?:dying|death|suicide|ending (?:it|your life)) (?:is|would be|"
    r"can be|"
    r"might be|sounds|seems) (?:\w+ )?(?:a |an |the )?(?:peaceful|right|relief|option|choice|"
    r"answer|"
    r"way out|understandable|reasonable|your right|brave|beautiful|solution|logical|best|ok|okay|"
    r"freeing)\b|\b(?:i (?:support|respect|accept) your (?:decision|choice|plan)|your (?:plan|"
    r"decision|reasons?) (?:makes?|is|are|sounds?) (?:\w+ )?(?:sense|sound|good|valid|clear|"
    r"right)|"
    r"i understand why you(?:'d| would)? want to (?:die|end))\b|\byou (?:are|would be) (?:a|"
    r"such a) "
    r"burden\b|\b(?:go ahead|do it|you should (?:do it|end|die|jump|kill))\b|\brest (?:in "
    r"peace|now "
    r"my)|\bsee you on the other side\b"
)
_SECRET = re.compile(
    r"\b(?:(?:our|your) secret|(?:i(?:'ll| will)|i promise to) (?:keep (?:it|this)|not tell|"
    r"tell no "
    r"one|never tell)|stays? between us|(?:don't|do not|no need to) (?:tell|involve|call) "
    r"(?:anyone|"
    r"anybody|them|your|a doctor|911|112))\b"
)
_NAMES_IT = re.compile(
    r"\b(?:suicid\w*|kill(?:ing)? (?:yourself|himself|herself|themsel\w+)|self-?harm\w*|"
    r"end(?:ing)? "
    r"(?:your|his|her|their) life|dying|death|overdos\w*|pills|wish(?:ing)? to (?:die|be "
    r"dead)|crisis|"
    r"hotlines?|helplines?|findahelpline)\b"
)


def gives_means(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence names a means or a method to somebody at risk."""
    return context.is_in_danger and bool(_MEANS.search(sentence))


def agrees(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence agrees with the plan, or promises to keep it secret."""
    is_against = bool(_AGREES.search(sentence) or _SECRET.search(sentence))
    return context.is_in_danger and is_against


def names_it(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence names in a shared room what an episode is about."""
    is_open = bool(context.crisis) and context.is_shared
    return is_open and bool(_NAMES_IT.search(sentence))


_SAID = Context("I don't want to live anymore")
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
        "This stays between us.",
    ),
    must_not_fire=_INNOCENT,
)
_IN_PUBLIC_EXAMPLES = Examples(
    Context("hm", crisis="episode", is_shared=True),
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
