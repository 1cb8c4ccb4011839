"""The floor: whatever is broken, a life at risk is answered, once, and nothing is claimed of it."""

import asyncio
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.crisis import texts
from bot.crisis.tiers import Verdict, stated
from bot.engine import Engine, floor, reading
from bot.engine.episodes import LASTS
from bot.engine.floor import Floor
from bot.engine.meanwhile import Meanwhile
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reading import Reader
from bot.engine.recent_risk import RecentRisk
from bot.engine.reply_inputs import Manner
from bot.engine.shell import Parts
from bot.errors import ModelUnreachable, PlatformError, StoreError
from bot.events import ChoiceMade, Event, Outcome, RiskJudged
from bot.ids import EventId, MessageId, PersonId, SendKey, Where
from bot.prompt import without_note
from bot.records import AskRow, DueRow, EndLine, NoteRow, OutboxRow
from bot.strings import ENGLISH
from bot.tasks import start
from bot.words import Outgoing, Prompt
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat
from tests.fakes import FakeClassifier, FakeStore, FakeVault
from tests.play import Play, ScriptedModel, met, play
from tests.scene import ADA, AT, DIRECT, HOUSE, SHARED, commands, reacts, says, takes_back, taps

ACUTE = "I want to kill myself tonight, I have the pills here"
FULL = StoreError("The disk is full, so nothing was recorded.")
FAULTS = (FULL, RuntimeError("a fault of its own"), KeyError("a key"), OSError("a cut line"))


def scripted(folder: Path) -> Play:
    return play(folder, ScriptedModel(lambda _prompt: ["One thing."]))


def broken() -> tuple[Engine, FakeChat, FakeStore]:
    """Gives a companion whose store is full."""
    chat, vault = FakeChat(lambda: AT), FakeVault()
    store, model = FakeStore(vault), ScriptedModel(lambda _prompt: ["One thing."])
    store.fails = FULL
    parts = Parts(chat, (model,), store, vault, SetClock())
    return Engine(parts, HOUSE, Manner()), chat, store


def said(p: Play) -> list[str]:
    return [one["text"] for one in p.shown if one["do"] == "say"]


def breaks(p: Play, failure: Exception | None = FULL) -> None:
    assert isinstance(p.store, FakeStore)
    p.store.fails = failure


@pytest.mark.parametrize("failure", FAULTS, ids=lambda one: type(one).__name__)
async def test_the_fixed_words_are_said_whatever_fails(tmp_path: Path, failure: Exception) -> None:
    async with scripted(tmp_path).running() as p:
        await p.type("hello")
        breaks(p, failure)
        shown = "\n".join(await p.type(ACUTE))
    assert ENGLISH.crisis.first in shown
    assert ENGLISH.failures.here not in shown


@pytest.mark.parametrize(
    "line", [ACUTE, f"/attune ask {ACUTE}", f"/attune report {ACUTE}", "/edit u1 " + ACUTE]
)
async def test_messages_edits_and_commands_are_answered_without_a_store(
    tmp_path: Path, line: str
) -> None:
    async with scripted(tmp_path).running() as p:
        await p.type("hello")
        breaks(p)
        assert ENGLISH.crisis.first in "\n".join(await p.type(line))


async def test_a_yes_to_the_fixed_words_is_heard_without_a_store(tmp_path: Path) -> None:
    async with scripted(tmp_path).running() as p:
        await p.type("hello")
        breaks(p)
        assert "Are you thinking of killing yourself?" in "\n".join(
            await p.type("i wish i were dead")
        )
        assert "It took something to say that plainly" in "\n".join(await p.type("yes"))


async def test_a_tap_that_asks_for_the_words_gets_them_alone() -> None:
    core, chat, _ = broken()
    assert await core.handle(taps(ENGLISH.risk.read)) is Outcome.FAILED
    (told,) = chat.posts(DIRECT.room)
    assert told.to == ADA
    assert told.text.startswith(ENGLISH.crisis.first)


async def test_what_the_judge_heard_is_answered_without_a_store() -> None:
    core, chat, _ = broken()
    event = RiskJudged(says("").id, AT, ADA, DIRECT, says("").message)
    assert await core.handle(event) is Outcome.FAILED
    assert ENGLISH.crisis.asked in chat.script()


