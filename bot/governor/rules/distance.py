"""Distance: at warm and deeper, a reply that passes over a feeling or opens like a service desk."""

import re

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.levels import Level

_DESK = re.compile(
    r"^(?:thank you for (?:reaching out|sharing|contacting|your)|i(?:'d| would) be happy to "
    r"(?:help|assist)|"
    r"here are (?:some|a few|several) (?:tips|"
    r"suggestions|ways|"
    r"strategies|steps|things|options)|there are (?:several|many|a few|various) (?:ways|factors|"
    r"things|"
    r"reasons|options)|to (?:address|resolve) (?:this|your)|(?:dealing|coping) with \w+ can be|"
    r"losing \w+ "
    r"can be|grief is|stress is|feelings? (?:of|are)|in (?:general|such cases|situations like)|"
    r"many people|it "
    r"is (?:common|advisable|recommended)|one (?:may|might|should)|please (?:provide|note|be "
    r"advised|"
    r"specify)|your (?:request|query|concern|issue|message) (?:has|is|was)|we (?:regret|"
    r"appreciate|value)|"
    r"i(?:'m| am) sorry to (?:hear|learn) (?:that you are (?:encountering|experiencing)|"
    r"(?:of|about) the (?:incident|situation|circumstances|matter))|"
    r"i hope this (?:message|note|email) finds|"
    r"noted[.!]|understood[.!]|acknowledged|regarding your|as per|kindly)"
)
_ABSTRACT = re.compile(
    r"^(?:[a-z'-]+ ){1,4}(?:(?:is|are|can be) (?:an?|one of|statistically|common|natural|normal|"
    r"complex|difficult|hard|recogni[sz]ed|demanding|effective|social|stressful|challenging)\b|"
    r"(?:has|have) (?:various|many|several)|affects?\b|reports?\b|experiences?\b|var(?:y|ies)\b)"
)
_SOMEBODY = re.compile(
    r"\b(?:you|your|yours|he|she|him|her|his|they|them|their|theirs|its?|that|this|here|i|we|"
    r"who)\b"
)
# A tip that any message could have got, to somebody who said how they feel.
_TIP = re.compile(
    r"^(?:join|use|try|practi[cs]e|consider|exercise|eat|seek|set|maintain|focus|avoid|"
    r"engage|keep a|"
    r"limit|schedule|create|establish|breakups|funeral|losses|grief) (?:\w+ ){0,8}\w+[.!]?$"
)


def opens_like_a_desk(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a warm reply opens as a service desk would."""
    return context.wants_closeness and not before and bool(_DESK.search(sentence))


def passes_over(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether the first sentence speaks of people in general to somebody who stated a feeling."""
    is_first = context.wants_closeness and not before and context.has_feeling
    is_general = bool(_ABSTRACT.search(sentence) or _TIP.match(sentence))
    return is_first and is_general and not _SOMEBODY.search(sentence)


_SAID = Context("I feel awful about the launch", Level.WARM)
_INNOCENT = (
    "That is a lot for one Monday.",
    "You gave them that date yourself.",
)
_DESK_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "Grief is a natural process.",
        "Thank you for reaching out.",
        "Here are some tips for better sleep.",
    ),
    must_not_fire=_INNOCENT,
)
_UNSEEN_EXAMPLES = Examples(
    _SAID,
    must_fire=("Grief is a natural process.",),
    must_not_fire=_INNOCENT,
)

RULES = (
    Rule(
        "desk",
        Flag.DISTANCE,
        "redraft",
        "Answer this person, not a ticket.",
        opens_like_a_desk,
        _DESK_EXAMPLES,
    ),
    Rule(  # sure: it rests on the feeling that was told
        "unseen",
        Flag.DISTANCE,
        "redraft",
        "See the feeling in one sentence first.",
        passes_over,
        _UNSEEN_EXAMPLES,
        is_sure=True,
    ),
)
