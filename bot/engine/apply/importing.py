"""Applies what is done with a file that its person brought: it waits for a tap, and goes."""

from bot.actions.of_importing import ForgetBrought, KeepBrought
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.records import BroughtRow


@applies(KeepBrought)
async def keep_brought(applying: Applying, action: KeepBrought) -> None:
    """Stores what a file brings, in the place of any that waits in this scope."""
    for row in await applying.unit.find(BroughtRow, applying.owner):
        await applying.unit.drop(BroughtRow, applying.owner, row.key)
    row = BroughtRow(applying.owner, action.key, applying.event.at, action.body)
    await applying.unit.put(row)


@applies(ForgetBrought)
async def forget_brought(applying: Applying, action: ForgetBrought) -> None:
    """Deletes what a file brings."""
    await applying.unit.drop(BroughtRow, applying.owner, action.key)
