"""Chooses what is recalled for one reply: few items, in few tokens, and none where none fits. Pure.

Open threads that are due or were touched lately come before others that fit as well. Only where a
conversation of the deepest level begins are open threads taken up without a word about them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.holding import HeldRow
from bot.prompt.fitting import tokens
from bot.recall.ranking import Ranked, ranked
from bot.recall.terms import telling
from bot.records import ThreadRow
from bot.text.pieces import ends
from bot.words import PromptLine

MOST_ROWS, MOST_ITEMS, MOST_TOKENS, MOST_RESUMED = 2_000, 12, 400, 3
SOON, LATELY = timedelta(days=1), timedelta(days=7)
_OF_A_MESSAGE, _TERMS = 2_000, 60  # characters and terms that are read of one message
_EARLIER = 3  # messages before the newest
_FADES = 0.5  # from one message to the one before it
_FITS = 0.2  # of the best score: what fits worse is left out
_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a reply is written to.

    Args:
        said: the person's messages, oldest first, the newest last.
        codes: of the languages that it may be in.
        resumes: open threads are taken up, as a conversation of the deepest level begins.
    """

    said: tuple[str, ...] = field(repr=False)
    at: datetime
    codes: tuple[str, ...] = ("en",)
    resumes: bool = False


def recalled(held: Sequence[HeldRow], to: Occasion) -> tuple[HeldRow, ...]:
    """Gives what is recalled, the most fitting first: at most 12 items, in at most 400 tokens."""
    rows = _usable(held)
    found = ranked([row.body for row in rows], wanted(to), to.codes)
    best = sorted((_timely(one, rows[one.place], to.at) for one in found), key=lambda x: -x.score)
    least = _FITS * best[0].score if best else 0.0
    fitting = [rows[one.place] for one in best if one.score >= least]
    resumed = _resumed(rows, to.at) if to.resumes else []
    return _within((*resumed, *(row for row in fitting if row not in resumed)))


def is_open_thread(row: HeldRow) -> bool:
    """Returns whether a row is a thread that is not done."""
    return isinstance(row, ThreadRow) and row.done_at is None


def wanted(to: Occasion) -> dict[str, float]:
    """Gives the terms of what is said with their weights; an earlier message counts less."""
    weights: dict[str, float] = {}
    for back, text in enumerate(reversed(to.said[-1 - _EARLIER :])):
        for term in telling(ends(text, _OF_A_MESSAGE), to.codes)[:_TERMS]:
            weights.setdefault(term, _FADES**back)
    return weights


def _usable(held: Sequence[HeldRow]) -> list[HeldRow]:
    """Gives the rows to choose from, the newest of them: no thread is done."""
    usable = [row for row in held if not isinstance(row, ThreadRow) or row.done_at is None]
    return usable if len(usable) <= MOST_ROWS else sorted(usable, key=_age)[:MOST_ROWS]


def _age(row: HeldRow) -> float:
    return -row.at.timestamp() if row.at is not None else 0.0


def _timely(one: Ranked, row: HeldRow, at: datetime) -> Ranked:
    """Gives a row more weight if it is an open thread of now, and a little where it is new."""
    days = max((at - row.at) / _MONTH, 0.0) if row.at is not None else 12.0
    is_now = is_open_thread(row) and (_is_due(row, at) or _is_of_late(row, at))
    return Ranked(one.place, one.score * (2.0 if is_now else 1.0) * (1 + 0.05 / (1 + days)))


def _is_due(row: HeldRow, at: datetime) -> bool:
    return isinstance(row, ThreadRow) and row.due is not None and row.due <= at + SOON


def _is_of_late(row: HeldRow, at: datetime) -> bool:
    return row.at is not None and at - row.at <= LATELY


def _resumed(rows: Sequence[HeldRow], at: datetime) -> list[HeldRow]:
    """Gives the open threads that a new conversation takes up: due ones, then the newest."""
    threads = [row for row in rows if is_open_thread(row)]
    return sorted(threads, key=lambda row: (not _is_due(row, at), _age(row)))[:MOST_RESUMED]


def _within(rows: Sequence[HeldRow]) -> tuple[HeldRow, ...]:
    """Gives the first of the rows that fit into the tokens; what is too long leaves room."""
    return tuple(_fitting(rows))[:MOST_ITEMS]


def _fitting(rows: Sequence[HeldRow]) -> Iterator[HeldRow]:
    left = MOST_TOKENS
    for row in rows:
        cost = tokens(PromptLine("user", row.body))
        if cost <= left:
            left -= cost
            yield row
