"""Reads what a command may look at; what only some commands need is read for these alone."""

from typing import TypedDict

from bot.commands import ABOUT_A_REPLY, parse, split_note
from bot.decide.reporting import reported_in
from bot.engine.load import asked_for, replies
from bot.engine.load.gathering import Gathering
from bot.engine.reports import Reports
from bot.events import CommandGiven
from bot.ids import MessageId
from bot.records import LedgerRow, RepairRow, Row, StyleRow
from bot.snapshot import CommandSnapshot, Place, Reply, Reported, ReportRoom


class _Kept(TypedDict):
    """What an export, a receipt and an erase are about."""

    ledger: tuple[tuple[int, LedgerRow], ...]
    held: tuple[Row, ...]
    elsewhere_places: tuple[Place, ...]


class _Reporting(TypedDict):
    """What is reported in a space, and whether one report more would be kept."""

    reports: tuple[Reported, ...]
    report_room: ReportRoom


async def of_command(facts: Gathering, event: CommandGiven) -> CommandSnapshot:
    """Reads what a command may look at."""
    owner, given = facts.names.scope(event.scope), parse(event.words)
    name = given.name if given is not None else ""
    return CommandSnapshot(
        **await facts.shared(event),
        **await facts.talk(event, event.scope),
        **await _kept(facts, event, name),
        **await _reporting(facts, event, name),
        reply=await _reply(facts, event, name) if name in ABOUT_A_REPLY else None,
        reading=facts.reading,
        tray=await asked_for.tray(facts, event),
        style=tuple((row.key, row.value) for row in await facts.unit.find(StyleRow, owner)),
        repairs=await facts.unit.find(RepairRow, owner),
        night_card=await asked_for.night_card(facts, event) if name == "night-card" else "",
    )


async def _kept(facts: Gathering, event: CommandGiven, name: str) -> _Kept:
    """Reads what is kept here; other places only where nobody else reads the answer."""
    is_all = name == "data"
    is_elsewhere = is_all and event.where.is_direct
    return {
        "ledger": await asked_for.ledger(facts, event) if is_all or name == "receipt" else (),
        "held": await asked_for.held(facts, event) if is_all else (),
        "elsewhere_places": await asked_for.places(facts, event) if is_elsewhere else (),
    }


async def _reporting(facts: Gathering, event: CommandGiven, name: str) -> _Reporting:
    reports, space = Reports(facts.unit, facts.names), facts.names.space(event.scope.space)
    may_list = name == "reports" and event.where.by_admin
    return {
        "reports": await reports.of(space) if may_list else (),
        "report_room": await reports.room_for(event, reported_in(event, None)),
    }


async def _reply(facts: Gathering, event: CommandGiven, name: str) -> Reply | None:
    """Gives the reply that a command names, else the newest; of another's, none."""
    message = _id_in(event.words)
    row = await facts.post_row(event, message)
    if row is not None:
        return await replies.of_post(facts, row)
    if message is not None and name in ("why", "what-changed"):
        return None  # it is another's, or none
    return await replies.newest(facts, event, is_repaired=name == "what-changed")


def _id_in(words: str) -> MessageId | None:
    """Gives the last word of a command, as it was typed: an id where there is such a message."""
    split = split_note(words)[0].split()
    return MessageId(split[-1]) if len(split) > 2 else None
