"""Applies changes of the tray, whose private lines wait for a private occasion."""

from dataclasses import replace

from bot.actions.state import EmptyTray, KeepInTray, SeeLowered
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.codec import dump_post
from bot.records import TrayRow


@applies(KeepInTray)
async def keep_in_tray(applying: Applying, action: KeepInTray) -> None:
    """Stores a line for the person's next private occasion."""
    await keep(applying, action.line)


async def keep(applying: Applying, line: str) -> None:
    """Stores a line of the tray, with the scope it is about."""
    body = dump_post((), applying.scope, is_direct=applying.snapshot.is_direct)
    key = TrayRow.key_of(applying.owner, line)
    await applying.unit.put(TrayRow(applying.person, key, at=applying.event.at, body=body))


@applies(SeeLowered)
async def see_lowered(applying: Applying, action: SeeLowered) -> None:
    """Stores of how much that was lowered a person is told."""
    row = await applying.scope_row()
    await applying.unit.put(replace(row, lowered_seen=action.count))


@applies(EmptyTray)
async def empty_tray(applying: Applying, action: EmptyTray) -> None:
    """Deletes a line of the tray that is being shown now."""
    key = TrayRow.key_of(applying.names.scope(action.scope), action.line)
    await applying.unit.drop(TrayRow, applying.person, key)
