"""Applies what an edit or a deletion changes of what is held of a message's words."""

from bot.actions.of_edits import CorrectHeld, ForgetHeld
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies


@applies(CorrectHeld)
async def correct(applying: Applying, action: CorrectHeld) -> None:
    """Stores a line with the words that its message says now."""
    await applying.unit.put(action.row)


@applies(ForgetHeld)
async def forget(applying: Applying, action: ForgetHeld) -> None:
    """Deletes a line that came of a message."""
    row = action.row
    await applying.unit.drop(type(row), row.owner, row.key)
