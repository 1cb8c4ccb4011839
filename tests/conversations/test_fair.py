"""Fairness under load: thirty trolls, and the quiet people beside them, counted in turns."""

import asyncio
from dataclasses import replace

import pytest

from bot.model.concurrency_limit import FIRST
from bot.prompt.marks import without_note
from bot.snapshot import Guards
from tests.conversations.stage import model_of
from tests.play import Play, ScriptedModel, held, is_asked, play

TROLLS, TIMES = 30, 10
UNTOLD = Guards(waiting=TIMES, messages_a_minute=10_000)


@pytest.fixture
def crowded(tmp_path: object) -> Play:
    p = play(tmp_path, ScriptedModel(lambda prompt: [without_note(prompt.lines[-1].text) + "."]))  # type: ignore[arg-type]
    p.guards = UNTOLD
    return p


def waiting(p: Play) -> int:
    """Gives how many people wait for their turn."""
    return len(p.companion._dispatch.turns._waiting)


async def answered(p: Play, *quiet: tuple[str, str, str]) -> list[str]:
    """Gives whose messages the model was asked about, in order: the trolls', then those."""
    gate = held(p)
    await p.type("/room lobby")
    for turn in range(TIMES):
        for troll in range(TROLLS):
            await p.type(f"/as troll{troll}", f"/go @attune t{troll} {turn}")
    await is_asked(p)
    for room, who, text in quiet:
        await p.type(f"/room {room}", f"/as {who}", f"/go {text}")
    while waiting(p) < TROLLS - len(model_of(p).prompts) + len(quiet):
        await asyncio.sleep(0)
    gate.set()
    await p.companion.settled()
    return [without_note(prompt.lines[-1].text).split()[0] for prompt in model_of(p).prompts]


async def test_who_comes_after_thirty_trolls_waits_for_a_reply_to_each_and_no_more(
    crowded: Play,
) -> None:
    crowded.guards = replace(UNTOLD, replies_in_a_space=1)
    async with crowded.running() as p:
        order = await answered(p, ("lobby", "ada", "@attune quiet"))
    assert len(order) == TROLLS * TIMES + 1
    before = order[: order.index("quiet")]
    assert len(before) == TROLLS == len(set(before))


async def test_who_talks_alone_with_it_is_among_the_next_beside_a_loud_space(crowded: Play) -> None:
    async with crowded.running() as p:
        order = await answered(p, ("dm", "eve", "alone"))
    assert len(order) == TROLLS * TIMES + 1
    assert "alone" in order[FIRST : FIRST + 2]
