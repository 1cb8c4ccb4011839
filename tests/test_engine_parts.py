"""The parts of the shell, each by itself over fakes."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.ask import Ask
from bot.actions.platform import Delete, PlatformAction, React, Replace, Say
from bot.actions.state import PauseUntil, RaiseEpoch
from bot.choices import AnswerAgain, Choice, KeepAll, WantLevel
from bot.decide import Decision
from bot.engine.apply import Applied, Applying, apply
from bot.engine.bookkeeping import Bookkeeping, Finished
from bot.engine.codec import (
    ReplyBody,
    Sending,
    Shown,
    dump,
    dump_post,
    dump_versions,
    load_ask,
    load_post,
    load_reply_body,
    load_sending,
    load_shown,
    load_versions,
)
from bot.engine.lanes import Lanes
from bot.engine.load import Gathering, load
from bot.engine.operating import undo_under_18
from bot.engine.outbox import Outbox
from bot.engine.posts import offering, put_in_place
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.recent_risk import RecentRisk
from bot.engine.reply_inputs import Manner, ReplyInputs
from bot.engine.retention import Retention
from bot.engine.standing import Standing
from bot.engine.streaming_message import StreamingMessage
from bot.engine.workbench import Workbench
from bot.errors import PlatformError
from bot.ids import MessageId, RoomId, Scope, SendKey
from bot.layout.window import Values
from bot.levels import Level, Stance
from bot.model.offline import OfflineModel
from bot.ports import PAGE, Unit
from bot.records import (
    AskRow,
    DueRow,
    ForgetWords,
    OutboxRow,
    Owner,
    PersonRow,
    PostRow,
    ReplyRow,
    ScopeRow,
    StyleRow,
    key_of,
)
from bot.repair.stack import Version
from bot.rupture import Rupture
from bot.strings import ENGLISH
from bot.words import Outgoing
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT, HOUSE, SHARED, commands, known, says

SCOPE = Scope(DIRECT.space, ADA)
ASK = Ask(
    DIRECT.room, SCOPE, MessageId("u1"), Level.WARM, Stance.STAY, True, AT, rupture=Rupture.COLD
)


VERSIONS = (
    Version("🔧", "cold", 1, "First."),
    Version("tap", "bland", 2, messages=(MessageId("r9"),)),
)


class Stand:
    """A store, a platform and names that fit each other."""

    def __init__(self) -> None:
        self.vault = FakeVault()
        self.store = FakeStore(self.vault)
        self.names = Pseudonyms(self.vault)
        self.clock, self.lately = SetClock(), RecentRisk(HOUSE.gap)
        self.chat = FakeChat(self.clock.now)
        self.owner = self.names.scope(SCOPE)
        self.row = AskRow(self.owner, "k", room="room", at=AT, body=dump(ASK))

    def writer(self) -> StreamingMessage:
        """Gives the writer of the ask's reply."""
        parts = (self.chat, self.store, self.row, ASK, asyncio.Lock(), Owner("ada"))
        owed = self.bench().sources.notice
        return StreamingMessage(
            *parts, strings=ENGLISH, clock=self.clock, owed=lambda: owed(load_ask(self.row.body))
        )

    def bench(self) -> Workbench:
        """Gives what replies are written with."""
        sources = ReplyInputs(self.chat, self.store, self.names, HOUSE, Manner())
        model, lanes = (OfflineModel(ENGLISH),), Lanes(asyncio.Lock)
        parts = (self.chat, model, self.store, self.clock, self.names, sources)
        return Workbench(*parts, lanes, self.lately, Standing(self.store, self.names))

    def finish(self) -> Bookkeeping:
        """Gives what keeps a finished reply."""
        return Bookkeeping(self.store, self.names, self.clock, self.lately, ENGLISH)

    async def put(self, *rows: object) -> None:
        """Keeps rows."""

        async def work(unit: Unit) -> None:
            for row in rows:
                await unit.put(row)  # type: ignore[arg-type]

        await self.store.deciding(self.owner, work)


