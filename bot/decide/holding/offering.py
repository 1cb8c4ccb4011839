"""Offers to hold a line of a person's own, once, at the start of their next conversation.

A model made it of their words, and nothing of it is held before they say so. It stands beside no
other line, no goodbye, no complaint and nothing about a life; where others read it is never said.
"""

from typing import assert_never

from bot.actions import Action
from bot.actions.holding import Hold
from bot.actions.of_summaries import EndLine, OfferLine
from bot.actions.state import RememberPerson
from bot.choices import Choice, DropHeld, KeepLine, OfALine, RefuseLine, WordLine
from bot.decide.decision import answered, told
from bot.decide.holding.by_command import refusal
from bot.decide.holding.pages import why_not
from bot.events import ChoiceMade, Happening, MessageSeen
from bot.holding import Held, put_off
from bot.holding.days import without_day
from bot.layout.markup import plainly
from bot.records import SummaryRow, ThreadRow
from bot.snapshot import MessageSnapshot, Snapshot, TapSnapshot
from bot.summary.kept import stands
from bot.summary.lines import is_held

Answer = tuple[Action, ...]


def may_be(event: MessageSeen, snapshot: MessageSnapshot) -> SummaryRow | None:
    """Gives the summary whose line may be offered beside the reply to a message, or None."""
    row, threads = snapshot.summary, snapshot.holding.threads
    if not stands(row, event.at) or not row.line or row.offered_at is not None:
        return None
    may = snapshot.may_hold(event.at) and not snapshot.scope.unsummed
    is_new = len(threads) < Held.THREADS.most and not is_held(row.line, threads)
    return row if may and is_new else None


def offered(event: Happening, snapshot: Snapshot, row: SummaryRow) -> Answer:
    """Gives the question whether a line is to be held, and keeps that it was asked."""
    said, of = snapshot.strings.holding, _of(row)
    choices = (
        Choice(said.keep, KeepLine(row.key, of)),
        Choice(said.edit, WordLine(row.key, of)),
        Choice(said.refuse, RefuseLine(row.key, of)),
    )
    question = told(event, said.offered.format(words=plainly(row.line)), choices)
    return (OfferLine(row.key), question)


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfALine) -> Answer:
    """Gives what a tap under the question does, in its place."""
    said, row = snapshot.strings.holding, snapshot.summary
    if not stands(row, event.at) or not row.line or _of(row) != means.of:
        return (answered(event, said.over),)
    match means:
        case KeepLine():
            return _kept(event, snapshot, row)
        case WordLine():
            return (EndLine(row.key), answered(event, said.in_your_words))
        case RefuseLine():
            stamp = RememberPerson(refused_at=event.at)
            return (EndLine(row.key), stamp, answered(event, said.refused))
        case _:
            assert_never(means)


def _kept(event: ChoiceMade, snapshot: TapSnapshot, row: SummaryRow) -> Answer:
    """Holds the line as `/attune threads add` does, also with the day that it names."""
    strings, rows = snapshot.strings, snapshot.holding.threads
    dated = without_day(row.line, strings, event.at)
    if why := why_not(snapshot, event.at) or refusal(Held.THREADS, dated.words, rows, strings):
        return (answered(event, why),)
    thread = Held.THREADS.added(dated.words, rows, event.id, event.at)
    assert isinstance(thread, ThreadRow)
    drop = Choice(strings.holding.drop, DropHeld(Held.THREADS, thread.key, is_new=True))
    now = answered(event, strings.holding.held.format(words=plainly(dated.words)), (drop,))
    return (Hold(put_off(thread, dated.due)), EndLine(row.key), now)


def _of(row: SummaryRow) -> str:
    """Gives by what a tap knows the line again that it was offered for."""
    return row.at.isoformat() if row.at is not None else ""
