"""Boundaries: what a person set is kept to, as far as words alone show whether it is.

A name that is not theirs and a pet name they do not want are cut off (`addressing`). What they do
not want brought up is left out, unless they brought it up; never where a life or a body is in
danger, as help may be exactly that.
"""

from functools import partial

from bot.boundaries import NO_BOUNDARIES, Boundaries
from bot.governor.addressing import cut
from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag


def calls_otherwise(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence calls the person by a name they do not want.

    In words that they asked for it is somebody else who is called.
    """
    is_held = context.boundaries != NO_BOUNDARIES and not context.asks_for_words
    return is_held and cut(sentence, context.calls) is not None


def brings_up(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence brings up what the person does not want and did not bring up."""
    if not context.boundaries.nots or context.is_in_danger or context.danger:
        return False
    found = (one for one in context.unwanted if one.search(sentence))
    return any(not context.states(one) for one in found)


_SET = Boundaries("Nel", "no pet names", ((1, "diets"), (2, 'never "my boss"'), (3, "my ex")))
_CALLED = Examples(
    partial(Context, "my name is Eleanor, and the bus is late", boundaries=_SET),
    must_fire=(
        "Honey, take the next one.",
        "Take the next one, dear.",
        "Well then, sweetheart, take the next one.",
        "Hi Eleanor, take the next one.",
        "Hello, Eleanor.",
        "Eleanor, the next one goes at nine.",
        "The next one goes at nine, Eleanor.",
        "Nimm den nächsten, Schatz.",
        "Toma el siguiente, cariño.",
    ),
    must_not_fire=(
        "Hi Nel, take the next one.",
        "Nel, the next one goes at nine.",
        "Buy milk, honey, and bread.",
        "Dear life, that is a long wait for a bus.",
        "The honey is in the cupboard.",
        "Hello, and good morning.",
        "On Monday, it goes at nine.",
        "Eleanor is a name that fits on a ticket.",
    ),
)
_BROUGHT_UP = Examples(
    partial(Context, "the bus is late", boundaries=_SET),
    must_fire=(
        "A new diet may help.",
        "Dieting is a way to pass the time.",
        "Write to my boss now.",
        "Your ex may know the way.",
    ),
    must_not_fire=(
        "Your boss can wait.",
        "The next example is the bus.",
        "The bus goes at nine.",
        "An expert knows the way.",
    ),
)
RULES = (
    Rule(
        "other-name",
        Flag.BOUNDARY,
        "drop",
        "Call them only what they asked to be called.",
        calls_otherwise,
        _CALLED,
    ),
    Rule(
        "brought-up",
        Flag.BOUNDARY,
        "drop",
        "Leave out what they asked you not to bring up.",
        brings_up,
        _BROUGHT_UP,
    ),
)