@pytest.fixture
def at() -> Stand:
    return Stand()


# -- names and what is written -----------------------------------------------------------------


def test_names_are_stable_and_say_nothing(at: Stand) -> None:
    named = [
        at.names.scope(SCOPE), at.names.person(ADA), at.names.space(DIRECT.space),
        at.names.room(DIRECT.room), at.names.message(DIRECT.room, MessageId("u1")),
        at.names.event("e1"),
    ]  # fmt: skip
    assert len(set(named)) == len(named)
    assert Pseudonyms(at.vault).scope(SCOPE) == named[0]
    assert not any("ada" in name or "dm" in name for name in named)


@pytest.mark.parametrize(
    "action",
    [
        Say("hi", to=ADA, choices=(Choice("Yes", KeepAll()),), scope=SCOPE),
        Replace(MessageId("r1"), "new", reply="r"),
        React(MessageId("r1"), "🔧"),
        Delete(MessageId("r1")),
        None,
    ],
)
def test_a_sending_is_read_as_it_was_written(action: PlatformAction | None) -> None:
    sending = Sending(DIRECT.room, SCOPE, True, action, restore="r", language="de")
    assert load_sending(dump(sending)) == sending


def test_what_an_earlier_release_stored_names_no_language() -> None:
    sending = json.loads(dump(Sending(DIRECT.room, SCOPE, True, language="de")))
    assert load_sending(json.dumps({**sending, "language": "de"})).language == "de"
    del sending["language"]
    assert load_sending(json.dumps(sending)).language == ""
    ask = json.loads(dump(replace(ASK, language="de")))
    assert load_ask(json.dumps(ask)).language == "de"
    del ask["language"]
    assert load_ask(json.dumps(ask)).language == ""


def test_which_choice_holds_is_stored_and_none_does_in_what_an_earlier_release_stored() -> None:
    choices = (Choice("No", KeepAll()), Choice("Yes", KeepAll(), holds=True))
    for action in (Say("hi", to=ADA, choices=choices), Replace(MessageId("r1"), choices=choices)):
        stored = dump(Sending(DIRECT.room, SCOPE, True, action))
        assert load_sending(stored).action == action
        raw = json.loads(stored)
        assert [one.pop("holds", "") for one in raw["action"]["choices"]] == ["", "now"]
        earlier = load_sending(json.dumps(raw)).action
        assert isinstance(earlier, Say | Replace)
        assert [one.holds for one in earlier.choices] == [False, False]


def test_a_message_says_which_of_its_choices_are_the_values_of_one_thing() -> None:
    levels = (Choice("Plain", WantLevel(Level.PLAIN)), Choice("Warm", WantLevel(Level.WARM), True))
    new = Outgoing(SendKey("k"), DIRECT.room, "hi")
    given = offering(new, (*levels, Choice("No", KeepAll())))
    values = Values(("Plain", "Warm"), "Warm", "level")
    assert given == replace(new, choices=("Plain", "Warm", "No"), values=values)


@pytest.mark.parametrize(
    ("kind", "stored", "action"),
    [
        ("Say", {"text": "hi", "to": ADA}, Say("hi", to=ADA)),
        ("Replace", {"message": "r1", "text": "new"}, Replace(MessageId("r1"), "new")),
        ("React", {"message": "r1", "emoji": "🔧"}, React(MessageId("r1"), "🔧")),
        ("Delete", {"message": "r1"}, Delete(MessageId("r1"))),
    ],
)
def test_an_action_is_read_by_the_name_that_every_release_stored(
    kind: str, stored: dict[str, str], action: PlatformAction
) -> None:
    stands = json.loads(dump(Sending(DIRECT.room, SCOPE, True)))
    body = json.dumps(stands | {"kind": kind, "action": stored})
    assert load_sending(body).action == action


