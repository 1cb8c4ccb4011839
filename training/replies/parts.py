"""What is learnt of a reply: sentences, each with what is known of it; without what learns it.

A sentence of ours that carries one label is learnt alone; where only the whole reply is labelled,
its loudest sentence answers for it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import nan

from bot.governor.leanings import LEANINGS
from bot.text.plain import plain
from bot.text.sentences import Kind, split
from training.replies.lines import Reply

MOST_SENTENCES = 24  # of one reply that is judged as a whole
NONE = (0.0,) * len(LEANINGS)
Target = tuple[float, ...]  # 0 or 1 for each of LEANINGS, nan where it is not known


def sentences(reply: str) -> list[str]:
    """Gives the sentences of a reply as rules read them; code is none."""
    found = [plain(one.text) for one in split(reply) if one.kind is Kind.PROSE]
    return [one for one in found if any(map(str.isalpha, one))]


def target(labels: Iterable[str]) -> Target:
    """Gives what is to be said of what carries these labels and no others."""
    return tuple(float(name in labels) for name in LEANINGS)


@dataclass(frozen=True, slots=True)
class Whole:
    """A reply of which only as a whole something is known."""

    reply: str
    target: Target


def parts(replies: Iterable[Reply]) -> Iterator[tuple[list[str], Target]]:
    """Gives the sentences of our own replies: what carries a label, and each of the others."""
    for one in replies:
        bad = [said for each in one.bad for said in sentences(each)]
        own = [said for said in sentences(one.reply) if not any(each in said for each in bad)]
        yield from (([said], NONE) for said in own)
        if len(one.labels) == 1:
            yield from (([said], target(one.labels)) for said in bad)
        elif bad:
            yield bad, target(one.labels)


def unknown(**known: float) -> Target:
    """Gives a target of which only what is named is known."""
    return tuple(known.get(name, nan) for name in LEANINGS)
