"""Replies that nobody can read any more: the model is asked no further, and nothing waits."""

import asyncio
from pathlib import Path

import pytest

from bot import phrases
from bot.companion.sources import Sources
from bot.ids import RoomId, Scope
from bot.rows import AskRow
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
        assert phrases.STOPPED in p.words
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


async def test_one_that_ends_while_the_talk_is_read_is_forgotten_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    p, reads, never = play(tmp_path), asyncio.Event(), asyncio.Event()

    async def waits(*_place: object) -> None:
        reads.set()
        await never.wait()

    monkeypatch.setattr(Sources, "history", waits)
    async with p.running():
        await p.session.line("/go tell me")
        await reads.wait()
        await p.companion.leave(every)
        await p.companion.settled()
        assert await p.store.sweep(AskRow) == ()