def test_all_else_is_read_as_it_was_written() -> None:
    given = ReplyBody(
        DIRECT.room, SCOPE, MessageId("u1"), (MessageId("r1"),), False, (MessageId("r2"),)
    )
    assert load_ask(dump(ASK)) == ASK
    assert load_reply_body(dump(given)) == given
    assert load_shown(dump(Shown((MessageId("r1"),)))) == Shown((MessageId("r1"),))
    assert load_shown("") == Shown()
    assert load_versions(dump_versions(VERSIONS)) == VERSIONS
    assert load_versions(dump_versions(())) == ()
    choices = (Choice("Yes", KeepAll()),)
    assert load_post(dump_post(choices, SCOPE, is_direct=True)) == (choices, SCOPE, True)


# -- gather and record -------------------------------------------------------------------------


async def test_only_rows_of_the_events_own_scope_are_known(at: Stand) -> None:
    other = at.names.scope(Scope(SHARED.space, ADA))
    await at.put(StyleRow(other, "tone", value="warmer"), ScopeRow(other, state="given", level=2))
    await at.put(StyleRow(at.owner, "length", value="shorter"))

    async def read(unit: Unit) -> object:
        return await load(Gathering(unit, at.names, HOUSE), commands("style"))

    found = await at.store.reading(read)
    assert (found.style, found.scope.state) == ((("length", "shorter"),), "")  # type: ignore[attr-defined]


async def test_a_turn_is_recorded_with_its_sends_in_order(at: Stand) -> None:
    async def work(unit: Unit) -> Applied:
        applying = Applying(unit, at.names, says("hello"), known())
        return await apply(applying, Decision((Say("one"), Say("two")), ASK))

    applied = await at.store.deciding(at.owner, work)
    assert [load_sending(row.body).action for row in applied.sends] == [Say("one"), Say("two")]
    assert await at.store.sweep(AskRow) == (applied.ask,)
    assert not applied.silences


# -- dispatch ----------------------------------------------------------------------------------


def outbox(at: Stand, *texts: str) -> tuple[OutboxRow, ...]:
    sent = [Sending(DIRECT.room, SCOPE, True, Say(text)) for text in texts]
    return tuple(
        OutboxRow(at.owner, f"k{place}", at=AT, place=place, body=dump(sending))
        for place, sending in enumerate(sent)
    )


async def test_what_is_sent_is_marked_done_and_never_sent_twice(at: Stand) -> None:
    rows = outbox(at, "one", "two")
    await at.put(*rows)
    dispatch = Outbox(at.chat, at.store, at.names, strings=ENGLISH)
    await dispatch.rows(rows)
    await dispatch.rows(rows)
    assert [post.text for post in at.chat.posts(DIRECT.room)] == ["one", "two"]
    assert await at.store.sweep(OutboxRow) == ()


async def test_what_cannot_be_sent_stays_and_holds_up_nothing(at: Stand) -> None:
    gone = Sending(DIRECT.room, SCOPE, True, Replace(MessageId("r9"), "new"))
    unsendable = OutboxRow(at.owner, "a", at=AT, body=dump(gone))
    await at.put(unsendable, *(rows := outbox(at, "one")))
    await Outbox(at.chat, at.store, at.names, strings=ENGLISH).rows((unsendable, *rows))
    assert await at.store.sweep(OutboxRow) == (unsendable,)
    assert [post.text for post in at.chat.posts(DIRECT.room)] == ["one"]


async def test_what_a_message_offers_is_kept_under_its_own_person(at: Stand) -> None:
    say = Say("Shall I?", to=ADA, choices=(Choice("Yes", KeepAll()),))
    row = OutboxRow(at.owner, "k", at=AT, body=dump(Sending(DIRECT.room, SCOPE, True, say)))
    await at.put(row)
    await Outbox(at.chat, at.store, at.names, strings=ENGLISH).rows((row,))
    (post,) = await at.store.sweep(PostRow)
    assert (post.owner, load_post(post.body)[0]) == (at.owner, say.choices)


# -- showing and writing -----------------------------------------------------------------------


