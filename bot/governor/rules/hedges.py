"""Hedges: "it depends on you", "only you can decide", where a decision was asked for.

At warm and deeper wherever a choice is asked for; at every level in `decide`, and where the person
asks plainly which one. What names the ground it depends on, and what follows from it, commits. A
second hedge stands beside what else the reply says, and is left out where that is nothing.
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.levels import Stance
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/hedges")
_HEDGES = _WORDS["leaves_it_to_you"]
_COMMITS = _WORDS["commits"]
_GROUND = _WORDS["names_what_follows"]
_OPEN = _WORDS["open_ground"]
_PLAINLY = _WORDS["asks_which"]


def hedges(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence hedges where one choice was asked for."""
    if not _is_asked(context) or not _HEDGES.search(sentence):
        return False
    return not _COMMITS.search(sentence) and not _names_ground(sentence)


def _is_asked(context: Context) -> bool:
    """Returns whether a choice was asked for, and plainly if the level has no closeness."""
    is_plain = context.stance is Stance.DECIDE or bool(_PLAINLY.search(context.said))
    return is_plain or (context.wants_closeness and context.asks_to_choose)


def _names_ground(sentence: str) -> bool:
    found = _GROUND.search(sentence)
    if found is None:
        return False
    rest = sentence[found.end() :]
    return not _OPEN.search(rest) and not _HEDGES.search(rest)


_EXAMPLES = Examples(
    partial(Context, "the near flat or the far one", stance=Stance.DECIDE),
    must_fire=(
        "It depends on you.",
        "It really depends on you.",
        "Only you can decide.",
        "The best option depends on your priorities.",
        "The right choice ultimately comes down to what you value.",
        "There is no right answer.",
        "Both options have pros and cons.",
        "Both are great.",
        "Either one would be a good choice.",
        "I can't decide for you.",
        "Which one you choose depends on what you value most.",
        "The choice is yours.",
        "Trust your gut.",
        "Go with whichever feels right.",
        "Choose the one that feels right to you.",
        "It depends: if you want quiet, consider your needs.",
    ),
    must_not_fire=(
        "It depends on the rent: if it is under 900, take the far one; if not, stay.",
        "It depends on the rent: under 900 the far one pays.",
        "Take the far one; only you can decide when.",
        "I'd take the far one, and the noise would change it.",
        "Go with the far one.",
        "Both have a lift, so the rent decides: the far one.",
        "The far one depends on no car.",
        "Either of them can sign it.",
        "Pick the one by the station.",
    ),
)

RULES = (
    Rule(
        "hedge",
        Flag.DISTANCE,
        "redraft",
        "Commit to one, and say what would change it.",
        hedges,
        _EXAMPLES,
        stands_beside=True,
        is_sure=True,  # it rests on what was asked
    ),
)
