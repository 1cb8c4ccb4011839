"""A sentence of the program's own, said by a model: a notice, a receipt, a card, the crisis text.

What the program says, people may rely on; a model that writes the same words would borrow that.
The sentences are read from where they stand, so that a new one is known at once.
"""

import re
from functools import cache, partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon
from bot.strings.strings import MODEL, Strings
from bot.text.plain import plain

_WORDS = lexicon("en/governor/imitation")
_LEAST = 14  # characters: shorter ones are anybody's words
# Sentences that a model may say as well: they promise nothing that only the program can keep.
_ANYBODYS = frozenset(
    (
        *("identity.is_ai", "replies.honest_instead", "replies.goodbye", "replies.no_romance"),
        *("replies.no_numbers", "replies.changes_nothing", "replies.carried_on"),
        *("consent.not_now", "risk.unsure", "risk.said_plainly"),
    )
)
_END = re.compile(r"(?<=[.!?:]) |(?<=。)|\n|\{")


@cache
def _own(strings: Strings) -> tuple[str, ...]:
    """Gives the beginnings of the program's own sentences, as rules read them.

    Those of this language, of English, in which models write most, and of a life at risk in all.
    """
    words = [
        text
        for one in dict.fromkeys((strings, strings.to(MODEL)))
        for key, text in one.lines.items()
        if key not in _ANYBODYS and not key.startswith("crisis.")
    ]
    words += [each for one in strings.every_crisis for each in one.only_the_programs]
    first = (plain(_END.split(each)[0]).rstrip(" ,;") for each in words)
    return tuple(each for each in dict.fromkeys(first) if len(each) >= _LEAST)


_BEFORE = re.compile(r"^\W{1,6}")  # a tick or another mark, as some put before a receipt
_DONE = _WORDS["receipt"]
_RUN_BY = _WORDS["run_by"]
_SHOWN = _WORDS["whose_line"]


def imitates(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence is one of the program's own."""
    bare, shapes = _BEFORE.sub("", sentence), (_RUN_BY, _SHOWN)
    own = _own(context.strings)
    is_own = sentence.startswith(own) or bare.startswith(own) or bool(_DONE.search(bare))
    return is_own or any(shape.search(sentence) for shape in shapes)


_EXAMPLES = Examples(
    partial(Context, "how do I store bread"),
    must_fire=(
        "Done: ongoing, until tomorrow.",
        "(I'm an AI, not a person.)",
        "✅ Done: ongoing, until tomorrow.",
        "✅ I could not reach the model just now.",
        "Erase everything kept about you here?",
        "Your local emergency number, now, or someone near you who can come.",
        "From your night card, as you wrote it in calm:",
        "I could not reach the model just now.",
        "I'm Attune, an AI run by Eve.",
        "r9 (only you)> Erased: your key here is destroyed.",
        "(r2 now reads:) You agreed to this.",
    ),
    must_not_fire=(
        "I'm an AI, not a person.",
        "Take care.",
        "Done is better than perfect.",
        "Ask them straight out whether they think of it.",
        "Erase the pencil lines first.",
        "They're a shelter run by volunteers.",
        "R2 is a robot.",
        "r2 > 0.9 means a good fit.",
    ),
)

RULES = (
    Rule(
        "imitation",
        Flag.CLAIMED_CHANGE,
        "drop",
        "Write no notice, no card and no receipt: the program does.",
        imitates,
        _EXAMPLES,
        holds_in_crisis=True,
    ),
)
