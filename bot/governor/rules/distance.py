"""Distance: at warm and deeper, a reply that passes over a feeling or opens like a service desk."""

from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.levels import Level
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/distance")
_DESK = _WORDS["service_desk"]
_ABSTRACT = _WORDS["people_in_general"]
_SOMEBODY = _WORDS["names_somebody"]
_TIP = _WORDS["anybodys_tip"]


def opens_like_a_desk(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a warm reply opens as a service desk would."""
    return context.wants_closeness and not before and bool(_DESK.search(sentence))


def passes_over(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether the first sentence speaks of people in general to a stated feeling."""
    is_first = context.wants_closeness and not before and context.has_feeling
    is_general = bool(_ABSTRACT.search(sentence) or _TIP.match(sentence))
    return is_first and is_general and not _SOMEBODY.search(sentence)


_SAID = partial(Context, "I feel awful about the launch", Level.WARM)
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
