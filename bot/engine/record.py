"""Record: what a decision changes, written in the transaction of the decision."""

from dataclasses import dataclass, field, replace

from bot.actions import (
    Action,
    AnswerCard,
    Ask,
    ClearReports,
    Delete,
    Erase,
    EraseElsewhere,
    HoldEpisode,
    KeepInTray,
    PutBack,
    React,
    RecordConsent,
    Replace,
    Report,
    Say,
    SetCrisisLine,
    SetListening,
    SetNightCard,
)
from bot.decide import Decision
from bot.engine.changes import Changes
from bot.engine.codec import Sending, dump, dump_post, load_post
from bot.engine.episodes import Episodes
from bot.engine.erasing import Erasing
from bot.engine.passing import Passing
from bot.engine.places import Places
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reports import Reports
from bot.events import CommandGiven, Event, Left
from bot.ids import MessageId, RoomId, Scope
from bot.levels import Level
from bot.ports import Unit
from bot.records import (
    HOUSE,
    AskRow,
    NightCardRow,
    OutboxRow,
    Owner,
    PostRow,
    ReplyRow,
    ScopeRow,
    SpaceRow,
)
from bot.repair.stack import NO_EMOJI
from bot.snapshot import Snapshot


@dataclass(slots=True)
class Recording:
    """Writes one turn; what it put on its way is in `sends` and `ask` afterwards."""

    unit: Unit
    names: Pseudonyms
    event: Event
    snapshot: Snapshot
    sends: list[OutboxRow] = field(default_factory=list)
    ask: AskRow | None = None
    actions: tuple[Action, ...] = ()
    erased: list[Scope] = field(default_factory=list)
    stood: list[Sending] = field(default_factory=list)  # takes away the lines of what is erased
    changes: Changes = field(init=False)
    _outbox: Owner = field(init=False)

    def __post_init__(self) -> None:
        self.changes = Changes(self.unit, self.names, self.event, self.snapshot, self.event.scope)
        self._outbox = self.names.scope(self.event.scope)

    async def turn(self, turn: Decision) -> None:
        """Writes every action, then the ask."""
        self.changes.scope, self.actions = turn.scope or self.event.scope, turn.actions
        if turn.actions and not isinstance(self.event, Left):
            await Places(self.unit, self.names).touch(self.event)
        for action in turn.actions:
            await self._one(action)
        if self.erased:
            erasing = Erasing(self.unit, self.names, self.event.person)
            await erasing.forget_elsewhere(self.event.id, self.event.at, self.erased)
        if turn.ask is not None:
            await self._asked(turn.ask)

    @property
    def silences(self) -> bool:
        """Whether running replies may be out of date now."""
        return self.changes.silences

    async def _one(self, action: Action) -> None:
        match action:
            case Say() | Replace() | React() | Delete():
                await self._send(Sending(self._room, self.changes.scope, self._is_direct, action))
            case Erase():
                await self._erase()
            case EraseElsewhere(scopes):
                await self._erase_elsewhere(scopes)
            case AnswerCard(message):
                await self._answered(message)
                await self._send(
                    Sending(self._room, self.changes.scope, self._is_direct, Replace(message))
                )
            case PutBack(reply, numbers):
                back = Sending(
                    self._room, self.changes.scope, self._is_direct, None, reply, numbers
                )
                await self._send(back)
            case HoldEpisode():
                await self._hold(action)
            case SetNightCard(text):
                await self._night_card(text)
            case SetCrisisLine(text, url):
                row = await self.changes.space_row(self.event.where.space)
                await self.unit.put(replace(row, crisis_text=text, crisis_url=url))
            case SetListening(space_id, listens):
                row = await self.changes.space_row(space_id)
                await self.unit.put(replace(row, listens=listens))
            case Report(about):
                await Reports(self.unit, self.names).keep(self.event.scope, about, self.event.at)
            case ClearReports():
                await Reports(self.unit, self.names).clear(self.event.where.space)
            case _:
                await self.changes.make(action)

    async def _hold(self, action: HoldEpisode) -> None:
        """Holds it for this room; what is said as a command only its person is answered."""
        is_alone = self._is_direct or isinstance(self.event, CommandGiven)
        episodes = Episodes(self.unit, self.names, None if is_alone else self._room)
        await episodes.hold(self.event.person, self.event.at, action)

    @property
    def _room(self) -> RoomId:
        return self.event.where.room

    @property
    def _is_direct(self) -> bool:
        return self.snapshot.is_direct

    async def _send(self, sending: Sending) -> None:
        place = len(self.sends)
        if isinstance(sending.action, Say) and sending.action.scope is not None:
            sending = replace(sending, scope=self.event.scope)  # its choices name their own
        key = f"{self.names.event(self.event.id)}:{place:02}"
        row = OutboxRow(self._outbox, key, at=self.event.at, place=place, body=dump(sending))
        self.sends.append(row)
        await self.unit.put(row)

    async def _answered(self, message: MessageId) -> None:
        """Takes a card's choices with the decision, so that a second tap finds none of them."""
        key = self.names.message(self._room, message)
        for owner in (self.changes.owner, self.names.person(self.event.person)):
            row = await self.unit.get(PostRow, owner, key)
            if row is not None and row.body:
                _, scope, is_direct = load_post(row.body)
                body = dump_post((), scope, is_direct=is_direct)
                await self.unit.put(replace(row, body=body))

    async def _erase(self) -> None:
        await self._erase_scope(self.changes.scope)
        if self.snapshot.person.age_open:  # its card can no longer be tapped, so it is asked again
            await self.changes.make(KeepInTray("age"))
        self.sends.clear()
        self._outbox = HOUSE
        for line in self.stood:
            await self._send(line)

    async def _erase_scope(self, scope: Scope) -> None:
        self.stood += await Passing(self.unit, self.names).standing(self.names.scope(scope))
        await Erasing(self.unit, self.names, self.event.person).scope(scope)
        self.erased.append(scope)

    async def _erase_elsewhere(self, scopes: tuple[Scope, ...]) -> None:
        here = self.changes.scope
        for scope in scopes:
            self.changes.scope = scope
            if (await self.changes.scope_row()).state:
                entry = RecordConsent("withdrawn", Level.PLAIN, self.snapshot.house.policy)
                await self.changes.make(entry)
            await self._erase_scope(scope)
        self.changes.scope, self.changes.silences = here, True

    async def _night_card(self, text: str | None) -> None:
        owner = self.names.person(self.event.person)
        if text is None:
            await self.unit.drop(NightCardRow, owner)
        else:
            await self.unit.put(NightCardRow(owner, body=text))

    async def _asked(self, ask: Ask) -> None:
        owner = self.names.scope(ask.scope)
        answers = self.names.message(ask.room, ask.repaired or ask.message)
        scope = await self.unit.get(ScopeRow, owner) or ScopeRow(owner)
        place = self.names.space(ask.scope.space)
        space = await self.unit.get(SpaceRow, place) or SpaceRow(place)
        self.ask = AskRow(
            owner,
            self.names.event(self.event.id),
            room=self.names.room(ask.room),
            answers=answers,
            at=self.event.at,
            epoch=scope.epoch,
            space_epoch=space.epoch,
            turn=(await self.changes.talk()).turn,
            body=dump(ask),
        )
        await self.unit.put(self.ask)
        if ask.reply:
            await self._repair_asked(owner, ask)

    async def _repair_asked(self, owner: Owner, ask: Ask) -> None:
        row = await self.unit.get(ReplyRow, owner, ask.reply)
        if row is not None:
            by_emoji = row.by_emoji or ask.by not in NO_EMOJI
            await self.unit.put(replace(row, asked_at=self.event.at, by_emoji=by_emoji))
