"""Decides one event: loads a snapshot, decides, and applies, in one unit of work."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.actions.platform import Say
from bot.decide import decide
from bot.engine.ahead import of_event
from bot.engine.apply import Applied, Applying, apply
from bot.engine.dedupe import Dedupe
from bot.engine.load import Gathering, load
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.recent_risk import RecentRisk
from bot.engine.standing import Standing
from bot.events import Event
from bot.ports import Unit
from bot.reading import Reading
from bot.snapshot import House


@dataclass(frozen=True, slots=True)
class Deciding:
    """Decides an event and records the decision, or does neither."""

    names: Pseudonyms
    house: House
    heard: Dedupe
    lately: RecentRisk
    standing: Standing
    begun: Collection[str]  # the replies whose first words are on their way

    async def about(self, event: Event, reading: Reading, unit: Unit) -> Applied | None:
        """Decides an event and applies the decision; None for a duplicate."""
        claim = (self.names.scope(event.scope), event.id)
        as_of = self.standing.as_of(event.scope)
        await unit.read_ahead(*of_event(self.names, event), claim=claim)
        if not await self.heard.is_new(unit, event):
            return None
        lately = self.lately.before(event)
        facts = Gathering(unit, self.names, self.house, reading, lately, self.begun)
        snapshot = await load(facts, event)
        applying = Applying(unit, self.names, event, snapshot)
        applied = await apply(applying, decide(event, snapshot))
        if applied.ask is not None:
            await self.standing.asked(unit, applied.ask, as_of)
        if not snapshot.person.ignored:
            self.lately.note(event, reading.stated)
        for say in (one for one in applied.actions if isinstance(one, Say)):
            self.lately.told(event, say.text)
        return applied
