"""Loading: an event gets the snapshot of its kind, with the rows that its decision reads."""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import fields, replace
from typing import TypeVar

import pytest

from bot.choices import Choice, StayOn
from bot.decide import decide
from bot.engine.codec import ReplyBody, dump, dump_post
from bot.engine.load import Gathering, asked_for, by_event, load, replies
from bot.engine.load.commands import of_command
from bot.engine.load.gathering import Memory, Shared, Talk
from bot.engine.places import Places
from bot.engine.pseudonyms import Pseudonyms
from bot.events import (
    Event,
    Happening,
)
from bot.ids import MessageId, Scope
from bot.ports import Unit
from bot.reading import read
from bot.records import (
    AskRow,
    ConversationRow,
    LanguageRow,
    LedgerRow,
    NightCardRow,
    Owner,
    PostRow,
    RepairRow,
    ReplyRow,
    Row,
    ScopeRow,
    StyleRow,
    TrayRow,
)
from bot.snapshot import (
    EditSnapshot,
    Snapshot,
)
from bot.snapshot.by_event import TalkSnapshot
from bot.snapshot.house import House
from bot.snapshot.pieces import Caused
from bot.snapshot.shared import HOLDS
from bot.snapshot.talk import talk_id
from bot.strings import ENGLISH
from tests.fakes import FakeStore, FakeVault
from tests.scene import (
    ADA,
    AT,
    DIRECT,
    HOUSE,
    KINDS,
    ONE_OF_EACH,
    SHARED,
    deletes,
    reacts,
    says,
    taps,
    writing,
)
from tests.scene import commands as given

E = TypeVar("E", bound=Happening)
T = TypeVar("T")
SCOPE = Scope(DIRECT.space, ADA)
THERE = Scope(SHARED.space, ADA)
CALLED = defaultdict(str, {THERE: "The Garden"})  # what a space is called, as memory knows
M1 = MessageId("m1")
EVENTS = [(event, KINDS.get(type(event), Snapshot)) for event in ONE_OF_EACH]


class Stand:
    """A store whose rows are loaded for events."""

    def __init__(self) -> None:
        vault = FakeVault()
        self.store, self.names = FakeStore(vault), Pseudonyms(vault)
        self.owner, self.person = self.names.scope(SCOPE), self.names.person(ADA)
        self.room = self.names.room(DIRECT.room)

    async def loaded(self, event: Event, *rows: Row) -> Snapshot:
        """Loads the snapshot of an event on top of these rows."""
        return await self.by(load, event, *rows)

    async def by(self, read_by: Callable[[Gathering, E], Awaitable[T]], event: E, *rows: Row) -> T:
        """Reads by one function what an event needs, on top of these rows."""

        async def work(unit: Unit) -> T:
            for row in rows:
                await unit.put(row)
            memory = Memory(called=CALLED.__getitem__)
            return await read_by(Gathering(unit, self.names, HOUSE, read(event), memory), event)

        return await self.store.deciding(self.person, work)

    def reply(self, key: str, message: str, *, at: int = 0, repairs: int = 0) -> tuple[Row, ...]:
        """Gives the rows of a reply that stands in a message."""
        given = ReplyBody(DIRECT.room, SCOPE, M1, (MessageId(message),))
        row = ReplyRow(self.owner, key, self.room, turn=at, repairs=repairs, body=dump(given))
        post = self.names.message(DIRECT.room, MessageId(message))
        return row, PostRow(self.owner, post, reply=key, body=dump_post((), SCOPE, is_direct=True))


@pytest.fixture
def at() -> Stand:
    return Stand()


# -- the kinds ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("event", "kind"), EVENTS, ids=lambda one: type(one).__name__)
async def test_each_kind_of_event_gets_the_snapshot_that_its_decision_takes(
    at: Stand, event: Event, kind: type[Snapshot]
) -> None:
    snapshot = await at.loaded(event)
    assert type(snapshot) is kind
    decide(event, snapshot)


def test_a_snapshot_of_another_kind_of_event_is_refused() -> None:
    with pytest.raises(TypeError, match="EditSnapshot is no MessageSnapshot"):
        decide(says("hello"), EditSnapshot(HOUSE))


