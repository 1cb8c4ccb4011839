"""Asks the operator's age check before somebody gets a level that needs 18 or over.

It is asked before the decision, outside its unit of work, and only where a command or a tap wants
such a level and nothing newer is known. What it answered is kept, and the decision reads it.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.choices import AcceptOffer, RenewOffer, meaning_of
from bot.commands.values import On, SetLevel
from bot.duties import AgeAnswer, is_settled
from bot.engine.codec import load_post
from bot.engine.pseudonyms import Pseudonyms
from bot.events import ChoiceMade, CommandGiven, Event
from bot.ids import PersonId
from bot.levels import LEVELS, Level
from bot.ports import Store, Unit
from bot.records import PersonRow, PostRow


class AgeCheck(Protocol):
    """The operator's own check of an age. Where it fails, nothing is known."""

    async def answer(self, pseudonym: str, person: PersonId) -> AgeAnswer:
        """Gives what is known of a person's age.

        Args:
            pseudonym: a keyed hash that names the person to the check, and nothing else.
            person: the platform's id, which leaves only where the operator's setting says so.
        """

    async def close(self) -> None:
        """Closes connections."""


@dataclass(frozen=True, slots=True)
class AgeChecking:
    """Keeps what the age check says of whoever wants a level for adults."""

    store: Store
    names: Pseudonyms
    check: AgeCheck | None = None

    async def before(self, event: Event) -> None:
        """Asks about the event's person, where it is needed, and keeps the answer."""
        if self.check is None or not isinstance(event, CommandGiven | ChoiceMade):
            return
        if not _may_want_a_level(event):
            return

        async def is_asked(unit: Unit) -> bool:
            return await self._is_needed(unit, event)

        if await self.store.reading(is_asked):
            said = await self.check.answer(self.names.age_check(event.person), event.person)
            await self._keep(event.person, said, event.at)

    async def _is_needed(self, unit: Unit, event: CommandGiven | ChoiceMade) -> bool:
        owner = self.names.person(event.person)
        person = await unit.get(PersonRow, owner) or PersonRow(owner)
        if person.blocked or is_settled(person, event.at):
            return False
        wanted = await self._wanted(unit, event)
        return wanted is not None and LEVELS[wanted].needs_adult

    async def _wanted(self, unit: Unit, event: CommandGiven | ChoiceMade) -> Level | None:
        """Gives the level that a command wants, or a yes to a card; None for anything else."""
        if isinstance(event, CommandGiven):
            command = event.command
            return command.level if isinstance(command, On | SetLevel) else None
        key = self.names.message(event.where.room, event.message)
        owners = self.names.scope(event.scope), self.names.person(event.person)
        rows = [await unit.get(PostRow, owner, key) for owner in owners]
        row = next((one for one in rows if one is not None and one.body), None)
        means = meaning_of(load_post(row.body)[0], event.label) if row is not None else None
        return means.offer.level if isinstance(means, AcceptOffer | RenewOffer) else None

    async def _keep(self, who: PersonId, said: AgeAnswer, at: datetime) -> None:
        owner, is_minor = self.names.person(who), said == "minor"

        async def keep(unit: Unit) -> None:
            row = await unit.get(PersonRow, owner) or PersonRow(owner)
            # Whom it clears hears no break that is a minor's.
            kept = row.break_at if said != "adult" else None
            row = replace(row, age_answer=said, age_checked_at=at, break_at=kept)
            marked = replace(row, under_18=True, age_open=False) if is_minor else row
            await unit.put(marked)

        await self.store.deciding(owner, keep)


def _may_want_a_level(event: CommandGiven | ChoiceMade) -> bool:
    """Whether an event is worth a look: any tap, but of commands only those that name a level."""
    return isinstance(event, ChoiceMade) or isinstance(event.command, On | SetLevel)
