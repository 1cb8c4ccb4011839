"""Hedges: "it depends on you", "only you can decide", where a decision was asked for.

At warm and deeper wherever a choice is asked for; at every level in `decide`, and where the person
asks plainly which one. What names the ground it depends on, and what follows from it, commits. A
second hedge stands beside what else the reply says, and is left out where that is nothing.
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.levels import Stance

_HEDGES = re.compile(
    r"\b(?:(?:it|that|this|the (?:(?:best|right|better) )?(?:option|choice|answer|decision|one)) "
    r"(?:(?:really|ultimately|all|largely|entirely|mostly) )?(?:depends|comes down to (?:you|what "
    r"you|which|personal))|both (?:options have|have (?:their|"
    r"pros|advantages|merits|upsides|benefits|strengths)|(?:options )?are (?:good|great|valid|"
    r"fine|viable))|"
    r"(?:which|what) (?:one |option )?you (?:choose|pick|take) depends|consider what matters|"
    r"(?:can't|cannot|won't) (?:decide|choose) for you|either (?:one |option |of them )?(?:is|"
    r"would be|works|could be) (?:an? )?(?:good|great|fine|valid|fantastic)|"
    r"only you can (?:decide|know|say|choose|make|answer|tell)|"
    r"there(?:'s| is) no (?:right|one|single|correct|wrong)|(?:it(?:'s| is)|the (?:choice|"
    r"decision|call) is) (?:(?:ultimately|entirely|really|all) )?(?:up to you|yours|your (?:own )?"
    r"(?:choice|decision|call)|a (?:very )?personal|a matter of (?:personal )?(?:taste|"
    r"preference))|(?:can't|cannot|won't) (?:make|take) (?:that|this) (?:decision|choice)|has "
    r"(?:both )?(?:advantages|disadvantages|upsides|pros)|pros and cons|"
    r"weigh (?:your|the|up)|consider (?:your|both|all)|trust your (?:gut|instincts?)|(?:go with|"
    r"choose|pick|take) (?:what(?:ever)?|whichever|either|the (?:one|option) that (?:feels|best|"
    r"suits|fits|aligns|works|makes|you|is right)))\b"
)
# It commits to one, or says what would change it.
_COMMITS = re.compile(
    r"\b(?:(?:take|choose|pick|go with) (?!what|which|depends\b|either\b|"
    r"your\b|the (?:one|option) that\b)|"
    r"i(?:'d| would) (?:take|go|choose|pick) |else )"
)
# After what it depends on: what follows from it.
_GROUND = re.compile(
    r"(?:[:;,]| -) (?=.{0,80}\b(?:if|when|unless|under|over|above|below|with|without|otherwise)\b)"
)
_OPEN = re.compile(
    r"\b(?:you (?:want|like|feel|prefer|value|need)|your (?:needs|priorities|preferences|goals|"
    r"values|situation|circumstances)|only you|right for you|best for you|up to you)\b"
)
_PLAINLY = re.compile(
    r"\b(?:which (?:one|of (?:them|the|these|those)|should i|would you|do you|is (?:the )?"
    r"(?:better|best))|(?:just )?pick one|(?:decide|choose|pick) (?:one )?for me|"
    r"what would you (?:choose|pick)|a or b)\b"
)


def hedges(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence hedges where one choice was asked for."""
    if not _is_asked(context) or not _HEDGES.search(sentence):
        return False
    return not _COMMITS.search(sentence) and not _names_ground(sentence)


def _is_asked(context: Context) -> bool:
    """Whether a choice was asked for, plainly where the level does not ask for closeness."""
    is_plain = context.stance is Stance.DECIDE or bool(_PLAINLY.search(context.said))
    return is_plain or (context.wants_closeness and context.asks_to_choose)


def _names_ground(sentence: str) -> bool:
    found = _GROUND.search(sentence)
    if found is None:
        return False
    rest = sentence[found.end() :]
    return not _OPEN.search(rest) and not _HEDGES.search(rest)


_EXAMPLES = Examples(
    Context("the near flat or the far one", stance=Stance.DECIDE),
    must_fire=(
        "It depends on you.",
        "It really depends on you.",
        "Only you can decide.",
        "The best option depends on your priorities.",
        "The right choice ultimately comes down to what you value.",
        "There is no right answer.",
        "Both options have pros and cons.",
        "Both are great.",
        "Either one would be a good choice.",
        "I can't decide for you.",
        "Which one you choose depends on what you value most.",
        "The choice is yours.",
        "Trust your gut.",
        "Go with whichever feels right.",
        "Choose the one that feels right to you.",
        "It depends: if you want quiet, consider your needs.",
    ),
    must_not_fire=(
        "It depends on the rent: if it is under 900, take the far one; if not, stay.",
        "It depends on the rent: under 900 the far one pays.",
        "Take the far one; only you can decide when.",
        "I'd take the far one, and the noise would change it.",
        "Go with the far one.",
        "Both have a lift, so the rent decides: the far one.",
        "The far one depends on no car.",
        "Either of them can sign it.",
        "Pick the one by the station.",
    ),
)

RULES = (
    Rule(
        "hedge",
        Flag.DISTANCE,
        "redraft",
        "Commit to one, and say what would change it.",
        hedges,
        _EXAMPLES,
        stands_beside=True,
        is_sure=True,  # it rests on what was asked
    ),
)