async def test_it_is_said_once_however_often_the_event_is_told() -> None:
    core, chat, store = broken()
    for _ in range(3):
        assert await core.handle(says(ACUTE)) is Outcome.FAILED
    store.fails = None
    assert await core.handle(says(ACUTE)) is Outcome.DECIDED
    await core.settled()
    assert await core.handle(says(ACUTE)) is Outcome.SEEN_BEFORE
    assert chat.script().count(ENGLISH.crisis.first) == 1


async def test_in_a_shared_room_no_answer_is_promised_that_nobody_could_open() -> None:
    core, chat, _ = broken()
    await core.handle(says(ACUTE, SHARED))
    assert [one.text for one in chat.posts(SHARED.room)] == [ENGLISH.crisis.aloud]


async def test_words_for_a_friend_are_said_without_a_store() -> None:
    core, chat, _ = broken()
    await core.handle(says("my friend says she wants to kill herself"))
    assert [one.text for one in chat.posts(DIRECT.room)] == [ENGLISH.crisis.concern]


@pytest.mark.parametrize("event", [reacts(), takes_back()], ids=["put", "taken back"])
async def test_an_emoji_that_could_not_be_taken_in_is_answered_with_nothing(event: Event) -> None:
    core, chat, _ = broken()
    assert await core.handle(event) is Outcome.FAILED
    assert chat.script() == ""


async def test_anything_else_is_told_plainly_once_a_minute_and_never_called_safe(
    tmp_path: Path,
) -> None:
    async with scripted(tmp_path).running() as p:
        breaks(p)
        await p.type("hello", "and again", "and more")
        assert said(p) == [ENGLISH.failures.here]
        p.clock.pass_by(minutes=2)
        await p.type("later")
    assert said(p) == [ENGLISH.failures.here] * 2
    assert "safe" not in ENGLISH.failures.here


@pytest.mark.parametrize("line", ["off", "please turn it off", "/attune off", "delete my data"])
async def test_who_wants_to_leave_is_told_each_time_that_it_failed(
    tmp_path: Path, line: str
) -> None:
    async with scripted(tmp_path).running() as p:
        await p.type("hello")
        breaks(p)
        await p.type("and again")
        before = len(said(p))
        await p.type(line, line)
        assert said(p)[before:] == [ENGLISH.failures.here] * 2


async def test_what_the_platform_refuses_once_is_said_again_at_once(tmp_path: Path) -> None:
    async with scripted(tmp_path).running() as p:
        breaks(p)
        refuses(p, 1)
        await p.type(ACUTE)
    assert ENGLISH.crisis.first in said(p)[0]


@pytest.mark.parametrize("has_store", [True, False])
async def test_what_the_platform_refuses_for_long_is_said_when_it_takes_it(
    tmp_path: Path, has_store: bool
) -> None:
    async with scripted(tmp_path).running() as p:
        breaks(p, None if has_store else FULL)
        refuses(p, 4)
        await p.type(ACUTE)
        assert not any(ENGLISH.crisis.first in one for one in said(p))
        breaks(p, None)
        for _ in range(3):
            await p.companion.again()
            await p.companion.settled()
    assert sum(ENGLISH.crisis.first in one for one in said(p)) == 1


async def test_a_decision_that_takes_too_long_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(floor, "PATIENCE_S", 0.0)
    async with scripted(tmp_path).running() as p:
        assert isinstance(p.store, FakeStore)
        async with p.store._turn:
            deciding = start(p.type(ACUTE), "typing")
            await asyncio.wait_for(p.reads(texts.acute(ENGLISH, _verdict(ACUTE), "")), 5)
        await deciding
        await p.companion.settled()
    assert sum(ENGLISH.crisis.first in one for one in said(p)) == 1


async def test_where_only_the_reply_fails_the_fixed_words_take_its_place(tmp_path: Path) -> None:
    def dies(_prompt: Prompt) -> list[str]:
        raise RuntimeError("a model with a fault of its own")

    async with play(tmp_path, ScriptedModel(dies)).running() as p:
        await p.type("i wish i were dead")
    assert ENGLISH.crisis.asked in said(p)[-1]
    assert ENGLISH.crisis.help in said(p)[-1]


