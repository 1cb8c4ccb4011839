"""Loads the snapshot of a command; what only some commands need is read for these alone."""

from typing import TypedDict

from bot.audit import Entry
from bot.commands.values import (
    AboutAReply,
    Command,
    Data,
    ListAudit,
    ListReports,
    MyNoticed,
    MySummary,
    Reach,
    Receipt,
    Repair,
    WhatChanged,
    Why,
)
from bot.decide.reporting import reported_in
from bot.engine.load import asked_for, held, impact, observed, replies, study
from bot.engine.load.gathering import Gathering
from bot.engine.load.used import with_used
from bot.engine.reports import Reports
from bot.events import CommandGiven
from bot.export import KeptIn
from bot.impact import Impact
from bot.impact.study import Study
from bot.records import LedgerRow, RepairRow, StyleRow, SummaryRow
from bot.snapshot import (
    CommandSnapshot,
    Observed,
    Place,
    Reply,
    Reported,
    ReportRoom,
    Snapshot,
)


class _Kept(TypedDict):
    """The rows that an export, a receipt or an erase is about."""

    ledger: tuple[tuple[int, LedgerRow], ...]
    kept: tuple[KeptIn, ...]
    elsewhere_places: tuple[Place, ...]


class _Reporting(TypedDict):
    """The reports of a space, whether one more would be stored, and what was changed there."""

    audit: tuple[Entry, ...]

    reports: tuple[Reported, ...]
    report_room: ReportRoom


class _Shown(TypedDict):
    """What one command alone shows or changes, each read for that command only."""

    summary: SummaryRow | None
    impact: Impact
    study: Study | None
    observed: Observed


async def of_command(facts: Gathering, event: CommandGiven) -> CommandSnapshot:
    """Loads the snapshot of a command."""
    owner = facts.names.scope(event.scope)
    shared = await facts.shared(event)
    return CommandSnapshot(
        **shared,
        **await facts.talk(event, event.scope),
        **await _kept(facts, event),
        **await _reporting(facts, event),
        **await _shown(facts, event, Snapshot(**shared)),
        reply=await _about(facts, event),
        reading=facts.reading,
        sets_stop_word=facts.sets_stop_word(event, shared["preferences"]),
        tray=await asked_for.tray(facts, event),
        style=tuple((row.key, row.value) for row in await facts.unit.find(StyleRow, owner)),
        repairs=await facts.unit.find(RepairRow, owner),
        holding=await held.of_command(facts, event, shared["scope"]),
        room=facts.names.room(event.where.room),
    )


async def _kept(facts: Gathering, event: CommandGiven) -> _Kept:
    """Reads the rows of this scope; other places only if nobody else reads the answer."""
    is_all = isinstance(event.command, Data)
    is_receipt, is_elsewhere = isinstance(event.command, Receipt), is_all and event.where.is_direct
    return {
        "ledger": await asked_for.ledger(facts, event) if is_receipt else (),
        "kept": await asked_for.kept(facts, event) if is_all else (),
        "elsewhere_places": await asked_for.places(facts, event) if is_elsewhere else (),
    }


async def _reporting(facts: Gathering, event: CommandGiven) -> _Reporting:
    reports, space = Reports(facts.unit, facts.names), facts.names.space(event.scope.space)
    may_list = isinstance(event.command, ListReports) and event.where.by_admin
    return {
        "reports": await reports.of(space) if may_list else (),
        "report_room": await reports.room_for(event, reported_in(event, None)),
        "audit": await asked_for.audit(facts, space) if _may_audit(event) else (),
    }


def _may_audit(event: CommandGiven) -> bool:
    return isinstance(event.command, ListAudit) and event.where.by_admin


async def _shown(facts: Gathering, event: CommandGiven, known: Snapshot) -> _Shown:
    return {
        "summary": await _summary(facts, event),
        "impact": await impact.of_command(facts, event),
        "study": await study.of_command(facts, event),
        "observed": await _observed(facts, event, known),
    }


async def _summary(facts: Gathering, event: CommandGiven) -> SummaryRow | None:
    if not isinstance(event.command, MySummary):
        return None
    owner, room = facts.names.scope(event.scope), facts.names.room(event.where.room)
    return await facts.unit.get(SummaryRow, owner, room)


async def _observed(facts: Gathering, event: CommandGiven, known: Snapshot) -> Observed:
    match event.command:
        case MyNoticed() if event.where.is_direct:
            return await observed.shown(facts, event.scope, event.at)
        case Repair():
            return await observed.of_repair(facts, event, event.scope, known)
    return Observed()


async def _about(facts: Gathering, event: CommandGiven) -> Reply | None:
    """Gives the reply that a command is about; who asks why also what it used."""
    match event.command:
        case Why():
            return await with_used(facts, await _reply(facts, event, event.command))
        case Repair() | WhatChanged():
            return await _reply(facts, event, event.command)
    return None


async def _reply(facts: Gathering, event: CommandGiven, command: Command) -> Reply | None:
    """Gives the reply that a command names, else the newest; None for another person's."""
    if isinstance(command, Reach):
        return await replies.newest(facts, event)
    if not isinstance(command, AboutAReply):
        return None
    row = await facts.post_row(event, command.named)
    if row is not None:
        return await replies.of_post(facts, row)
    if command.named is not None and not isinstance(command, Repair):
        return None  # it is another's, or none
    return await replies.newest(facts, event, is_repaired=isinstance(command, WhatChanged))
