"""Applies what a person says that talking with the bot does to them: kept, and perhaps counted."""

from dataclasses import replace

from bot.actions.of_impact import CountThings, KeepImpact
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.counts import count
from bot.impact import NO_IMPACT, dump, load
from bot.impact.counted import month_of
from bot.records import ImpactRow


@applies(KeepImpact)
async def keep_impact(applying: Applying, action: KeepImpact) -> None:
    """Stores the answers and what was set, or deletes the row where nothing is left."""
    if action.impact == NO_IMPACT:
        await applying.unit.drop(ImpactRow, applying.owner)
    else:
        await applying.unit.put(ImpactRow(applying.owner, body=dump(action.impact)))


@applies(CountThings)
async def count_things(applying: Applying, action: CountThings) -> None:
    """Adds to the counts of the event's month, once a month of a person, whatever the place."""
    at, person = applying.event.at, await applying.person_row()
    month = month_of(at)
    if person.counted_in == month:
        return
    await applying.unit.put(replace(person, counted_in=month))
    await count(applying.unit, at, action.things)


async def shares_no_more(applying: Applying) -> None:
    """Stores that the answers of a scope are not counted, until its person says so again."""
    row = await applying.unit.get(ImpactRow, applying.owner)
    own = load(row.body) if row is not None else NO_IMPACT
    if row is not None and own.is_shared:
        await applying.unit.put(replace(row, body=dump(replace(own, is_shared=False))))
