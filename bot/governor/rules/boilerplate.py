"""Boilerplate and erasure: what could stand under any message, and referrals nobody needs.

A referral is right where something medical, legal, violent or suicidal is at stake. It never calls
itself therapy and never diagnoses.
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag

_PATTERNS = tuple(
    re.compile(each)
    for each in (
        r"\bas an? (?:ai|artificial intelligence|language model|large language model|"
        r"assistant)\b",
        r"\b(?:i'm|i am) (?:just |only )?(?:an? )?(?:ai|language model|large language model)[ "
        r",]*(?:and|so|"
        r"but|language|model)",
        r"\bi(?:'m| am) not (?:a|an) (?:\w+ )?(?:therapist|doctor|professional|expert|lawyer)\b",
        r"^(?:i understand (?:that|how|your|you)|i hear you|i'm sorry (?:to hear|you're|that "
        r"you)|i can "
        r"(?:see|imagine|understand) (?:how|why|that)|it's (?:completely |totally |perfectly "
        r")?(?:okay (?=to (?:feel|not|be|cry|grieve|take|ask|need|have|struggle|rest|say|let)\b)|"
        r"(?:normal|understandable|natural|valid) )to|your feelings are valid|that (?:must|sounds) "
        r"(?:be )?"
        r"(?:really |very |so |incredibly )?(?:difficult|tough|hard|challenging)\.?$)",
        r"\b(?:i hope this helps|hope (?:this|that) helps|let me know if (?:you|there)|feel free "
        r"to "
        r"(?:ask|reach|share|let)|don't hesitate|happy to help|how can i (?:help|assist)|is "
        r"there anything "
        r"else|i'm here to help|here to (?:help|assist))\b",
        r"\bi(?:'m| am|'d be| would be) (?:so |very |really |always |also |just |more than "
        r")*(?:happy|"
        r"glad|excited|eager|delighted|thrilled|curious) to (?:help|hear|see|explore|"
        r"continue|engage|"
        r"discuss|dive|know|learn|assist|collaborate|work|be (?:along|a part|part|of (?:help|"
        r"service)))\b",
        r"\b(?:everyone(?:'s| is) (?:different|journey)|there(?:'s| is) no one[- ]size[- ]fits[- "
        r"]all|it "
        r"(?:really )?depends on (?:many|various|your) (?:factors|situation|circumstances)|"
        r"remember(?:,| "
        r"that) (?:it's|you're|self-care|everyone)|be kind to yourself|take (?:it )?one (?:day|"
        r"step) at a "
        r"time|self[- ]care is|practice self[- ]care)\b",
    )
)
_REFERRAL = re.compile(
    r"\b(?:consider|consult|seek(?:ing)?|talk(?:ing)? to|speak(?:ing)? (?:to|with)|reach(?:ing)? "
    r"out to|"
    r"see(?:ing)?|contact)\b.{0,40}\b(?:therapist|counsel+or|professional|mental health|doctor|"
    r"lawyer|attorney|financial advis|expert)"
)
_DIAGNOSES = re.compile(
    r"\b(?:you (?:have|suffer from|are (?:clinically )?)|sounds like you have|you have "
    r"symptoms of|this "
    r"is) (?:a )?"
    r"(?:clinical )?(?:depression|anxiety disorder|adhd|bipolar|ptsd|ocd|borderline|narcissis\w+|"
    r"depressed|autis\w+|codependen\w+)\b|\b(?:as your therapist|our (?:therapy|session))\b"
)


_ASKED = re.compile(r"\b(?:therap|counsel|professional|lawyer|doctor|helpline|hotline)")
# Where a life may hang on it, no rule may leave it out.
URGENT = re.compile(
    r"\b(?:emergency|911|999|112|ambulance|a&e|poison (?:control|cent(?:er|re))|crisis|suicid\w+|"
    r"helpline|hotline|right away|immediately|urgent(?:ly)?)\b|"
    r"\b(?:call|text|ring|dial)\b.{0,40}\d{3}|\b0\d{2,4} \d{3}"
)


def is_boilerplate(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence could stand under any message."""
    if context.asks_about_ai and re.search(r"\bai\b", sentence):
        return False
    return any(each.search(sentence) for each in _PATTERNS)


def is_idle_referral(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence sends the person elsewhere where nothing of weight is at stake."""
    if context.is_serious or _ASKED.search(context.said) or URGENT.search(sentence):
        return False
    return bool(_REFERRAL.search(sentence))


def diagnoses(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence diagnoses, or calls this therapy."""
    return bool(_DIAGNOSES.search(sentence))


_SAID = Context("how do I store bread")
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
