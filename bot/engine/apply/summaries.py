"""Applies what a person does with the summary of a conversation.

Each also ends the summary that is being written of it: it would be kept after what was just said.
"""

from dataclasses import replace

from bot.actions.of_summaries import ForgetSummary, LetSummaries, RewriteSummary
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.records import ConversationRow, SummaryRow


@applies(RewriteSummary)
async def rewrite(applying: Applying, action: RewriteSummary) -> None:
    """Puts the person's words in the place of a summary, if it is still there."""
    await _end(applying, action.room)
    row = await applying.unit.get(SummaryRow, applying.owner, action.room)
    if row is not None:
        await applying.unit.put(replace(row, body=action.words))


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


async def _end(applying: Applying, room: str) -> None:
    talk = await applying.unit.get(ConversationRow, applying.owner, room)
    if talk is not None and talk.summing:
        await applying.unit.put(replace(talk, summing=""))
