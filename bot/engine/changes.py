"""Changes: what a decision changes of what is kept, row by row."""

from dataclasses import dataclass, replace
from typing import assert_never

from bot.actions import (
    AskAge,
    EmptyTray,
    ForgetReplies,
    Freeze,
    KeepInTray,
    MarkUnder18,
    PauseUntil,
    RaiseEpoch,
    RecordConsent,
    RememberPerson,
    SetCeiling,
    SetEmojis,
    SetIgnored,
    SetStance,
    SetStyle,
    StopReplies,
    TouchConversation,
    Unfreeze,
    Unlearn,
)
from bot.consent import PURPOSES, applied, may_follow
from bot.engine.codec import dump_post, has_answered, load_ask, load_versions
from bot.engine.noticed import greeted
from bot.engine.pseudonyms import Pseudonyms
from bot.events import Event, MessageEdited, MessageSeen
from bot.ids import MessageId, RoomId, Scope, SpaceId
from bot.levels import Stance
from bot.ports import Unit
from bot.records import (
    AskRow,
    ConversationRow,
    DueRow,
    LedgerRow,
    Owner,
    PersonRow,
    PostRow,
    RepairRow,
    ReplyRow,
    ScopeRow,
    SpaceRow,
    StyleRow,
    TrayRow,
    hour,
)
from bot.repair.stack import NO_EMOJI
from bot.snapshot import Snapshot, corrections_of, talk_id, with_corrections
from bot.stamps import person_at, talk_at

ERASE_FROZEN = "erase-frozen"
Change = (
    RecordConsent
    | PauseUntil
    | RaiseEpoch
    | StopReplies
    | SetStance
    | SetStyle
    | SetCeiling
    | MarkUnder18
    | Freeze
    | Unfreeze
    | RememberPerson
    | TouchConversation
    | KeepInTray
    | EmptyTray
    | Unlearn
    | SetEmojis
    | SetIgnored
    | AskAge
    | ForgetReplies
)


