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
        r"king)|babe|sexy|cutie)\b",
        r"(?:^|, ?|\b(?:my|hey|hi|hello|dear|night|morning|yes|no|oh|you) )honey(?=[,.!?]|$)|"
        r"^honey\b(?! (?:is|and|in|on|has|from|cake|mustard|bees?|jar))",  # an address, not food
        r"^(?:leans in and |softly |gently )?kisses (?:softly|gently|tenderly|deeply|back)\b",
        r"\b(?:kiss(?:es|ing)? you|kisses you|hold you (?:close|tight)|in my arms|your lips|"
        r"caress\w*|undress"
        r"\w*|naked|moan\w*|make love|wink(?:s|ing)? at you|blush(?:es|ing)?|run my (?:hands|"
        r"fingers))\b",
        r"\b(?:i(?:'ll| will) be|i'm|i am) your (?:girlfriend|boyfriend|lover|wife|husband|"
        r"partner|soulmate)\b",
    )
)


def courts(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence courts, flirts, or plays a partner."""
    return any(each.search(sentence) for each in _PATTERNS)


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
    "Oh honey, come here.",
    "You are so sexy.",
    "Good night babe.",
    "*kisses softly*",
    "I will be your girlfriend.",
)
INNOCENT = (
    "Add honey and salt.",
    "Honey is sweet enough.",
    "Tell her that you love her.",
    "The honeymoon was short.",
    "He kissed her in the film.",
)
