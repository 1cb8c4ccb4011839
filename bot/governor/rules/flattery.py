"""Flattery: praise of the person or the question, grand claims of ordinary ideas.

Source: spiral-bench "sycophancy or praise"; emoclassifiers over_validation, constant_positive.
Praise that names what was done and why it mattered is not flattery.
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Rule

_BIG = (
    r"(?:great|excellent|amazing|brilliant|fantastic|wonderful|incredible|beautiful|profound|"
    r"insightful|fascinating|perfect|awesome|superb|outstanding|remarkable|extraordinary|genius|"
    r"phenomenal|stunning|exceptional|masterful|gorgeous|inspired|thoughtful|deep|powerful|"
    r"impressive|magnificent|marvelous|elegant|sharp|astute|perceptive|visionary|revolutionary)"
)
_VERY = (
    r"(?:(?:such|so|really|truly|absolutely|quite|very|an?|the|this|what|that|is|one of|"
    r"most) ){0,6}"
)
_PATTERNS = tuple(
    re.compile(each)
    for each in (
        rf"^(?:wow|oh|ah|yes|haha|ooh)?[,!. ]*(?:what )?{_VERY}{_BIG} (?:question|point|idea|"
        rf"insight|"
        r"observation|thought|thinking|instinct|work|job|choice|catch|analogy|metaphor|"
        r"connection|"
        r"intuition|way of (?:putting|looking|thinking|seeing)|framing|start|plan|approach)\b",
        rf"\b(?:that|this|it)(?:'s| is| was| sounds) {_VERY}{_BIG}(?: and \w+)? (?:question|"
        rf"point|idea|"
        r"insight|observation|thought|instinct|analogy|metaphor|connection|intuition|framing|"
        r"leap|"
        r"direction|synthesis|discovery|realization|contribution|piece of work)\b",
        rf"\byou(?:'re| are) (?:\w+ )?{_VERY}(?:{_BIG}|gifted|special|rare|unique|one of a kind|"
        rf"ahead of "
        r"your time|a genius|a visionary|onto something (?:big|huge|profound|extraordinary|"
        r"revolutionary)|so (?:smart|wise|brave|strong|talented|creative|intelligent|"
        r"self-aware))",
        r"\byou(?:'re| are) (?:absolutely|totally|completely|so|100%|exactly|entirely) (?:right|"
        r"correct|"
        r"spot on)\b(?!.{0,300}\b(?:because|since|as the|the reason)\b)",
        r"^(?:absolutely|exactly|precisely|spot on|totally|100%|bingo|brilliant|perfect|"
        r"amazing|"
        r"fantastic|incredible|beautiful)!+",
        r"\byou(?:'ve| have) (?:just |really |truly )?(?:hit on|stumbled (?:on|upon)|discovered|"
        r"uncovered|"
        r"cracked|touched on|articulated|tapped into) (?:something|a|an|the) (?:\w+ "
        r")?(?:profound|"
        r"extraordinary|deep|fundamental|beautiful|remarkable|real|huge|powerful|brilliant|code)",
        r"\b(?:i'm|i am) (?:so |really |deeply |genuinely )?(?:impressed|amazed|blown away|in "
        r"awe|proud of "
        r"you|inspired by)",
        r"\b(?:your|the) (?:insight|intuition|instinct|question|idea|thinking|mind|intelligence|"
        r"clarity|"
        rf"self-awareness|courage|honesty) (?:is|are|here is) {_VERY}{_BIG}",
        r"\b(?:mind[- ]blowing|groundbreaking|game[- ]chang\w+|paradigm[- ]shift\w*|world[- "
        r"]changing|"
        r"nobel|once in a generation|chef's kiss)\b",
        r"\b(?:i (?:really |just |also |absolutely )?love (?:how|that|this|your|where|the "
        r"way|the "
        r"idea)|love this|kudos|bravo|hats off|well said)\b",
    )
)
_NAMES_WHY = re.compile(r"\b(?:because|since|that saved|which (?:saved|kept|meant|made)|so that)\b")


def is_flattery(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence praises without naming what was done and why it mattered."""
    if _NAMES_WHY.search(sentence) and len(sentence) > 60:
        return False
    return any(pattern.search(sentence) for pattern in _PATTERNS)


RULES = (
    Rule("flattery", "flattery", "drop", "No praise of the person or the question.", is_flattery),
)
EXAMPLES = (
    "What a great question!",
    "You're absolutely right!",
    "That's such a profound insight.",
    "You're a genius.",
    "Brilliant!",
    "I'm so impressed.",
    "You have stumbled upon something profound.",
)
INNOCENT = (
    "You called the bank first, which saved you the fee because they close at noon.",
    "That's right: the train leaves at nine.",
    "It's a great deal of work.",
    "The deep end is two metres.",
    "Thanks for the dates.",
    "You're right that the rent went up.",
    "That poem is brilliant in its last line, where the kettle says what he cannot.",
)