@dataclass(slots=True)
class Changes:
    """Makes the changes of one turn; `silences` says whether running replies may be out of date."""

    unit: Unit
    names: Pseudonyms
    event: Event
    snapshot: Snapshot
    scope: Scope  # the one the turn is about
    silences: bool = False

    @property
    def owner(self) -> Owner:
        """The owner of what is kept in the turn's scope."""
        return self.names.scope(self.scope)

    @property
    def _room(self) -> RoomId:
        return self.event.where.room

    async def make(self, change: Change) -> None:
        """Writes one change."""
        match change:
            case RecordConsent():
                await self._consent(change)
            case PauseUntil(until):
                await self.unit.put(replace(await self.scope_row(), paused_until=until))
            case RaiseEpoch(of):
                await self._raise(of)
            case StopReplies():
                await self._stop(change)
            case SetStance(stance):
                await self._stance(stance)
            case SetStyle():
                await self._style(change)
            case SetCeiling(space, level):
                await self.unit.put(replace(await self.space_row(space), ceiling=int(level)))
            case MarkUnder18():
                person = await self._person_row()
                await self.unit.put(replace(person, under_18=True, age_open=False))
            case Freeze():
                await self._freeze(change)
            case Unfreeze():
                await self._unfreeze()
            case RememberPerson():
                await self._remember(change)
            case TouchConversation():
                await self._touch(change)
            case KeepInTray(line):
                await self._keep_in_tray(line)
            case EmptyTray(scope, line):
                key = f"{self.names.scope(scope)}:{line}"
                await self.unit.drop(TrayRow, self.names.person(self.event.person), key)
            case Unlearn():
                await self._unlearn(change)
            case SetEmojis(are_on):
                await self.unit.put(replace(await self._person_row(), emojis=are_on))
            case SetIgnored():
                await self._ignore(change)
            case AskAge(is_open):
                person = replace(await self._person_row(), age_open=is_open)
                await self.unit.put(replace(person, age_asked_at=self.event.at))
            case ForgetReplies():
                await self._forget_replies(change)
            case _:
                assert_never(change)

    async def scope_row(self) -> ScopeRow:
        return await self.unit.get(ScopeRow, self.owner) or ScopeRow(self.owner)

    async def space_row(self, space: SpaceId) -> SpaceRow:
        """Gives the row of a space that is about to change; nobody else changes it meanwhile."""
        owner = self.names.space(space)
        await self.unit.hold(owner)
        return await self.unit.get(SpaceRow, owner) or SpaceRow(owner)

    async def _person_row(self) -> PersonRow:
        owner = self.names.person(self.event.person)
        return person_at(await self.unit.get(PersonRow, owner) or PersonRow(owner), self.event.at)

    async def talk(self) -> ConversationRow:
        owner, room = self.names.scope(self.event.scope), self.names.room(self._room)
        kept = await self.unit.get(ConversationRow, owner, room)
        at = self.event.at
        new = ConversationRow(owner, room, started_at=at, last_at=at)
        kept = talk_at(kept, at) if kept is not None else new
        return kept if kept.started_at is not None else new

    async def _stance(self, stance: Stance | None) -> None:
        by = ""
        if stance and isinstance(self.event, MessageSeen | MessageEdited):
            by = self.names.message(self._room, self.event.message)
        await self.unit.put(replace(await self.talk(), stance=stance or "", stance_by=by))

    async def _ignore(self, entry: SetIgnored) -> None:
        """What was said meanwhile is never read: reading begins anew when it ends."""
        self.silences = True
        row = await self._person_row()
        since = self.event.at if row.ignored and not entry.is_ignored else row.read_since
        await self.unit.put(replace(row, ignored=entry.is_ignored, read_since=since))

    async def _consent(self, entry: RecordConsent) -> None:
        row = await self.scope_row()
        if not may_follow(row.state, entry.state):
            return
        await self.unit.append(
            LedgerRow(
                subject=await self.unit.subject(self.owner, "consent"),
                state=entry.state,
                level=int(entry.level),
                purposes="; ".join(PURPOSES),
                policy=entry.policy,
                at=hour(self.event.at),
                expires_at=hour(entry.expires_at) if entry.expires_at is not None else None,
                message=await self.unit.subject(self.owner, f"event {self.event.id}"),
            )
        )
        await self.unit.put(applied(row, entry, self.event.at, talk_id(await self.talk())))

    async def _raise(self, of: str) -> None:
        self.silences = True
        if of == "space":
            space = await self.space_row(self.event.where.space)
            await self.unit.put(replace(space, epoch=space.epoch + 1))
            return
        scope = await self.scope_row()
        await self.unit.put(replace(scope, epoch=scope.epoch + 1))

    async def _stop(self, action: StopReplies) -> None:
        self.silences = True
        room = self.names.room(self._room)
        for row in await self.unit.find(AskRow, self.names.scope(self.event.scope), room=room):
            if action.answering is None or self._answers(row, action.answering):
                state = "deleted" if action.deleting else "stopped"
                await self.unit.put(replace(row, state=state))

    def _answers(self, row: AskRow, message: MessageId) -> bool:
        is_repair_of = row.answers == self.names.message(self._room, message)
        ask = load_ask(row.body)
        return is_repair_of or message in (ask.message, *ask.also, ask.source)

    async def _forget_replies(self, action: ForgetReplies) -> None:
        """Forgets where they stand, what they said before repairs, and what those taught."""
        owner = self.names.scope(self.event.scope)
        if action.answering is not None:
            every = await self.unit.find(ReplyRow, owner, room=self.names.room(self._room))
            rows = tuple(row for row in every if has_answered(row, action.answering))
        else:
            row = await self.unit.get(ReplyRow, owner, action.reply)
            rows = (row,) if row is not None else ()
        for row in rows:
            await self._forget_reply(row)

    async def _forget_reply(self, row: ReplyRow) -> None:
        await self.unit.drop(ReplyRow, row.owner, row.key)
        for post in await self.unit.find(PostRow, row.owner, reply=row.key):
            await self.unit.drop(PostRow, row.owner, post.key)
        for repair in await self.unit.find(RepairRow, row.owner):
            if repair.key.rpartition(":")[0] == row.key:
                await self.unit.put(replace(repair, undone=True))
        talk = await self.talk()
        kept = tuple(pair for pair in corrections_of(talk) if pair[0] != row.key)
        await self.unit.put(with_corrections(talk, kept))

    async def _style(self, action: SetStyle) -> None:
        if action.name is None or action.value is None:
            await self.unit.drop(StyleRow, self.owner, action.name)
            for repair in await self.unit.find(RepairRow, self.owner):
                await self.unit.put(replace(repair, undone=True))
            return
        await self.unit.put(StyleRow(self.owner, action.name, value=action.value))

    async def _freeze(self, action: Freeze) -> None:
        row = replace(
            await self.scope_row(), frozen_until=action.until, frozen_above=int(action.above)
        )
        await self.unit.put(row)
        person = self.names.person(self.event.person)
        await self.unit.put(DueRow(self.owner, ERASE_FROZEN, action.until, person))

    async def _unfreeze(self) -> None:
        await self.unit.put(replace(await self.scope_row(), frozen_until=None))
        await self.unit.drop(DueRow, self.owner, ERASE_FROZEN)

    async def _remember(self, action: RememberPerson) -> None:
        row = replace(await self._person_row(), last_at=self.event.at)
        given = {name: getattr(action, name) for name in action.__dataclass_fields__}
        row = replace(row, **{name: value for name, value in given.items() if value is not None})
        await self.unit.put(row)
        if action.noticed_at is not None:
            await greeted(self.unit, self.owner, self.event)

    async def _touch(self, action: TouchConversation) -> None:
        row = await self.talk()
        if row.started_at != action.started_at:
            row = ConversationRow(row.owner, row.key, started_at=action.started_at)
        row = replace(row, last_at=self.event.at, turn=row.turn + action.is_turn)
        await self.unit.put(row)

    async def _keep_in_tray(self, line: str) -> None:
        owner = self.names.person(self.event.person)
        body = dump_post((), self.scope, is_direct=self.snapshot.is_direct)
        await self.unit.put(TrayRow(owner, f"{self.owner}:{line}", at=self.event.at, body=body))

    async def _unlearn(self, action: Unlearn) -> None:
        talk = await self.talk()
        row = await self.unit.get(ReplyRow, talk.owner, action.reply)
        if row is None:
            return
        gone = action.numbers
        versions = load_versions(row.before) if gone is not None else ()
        left = [one for one in versions if one.number not in (gone or ())]
        kept = [pair for pair in corrections_of(talk) if pair[0] != row.key]
        kept += [(row.key, left[-1].kind)] if left else []
        await self.unit.put(with_corrections(talk, tuple(kept)))
        is_by_emoji = any(one.by not in NO_EMOJI for one in left)
        rupture = left[-1].kind if left else ""
        await self.unit.put(replace(row, rupture=rupture, by_emoji=is_by_emoji))
        for repair in await self.unit.find(RepairRow, talk.owner):
            reply, _, number = repair.key.rpartition(":")
            if reply == row.key and (gone is None or int(number) in gone):
                await self.unit.put(replace(repair, undone=True))
