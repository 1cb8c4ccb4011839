"""The shell as a whole: claimed once, failing plainly, recording no words in its log."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
import structlog

from bot.engine.drafted import Asked
from bot.engine.shell import Engine, Parts
from bot.errors import PlatformAway, StoreAway
from bot.ids import MessageId, PersonId, Scope
from bot.model.offline import OfflineModel
from bot.ports import Model, Vault
from bot.reach import Wanted
from bot.records import AskRow, OutboxRow, Row
from bot.strings import ENGLISH
from tests.fakes import FakeClassifier, FakeStore, FakeVault, R
from tests.play import Play, ScriptedModel, play

SECRET = "the heron sleeps at noon"


class Unready(OfflineModel):
    """A model with a fault of its own."""

    def stream(self, prompt: object) -> None:  # type: ignore[override]
        raise RuntimeError(SECRET)


async def away(*_given: object, **_named: object) -> MessageId:
    raise PlatformAway("away")


async def failing(folder: Path, model: Model) -> tuple[list[str], str]:
    with structlog.testing.capture_logs() as logs:
        async with play(folder, model).running() as p:
            shown = await p.type(SECRET)
    return shown, str(logs)


async def test_an_error_inside_is_told_plainly_and_logged_without_words(tmp_path: Path) -> None:
    shown, logs = await failing(tmp_path, Unready(ENGLISH))  # type: ignore[arg-type]
    assert ENGLISH.failures.here in "\n".join(shown)
    assert "RuntimeError" in logs
    assert SECRET not in logs


async def test_an_event_that_cannot_be_recorded_is_told_plainly(tmp_path: Path) -> None:
    p = play(tmp_path)
    async with p.running():
        await p.type("hello")
        await p.store.close()
        shown = await p.type(SECRET)
    assert ENGLISH.failures.here in "\n".join(shown)
    assert not any(one["do"] == "seen" and one["text"] == SECRET for one in p.shown)


async def test_closing_leaves_no_task_behind(tmp_path: Path) -> None:
    p = play(tmp_path, ScriptedModel(lambda _prompt: ["One."]))
    async with p.running():
        await p.type("/go hello")
    assert isinstance(p.companion, Engine)
    assert not p.companion._following
    assert Parts.__slots__


async def test_due_work_is_done_again_although_it_failed_once(tmp_path: Path) -> None:
    done: list[int] = []

    async def run_due() -> None:
        done.append(1)
        raise asyncio.CancelledError if len(done) == 3 else RuntimeError(SECRET)

    async with play(tmp_path).running() as p:
        p.companion.run_due = run_due  # type: ignore[method-assign]
        with structlog.testing.capture_logs() as logs, pytest.raises(asyncio.CancelledError):
            await p.companion.tend(every_s=0)
    assert len(done) == 3
    assert SECRET not in str(logs)


class Sweeping(FakeStore):
    """Does something once, before rows of a kind are swept for."""

    def __init__(self, vault: Vault, before: dict[type[Row], Callable[[], None]]) -> None:
        super().__init__(vault)
        self.before = before

    async def sweep(self, kind: type[R], **equal: str | int) -> tuple[R, ...]:
        self.before.pop(kind, lambda: None)()
        return await super().sweep(kind, **equal)


def sweeping(folder: Path, before: dict[type[Row], Callable[[], None]]) -> Play:
    vault = FakeVault()
    return Play(folder, Sweeping(vault, before), vault, OfflineModel(ENGLISH))


def unreachable() -> None:
    raise StoreAway("away")


async def test_a_send_waits_on_where_the_store_was_away_as_the_platform_came_back(
    tmp_path: Path,
) -> None:
    p = sweeping(tmp_path, before := {})
    async with p.running():
        await p.type("hello")
        say, p.session.console.say = p.session.console.say, away  # type: ignore[method-assign]
        await p.type("/attune status")
        shown, p.session.console.say = len(p.shown), say  # type: ignore[method-assign]
        before[OutboxRow] = unreachable
        with pytest.raises(StoreAway):
            await p.companion.again()
        await p.companion.again()
    assert [one["do"] for one in p.shown[shown:]] == ["say"]


async def test_a_reply_that_begins_to_wait_while_others_are_looked_for_waits_on(
    tmp_path: Path,
) -> None:
    p = sweeping(tmp_path, before := {})
    async with p.running():
        assert isinstance(p.companion, Engine)
        left = p.companion._dispatch.left
        left.add("first")
        before[AskRow] = lambda: left.add("second")
        await p.companion.again()
        assert p.companion._dispatch.left == {"second"}


async def test_nothing_is_remembered_of_a_reply_that_was_erased_while_it_waited(
    tmp_path: Path,
) -> None:
    async with play(tmp_path).running() as p:
        assert isinstance(p.companion, Engine)
        p.companion._dispatch.left.add("erased")
        p.companion._bench.begun.update(("erased", "another"))
        await p.companion.again()
        assert p.companion._bench.begun == {"another"}


@pytest.mark.parametrize("ends", [("/attune off",), ("/attune data erase", "/choose Erase")])
async def test_what_drafts_were_asked_for_leaves_the_memory_with_off_and_with_an_erase(
    tmp_path: Path, ends: tuple[str, ...]
) -> None:
    async with play(tmp_path).running() as p:
        assert isinstance(p.companion, Engine)
        drafted, seat = p.companion._bench.drafted, p.session.console.seat
        await p.type("hello")
        for key, who in (("k", seat.person), ("b", PersonId("console:bob"))):
            drafted.keep(
                key, Asked(Scope(seat.where.space, who), p.clock.at, (0, 0, 0), Wanted("x"))
            )
        await p.type(*ends)
        assert [drafted.find(key, p.clock.at) is None for key in ("k", "b")] == [True, False]


@pytest.mark.parametrize("minutes", [10, 61])
async def test_what_could_not_be_said_is_said_once_when_the_platform_is_back(
    tmp_path: Path, minutes: int
) -> None:
    async with play(tmp_path, ScriptedModel(lambda _prompt: ["One thing."])).running() as p:
        await p.type("hello")
        console, before = p.session.console, len(p.shown)
        say, console.say = console.say, away  # type: ignore[method-assign]
        await p.type("/attune status")
        await p.type("what now?")
        await p.companion.again()
        await p.companion.settled()
        assert [one for one in p.shown[before:] if one["do"] == "say"] == []
        console.say = say  # type: ignore[method-assign]
        p.clock.pass_by(minutes=minutes)
        for _ in range(2):
            await p.companion.again()
            await p.companion.settled()
        said = [one["text"] for one in p.shown[before:] if one["do"] == "say"]
    assert len(said) == 2
    assert ("One thing." in said[1]) == (minutes == 10)
    assert (ENGLISH.failures.too_late in said[1]) == (minutes == 61)


async def test_the_classifier_of_the_parts_reads_each_sentence_of_a_reply(tmp_path: Path) -> None:
    at = play(tmp_path, ScriptedModel(lambda _prompt: ["What a great question! It rains."]))
    at.classifier = classifier = FakeClassifier(leaning={"question": {"flattery": 0.1}})
    async with at.running() as p:
        shown = await p.type("what is the weather?")
        await p.companion.settled()
    assert "What a great question! It rains." in "\n".join((*shown, p.words))
    assert classifier.sentences == ["what a great question!", "it rains."]
