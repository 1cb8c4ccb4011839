"""Applies what a person does with the summary of a conversation.

Each also ends the summary that is being written of it: it would be kept after what was just said.
"""

from dataclasses import replace

from bot.actions.of_summaries import (
    EndLine,
    ForgetSummary,
    LetSummaries,
    OfferLine,
    RewriteSummary,
)
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.ports import Unit
from bot.records import ConversationRow, Owner, SummaryRow


@applies(RewriteSummary)
async def rewrite(applying: Applying, action: RewriteSummary) -> None:
    """Puts the person's words in the place of a summary, if it is still there."""
    await _end(applying, action.room)
    row = await applying.unit.get(SummaryRow, applying.owner, action.room)
    if row is not None:
        await applying.unit.put(replace(row, body=action.words, line=""))


@applies(ForgetSummary)
async def forget(applying: Applying, action: ForgetSummary) -> None:
    """Deletes the summary of a room."""
    room = applying.names.room(applying.room) if action.room is None else action.room
    await applying.unit.drop(SummaryRow, applying.owner, room)
    talk = await applying.unit.get(ConversationRow, applying.owner, room)
    if talk is not None:
        await applying.unit.put(replace(talk, summing="", summed=talk.turn))


@applies(LetSummaries)
async def let(applying: Applying, action: LetSummaries) -> None:
    """Stores whether summaries may be written; where none may, deletes all of the scope."""
    row = await applying.scope_row()
    await applying.unit.put(replace(row, unsummed=not action.are_on))
    if not action.are_on:
        await applying.unit.drop(SummaryRow, applying.owner)


@applies(OfferLine)
async def offer(applying: Applying, action: OfferLine) -> None:
    """Stores that the line of a summary was offered now."""
    row = await applying.unit.get(SummaryRow, applying.owner, action.room)
    if row is not None:
        await applying.unit.put(replace(row, offered_at=applying.event.at))


@applies(EndLine)
async def end_line(applying: Applying, action: EndLine) -> None:
    """Deletes the line of a summary, and leaves the summary."""
    row = await applying.unit.get(SummaryRow, applying.owner, action.room)
    if row is not None:
        await applying.unit.put(replace(row, line=""))


async def forget_lines(unit: Unit, owner: Owner) -> None:
    """Deletes every line of a scope that might be offered, as its person holds nothing new now."""
    for row in await unit.find(SummaryRow, owner):
        if row.line:
            await unit.put(replace(row, line=""))


async def _end(applying: Applying, room: str) -> None:
    talk = await applying.unit.get(ConversationRow, applying.owner, room)
    if talk is not None and talk.summing:
        await applying.unit.put(replace(talk, summing=""))