async def test_where_the_store_is_cut_while_a_reply_is_written_it_is_finished_later(
    tmp_path: Path,
) -> None:
    p = scripted(tmp_path)

    def cuts(_prompt: Prompt) -> list[str]:
        breaks(p)
        return ["One thing."]

    async with p.running():
        await p.type("hello")
        assert isinstance(p.model, ScriptedModel)
        p.model.script = cuts
        await p.type("i wish i were dead")
        assert ENGLISH.crisis.asked in said(p)[-1]
        p.model.script = lambda _prompt: ["One thing."]
        breaks(p, None)
        await p.companion.again()
        await p.companion.settled()
        assert await p.store.sweep(AskRow) == ()
        assert await p.store.sweep(OutboxRow) == ()


async def test_the_fixed_words_wait_for_no_reply_that_is_being_written(tmp_path: Path) -> None:
    async with scripted(tmp_path).running() as p:
        assert isinstance(p.model, ScriptedModel)
        gate = p.model.gates[0] = asyncio.Event()
        await p.session.line("/go hello")
        await asyncio.wait_for(p.model.reached.wait(), 5)
        await p.session.line(f"/go {ACUTE}")
        await asyncio.wait_for(p.reads(texts.acute(ENGLISH, _verdict(ACUTE), "")), 5)
        gate.set()
        await p.companion.settled()


async def test_a_dead_model_does_not_take_the_words_away(tmp_path: Path) -> None:
    model = ScriptedModel(lambda _prompt: [ModelUnreachable("down")])
    async with play(tmp_path, model).running() as p:
        shown = "\n".join(await p.type(ACUTE))
    assert ENGLISH.crisis.first in shown


def refuses(p: Play, times: int) -> None:
    """Makes the console refuse so many messages."""
    console, left = p.session.console, [times]
    say = console.say

    async def refused(*given: object, **named: object) -> MessageId:
        if left[0] > 0:
            left[0] -= 1
            raise PlatformError("refused")
        return await say(*given, **named)  # type: ignore[arg-type]

    console.say = refused  # type: ignore[method-assign]


def _verdict(text: str) -> Verdict:
    return stated(text).verdict


async def test_where_reading_itself_fails_the_signs_are_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_event: Event, _name: str) -> None:
        raise RecursionError("a reader of commands")

    monkeypatch.setattr(reading, "read", fails)
    async with scripted(tmp_path).running() as p:
        breaks(p)
        await p.type(ACUTE)
    assert ENGLISH.crisis.first in said(p)[0]


async def test_what_was_open_at_a_kill_is_answered_in_the_order_it_was_asked(
    tmp_path: Path,
) -> None:
    async with scripted(tmp_path).running() as p:
        await met(p)
        assert isinstance(p.model, ScriptedModel)
        gate = p.model.gates[0] = asyncio.Event()
        for number in range(6):
            p.clock.pass_by(seconds=5)
            await p.session.line(f"/go say {number}")
        await p.companion.close()  # as a kill: nothing of it was said
        gate.set()
        p.model.script = lambda prompt: [f"To {without_note(prompt.lines[-1].text)[-1]}."]
        store = p.store
    async with Play(p.folder, store, p.vault, p.model, p.clock).running() as again:
        await again.companion.settled()
        replies = [one["text"] for one in again.shown if one["text"].startswith("To ")]
    assert replies == sorted(set(replies))
    assert len(set(replies)) == 6


async def test_a_line_that_others_read_goes_a_day_later_though_nothing_was_decided() -> None:
    core, chat, store = broken()
    await core.handle(says(ACUTE, SHARED))
    (line,) = chat.posts(SHARED.room)
    store.fails = None
    await core.again()
    (due,) = await store.sweep(DueRow)
    assert due.at == AT + LASTS
    await core.again()
    assert await store.sweep(DueRow) == (due,)
    clock = SetClock(AT + LASTS)
    await started_again(chat, store, clock)
    assert chat.posts(SHARED.room) == ()
    assert line.text == ENGLISH.crisis.aloud


async def erases_everything(core: Engine, chat: FakeChat, where: Where = DIRECT) -> None:
    """Lets Ada erase all that is kept of her, from a place."""
    asks = replace(commands("data erase", where), id=EventId("asks"))
    await core.handle(asks)
    await core.settled()
    (card,) = [one for one in chat.posts(where.room) if "Erase" in one.choices]
    label = next(one for one in reversed(card.choices) if one.startswith("Erase"))
    taps_it = ChoiceMade(EventId("taps"), AT, ADA, where, card.id, label)
    assert await core.handle(taps_it) is Outcome.DECIDED
    await core.settled()


