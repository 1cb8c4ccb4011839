"""Load: reads from one unit of work everything a decision may look at."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from itertools import chain, product

from bot.choices import AnswerAgain, AsksToErase, offers
from bot.commands import ABOUT_A_REPLY, parse, split_note
from bot.crisis.conversation import weighed
from bot.crisis.tiers import Stated, Tier
from bot.decide.reporting import reported_in
from bot.engine.ahead import of_scopes
from bot.engine.codec import load_ask, load_post, load_reply_body, load_shown, load_versions
from bot.engine.episodes import Episodes
from bot.engine.noticed import noticed
from bot.engine.places import Places
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reports import Reports
from bot.events import (
    ChoiceMade,
    CommandGiven,
    Event,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionAdded,
    ReactionRemoved,
)
from bot.ids import MessageId, RoomId, Scope
from bot.ports import Unit
from bot.reading import Reading
from bot.records import (
    KINDS,
    AskRow,
    ConversationRow,
    EpisodeRow,
    LedgerRow,
    NightCardRow,
    Owner,
    PersonRow,
    PostRow,
    RepairRow,
    ReplyRow,
    Row,
    ScopeRow,
    SpaceRow,
    StyleRow,
    TrayRow,
)
from bot.repair.kinds import means_something
from bot.snapshot import (
    Caused,
    House,
    Place,
    Post,
    Reply,
    Reported,
    Running,
    Snapshot,
    TrayLine,
)
from bot.stamps import person_at, talk_at

Emoji = ReactionAdded | ReactionRemoved


@dataclass(frozen=True, slots=True)
class Gathering:
    """What is needed to read: the unit of work, the names, and the house."""

    unit: Unit
    names: Pseudonyms
    house: House
    reading: Reading = field(default_factory=Reading)
    lately: tuple[Stated, ...] = ()  # what the messages before this one said of a life at risk
    begun: Collection[str] = ()  # the replies whose first words may be shown already

    async def snapshot(self, event: Event) -> Snapshot:
        """Gives what is known for this event; of a tap, in the scope its card was about."""
        post = await self._post(event)
        reply = await self._reply(event, post) or await self._named(event)
        scope = post.scope if post is not None else event.scope
        return await self._facts(event, scope, post, reply)

    async def _facts(
        self, event: Event, scope: Scope, post: Post | None, reply: Reply | None
    ) -> Snapshot:
        owner, room = self.names.scope(scope), self.names.room(event.where.room)
        unit, person = self.unit, self.names.person(event.person)
        space = self.names.space(scope.space)
        styles = await unit.find(StyleRow, owner)
        asks = await unit.find(AskRow, owner, state="open")
        episode = await self._episode(event, post)
        return Snapshot(
            house=self.house,
            is_direct=post.is_direct if post is not None else event.where.is_direct,
            scope=await unit.get(ScopeRow, owner) or ScopeRow(owner),
            space=await unit.get(SpaceRow, space) or SpaceRow(space),
            person=person_at(await unit.get(PersonRow, person) or PersonRow(person), event.at),
            conversation=talk_at(
                await unit.get(ConversationRow, owner, room) or ConversationRow(owner, room),
                event.at,
            ),
            style=tuple((row.key, row.value) for row in styles),
            open_replies=sum(one.room == room for one in asks),
            waiting=len(asks),
            running=tuple(
                Running(load_ask(one.body), load_shown(one.shown).messages, one.key in self.begun)
                for one in asks
                if one.room == room
            ),
            repairs=await self._repairs(event, owner),
            post=post,
            reply=reply,
            tray=await self._tray(person),
            caused=await self._caused(event, owner),
            ledger=await self._ledger(event, owner),
            held=await self._held(event, owner, person),
            reading=self.reading,
            lately=self.lately,
            episode=episode,
            noticed_here=await noticed(unit, owner),
            night_card=await self._night_card(event, person, is_lasting=episode is not None),
            reports=await self._reports(event, space),
            report_room=await Reports(unit, self.names).room_for(event, reported_in(event, post)),
            elsewhere_places=await self._places(event, post),
        )

    async def _post(self, event: Event) -> Post | None:
        if not isinstance(event, ChoiceMade):
            return None
        row = await self._post_row(event.scope, event.where.room, event.message)
        row = row or await self._tray_post(event)
        if row is None or not row.body:
            return None
        choices, scope, is_direct = load_post(row.body)
        return Post(event.message, row.purpose, choices, scope, is_direct, row.reply)

    async def _post_row(self, scope: Scope, room: RoomId, message: MessageId) -> PostRow | None:
        key = self.names.message(room, message)
        return await self.unit.get(PostRow, self.names.scope(scope), key)

    async def _tray_post(self, event: ChoiceMade) -> PostRow | None:
        """A card about another scope is kept under its person."""
        key = self.names.message(event.where.room, event.message)
        return await self.unit.get(PostRow, self.names.person(event.person), key)

    async def _reply(self, event: Event, post: Post | None) -> Reply | None:
        owner = self.names.scope(event.scope)
        if isinstance(event, ReactionAdded | ReactionRemoved):
            row = await self._post_row(event.scope, event.where.room, event.message)
            return await self._reply_row(owner, row.reply) if row is not None else None
        return await self._reply_row(owner, post.reply) if post is not None else None

    async def _reply_row(self, owner: Owner, key: str) -> Reply | None:
        row = await self.unit.get(ReplyRow, owner, key) if key else None
        if row is None or not row.body:
            return None
        given, versions = load_reply_body(row.body), load_versions(row.before)
        return Reply(
            row,
            given.room,
            given.messages[0],
            given.answers,
            (*given.messages, *given.repaired_by),
            versions[: row.repairs],
            given.also,
        )

    async def _named(self, event: Event) -> Reply | None:
        """Gives the reply that words or a command are about: the one named, else the newest."""
        match event:
            case MessageSeen() if self.reading.correction is not None:
                named, is_repaired = event.reply_to, False
            case CommandGiven() if (given := parse(event.words)) and given.name in ABOUT_A_REPLY:
                named, is_repaired = _id_in(event.words), given.name == "what-changed"
            case _:
                return None
        owner, room = self.names.scope(event.scope), event.where.room
        post = await self._post_row(event.scope, room, named) if named is not None else None
        if post is not None:
            return await self._tried(await self._reply_row(owner, post.reply))
        if named is not None and _asks(event, "why", "what-changed"):
            return None  # it is another's, or none
        rows = await self.unit.find(ReplyRow, owner, room=self.names.room(room))
        rows = tuple(row for row in rows if row.repairs) or rows if is_repaired else rows
        newest = max(rows, key=lambda row: (row.at or event.at, row.turn, row.key), default=None)
        return await self._tried(await self._reply_row(owner, newest.key if newest else ""))

    async def _tried(self, reply: Reply | None) -> Reply | None:
        """Gives the reply with whether it failed: then it still offers to be tried again."""
        if reply is None:
            return None
        posts = await self.unit.find(PostRow, Owner(reply.row.owner), reply=reply.row.key)
        has_failed = any(offers(load_post(post.body)[0], AnswerAgain) for post in posts)
        return replace(reply, has_failed=has_failed)

    async def _caused(self, event: Event, owner: Owner) -> Caused:
        """Gives what came of a message that was deleted now."""
        if not isinstance(event, MessageDeleted):
            return Caused()
        message = self.names.message(event.where.room, event.message)
        repairs = await self.unit.find(RepairRow, owner, message=message)
        keys = (one.key.rpartition(":") for one in repairs if not one.undone)
        talk = await self.unit.get(ConversationRow, owner, self.names.room(event.where.room))
        is_stance = talk is not None and talk.stance_by == message
        return Caused(tuple((reply, int(number)) for reply, _, number in keys), is_stance)

    async def _ledger(self, event: Event, owner: Owner) -> tuple[tuple[int, LedgerRow], ...]:
        if not _asks(event, "receipt", "data"):
            return ()
        return await self.unit.ledger(await self.unit.subject(owner, "consent"))

    async def _held(self, event: Event, owner: Owner, person: Owner) -> tuple[Row, ...]:
        """Every row of the scope; of the person only where nobody else is: an export shows all."""
        if not _asks(event, "data"):
            return ()
        every = (owner, person, self.names.episode(event.person))
        wanted = tuple(product(KINDS, every if event.where.is_direct else (owner,), (None,)))
        await self.unit.read_ahead(*wanted)
        found = [await self.unit.find(kind, whose) for kind, whose, _ in wanted]
        return tuple(chain.from_iterable(found))

    async def _places(self, event: Event, post: Post | None) -> tuple[Place, ...]:
        """Gives where else this person talked, for all of it to be listed or erased.

        Only a direct message is read by nobody else: anywhere else nothing of it is looked at.
        """
        is_card = post is not None and offers(post.choices, AsksToErase)
        is_direct = post.is_direct if post is not None else event.where.is_direct
        if not (is_direct and (is_card or self.reading.erases or _asks(event, "data"))):
            return ()
        every = await Places(self.unit, self.names).of(self.names.person(event.person))
        return tuple(one for one in every if one.scope != event.scope)

    async def _reports(self, event: Event, space: Owner) -> tuple[Reported, ...]:
        if not (_asks(event, "reports") and event.where.by_admin):
            return ()
        return await Reports(self.unit, self.names).of(space)

    async def _night_card(self, event: Event, person: Owner, *, is_lasting: bool) -> str:
        """Gives the night card where it is asked for, or a life is at risk."""
        if isinstance(event, MessageSeen | MessageEdited):
            said = (*self.lately, self.reading.stated)
            is_shown = weighed(said, in_episode=is_lasting).tier >= Tier.ELEVATED
        else:
            is_shown = isinstance(event, ChoiceMade) or _asks(event, "night-card", "data")
        row = await self.unit.get(NightCardRow, person) if is_shown else None
        return row.body if row is not None else ""

    async def _episode(self, event: Event, post: Post | None) -> EpisodeRow | None:
        """Gives the episode that may be known here: of this room, or where its person is alone."""
        is_direct = post.is_direct if post is not None else event.where.is_direct
        room = None if is_direct or isinstance(event, CommandGiven) else event.where.room
        return await Episodes(self.unit, self.names, room).of(event.person, event.at)

    async def _repairs(self, event: Event, owner: Owner) -> tuple[RepairRow, ...]:
        """Repairs matter to a command only: status, style, data."""
        is_asked = isinstance(event, CommandGiven)
        return await self.unit.find(RepairRow, owner) if is_asked else ()

    async def _tray(self, person: Owner) -> tuple[TrayLine, ...]:
        lines, rows = [], await self.unit.find(TrayRow, person)
        about = tuple(load_post(row.body)[1] for row in rows)
        await self.unit.read_ahead(*of_scopes(self.names, about))
        for row, scope in zip(rows, about, strict=True):
            state = await self.unit.get(ScopeRow, self.names.scope(scope))
            space = self.names.space(scope.space)
            if state is not None or row.needs_no_yes:
                state = state or ScopeRow(self.names.scope(scope))
                ceiling = await self.unit.get(SpaceRow, space) or SpaceRow(space)
                lines.append(TrayLine(row.line, scope, state, ceiling))
        return tuple(lines)


def _asks(event: Event, *names: str) -> bool:
    """Whether it is one of these commands."""
    given = parse(event.words) if isinstance(event, CommandGiven) else None
    return given is not None and given.name in names


def _id_in(words: str) -> MessageId | None:
    """Gives the last word of a command, as it was typed: an id where there is such a message."""
    split = split_note(words)[0].split()
    return MessageId(split[-1]) if len(split) > 2 else None


async def may_lead_on(event: Emoji, names: Pseudonyms, unit: Unit) -> bool:
    """Whether an emoji can lead to anything: most are put on what is none of the bot's.

    For those nothing is written, and nobody waits.
    """
    if isinstance(event, ReactionAdded) and event.is_pressed:
        return True
    scope, message = names.scope(event.scope), names.message(event.where.room, event.message)
    if not means_something(event.emoji):
        return False
    stands = await unit.get(PostRow, scope, message)
    return stands is not None or bool(await unit.find(AskRow, scope, state="open"))