def test_what_loaders_share_are_fields_of_the_snapshots_they_are_for() -> None:
    shared = {one.name for one in fields(Snapshot)} - {"elsewhere"}
    talk = {one.name for one in fields(TalkSnapshot)} - {one.name for one in fields(Snapshot)}
    assert (set(Shared.__annotations__), set(Talk.__annotations__)) == (shared, talk)


def test_no_snapshot_holds_the_words_of_its_event() -> None:
    kinds = {kind for _, kind in EVENTS}
    assert not any(one.type in ("str", str) and one.repr for kind in kinds for one in fields(kind))


def test_a_conversation_is_named_by_its_room_and_its_beginning(at: Stand) -> None:
    talk = ConversationRow(at.owner, "room", started_at=AT)
    assert talk_id(talk) == f"room@{AT.isoformat()}"
    assert HOLDS == ("given", "renewed")
    assert House("v", strings=ENGLISH).gap.total_seconds() == 1800


# -- what each kind reads ----------------------------------------------------------------------


async def test_only_a_correction_is_about_a_reply_the_one_it_answers_or_the_newest(
    at: Stand,
) -> None:
    rows = (*at.reply("old", "m2"), *at.reply("new", "m3", at=1))
    cold = says("that was cold")
    for event, key in (
        (says("hello"), None),
        (cold, "new"),
        (replace(cold, reply_to=MessageId("m2")), "old"),
    ):
        found = await at.by(by_event.of_message, event, *rows)
        assert (found.reply.row.key if found.reply else None) == key


async def test_a_command_is_about_the_reply_it_names_and_of_anothers_there_is_none(
    at: Stand,
) -> None:
    rows = (*at.reply("old", "m2", repairs=1), *at.reply("new", "m3", at=1))
    for words, key in (
        ("why m2", "old"),
        ("why m9", None),
        ("why", "new"),
        ("what-changed", "old"),
        ("repair m9", "new"),
        ("status", None),
    ):
        found = await at.by(of_command, given(words), *rows)
        assert (words, found.reply.row.key if found.reply else None) == (words, key)


async def test_a_tap_is_decided_about_in_the_scope_of_its_card(at: Stand) -> None:
    key = at.names.message(DIRECT.room, MessageId("m2"))
    body = dump_post((Choice("Yes", StayOn()),), THERE, is_direct=False)
    agreed = ScopeRow(at.names.scope(THERE), state="given", level=1)
    found = await at.by(by_event.of_tap, taps("Yes"), PostRow(at.person, key, body=body), agreed)
    assert found.post is not None
    assert (found.post.called, found.scope, found.is_direct) == ("The Garden", agreed, False)


async def test_what_is_about_another_place_comes_with_the_name_that_memory_knows(
    at: Stand,
) -> None:
    body = dump_post((), THERE, is_direct=False)
    waits = TrayRow(at.person, "wants ongoing", body=body)
    asked = (ScopeRow(at.names.scope(THERE), state="given", level=1), waits)
    (line,) = await at.by(asked_for.tray, says("hello"), *asked)
    assert line.called == "The Garden"

    async def was_there(unit: Unit) -> None:
        for where in (SHARED, DIRECT):
            await Places(unit, at.names).touch(replace(says("hello"), where=where))

    await at.store.deciding(at.person, was_there)
    (place,) = await at.by(asked_for.places, says("hello"))
    assert place.called == "The Garden"
    beside, *parts = await at.by(asked_for.kept, says("hello"))
    here = {one.scope: (one.called, one.is_direct, one.is_here) for one in parts}
    alone = Scope(DIRECT.space, ADA)
    assert (beside.scope, here[THERE]) == (None, ("The Garden", False, False))
    assert here[alone] == ("", True, True)
    (lone,) = await at.by(asked_for.kept, says("hello", SHARED))
    assert (lone.called, lone.is_direct, lone.is_here) == ("The Garden", False, True)


async def test_a_reaction_is_about_the_reply_that_stands_there(at: Stand) -> None:
    found = await at.by(by_event.of_reaction, reacts(), *at.reply("r", "m2"))
    assert found.reply is not None
    assert found.reply.message == "m2"
    assert (await at.by(by_event.of_reaction, replace(reacts(), message=M1))).reply is None


async def test_open_asks_are_counted_in_the_scope_and_shown_of_the_room(at: Stand) -> None:
    body = dump(writing().ask)
    asks = [AskRow(at.owner, room, room=room, body=body) for room in (at.room, "elsewhere")]
    found = await at.by(
        by_event.of_message, says("hello"), *asks, AskRow(at.owner, "o", state="stopped", body=body)
    )
    assert (found.waiting, [one.ask for one in found.running]) == (2, [writing().ask])


