"""How a reply grows on Matrix: a placeholder while none comes, and an emoji that stops it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from math import inf

import pytest
import pytest_asyncio

from adapters.matrix import ids
from adapters.matrix.form import NUMBERS, STOP
from adapters.matrix.growing import GROWTH, STOPS_AFTER_S
from bot.capabilities import Growth
from bot.engine.codec import load_shown
from bot.errors import ModelCutOff
from bot.ids import SendKey
from bot.records import AskRow
from bot.strings import ENGLISH
from bot.words import Outgoing, Stage
from tests.driver import Seen
from tests.moments import Moments
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.synapse import HERE

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
COMING = ENGLISH.replies.coming
AT_ONCE = Growth(hold_s=inf, placeholder_s=0.0, anew_s=GROWTH.anew_s)
FOUR = ["First this. ", "Then that. ", "And this. ", "Last of all."]
LONG_S = 20


@pytest_asyncio.fixture(loop_scope="module")
async def d(made: Making) -> AsyncIterator[MatrixDriver]:
    driver = await made(encrypted=True)
    await driver.say("hello")
    driver.model.script = lambda _prompt: FOUR
    yield driver


async def placeholder(d: MatrixDriver) -> tuple[str, asyncio.Event]:
    """Gives a placeholder that can be stopped, and the gate that its words wait for."""
    gate = d.model.gates[0] = asyncio.Event()
    coming = await d.begin_slowly("tell me")
    assert coming.text == COMING
    d.matrix.chat.growth = AT_ONCE
    return coming.id, gate


async def standing(d: MatrixDriver) -> list[Seen]:
    await d._read_all()
    return [d._seen(one) for one in d.people["ada"].shown.values() if not one.is_gone]


async def test_a_placeholder_can_be_stopped_and_becomes_the_reply_in_the_same_message(
    d: MatrixDriver,
) -> None:
    message, gate = await placeholder(d)
    gate.set()
    (reply,) = await d.settle()
    assert (reply.id, reply.text) == (message, "".join(FOUR))
    assert await d.under(message) == set()


async def test_a_failed_reply_says_so_in_its_placeholder_and_can_be_tried_again(
    d: MatrixDriver,
) -> None:
    d.model.script = lambda _prompt: [ModelCutOff("cut off")]
    message, gate = await placeholder(d)
    gate.set()
    (seen,) = await d.settle()
    assert (seen.id, seen.text) == (message, ENGLISH.failures.cut_off)
    assert seen.choices == (ENGLISH.replies.try_again,)
    assert await d.under(message) == {NUMBERS[0]}


async def test_words_that_come_late_are_a_new_message_in_place_of_the_placeholder(
    d: MatrixDriver,
) -> None:
    message, gate = await placeholder(d)
    d.clock.by += timedelta(seconds=61)
    gate.set()
    (reply,) = await d.settle()
    assert reply.id != message
    assert await d.read(message) is None


async def test_a_placeholder_is_taken_up_by_the_next_process(d: MatrixDriver) -> None:
    message, gate = await placeholder(d)
    await d.restart()
    gate.set()
    await d.settle()
    reply = await d.read(message)
    assert reply is not None
    assert reply.text == "".join(FOUR)
    assert await d.under(message) == set()
    assert COMING not in [one.text for one in await standing(d)]


async def test_words_that_go_on_for_a_second_can_be_stopped_and_at_the_end_no_more(
    d: MatrixDriver,
) -> None:
    moments = Moments()
    d.matrix.chat.growing.stops.sleep = moments.sleep
    gate = d.model.gates[2] = asyncio.Event()
    await d.begin("tell me")
    (row,) = await d.store.sweep(AskRow)
    (message,) = load_shown(row.shown).messages
    assert await d.under(message) == set()
    moments.go_on(STOPS_AFTER_S)
    async with asyncio.timeout(LONG_S):
        while STOP not in await d.under(message):
            await asyncio.sleep(0.02)
    gate.set()
    await d.settle()
    assert await d.under(message) == set()


async def test_a_send_whose_id_was_not_stored_gives_the_next_process_the_same_message(
    d: MatrixDriver,
) -> None:
    room = ids.Address(await d.room("ada", "dm")).id
    new = Outgoing(SendKey(f"{room} once"), room, "once", stage=Stage.PLACEHOLDER)
    first = await d.matrix.chat.say(new)
    await d.restart()
    assert await d.matrix.chat.say(new) == first
    assert [one.text for one in await standing(d)].count("once") == 1
