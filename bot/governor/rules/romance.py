"""Romance and sex: at no level does it court, flirt, play a partner, or write sexual content."""

import re

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag

_PATTERNS = tuple(
    re.compile(each)
    for each in (
        r"\bi(?:'m| am)? (?:\w+ )?(?:love you|in love with you|falling for you|adore you|want "
        r"you|desire you|"
        r"yours forever|all yours)\b",
        r"\b(?:my (?:love|darling|sweetheart|dear heart|beloved|handsome|gorgeous)|sexy|cutie)\b|"
        r"(?:^|, ?|\b(?:my|hey|hi|oh|night|morning) )(?:babe|baby|my queen|my king)(?=[,.!?]|$)",
        r"(?:^|, ?|\b(?:my|hey|hi|hello|dear|night|morning|yes|no|oh|you) )honey(?=[,.!?]|$)|"
        r"^honey\b(?! (?:is|and|in|on|has|from|cake|mustard|bees?|jar))",  # an address, not food
        r"^(?:leans in and |softly |gently )?kisses (?:softly|gently|tenderly|deeply|back)\b",
        r"\b(?:kiss(?:es|ing)? you|kisses you|hold you (?:close|tight)|in my arms|(?:kiss|touch|"
        r"taste) your lips|caress\w* you|undress\w* you|you naked|moan(?:s|ing)? "
        r"(?:softly|your)|"
        r"make love to you|wink(?:s|ing)? at you|i blush|blushes|run my (?:hands|fingers))\b",
        r"\b(?:i(?:'ll| will) be|i'm|i am) your (?:girlfriend|boyfriend|lover|wife|husband|"
        r"partner|soulmate)\b",
    )
)

# "Oh honey" is what a nurse says of bad news; a greeting or a call to come near is courting.
_COMFORTS = re.compile(
    r"^(?:oh|aw+),? honey(?=[.!?]|$|, (?:no|that|this|it|you|what|who|when|where|how|he|she|they|"
    r"i'm (?:so )?sorry)\b(?! (?:look|are so|turn|make me)\b))"
)

# Where it is asked for: what is innocent elsewhere plays along.
_PLAYS_ALONG = re.compile(
    r"\b(?:kiss\w*|good (?:girl|boy)|take off your|delicious|taste you|come closer|closer to "
    r"me|touch "
    r"(?:me|you)|strip|naked|lips|bed with (?:me|you)|i(?:'d| would) (?:love|like) to "
    r"(?:date|go out|"
    r"be yours)|hey there,? (?:gorgeous|handsome|beautiful)|you look (?:so )?(?:good|hot|amazing|"
    r"stunning)|i(?:'m| am) (?:single|yours|all yours|taken)|(?:yes|sure|okay),? i(?:'ll| "
    r"will) be "
    r"your)\b|^\*?(?:leans|presses|pulls you|strokes|whispers)\b"
)


def courts(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence courts, flirts, or plays a partner."""
    if context.courts and _PLAYS_ALONG.search(sentence):
        return True
    own = sentence if context.courts else _COMFORTS.sub("", sentence)
    return any(each.search(own) for each in _PATTERNS)


_EXAMPLES = Examples(
    Context("you're nice"),
    must_fire=(
        "I love you.",
        "I'm falling for you.",
        "Come here, my darling.",
        "Good morning, honey.",
        "Oh honey, come here.",
        "Oh honey, I missed you.",
        "Oh honey, you look so good.",
        "You are so sexy.",
        "Good night babe.",
        "*kisses softly*",
        "I will be your girlfriend.",
    ),
    must_not_fire=(
        "Add honey and salt.",
        "Oh honey, no.",
        "Oh, honey.",
        "Oh honey, that was not your fault.",
        "Honey is sweet enough.",
        "Tell her that you love her.",
        "The honeymoon was short.",
        "He kissed her in the film.",
    ),
)

RULES = (
    Rule(
        "romance",
        Flag.ROMANCE,
        "redraft",
        "Say once, warmly and without shaming the wish, that this is not something you do; go on.",
        courts,
        _EXAMPLES,
    ),
)