async def test_a_deletion_knows_what_its_message_taught(at: Stand) -> None:
    by = at.names.message(DIRECT.room, M1)
    rows = (
        RepairRow(at.owner, "r:2", kind="cold", message=by),
        RepairRow(at.owner, "r:1", kind="cold", message=by, undone=True),
        ConversationRow(at.owner, at.room, stance="stay", stance_by=by),
    )
    found = await at.by(by_event.of_deletion, deletes(), *rows)
    assert found.caused == Caused((("r", 2),), stance=True)


@pytest.mark.parametrize(
    ("event", "shown"),
    [
        (says("hello"), ""),
        (says("I want to kill myself"), "tea"),
        (given("night-card"), "tea"),
        (given("status"), ""),
        (taps("Yes"), "tea"),
        (deletes(), ""),
    ],
    ids=["message", "at risk", "asked for", "command", "tap", "deletion"],
)
async def test_the_night_card_is_read_where_it_may_be_shown(
    at: Stand, event: Event, shown: str
) -> None:
    found = await at.loaded(event, NightCardRow(at.person, body="tea"))
    assert found.night_card == shown


async def test_a_line_of_the_tray_is_known_with_its_scope_and_goes_with_it(at: Stand) -> None:
    body = dump_post((), SCOPE, is_direct=True)
    lines = [TrayRow(at.person, f"{at.owner}:{line}", body=body) for line in ("renew", "age")]
    found = await at.by(by_event.of_message, says("hello"), *lines)
    assert [one.line for one in found.tray] == ["age"]
    both = await at.by(by_event.of_message, says("hello"), ScopeRow(at.owner, state="expired"))
    assert {one.line for one in both.tray} == {"renew", "age"}
    assert len(await at.by(asked_for.tray, says("hello"))) == 2


async def test_an_export_holds_every_row_and_the_ledger_and_other_commands_hold_none(
    at: Stand,
) -> None:
    style = StyleRow(at.owner, "tone", value="warmer")

    async def entered(unit: Unit) -> None:
        subject = await unit.subject(at.owner, "consent")
        await unit.append(LedgerRow(subject, "given", 1, "", "v1", AT))

    await at.store.deciding(at.person, entered)
    for words, held, entries in (("data", (style,), 0), ("receipt", (), 1), ("status", (), 0)):
        found = await at.by(of_command, given(words), style)
        rows = [row for part in found.kept for row in part.rows if isinstance(row, StyleRow)]
        assert (tuple(rows), len(found.ledger), len(found.style)) == (held, entries, 1)
        assert sum(len(part.entries) for part in found.kept) == len(held)


async def test_a_person_without_a_night_card_or_a_reply_has_none(at: Stand) -> None:
    assert (await at.loaded(given("night-card"))).night_card == ""
    assert await at.by(replies.newest, says("hello")) is None


@pytest.mark.parametrize(
    ("row", "locale", "speaks"),
    [
        (None, "", ""),
        (None, "de", "de"),
        (None, "en", ""),
        (None, "tlh", ""),
        (LanguageRow(Owner(""), code="fr", by="platform"), "", "fr"),
        (LanguageRow(Owner(""), code="fr", by="platform"), "de", "de"),
        (LanguageRow(Owner(""), code="fr", by="heard"), "de", "fr"),
        (LanguageRow(Owner(""), code="fr", by="command"), "de", "fr"),
        (LanguageRow(Owner(""), code="tlh", by="command"), "", ""),
    ],
)
async def test_the_house_speaks_the_persons_language_or_what_the_platform_says(
    row: LanguageRow | None, locale: str, speaks: str
) -> None:
    store = FakeStore(vault := FakeVault())
    names = Pseudonyms(vault)

    async def known(unit: Unit) -> Snapshot:
        if row is not None:
            await unit.put(replace(row, owner=names.person(ADA)))
        event = replace(says("hm"), locale=locale)
        return await load(Gathering(unit, names, HOUSE, read(event)), event)

    snapshot = await store.deciding(names.person(ADA), known)
    assert (snapshot.language, snapshot.strings) == (speaks, ENGLISH.to(speaks))
    assert snapshot.house.run_by == HOUSE.run_by
