"""What a person says in one moment is answered by one reply, on a real homeserver."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.cli.compose import BURST
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.matrix_people import PASSWORD
from tests.platforms.synapse import HERE, Synapse

_numbers = itertools.count()
pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(loop_scope="module")
async def d(hs: Synapse, tmp_path: Path) -> AsyncIterator[MatrixDriver]:
    (data := tmp_path / "data").mkdir()
    suffix = f"moment{next(_numbers)}"
    driver = MatrixDriver(hs, data, is_encrypted=True, suffix=suffix, burst=BURST)
    await hs.register(f"attune{suffix}", PASSWORD)
    await driver.start()
    yield driver
    await driver.close()


async def test_two_quick_messages_have_one_reply_that_answers_both(d: MatrixDriver) -> None:
    await d.say("hello")
    room, ada, before = await d.room("ada", "dm"), d.people["ada"], d._states()
    await ada.say(room, "the launch slips")
    seen = await d._since(before, await ada.say(room, "by two weeks"))
    assert len(seen) == 1
    prompt = "\n".join(line.text for line in d.model.prompts[-1].lines)
    assert "the launch slips" in prompt
    assert "by two weeks" in prompt


async def test_what_is_said_later_has_a_reply_of_its_own(d: MatrixDriver) -> None:
    await d.say("hello")
    room, ada, before = await d.room("ada", "dm"), d.people["ada"], d._states()
    first = await ada.say(room, "the launch slips")
    await d._handled(first)
    async with asyncio.timeout(30):
        while not d.people["ada"].shown.keys() - before.keys():
            await ada.catch_up()
    seen = await d._since(before, await ada.say(room, "by two weeks"))
    assert len(seen) == 2
