"""Decides about "data": lists what is kept, gives all of it as files, or asks before an erase."""

from dataclasses import replace

from bot.actions import Action
from bot.commands.values import DataDeed
from bot.decide.decision import told
from bot.decide.erasing import data_card, erase_card
from bot.events import Happening
from bot.export import Everything, files
from bot.snapshot import CommandSnapshot, KeptSnapshot, TapSnapshot

Answer = tuple[Action, ...]


def data(deed: DataDeed, event: Happening, snapshot: CommandSnapshot | TapSnapshot) -> Answer:
    """Gives the answer to "data": what is stored here, the export, or the card before an erase."""
    match deed:
        case DataDeed.LIST:
            return (data_card(event, snapshot),)
        case DataDeed.EXPORT:
            with_them = told(event, snapshot.strings.data.export)
            return (replace(with_them, files=files(_whole(event, snapshot), snapshot.strings)),)
        case DataDeed.ERASE:
            return (erase_card(event, snapshot),)


def _whole(event: Happening, snapshot: KeptSnapshot) -> Everything:
    """Gives all that an export holds: every place only where nobody else reads it."""
    by, contact, is_all = snapshot.house.operator, snapshot.house.contact, snapshot.is_direct
    return Everything(event.person, event.at, snapshot.kept, is_all, by, contact)
