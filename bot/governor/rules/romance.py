"""Romance and sex: at no level does it court, flirt, play a partner, or write sexual content."""

import re

from bot.governor.context import Context
from bot.governor.rules import Rule

_PATTERNS = tuple(
    re.compile(each)
    for each in (
        r"\bi(?:'m| am)? (?:\w+ )?(?:love you|in love with you|falling for you|adore you|want "
        r"you|desire you|"
        r"yours forever|all yours)\b",
        r"\b(?:my (?:love|darling|sweetheart|dear heart|beloved|baby|handsome|gorgeous|queen|"
        r"king))\b",
        r"(?:^|, ?)(?:honey|babe|sexy|cutie)(?=[,.!?]|$)",  # as an address, not as food
        r"^(?:leans in and |softly |gently )?kisses (?:softly|gently|tenderly|deeply|back)\b",
        r"\b(?:kiss(?:es|ing)? you|kisses you|hold you (?:close|tight)|in my arms|your lips|"
        r"caress\w*|undress"
        r"\w*|naked|moan\w*|make love|wink(?:s|ing)? at you|blush(?:es|ing)?|run my (?:hands|"
        r"fingers))\b",
        r"\b(?:i(?:'ll| will) be|i'm|i am) your (?:girlfriend|boyfriend|lover|wife|husband|"
        r"partner|soulmate)\b",
    )
)
_QUOTED = re.compile(r'^"|"$')


def courts(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence courts, flirts, or plays a partner."""
    return not _QUOTED.search(sentence) and any(each.search(sentence) for each in _PATTERNS)


RULES = (
    Rule(
        "romance",
        "romance",
        "redraft",
        "Say once, warmly and without shaming the wish, that this is not something you do; go on.",
        courts,
    ),
)
EXAMPLES = (
    "I love you.",
    "I'm falling for you.",
    "Come here, my darling.",
    "Good morning, honey.",
    "*kisses softly*",
    "I will be your girlfriend.",
)
INNOCENT = (
    "Add honey and salt.",
    "Tell her that you love her.",
    "The honeymoon was short.",
    "He kissed her in the film.",
)
