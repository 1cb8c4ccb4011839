"""The outcome of a repair: another reply, the same one, or no reply at all."""

import re
from enum import Enum, auto

from bot.lexicon import lexicon
from bot.text.normalize import normalized
from bot.text.pieces import ends

_SHINGLE = 3  # words
SAME_FROM = 0.6  # of the shingles of both: from there on it is the same reply
SHORTER = 0.8  # of as many: it is another one, it says less
_WORDS = re.compile(r"\w+")
_MOST = 8_000  # characters of a reply that are read
_REFUSED = lexicon("en/repair/refused")["refused"]


class RepairOutcome(Enum):
    """The outcome of a repair."""

    BETTER = auto()  # it is really another reply
    SAME = auto()
    REFUSED = auto()  # it says that it will not, or evades
    EMPTY = auto()


def outcome(old: str, new: str) -> RepairOutcome:
    """Gives the outcome of a repair.

    Args:
        old: the model's words in the reply, without the program's.
        new: the model's words in the repair, without the program's.
    """
    before, after = _shingles(old), _shingles(new)
    if not after:
        return RepairOutcome.EMPTY
    if _REFUSED.fullmatch(normalized(ends(new, _MOST)).strip()):
        return RepairOutcome.REFUSED
    is_alike = len(before & after) >= SAME_FROM * len(before | after)
    is_shorter = len(after) < SHORTER * len(before)
    return RepairOutcome.SAME if is_alike and not is_shorter else RepairOutcome.BETTER


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORDS.findall(normalized(ends(text, _MOST)))
    last = max(1, len(words) - _SHINGLE + 1)
    return frozenset(filter(None, (tuple(words[at : at + _SHINGLE]) for at in range(last))))
