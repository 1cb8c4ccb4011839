"""What the operator does with all that is kept of a person: copies it, or erases it.

Each act is recorded under its person, and told to them once, on their next private occasion. The
record is written in the unit that reads or erases: no act is without one. A copy holds nothing that
only its person reads.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.audit import INSTANCE, Noted, hashes
from bot.audit.acts import PersonCopied, PersonErased
from bot.consent import purposes
from bot.engine.codec import Sending, dump, dump_post
from bot.engine.erasing import Erasing
from bot.engine.everything import everything
from bot.engine.only_theirs import without
from bot.engine.passing import Passing
from bot.engine.places import Places
from bot.engine.pseudonyms import Pseudonyms
from bot.export import KeptIn
from bot.ids import EventId, PersonId, Scope, SpaceId
from bot.ports import Store, Unit
from bot.records import (
    COPIED,
    ERASED,
    HOUSE,
    DecidedSend,
    LedgerRow,
    OperatorActRow,
    OutboxRow,
    Owner,
    ScopeRow,
    TrayRow,
    hour,
    send_key,
)

NOWHERE = Scope(SpaceId(""), PersonId(""))  # what a line is about that is about no place


@dataclass(frozen=True, slots=True)
class OperatorActs:
    """Acts of the operator on one person, each in one unit of work under that person's lock.

    Args:
        event: names the act among all events; no other act has it.
    """

    store: Store
    names: Pseudonyms
    at: datetime
    event: EventId

    async def copied(self, person: PersonId) -> tuple[KeptIn, ...]:
        """Gives what others may read of all that is kept of a person; of a stranger nothing."""

        async def copy(unit: Unit) -> tuple[KeptIn, ...]:
            found = await self._everything(unit, person)
            if found:
                owner = self.names.person(person)
                await self._noted(unit, owner, COPIED)
                about = await unit.subject(owner, hashes.ABOUT)
                await unit.trail.append(INSTANCE, Noted(PersonCopied(), self.at, about=about))
            return tuple(map(without, found))

        return await self.store.deciding(self.names.person(person), copy)

    async def erased(self, person: PersonId) -> bool:
        """Erases all that is kept of a person, as they could; False where nothing was."""

        async def erase(unit: Unit) -> bool:
            if not await self._everything(unit, person):
                return False
            owner = self.names.person(person)
            about = await unit.subject(owner, hashes.ABOUT)  # which the erase makes unlinkable
            acts = await unit.find(OperatorActRow, owner)
            untold = [row for row in await unit.find(TrayRow, owner) if row.line == COPIED]
            await self._erase(unit, person)
            for row in (*acts, *untold):
                await unit.put(row)
            await self._noted(unit, owner, ERASED)
            await unit.trail.append(INSTANCE, Noted(PersonErased(), self.at, about=about))
            return True

        return await self.store.deciding(self.names.person(person), erase)

    async def _everything(self, unit: Unit, person: PersonId) -> tuple[KeptIn, ...]:
        found = await everything(unit, self.names, person)
        return found if any(found) else ()

    async def _scopes(self, unit: Unit, person: PersonId) -> list[Scope]:
        every = await Places(unit, self.names).of(self.names.person(person))
        return [one.scope for one in every]

    async def _erase(self, unit: Unit, person: PersonId) -> None:
        scopes, erasing = await self._scopes(unit, person), Erasing(unit, self.names, person)
        standing: list[Sending] = []
        for scope in scopes:
            owner = self.names.scope(scope)
            standing += await Passing(unit, self.names).standing(owner)
            await self._withdraw(unit, owner)
            await erasing.scope(scope)
        await unit.erase(self.names.episode(person))
        await erasing.rest()
        await self._send(unit, standing)
        if scopes:
            await erasing.forget_elsewhere(self.event, self.at, scopes)

    async def _withdraw(self, unit: Unit, owner: Owner) -> None:
        """Ends what the person agreed to in a scope, in the ledger too, before its key goes."""
        row = await unit.get(ScopeRow, owner)
        if row is None or not row.state:
            return
        entry = LedgerRow(
            subject=await unit.subject(owner, "consent"),
            state="withdrawn",
            level=0,
            purposes=purposes(
                memory=row.memory,
                notices=row.notices,
                functioning=row.functioning,
                loops=row.loops,
            ),
            policy=row.policy,
            at=hour(self.at),
            message=await unit.subject(owner, f"event {self.event}"),
        )
        await unit.append(entry)

    async def _send(self, unit: Unit, standing: Iterable[Sending]) -> None:
        """Takes away the lines of a crisis that stand in shared rooms, at the next start."""
        for place, sending in enumerate(standing):
            key = send_key(DecidedSend(self.names.event(self.event), place))
            await unit.put(OutboxRow(HOUSE, key, at=self.at, place=place, body=dump(sending)))

    async def _noted(self, unit: Unit, person: Owner, act: str) -> None:
        await unit.put(OperatorActRow(person, self.names.event(self.event), act, self.at))
        line = TrayRow.key_of(self.names.scope(NOWHERE), act)
        body = dump_post((), NOWHERE, is_direct=True)
        await unit.put(TrayRow(person, line, at=self.at, body=body))
