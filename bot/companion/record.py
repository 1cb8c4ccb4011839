"""Record: what a decision changes, written in the transaction of the decision."""

from dataclasses import dataclass, field, replace
from typing import assert_never

from bot.actions import (
    Action,
    AnswerCard,
    Ask,
    Delete,
    EmptyTray,
    Erase,
    Freeze,
    KeepInTray,
    MarkUnder18,
    PauseUntil,
    PutBack,
    RaiseEpoch,
    React,
    RecordConsent,
    RememberPerson,
    Replace,
    Say,
    SetCeiling,
    SetStance,
    SetStyle,
    StopReplies,
    TouchConversation,
    Unfreeze,
    Unlearn,
)
from bot.companion.names import Names
from bot.companion.written import Sending, dump, dump_post
from bot.consent import PURPOSES, applied, may_follow
from bot.events import Event
from bot.ids import RoomId, Scope, SpaceId
from bot.known import Known, corrections_of, talk_id, with_corrections
from bot.ports import Unit
from bot.rows import (
    HOUSE,
    OF_A_SCOPE,
    AskRow,
    ConversationRow,
    DueRow,
    LedgerRow,
    OutboxRow,
    Owner,
    PersonRow,
    ReplyRow,
    ScopeRow,
    SpaceRow,
    StyleRow,
    TrayRow,
)
from bot.turn import Turn

ERASE_FROZEN = "erase-frozen"


