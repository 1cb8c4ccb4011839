"""Applies what a person says that talking with the bot does to them: kept, and perhaps counted."""

from bot.actions.of_impact import CountThings, KeepImpact
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.counts import count
from bot.impact import NO_IMPACT, dump
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
    """Adds to the counts of the event's month."""
    await count(applying.unit, applying.event.at, action.things)
