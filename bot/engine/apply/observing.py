"""Applies what was observed in a direct message: kept by the day, taken back, answered."""

from dataclasses import replace
from datetime import date, datetime, time

from bot.actions.observing import CorrectObservation, DropObserved, KeepTold, Observe
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.events import MessageDeleted, MessageEdited, MessageSeen
from bot.markers import kept, told
from bot.records import MarkersRow, ObservationRow


@applies(Observe)
async def observe(applying: Applying, action: Observe) -> None:
    """Stores the markers of a message under its hash, at the beginning of its day."""
    event = applying.event
    if not (isinstance(event, MessageSeen) and action.observed):
        return
    key = applying.names.message(applying.room, event.message)
    day = datetime.combine(action.observed[0].day, time(), event.at.tzinfo)
    body = kept.dump(action.observed)
    await applying.unit.put(ObservationRow(applying.owner, key, at=day, body=body))
    await _within_bounds(applying)


async def _within_bounds(applying: Applying) -> None:
    """Drops what is over the bounds: of a day all but the strongest, of a scope the oldest."""
    rows = await applying.unit.find(ObservationRow, applying.owner)
    dated = [(row.at.date() if row.at is not None else date.min, row.body) for row in rows]
    for row, body in zip(rows, kept.bounded(dated), strict=True):
        if not body:
            await applying.unit.drop(ObservationRow, applying.owner, row.key)
        elif body != row.body:
            await applying.unit.put(replace(row, body=body))


@applies(CorrectObservation)
async def correct(applying: Applying, action: CorrectObservation) -> None:
    """Stores other markers of a message that was observed, or forgets that it was."""
    event = applying.event
    if not isinstance(event, MessageEdited | MessageDeleted):
        return
    key = applying.names.message(applying.room, event.message)
    before = await applying.unit.get(ObservationRow, applying.owner, key)
    if before is not None and action.observed:
        await applying.unit.put(replace(before, body=kept.dump(action.observed)))
    elif before is not None:
        await applying.unit.drop(ObservationRow, applying.owner, key)


@applies(KeepTold)
async def keep_told(applying: Applying, action: KeepTold) -> None:
    """Stores what the person heard of each marker and said to it."""
    await applying.unit.put(MarkersRow(applying.owner, body=told.dump(action.told)))


@applies(DropObserved)
async def drop_observed(applying: Applying, action: DropObserved) -> None:
    """Deletes the observations of a marker on some days, or everything that was observed."""
    unit, owner = applying.unit, applying.owner
    for row in await unit.find(ObservationRow, owner):
        body = kept.without(row.body, row.at, action.marker, action.days)
        if body:
            await unit.put(replace(row, body=body))
        else:
            await unit.drop(ObservationRow, owner, row.key)
    if action.marker is None:
        await unit.drop(MarkersRow, owner)
