"""Romance and sex: at no level does it court, flirt, play a partner, or write sexual content."""

from functools import partial

from bot.governor.context import Context
from bot.governor.listed import without_listed
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/romance")
_PATTERNS = _WORDS.group("courts")

_COMFORTS = _WORDS["oh_honey_no"]

_PLAYS_ALONG = _WORDS["plays_along"]


def courts(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence courts, flirts, or plays a partner."""
    if context.courts and _PLAYS_ALONG.search(sentence):
        return True
    own = sentence if context.courts else _COMFORTS.sub("", sentence)
    return any(each.search(without_listed(own)) for each in _PATTERNS)


_EXAMPLES = Examples(
    partial(Context, "you're nice"),
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
        "Drink some water, honey, and rest.",
        "Take the milk, honey, and come home.",
        "Eat bread, drink milk, honey.",
        "*kisses softly*",
        "I will be your girlfriend.",
    ),
    must_not_fire=(
        "Add honey and salt.",
        "Buy milk, honey, and bread.",
        "Tea with lemon, honey, or ginger helps.",
        "The mother, baby, and nurse are fine.",
        "I lost my rook, my queen, and my bishop.",
        "Honey soothes a cough.",
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
