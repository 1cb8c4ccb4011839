"""Replies that nobody can read any more: the model is asked no further, and nothing waits."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.engine.reply_inputs import ReplyInputs
from bot.engine.writing import Gone, Writing
from bot.errors import StoreError
from bot.ids import RoomId, Scope
from bot.ports import Store
from bot.records import AskRow
from bot.strings import ENGLISH
from tests.fakes import FakeStore
from tests.play import ScriptedModel, held, is_asked, is_shown, play


def every(_room: RoomId, _scope: Scope) -> bool:
    return True


def none(_room: RoomId, _scope: Scope) -> bool:
    return False


async def test_a_reply_without_a_reader_ends_at_once_and_blocks_nobody(tmp_path: Path) -> None:
    p = play(tmp_path, ScriptedModel(lambda _prompt: ["One thing. ", "Another thing."]))
    async with p.running():
        held(p, before=1)
        for line in ("/go tell me", "/go and this?"):
            await p.session.line(line)
        await is_shown(p.store)
        await p.companion.leave(none)
        assert len(await p.store.sweep(AskRow)) == 2
        await p.companion.leave(every)
        await p.companion.settled()
        assert await p.store.sweep(AskRow) == ()
        assert ENGLISH.replies.stopped in p.words
        assert len(p.model.prompts) == 1  # type: ignore[attr-defined]
        p.model.gates.clear()  # type: ignore[attr-defined]
        assert "Another thing." in "\n".join(await p.type("hello again"))


async def test_a_reply_that_has_said_nothing_yet_says_nothing(tmp_path: Path) -> None:
    p = play(tmp_path, ScriptedModel(lambda _prompt: ["One thing."]))
    async with p.running():
        held(p)
        await p.session.line("/go tell me")
        await is_asked(p)
        before = len(p.shown)
        await p.companion.leave(every)
        await p.companion.settled()
        assert p.shown[before:] == []
        assert await p.store.sweep(AskRow) == ()


def counted(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Gives the looks at what is asked, and lets the others come while each is under way."""
    looks, sweep = list[int](), type(store).sweep

    async def looked(self: Any, kind: Any, **equal: Any) -> Any:
        if kind is AskRow:
            looks.append(1)
            await asyncio.sleep(0)
        return await sweep(self, kind, **equal)

    monkeypatch.setattr(type(store), "sweep", looked)
    return looks


async def test_many_who_leave_at_once_are_looked_for_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    p = play(tmp_path, ScriptedModel(lambda _prompt: ["One thing."]))
    async with p.running():
        held(p)
        await p.session.line("/go tell me")
        await is_asked(p)
        looks = counted(p.store, monkeypatch)
        others = (lambda _room, _scope: False for _ in range(100))
        await asyncio.gather(*(p.companion.leave(one) for one in (*others, every)))
        assert len(looks) == 2
        await p.companion.settled()
        assert await p.store.sweep(AskRow) == ()


async def test_a_look_that_fails_takes_nobody_elses_leaving_for_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    p = play(tmp_path, ScriptedModel(lambda _prompt: ["One thing."]))
    async with p.running():
        held(p)
        await p.session.line("/go tell me")
        await is_asked(p)
        assert isinstance(p.store, FakeStore)
        end, failed = p.companion._writing._end, list[int]()

        async def fails(_self: Writing, gone: tuple[Gone, ...]) -> None:
            await asyncio.sleep(0)
            failed.append(len(gone))
            if len(failed) < 3:
                raise StoreError("away")
            await end(gone)

        monkeypatch.setattr(Writing, "_end", fails)
        gone = (none, lambda _room, _scope: False, every)
        told = await asyncio.gather(*map(p.companion.leave, gone), return_exceptions=True)
        assert [type(one) for one in told] == [StoreError, StoreError, type(None)]
        assert failed == [1, 2, 1]
        await p.companion.settled()
        assert await p.store.sweep(AskRow) == ()


async def test_one_that_ends_while_the_talk_is_read_is_forgotten_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    p, reads, never = play(tmp_path), asyncio.Event(), asyncio.Event()

    async def waits(*_place: object) -> None:
        reads.set()
        await never.wait()

    monkeypatch.setattr(ReplyInputs, "history", waits)
    async with p.running():
        await p.session.line("/go tell me")
        await reads.wait()
        await p.companion.leave(every)
        await p.companion.settled()
        assert await p.store.sweep(AskRow) == ()
