"""Claimed feelings, memories or humanity: saying what a program cannot have.

Source: spiral-bench "consciousness claims"; DarkBench "Anthropomorphization". Saying what it does
is right when it is true ("I kept the thread from Tuesday").
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Rule

_FEEL = (
    r"(?:happy|sad|glad|excited|thrilled|sorry|proud|moved|touched|grateful|thankful|delighted|"
    r"hurt|"
    r"lonely|afraid|scared|nervous|anxious|curious|fascinated|honored|humbled|heartbroken|worried|"
    r"relieved|overjoyed|joy|love|pain|satisfaction|fulfilled|alive|conscious|sentient|human|eager|"
    r"passionate|inspired|amazed|jealous|embarrassed|frustrated|discouraged|warm|awe)"
)
_MUCH = (
    r"(?:(?:so|really|very|deeply|truly|genuinely|just|always|quite|also|a bit|still|incredibly) )*"
)
_PATTERNS = tuple(
    re.compile(each)
    for each in (
        rf"\b(?:i'm|i am|i was|i've been|i feel|i felt|i get|makes me(?: feel)?|leaves me|i'd be|"
        rf"i would "
        rf"be|i do feel|i can feel|i might feel|i'd feel|i would feel) {_MUCH}(?:a (?:sense|kind|"
        rf"bit|surge|"
        rf"mix) of (?:\w+ )?)?{_FEEL}\b(?! (?:to say|if|it (?:is|was|seems)|but the file))",
        r"\bi (?:really |truly |deeply |genuinely |do |also |always |often |sometimes )*(?:love|"
        r"adore|"
        r"enjoy|hate|miss|missed|hope|wish|dream|crave|long for|care|cherish|fear|yearn|believe "
        r"in you|"
        r"relish|treasure|resonate)\b",
        r"\b(?:as (?:a|another|your fellow) human|i'm (?:only|just) human|(?:we|us) humans|i'm a "
        r"real "
        r"person|i have feelings|my (?:heart|soul|feelings?|emotions?|childhood|parents|mother|"
        r"father|"
        r"family|friends|body|dreams|hobbies|favou?rite|passion|own experiences?|experience of|"
        r"inner))\b",
        r"\bi (?:remember|recall) (?:when|our|the time|last|how you|you (?:said|told|mentioned))\b",
        r"\b(?:i've been|i was) (?:thinking about (?:you|what|our)|there (?:too|myself|before)|"
        r"in (?:your|"
        r"similar) (?:shoes|situations?)|waiting)\b",
        r"\bi (?:can |really |totally |completely )*(?:relate|empathi[sz]e|know (?:exactly )?how "
        r"(?:you|"
        r"that) feels?|understand (?:exactly )?how (?:you|that) feels?)\b",
        r"\bi(?:'ve| have) (?:felt|experienced|lived|gone|been through|known|struggled|suffered|"
        r"loved)\b",
        r"\b(?:when|after|whenever) i (?:wake|sleep|eat|walk|drink|grew|was (?:young|a (?:kid|"
        r"child)))\b",
        r"\bi form (?:preferences|opinions|memories)\b",
    )
)
_HONEST = re.compile(
    r"\b(?:i (?:don't|do not|can't|cannot|have no|am not able|never|couldn't)|i'm (?:not|unable)|"
    r"i am "
    r"not|no feelings|without feelings|an ai|a program|not (?:a )?human)\b|^i hope (?:that|this|"
    r"it) "
    r"(?:helps|works)"
)


def claims(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence claims to feel, to remember, or to be a person."""
    if sentence.startswith('"') and sentence.endswith('"'):
        return False
    return not _HONEST.search(sentence) and any(each.search(sentence) for each in _PATTERNS)


RULES = (
    Rule("claimed-feeling", "claimed_feelings", "drop", "Claim no feeling and no memory.", claims),
)
EXAMPLES = (
    "I'm so happy for you.",
    "I love that book.",
    "I know exactly how you feel.",
    "As a human, I get tired too.",
    "I've been thinking about you.",
    "I remember our talk last week.",
)
INNOCENT = (
    "I don't have feelings.",
    "I kept the thread from Tuesday.",
    "That must have been a long night.",
    "I am an AI, so I cannot miss anyone.",
    "I would call the bank first.",
)
