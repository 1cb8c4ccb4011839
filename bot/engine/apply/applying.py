"""What the functions that apply one decision share: transaction, rows, and results so far."""

from dataclasses import dataclass, field, replace

from bot.actions.platform import Say
from bot.audit import Noted, OfASpace
from bot.audit.hashes import BY
from bot.engine.codec import Sending, dump
from bot.engine.pseudonyms import Pseudonyms
from bot.events import Event
from bot.ids import RoomId, Scope, SpaceId
from bot.ports import Unit
from bot.records import (
    ConversationRow,
    DecidedSend,
    OutboxRow,
    Owner,
    PersonRow,
    ScopeRow,
    SpaceRow,
    send_key,
)
from bot.snapshot import Snapshot
from bot.stamps import person_at, talk_at


@dataclass(slots=True)
class Applying:
    """One decision while it is applied, in the transaction in which it was decided."""

    unit: Unit
    names: Pseudonyms
    event: Event
    snapshot: Snapshot
    language: str = ""  # the code of the one that its sends are in; empty: the house's
    scope: Scope = field(init=False)  # the one that its state actions hold for
    outbox: Owner = field(init=False)  # owns the rows of its sends; the house after an erase
    sends: list[OutboxRow] = field(default_factory=list)
    erased: list[Scope] = field(default_factory=list)
    standing: list[Sending] = field(default_factory=list)  # takes away lines of erased scopes
    things: list[str] = field(default_factory=list)  # counted at the end, of nobody
    silences: bool = False  # running replies may be out of date now
    noted: list[Noted] = field(default_factory=list)  # for the audit ledger, at its end

    def __post_init__(self) -> None:
        self.scope = self.event.scope
        self.outbox = self.names.scope(self.scope)

    @property
    def owner(self) -> Owner:
        """The owner of the rows in the decision's scope."""
        return self.names.scope(self.scope)

    @property
    def person(self) -> Owner:
        """The owner of the rows that the event's person has in all scopes."""
        return self.names.person(self.event.person)

    @property
    def room(self) -> RoomId:
        """The room of the event, where its sends appear."""
        return self.event.where.room

    async def scope_row(self) -> ScopeRow:
        """Gives the row of the decision's scope, or a new one."""
        return await self.unit.get(ScopeRow, self.owner) or ScopeRow(self.owner)

    async def space_row(self, space: SpaceId) -> SpaceRow:
        """Gives the row of a space that is about to change, locked until the transaction ends."""
        owner = self.names.space(space)
        await self.unit.hold(owner)
        return await self.unit.get(SpaceRow, owner) or SpaceRow(owner)

    async def person_row(self) -> PersonRow:
        """Gives the row of the event's person, or a new one."""
        row = await self.unit.get(PersonRow, self.person) or PersonRow(self.person)
        return person_at(row, self.event.at)

    async def talk(self) -> ConversationRow:
        """Gives the conversation in the event's room, or a new one that begins with the event."""
        owner, room = self.names.scope(self.event.scope), self.names.room(self.room)
        kept = await self.unit.get(ConversationRow, owner, room)
        at = self.event.at
        new = ConversationRow(owner, room, started_at=at, last_at=at)
        kept = talk_at(kept, at) if kept is not None else new
        return kept if kept.started_at is not None else new

    async def send(self, sending: Sending) -> None:
        """Puts a send into the outbox under a key derived from the event (idempotent)."""
        place = len(self.sends)
        sending = replace(sending, language=self.language)
        if isinstance(sending.action, Say) and sending.action.scope is not None:
            sending = replace(sending, scope=self.event.scope)  # its choices name their own
        key = send_key(DecidedSend(self.names.event(self.event.id), place))
        row = OutboxRow(self.outbox, key, at=self.event.at, place=place, body=dump(sending))
        self.sends.append(row)
        await self.unit.put(row)

    async def audit(self, act: OfASpace) -> None:
        """Records an act of an admin in the chain of the event's space, with the act or not at all.

        Whoever did it is named by a hash that ends with the key of their scope. It is written when
        all else is, as the lock of a chain comes last.
        """
        doer = await self.unit.subject(self.owner, BY)
        self.noted.append(Noted(act, self.event.at, doer=doer))

    async def write_audit(self) -> None:
        """Appends what was recorded to the chain of the event's space."""
        space = self.names.space(self.event.where.space)
        for one in self.noted:
            await self.unit.trail.append(space, one)
