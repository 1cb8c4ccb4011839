"""Silence: dialogues with a whole Attune."""

import asyncio
from pathlib import Path

from bot.records import AskRow
from bot.strings import ENGLISH
from tests.conversations.stage import SAID, broken, model_of, plain_reply, status
from tests.play import Play, ScriptedModel, met, play


async def test_off_while_it_writes_marks_what_was_shown_and_silences_the_rest(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on", "/choose Yes")
    model = model_of(p)
    model.gates[2] = asyncio.Event()
    await p.type("/go " + SAID)
    await model.reached.wait()
    shown = "\n".join(await p.type("off"))
    assert ENGLISH.replies.stopped in shown
    assert "new date" not in shown
    assert ENGLISH.consent.off in shown


async def test_what_reads_well_is_shown_while_the_model_rests(p: Play) -> None:
    model_of(p).script = lambda _prompt: ["Tell them now. ", "Then rest."]
    model_of(p).gates[1] = asyncio.Event()
    await p.type("/go " + SAID)
    await p.reads("Tell them now.")
    model_of(p).gates[1].set()
    await p.companion.settled()
    assert p.shown[-1]["text"] == "Tell them now. Then rest."


async def test_stop_ends_that_reply_and_nothing_else(p: Play) -> None:
    await p.type("hello")
    await p.type("/attune on", "/choose Yes")
    model = model_of(p)
    model.gates[2] = asyncio.Event()
    await p.type("/go " + SAID)
    await model.reached.wait()
    assert ENGLISH.replies.stopped in "\n".join(await p.type("stop"))
    assert "Warm here" in await status(p)


async def test_a_ceiling_lowered_while_it_writes_silences_the_reply(p: Play) -> None:
    await p.type("/room lounge", "@attune hello")
    model = model_of(p)
    model.gates[2] = asyncio.Event()
    await p.type("/go @attune " + SAID)
    await model.reached.wait()
    shown = "\n".join(await p.type("/as admin", "/attune-admin ceiling plain"))
    assert ENGLISH.replies.stopped in shown


async def test_a_reply_open_at_the_end_is_finished_in_the_same_message(tmp_path: Path) -> None:
    model = ScriptedModel(plain_reply)
    first = play(tmp_path, model)
    async with first.running() as p:
        await met(p)
        model.gates[2] = asyncio.Event()
        await p.type("/go " + SAID)
        await model.reached.wait()
    model.gates.clear()
    async with first.running() as p:
        await p.companion.settled()
        last = p.shown[-1]
        assert (last["id"], last["text"]) == (
            "r2",
            "Tell them first thing. Then name the new date.",
        )
        assert await p.store.sweep(AskRow) == ()


async def test_a_reply_that_fails_after_a_restart_keeps_what_was_shown(tmp_path: Path) -> None:
    model = ScriptedModel(plain_reply)
    first = play(tmp_path, model)
    async with first.running() as p:
        await met(p)
        model.gates[2] = asyncio.Event()
        await p.type("/go " + SAID)
        await model.reached.wait()
    model.script = broken
    async with first.running() as p:
        await p.companion.settled()
    assert p.shown[-1]["text"] == f"Tell them first thing.\n\n{ENGLISH.replies.cut_off}"
    assert p.shown[-1]["choices"] == [ENGLISH.replies.try_again]


async def test_a_reply_open_for_over_an_hour_is_said_to_be_unfinished(tmp_path: Path) -> None:
    model = ScriptedModel(plain_reply)
    first = play(tmp_path, model)
    async with first.running() as p:
        await met(p)
        model.gates[2] = asyncio.Event()
        await p.type("/go " + SAID)
        await model.reached.wait()
    first.clock.pass_by(hours=2)
    async with first.running() as p:
        await p.companion.settled()
        assert ENGLISH.failures.too_late in p.words
        assert f"Tell them first thing.\n\n{ENGLISH.replies.cut_off}" in p.words