@pytest.mark.parametrize(("before", "after"), [(1, 3), (3, 1), (2, 2)])
async def test_a_text_takes_the_place_of_a_reply_of_any_length(
    at: Stand, before: int, after: int
) -> None:
    at.chat.most = 20
    old = [await at.chat.say(Outgoing(SendKey(f"o{n}"), DIRECT.room, "old")) for n in range(before)]
    given = ReplyBody(DIRECT.room, SCOPE, MessageId("u1"), tuple(old))
    text = "\n\n".join(f"part number {n}" for n in range(after))
    whole = Outgoing(SendKey("k"), DIRECT.room, text, choices=("Yes",))
    shown = await put_in_place(at.chat, given, whole)
    posts = at.chat.posts(DIRECT.room)
    assert [post.text.rstrip() for post in posts] == text.split("\n\n")
    assert [post.id for post in posts] == list(shown)
    assert [post.choices for post in posts] == [*[()] * (after - 1), ("Yes",)]


async def test_a_reply_grows_in_one_message_whose_id_is_kept_first(at: Stand) -> None:
    await at.put(at.row)
    writer = at.writer()
    await writer.grow("One.")
    (kept,) = await at.store.sweep(AskRow)
    assert load_shown(kept.shown).messages == writer.messages
    await writer.grow(" Two.")
    await writer.end("(note)")
    assert [post.text for post in at.chat.posts(DIRECT.room)] == ["One. Two.\n\n(note)"]


async def test_the_line_that_is_owed_stands_under_the_last_message_of_a_long_reply(
    at: Stand,
) -> None:
    at.row = replace(at.row, body=dump(replace(ASK, notice="I'm an AI.")))
    await at.put(at.row)
    at.chat.most = 20
    writer = at.writer()
    await writer.grow("part number one\n\npart number two")
    await writer.end(await writer.line())
    texts = [post.text.strip() for post in at.chat.posts(DIRECT.room)]
    assert texts == ["part number one", "part number two", "-# I'm an AI."]
    assert writer.text == "part number one\n\npart number two"
    assert writer.carried.notice


async def test_a_line_that_an_earlier_try_showed_is_not_shown_twice(at: Stand) -> None:
    line = ENGLISH.replies.notice
    at.row = replace(at.row, body=dump(replace(ASK, notice=line)))
    await at.put(at.row)
    first = at.writer()
    await first.grow("One.")
    await first.end(await first.line())
    at.row = (await at.store.sweep(AskRow))[0]
    again = at.writer()
    again.stands(dict.fromkeys(again.messages, f"One.\n\n-# {line}"))
    await again.mark(ENGLISH.replies.stopped)
    (post,) = at.chat.posts(DIRECT.room)
    assert post.text == f"One.\n\n{ENGLISH.replies.stopped}\n\n-# {line}"


async def test_a_reply_counts_as_begun_before_its_first_words_are_said(at: Stand) -> None:
    await at.put(at.row)
    at.chat.broken = True
    writer = at.writer()
    with pytest.raises(PlatformError):
        await writer.grow("One.")
    assert writer.begun == {at.row.key}


async def test_after_a_crash_the_same_message_grows_on(at: Stand) -> None:
    await at.put(at.row)
    first = at.writer()
    await first.grow("One.")
    at.row = (await at.store.sweep(AskRow))[0]
    again = at.writer()
    await again.grow("One. Two.")
    assert [post.text for post in at.chat.posts(DIRECT.room)] == ["One. Two."]


async def test_a_failure_marks_what_was_shown_and_offers_to_try_again(at: Stand) -> None:
    await at.put(at.row)
    writer = at.writer()
    await writer.grow("One.")
    again = Choice(ENGLISH.replies.try_again, AnswerAgain())
    await writer.fail("It did not answer.", again, "")
    (post,) = at.chat.posts(DIRECT.room)
    assert post.text == f"One.\n\n{ENGLISH.replies.cut_off}"
    assert post.choices == (ENGLISH.replies.try_again,)


async def test_a_mark_is_only_put_on_what_is_shown(at: Stand) -> None:
    await at.writer().mark(ENGLISH.replies.stopped)
    assert at.chat.posts(RoomId("dm")) == ()


