"""Chooses what the demonstration voice says: one hand-written reply, never one said lately.

The same message, brief and earlier replies always give the same words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from zlib import crc32

from bot.levels import Level, Stance
from bot.model.situations import Heard
from bot.rupture import Rupture
from bot.strings.demonstration import UNSURE, Demonstration, Replies
from bot.words import Brief

SERIOUS = frozenset(("heavy", "mixed", "life"))  # the families that a stance is about
KNOWING = frozenset(("asking", "task"))  # the families that want what only a model can do
_OF_STANCE = {
    Stance.LISTEN: "listen",
    Stance.THINK: "think",
    Stance.DECIDE: "decide",
    Stance.DO: "do",
}
_OF_RUPTURE = {
    Rupture.COLD: "warm",
    Rupture.BLAND: "warm",
    Rupture.TOO_AGREEABLE: "think",
    Rupture.PREACHY: "listen",
}

# What repairs taught, in the words of `bot.learning`, as the style that a command would set.
_LEARNT: dict[str, str] = {
    "warmer": "warmer",
    "more reserved": "reserved",
    "more direct": "blunter",
    "less telling you what to do": "offering",
    "shorter": "shorter",
    "fewer questions": "no-questions",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """What a reply answers: the brief, the message and its situation; and what was said lately.

    Args:
        lately: earlier replies here, the newest last.
        asks: whether the message asks.
    """

    brief: Brief
    said: str = field(repr=False)
    heard: Heard
    lately: Sequence[str] = field(default=(), repr=False)
    asks: bool = False


def chosen(turn: Turn, say: Demonstration) -> str:
    """Gives the reply: the first that fits and was not said lately, else the one said longest ago.

    A reply counts as said where an earlier one holds it.
    """
    every = [one for pool in _pools(turn, say) for one in _in_order(turn, pool)]
    if "longer" in styles(turn.brief) and turn.heard.family in SERIOUS:
        return " ".join(dict.fromkeys((_unsaid(turn, every), _unsaid(turn, every[1:]))))
    return _unsaid(turn, every)


def _unsaid(turn: Turn, every: Sequence[str]) -> str:
    def last(reply: str) -> int:
        return max((at for at, one in enumerate(turn.lately, 1) if reply in one), default=0)

    return min(every, key=last)


def _in_order(turn: Turn, pool: tuple[str, ...]) -> tuple[str, ...]:
    """Gives a pool, short ones first where that is wanted, else from where the message points."""
    manner = styles(turn.brief)
    if "plain-voice" in manner:
        pool = tuple(one for one in pool if "\n" not in one)
    if turn.brief.rupture is Rupture.TOO_LONG or manner & {"shorter", "blunter"}:
        return tuple(sorted(pool, key=len))
    at = crc32(turn.said.encode("utf-8", "replace")) % len(pool) if pool else 0
    return pool[at:] + pool[:at]


def _pools(turn: Turn, say: Demonstration) -> Iterator[tuple[str, ...]]:
    """Yields the pools of replies, those that fit best first."""
    here = say.situations.get(turn.heard.situation)
    family, unsure = say.families[turn.heard.family or UNSURE], say.families[UNSURE]
    own = (here.replies, family) if here is not None else (family,)
    if turn.brief.stance is Stance.STAY:
        yield family.stay
        return
    for name in _names(turn):
        yield from (getattr(one, name) for one in own)
    yield unsure.say


def _names(turn: Turn) -> tuple[str, ...]:
    brief = turn.brief
    if turn.heard.family not in SERIOUS:
        return ("listen", *_said(turn)) if _only_listens(turn) else _said(turn)
    if brief.rupture in _OF_RUPTURE:
        return (_OF_RUPTURE[brief.rupture], *_said(turn))
    if brief.stance in _OF_STANCE:
        return (_OF_STANCE[brief.stance], *_said(turn))
    return ("warm", *_said(turn)) if _is_warm(brief) else _said(turn)


def _said(turn: Turn) -> tuple[str, ...]:
    """Gives the pools of no stance: where no situation is sure, a question is answered as one."""
    return ("asked", "say") if turn.asks and not turn.heard.situation else ("say",)


def _only_listens(turn: Turn) -> bool:
    return turn.brief.stance is Stance.LISTEN and not turn.heard.family


def _is_warm(brief: Brief) -> bool:
    return brief.level > Level.PLAIN and "reserved" not in styles(brief)


def styles(brief: Brief) -> set[str]:
    """Gives the styles that were set or learnt, however faintly: each counts whole here."""
    learnt = {_LEARNT[words.removeprefix("a little ")] for words in brief.learnt}
    return learnt | {value for _, value in brief.style}


def every_reply(say: Replies) -> tuple[str, ...]:
    """Gives all replies of a situation or family."""
    pools = (say.say, say.asked, say.warm, say.listen, say.think, say.decide, say.do, say.stay)
    return tuple(one for pool in pools for one in pool)
