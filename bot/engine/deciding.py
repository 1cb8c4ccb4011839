"""Decides one event: loads a snapshot, decides, and applies, in one unit of work."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from bot.actions.platform import Say
from bot.decide import Decision, decide
from bot.engine.ahead import of_event
from bot.engine.apply import Applied, Applying, apply
from bot.engine.closing import ClosingDay
from bot.engine.dedupe import Dedupe
from bot.engine.greetings import RoomGreetings
from bot.engine.load import Gathering, Memory, load
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.recent_risk import RecentRisk
from bot.engine.standing import Standing
from bot.events import ChoiceMade, CommandGiven, Event, MessageEdited
from bot.ids import Scope
from bot.made import Called
from bot.ports import Unit
from bot.reading import Reading
from bot.records import NoteRow
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
    closing: ClosingDay | None = None  # None: it never closes
    called: Callable[[Scope], str] = lambda _scope: ""  # a space, as its person sees it
    names_of_models: Called = field(default_factory=Called)
    greetings: RoomGreetings = field(default_factory=RoomGreetings)

    # A refusal in silence gives its claim back: nothing was done and nothing is kept, so it costs
    # no commit, however many come. In this process the event is known all the same; told again
    # after a restart, it is refused again, or answered if there is room for it then. Neither is
    # twice. So does an edit that leads to nothing, as most do: told again, it finds the reply that
    # stands by then, and compares it with the words of now.
    async def about(
        self, event: Event, reading: Reading, unit: Unit, notes: tuple[NoteRow, ...] = ()
    ) -> Applied | None:
        """Decides an event and applies the decision; None for a duplicate."""
        as_of = self.standing.as_of(event.scope, event.where.above)
        await self._read_ahead(event, unit)
        if not await self.heard.is_new(unit, event):
            return None
        snapshot = await load(self._facts(event, reading, unit), event)
        decision = decide(event, snapshot)
        self.greetings.note(event, decision)
        if _leaves_nothing(event, decision):
            await self.heard.release(unit, event)
        applied = await apply(Applying(unit, self.names, event, snapshot), decision)
        if applied.ask is not None:
            await self.standing.asked(unit, applied.ask, as_of)
        await _keep(notes, applied, unit)
        self._note(event, reading, applied)
        return applied

    async def _read_ahead(self, event: Event, unit: Unit) -> None:
        """Reads what nearly every decision needs, in one look; holds first what may be set."""
        if _may_set(event):
            await unit.hold(self.names.space(event.where.space))
        claim = (self.names.scope(event.scope), event.id)
        await unit.read_ahead(*of_event(self.names, event), claim=claim)

    def _facts(self, event: Event, reading: Reading, unit: Unit) -> Gathering:
        greeted = self.greetings.has(event)
        memory = Memory(self.lately.before(event), self.begun, greeted, self.called)
        house = self.house.hearing(self.names_of_models)
        house = self.closing.of(house) if self.closing is not None else house
        house = self.standing.instance.of(house)
        return Gathering(unit, self.names, house, reading, memory)

    def _note(self, event: Event, reading: Reading, applied: Applied) -> None:
        """Remembers what was said of a life at risk, and what was answered."""
        if not applied.snapshot.person.ignored:
            self.lately.note(event, reading.stated)
        for say in (one for one in applied.actions if isinstance(one, Say)):
            self.lately.told(event, say.text)


# Of two admins who set one thing at once, the second decides on what the first left: it is held
# before it is read, or they would read that what they set holds while it was dropped. The lock of
# their person comes before it as everywhere, and every other lock after it.
def _may_set(event: Event) -> bool:
    """Whether an event may set something for its whole space."""
    return event.where.by_admin and isinstance(event, CommandGiven | ChoiceMade)


def _leaves_nothing(event: Event, decision: Decision) -> bool:
    """Whether nothing of an event is to be kept, its claim neither."""
    is_idle_edit = isinstance(event, MessageEdited) and decision.leads_to_nothing
    return is_idle_edit or decision.is_silent_refusal


# A note is there exactly where something else of its event is. It is written in the unit that
# writes the rest, so no crash comes between them. An event of which nothing is kept, as one that is
# refused or of somebody who is ignored, leaves no note. What erases leaves none either: the note
# would be sealed under a new key, made just after the old one was destroyed.
async def _keep(notes: tuple[NoteRow, ...], applied: Applied, unit: Unit) -> None:
    """Keeps a platform's notes of an event beside what was applied, if any of it is kept."""
    is_kept = bool(applied.actions) or applied.ask is not None
    if is_kept and not applied.erased:
        for note in notes:
            await unit.put(note)