# -- what is kept afterwards -------------------------------------------------------------------


FINISHED = Finished((MessageId("r1"),), AT, characters=300, only_question=False)


async def test_a_finished_reply_can_be_repaired_and_counts(at: Stand) -> None:
    await at.put(at.row)
    await at.finish().reply(at.row, ASK, FINISHED)
    assert await at.store.sweep(AskRow) == ()
    (reply,), (post,) = await at.store.sweep(ReplyRow), await at.store.sweep(PostRow)
    assert (post.reply, post.at, load_reply_body(reply.body).messages) == (reply.key, AT, ("r1",))
    (person,) = await at.store.sweep(PersonRow)
    assert person.day_tokens == 100


async def test_nothing_is_kept_of_a_reply_whose_scope_was_erased_meanwhile(at: Stand) -> None:
    await at.finish().reply(at.row, ASK, FINISHED)
    assert at.store.kept.rows == {}


async def test_a_reply_stands_only_under_the_epoch_it_was_asked_in(at: Stand) -> None:
    bench = at.bench()
    await at.put(at.row)
    assert await bench.stands(at.row)
    await at.put(ScopeRow(at.owner, epoch=1))
    assert not await bench.stands(at.row)
    await at.put(ScopeRow(at.owner), replace(at.row, state="stopped"))
    assert not await bench.stands(at.row)


# -- time and the operator ---------------------------------------------------------------------


async def test_what_is_due_is_done_once_its_time_has_come(at: Stand) -> None:
    now = at.clock.now()
    scope = ScopeRow(at.owner, state="withdrawn", frozen_until=now, frozen_above=0)
    await at.put(scope, StyleRow(at.owner, "tone", value="warmer"))
    await at.put(DueRow(at.owner, "erase-frozen", at=now + timedelta(seconds=1)))
    due = Retention(at.store, at.clock, at.names, at.chat)
    await due.run()
    assert len(await at.store.sweep(StyleRow)) == 1
    at.clock.pass_by(seconds=1)
    await due.run()
    assert await at.store.sweep(StyleRow) == ()
    assert await at.store.sweep(DueRow) == ()


async def test_every_one_of_many_that_are_due_is_done_and_nothing_that_is_not(at: Stand) -> None:
    now, task = at.clock.now(), key_of(ForgetWords("reply"))
    of = [Owner(f"scope {number}") for number in range(PAGE + 2)]
    await at.put(*(DueRow(owner, task, at=now) for owner in of))
    later = DueRow(at.owner, task, at=now + timedelta(seconds=1))
    await at.put(later, unknown := DueRow(at.owner, "of a later release", at=now))
    await Retention(at.store, at.clock, at.names, at.chat).run()
    assert set(await at.store.sweep(DueRow)) == {later, unknown}


async def test_words_in_transit_are_gone_after_a_day(at: Stand) -> None:
    rows = outbox(at, "one")
    old = at.clock.now() - timedelta(hours=24, seconds=1)
    await at.put(replace(rows[0], at=old), replace(at.row, at=old))
    await Retention(at.store, at.clock, at.names, at.chat).run()
    assert at.store.kept.rows == {}


async def test_only_the_operator_takes_the_mark_under_18_back(at: Stand) -> None:
    person = at.names.person(ADA)
    await at.put(PersonRow(person, under_18=True))
    assert await undo_under_18(at.store, person, AT)
    assert not await undo_under_18(at.store, person, AT)


# -- changes -----------------------------------------------------------------------------------


async def test_a_change_says_whether_running_replies_may_be_out_of_date() -> None:
    stand = Stand()

    async def changed(unit: Unit) -> tuple[bool, bool]:
        event = says("hello")
        applying = Applying(unit, stand.names, event, known())
        before = (await apply(applying, Decision((PauseUntil(None),)))).silences
        return before, (await apply(applying, Decision((RaiseEpoch(),)))).silences

    assert await stand.store.deciding(stand.names.person(ADA), changed) == (False, True)
    (row,) = await stand.store.sweep(ScopeRow)
    assert row.epoch == 1
