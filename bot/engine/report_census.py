"""The reports of every space, for who runs this: where each stands, its day and state, nobody."""

from dataclasses import dataclass

from bot.engine.reports import Kept, listed, report_in
from bot.ports import Store
from bot.records import NoteRow, Owner
from bot.snapshot import Reported


@dataclass(frozen=True, slots=True)
class OfASpace:
    """A reported message, and the hash by which its space is stored."""

    space: Owner
    report: Reported


async def reported(store: Store) -> tuple[OfASpace, ...]:
    """Gives what was reported in every space, the newest first; all of it is in memory at once."""
    found: dict[Owner, list[Kept]] = {}
    async for row in store.each(NoteRow):
        one = report_in(row)
        if one is not None:
            found.setdefault(row.owner, []).append((row, one))
    every = (OfASpace(space, one) for space, kept in found.items() for one in listed(kept))
    return tuple(sorted(every, key=lambda one: (one.report.at, one.report.link), reverse=True))
