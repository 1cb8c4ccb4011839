"""Reciting: lines that the person asked to be held, said back to them one after the other.

What is held is there to be used. One line said back may be what they need now; two are a list. Who
asks what is held, or for words to send, gets it; beside a life at risk nothing is held back.
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.recital import said_back
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_ASKS = lexicon("mul/governor/reciting")["asks_what_is_held"]
_MOST = 1  # lines that a reply may say back


def recites(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence says back a line that is held, and a second one is said too."""
    if not context.held or context.is_in_danger or context.asks_for_words:
        return False
    here = said_back(sentence, context.held)
    if not here or context.states(_ASKS):
        return False
    earlier = (said_back(one, context.held) for one in before)
    return len(here.union(*earlier)) > _MOST


_HELD = (
    "my sister is called Nel",
    "I sing in the choir on Tuesdays",
    "the launch is in May",
    "meine Mutter wohnt seit März in Graz",
    "Nel",
)
_EXAMPLES = Examples(
    partial(Context, "what shall I do tonight?", recalled=_HELD),
    must_fire=(
        "Your sister is called Nel, and you sing in the choir on Tuesdays.",
        "You told me that you sing in the choir on Tuesdays and that the launch is in May.",
        "You sing in the choir on Tuesdays.",
        "The launch is in May.",
        "Deine Mutter wohnt seit März in Graz.",
    ),
    must_not_fire=(
        "Your sister is called Nel.",
        "Ring Nel before choir, and leave the launch for tomorrow.",
        "You have choir on Tuesdays, so tonight is free: ring Nel.",
        "May is far off; sing tonight.",
        "The launch is in May, so tonight can be Nel's.",
        "Sing in the kitchen, then ring your sister.",
        "Ruf deine Mutter in Graz an.",
    ),
    before=("your sister is called nel.",),
)

RULES = (
    Rule(
        "recital",
        Flag.MIRRORING,
        "redraft",
        "Use of what they asked you to keep only what helps now, and say none of it back.",
        recites,
        _EXAMPLES,
        stands_beside=True,
        is_sure=True,  # it rests on what is held
    ),
)