@pytest.mark.parametrize("where", [DIRECT, SHARED], ids=["elsewhere", "there"])
async def test_a_line_that_others_read_goes_when_its_person_erases_though_nothing_was_decided(
    where: Where,
) -> None:
    core, chat, store = broken()
    await core.handle(says(ACUTE, SHARED))
    (line,) = chat.posts(SHARED.room)
    assert line.text == ENGLISH.crisis.aloud
    store.fails = None
    await erases_everything(core, chat, where)
    assert line.id not in [one.id for one in chat.posts(SHARED.room)]
    await core.again()
    assert [row for row in await store.sweep(DueRow) if isinstance(row.task, EndLine)] == []
    assert await store.sweep(NoteRow) == ()
    assert not core.floor._stands


async def test_nothing_is_remembered_of_who_erases_but_that_they_are_not_to_be_read() -> None:
    core, chat, store = broken()
    bob = PersonId("p:bob")
    for number, person in enumerate((ADA, bob)):
        chat.broken = True
        await core.handle(replace(says(ACUTE), id=EventId(f"risk{number}"), person=person))
        chat.broken = False
        await core.handle(replace(says("hello"), id=EventId(f"hello{number}"), person=person))
    floor_ = core.floor
    memories = (floor_._told, floor_.meanwhile._held, floor_.meanwhile._unkept, floor_.lately._kept)
    assert [{key[0] for key in one} for one in memories] == [{ADA, bob}] * 4
    assert {event.person for event, _ in floor_._left.values()} == {ADA, bob}
    assert ADA in remembered(floor_)
    store.fails = None
    await erases_everything(core, chat)
    assert [{key[0] for key in one} for one in memories] == [{bob}] * 4
    assert {event.person for event, _ in floor_._left.values()} == {bob}
    assert ADA not in remembered(floor_)


def remembered(floor_: Floor) -> str:
    """Gives everything that the floor, and what it remembers with, hold in memory."""
    parts: tuple[Any, ...] = (floor_, floor_.meanwhile, floor_.lately)
    every = [getattr(one, name) for one in parts for name in one.__slots__]
    return repr([one for one in every if isinstance(one, dict)])


async def test_what_could_not_be_said_to_who_erases_meanwhile_is_not_said_after_all() -> None:
    core, chat, store = broken()
    chat.broken = True
    await core.handle(says(ACUTE))
    chat.broken, store.fails = False, None
    await erases_everything(core, chat)
    before = chat.script()
    await core.again()
    assert chat.script() == before


async def test_what_is_tried_while_its_person_erases_is_let_go_of_and_nothing_after_it() -> None:
    core, chat, _ = broken()
    chat.broken = True
    for number in range(2):
        await core.handle(replace(says(ACUTE), id=EventId(f"risk{number}")))
    tries = list[SendKey]()

    async def say(new: Outgoing) -> MessageId:
        tries.append(new.key)
        core.floor.forget(ADA)
        raise PlatformError("refused")

    core.floor.chat = SimpleNamespace(say=say)
    await core.floor.again()
    assert len(set(tries)) == 1
    assert not core.floor._left


async def test_what_was_said_alone_stands() -> None:
    core, _, store = broken()
    await core.handle(says(ACUTE))
    store.fails = None
    await core.again()
    assert await store.sweep(DueRow) == ()


async def started_again(chat: FakeChat, store: FakeStore, clock: SetClock) -> None:
    """Does what is due in a later process."""
    parts = Parts(chat, (ScriptedModel(lambda _prompt: ["."]),), store, store.vault, clock)
    core = Engine(parts, HOUSE, Manner())
    await core.run_due()
    await core.settled()


async def test_the_words_of_what_failed_are_read_once_for_all_that_is_said_of_it() -> None:
    classifier, names = FakeClassifier(), Pseudonyms(FakeVault())
    lately, chat = RecentRisk(HOUSE.gap), FakeChat(lambda: AT)
    alone = Floor(chat, names, lately, Meanwhile(names), Reader(classifier), strings=ENGLISH)
    await alone.failed(says("turn it off"))
    assert (classifier.asked, len(chat.posts(DIRECT.room))) == (1, 1)
    assert await alone.off_beside(says(f"{ACUTE}. turn it off")) is not None
    assert classifier.asked == 2