@dataclass(slots=True)
class Recording:
    """Writes one turn; what it put on its way is in `sends` and `ask` afterwards."""

    unit: Unit
    names: Names
    event: Event
    known: Known
    sends: list[OutboxRow] = field(default_factory=list)
    ask: AskRow | None = None
    silences: bool = False
    _scope: Scope = field(init=False)
    _outbox: Owner = field(init=False)
    _is_erased: bool = False

    def __post_init__(self) -> None:
        self._scope = self.event.scope
        self._outbox = self.names.scope(self.event.scope)

    async def turn(self, turn: Turn) -> None:
        """Writes every action, then the ask."""
        self._scope = turn.scope or self.event.scope
        for action in turn.actions:
            await self._one(action)
        if turn.ask is not None:
            await self._asked(turn.ask)

    @property
    def _owner(self) -> Owner:
        return self.names.scope(self._scope)

    async def _one(self, action: Action) -> None:
        match action:
            case Say() | Replace() | React() | Delete():
                await self._send(Sending(self._room, self._scope, self._is_direct, action))
            case RecordConsent():
                await self._consent(action)
            case PauseUntil(until):
                await self.unit.put(replace(await self._scope_row(), paused_until=until))
            case RaiseEpoch(of):
                await self._raise(of)
            case StopReplies():
                await self._stop(action)
            case SetStance(stance):
                await self.unit.put(replace(await self._talk(), stance=stance or ""))
            case SetStyle():
                await self._style(action)
            case SetCeiling(space, level):
                await self.unit.put(replace(await self._space_row(space), ceiling=int(level)))
            case MarkUnder18():
                await self.unit.put(replace(await self._person_row(), under_18=True))
            case Freeze():
                await self._freeze(action)
            case Unfreeze():
                await self._unfreeze()
            case Erase():
                await self._erase()
            case RememberPerson():
                await self._remember(action)
            case TouchConversation():
                await self._touch(action)
            case AnswerCard(message):
                await self._send(
                    Sending(self._room, self._scope, self._is_direct, Replace(message))
                )
            case KeepInTray():
                await self._keep_in_tray()
            case EmptyTray(scope, line):
                key = f"{self.names.scope(scope)}:{line}"
                await self.unit.drop(TrayRow, self.names.person(self.event.person), key)
            case Unlearn(reply):
                await self._unlearn(reply)
            case PutBack(reply):
                await self._send(Sending(self._room, self._scope, self._is_direct, restore=reply))
            case _:
                assert_never(action)

    @property
    def _room(self) -> RoomId:
        return self.event.where.room

    @property
    def _is_direct(self) -> bool:
        return self.known.is_direct

    async def _scope_row(self) -> ScopeRow:
        return await self.unit.get(ScopeRow, self._owner) or ScopeRow(self._owner)

    async def _space_row(self, space: SpaceId) -> SpaceRow:
        owner = self.names.space(space)
        return await self.unit.get(SpaceRow, owner) or SpaceRow(owner)

    async def _person_row(self) -> PersonRow:
        owner = self.names.person(self.event.person)
        return await self.unit.get(PersonRow, owner) or PersonRow(owner)

    async def _talk(self) -> ConversationRow:
        owner, room = self.names.scope(self.event.scope), self.names.room(self._room)
        kept = await self.unit.get(ConversationRow, owner, room)
        at = self.event.at
        return kept or ConversationRow(owner, room, started_at=at, last_at=at)

    async def _send(self, sending: Sending) -> None:
        place = len(self.sends)
        key = f"{self.names.event(self.event.id)}:{place:02}"
        row = OutboxRow(self._outbox, key, at=self.event.at, place=place, body=dump(sending))
        self.sends.append(row)
        await self.unit.put(row)

    async def _consent(self, entry: RecordConsent) -> None:
        row = await self._scope_row()
        if not may_follow(row.state, entry.state):
            return
        await self.unit.append(
            LedgerRow(
                subject=await self.unit.subject(self._owner, "consent"),
                state=entry.state,
                level=int(entry.level),
                purposes="; ".join(PURPOSES),
                policy=entry.policy,
                at=self.event.at,
                expires_at=entry.expires_at,
                message=self.names.event(self.event.id),
            )
        )
        await self.unit.put(applied(row, entry, self.event.at, talk_id(await self._talk())))

    async def _raise(self, of: str) -> None:
        self.silences = True
        if of == "space":
            space = await self._space_row(self.event.where.space)
            await self.unit.put(replace(space, epoch=space.epoch + 1))
            return
        scope = await self._scope_row()
        await self.unit.put(replace(scope, epoch=scope.epoch + 1))

    async def _stop(self, action: StopReplies) -> None:
        self.silences = True
        room = self.names.room(self._room)
        for row in await self.unit.find(AskRow, self.names.scope(self.event.scope), room=room):
            if action.answering is None or row.answers == self.names.message(
                self._room, action.answering
            ):
                await self.unit.put(replace(row, state="stopped"))

    async def _style(self, action: SetStyle) -> None:
        if action.name is None or action.value is None:
            await self.unit.drop(StyleRow, self._owner, action.name)
            return
        await self.unit.put(StyleRow(self._owner, action.name, value=action.value))

    async def _freeze(self, action: Freeze) -> None:
        row = replace(
            await self._scope_row(), frozen_until=action.until, frozen_above=int(action.above)
        )
        await self.unit.put(row)
        await self.unit.put(DueRow(self._owner, ERASE_FROZEN, at=action.until))

    async def _unfreeze(self) -> None:
        await self.unit.put(replace(await self._scope_row(), frozen_until=None))
        await self.unit.drop(DueRow, self._owner, ERASE_FROZEN)

    async def _erase(self) -> None:
        """The key goes first: whatever happens after it, nothing can be read again."""
        owner = self._owner
        await self.unit.destroy_key(owner)
        for kind in OF_A_SCOPE:
            await self.unit.drop(kind, owner)
        await self.unit.drop(TrayRow, self.names.person(self.event.person), f"{owner}:renew")
        self.sends.clear()
        self._outbox = HOUSE

    async def _remember(self, action: RememberPerson) -> None:
        row = replace(await self._person_row(), last_at=self.event.at)
        given = {name: getattr(action, name) for name in action.__dataclass_fields__}
        row = replace(row, **{name: value for name, value in given.items() if value is not None})
        await self.unit.put(row)

    async def _touch(self, action: TouchConversation) -> None:
        row = await self._talk()
        if row.started_at != action.started_at:
            row = ConversationRow(row.owner, row.key, started_at=action.started_at)
        row = replace(row, last_at=self.event.at, turn=row.turn + action.is_turn)
        await self.unit.put(row)

    async def _keep_in_tray(self) -> None:
        owner = self.names.person(self.event.person)
        body = dump_post((), self._scope, is_direct=self._is_direct)
        await self.unit.put(TrayRow(owner, f"{self._owner}:renew", at=self.event.at, body=body))

    async def _unlearn(self, reply: str) -> None:
        talk = await self._talk()
        kept = tuple(pair for pair in corrections_of(talk) if pair[0] != reply)
        await self.unit.put(with_corrections(talk, kept))
        row = await self.unit.get(ReplyRow, talk.owner, reply)
        if row is not None:
            await self.unit.put(replace(row, rupture="", by_emoji=False))

    async def _asked(self, ask: Ask) -> None:
        owner = self.names.scope(ask.scope)
        answers = self.names.message(ask.room, ask.repaired or ask.message)
        scope = await self.unit.get(ScopeRow, owner) or ScopeRow(owner)
        space = await self._space_row(ask.scope.space)
        self.ask = AskRow(
            owner,
            self.names.event(self.event.id),
            room=self.names.room(ask.room),
            answers=answers,
            at=self.event.at,
            epoch=scope.epoch,
            space_epoch=space.epoch,
            turn=(await self._talk()).turn,
            body=dump(ask),
        )
        await self.unit.put(self.ask)
        if ask.reply:
            await self._repair_asked(owner, ask)

    async def _repair_asked(self, owner: Owner, ask: Ask) -> None:
        row = await self.unit.get(ReplyRow, owner, ask.reply)
        if row is not None:
            by_emoji = row.by_emoji or ask.rupture is None
            await self.unit.put(replace(row, asked_at=self.event.at, by_emoji=by_emoji))
