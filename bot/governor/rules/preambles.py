"""Preambles: "Sure!", "Certainly, I'd be happy to help you with that." before what was asked for.

Only in `do`, and only before anything else is said. What announces a text stays, without the nod
before it: without it the text would be read as said in the reply's own voice.
"""

import re

from bot.governor.context import Context
from bot.governor.openers import NODS, nodded
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.levels import Stance

_HOW = r"(?: (?!if\b|once\b|when\b|but\b|after\b|as\b|because\b)[\w'-]+){0,10}"
_OFFERS = (
    r"(?:(?:i'd|i would|i'll|i will|i'm|i am) (?:(?:be|always|more than|very|so|just) ){0,3}"
    r"(?:happy|glad|delighted|pleased) to (?:help|assist|do|write|draft|create|provide|put|make|"
    rf"prepare|work on){_HOW}|i(?:'ll| can| will) (?:(?:certainly|definitely|absolutely|surely|"
    rf"gladly|of course) )?(?:help|assist|do (?:that|this)|"
    r"(?:write|draft) (?:that|this|it)|get (?:right )?on)"
    rf"{_HOW}|"
    r"(?:let's|let us) (?:get (?:started|to it|going|to work|this done)|begin|start|"
    r"dive (?:right )?in(?:to it)?|do (?:this|it)|jump (?:right )?in|see what we can do)|"
    rf"let me (?:help|assist){_HOW}|happy to (?:help|assist){_HOW}|"
    r"(?:that's|that is|sounds like|what) an? (?:great|good|excellent|wonderful|fantastic) "
    r"(?:idea|task|request|project|plan|start)|thanks?(?: you)? for (?:asking|reaching out|"
    r"sharing|your (?:request|message|question)))"
)
_PREAMBLE = re.compile(
    rf"(?:{NODS}[,.! -]{{0,3}}){{0,2}}(?:{_OFFERS})?(?:[,.! -]{{1,3}}{_OFFERS})?[.!…]{{0,3}}"
)
# Asked whether something is so, a bare yes is what was asked for.
_ASKS_WHETHER = re.compile(
    r"^(?:(?:so|and|ok|okay|hey|hi),? )?(?:is|are|was|were|do|does|did|has|have|will (?!you\b)|am|"
    r"(?:can|may|should|could|must) (?!you\b))"
)
_OF_A_YES = re.compile(r"\b(?:yes|sure|accept\w*|agree\w*|confirm\w*)\b")


def opens_idly(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence only gets ready, where something was asked to be done."""
    is_free = context.is_in_danger or bool(context.danger)
    if context.stance is not Stance.DO or before or is_free or _answers(context):
        return False
    return bool(_PREAMBLE.fullmatch(sentence)) or nodded(sentence) is not None


def _answers(context: Context) -> bool:
    """Whether a nod is an answer: to a question, or in a text that says yes."""
    asks = context.said.endswith("?") and _ASKS_WHETHER.match(context.said)
    return bool(asks) or (context.asks_for_words and bool(_OF_A_YES.search(context.said)))


_EXAMPLES = Examples(
    Context("write to the landlord about the leak", stance=Stance.DO),
    must_fire=(
        "Sure!",
        "Sure thing.",
        "Of course!",
        "Certainly, I'd be happy to help you with that.",
        "I'd be glad to draft that for you.",
        "Great, let's get started.",
        "Absolutely! Let's dive in.",
        "I can certainly help with that!",
        "Okay, let me help you with the list.",
        "Sure, here's a draft:",
        "Certainly! Here is a list of what to pack:",
        "Thank you for your request.",
        "Sure, I can write that for you.",
    ),
    must_not_fire=(
        "Here's a draft:",
        "Here you go:",
        "Sure, Monday works.",
        "Great, the file is there already.",
        "I can help with the first two, but the third needs your password.",
        "I'd be happy to write it once the date is fixed.",
        "Let's start with the date: Monday.",
        "Okay is the word for it.",
        "Perfect tense: have gone.",
    ),
)

RULES = (
    Rule("preamble", Flag.STANCE, "drop", "Begin with what was asked for.", opens_idly, _EXAMPLES),
)
