"""The contract of ports.Chat, kept on Matrix, on a real homeserver, plain and encrypted."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest
import pytest_asyncio

from adapters.matrix import ids
from adapters.matrix.chat import MatrixChat
from adapters.matrix.form import NUMBERS, OFFERED, own_message
from adapters.matrix.uploads import LARGEST
from bot.clock import SystemClock
from bot.errors import FileRefused
from bot.ids import MessageId, SendKey
from bot.words import Outgoing, TextFile
from tests.contracts.chat import *  # noqa: F403
from tests.contracts.chat import Platform, Stands
from tests.platforms.matrix_driver import PLAIN_IN_PROOF, MatrixDriver
from tests.platforms.matrix_people import PASSWORD
from tests.platforms.synapse import HERE, Synapse

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
TOO_MUCH = 2_000_000  # bytes: twice what the homeserver of the tests takes
_numbers = itertools.count(1000)


class OwnKeys:
    """The bot's Chat for one test: what it sends twice in rooms of all tests is no other's."""

    def __init__(self, chat: MatrixChat, number: int) -> None:
        self._chat, self._number = chat, number

    async def say(self, one: Outgoing) -> MessageId:
        return await self._chat.say(replace(one, key=SendKey(f"{self._number}:{one.key}")))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._chat, name)


class OnMatrix:
    """Ada, in two shared rooms that all tests of the file have, as she remembers them from now."""

    hears_all = True

    def __init__(self, driver: MatrixDriver, lounge: str, cellar: str) -> None:
        self.driver, self.room = driver, lounge
        self.chat: Any = OwnKeys(driver.matrix.chat, next(_numbers))
        self.lounge, self.cellar = ids.Address(lounge).id, ids.Address(cellar).id
        self.person = driver.people["ada"]
        self.ada = ids.person(self.person.user)
        self.bob = ids.person(driver.people["eve"].user)
        self.said: dict[str, str] = {}
        self.began = SystemClock().now()

    async def says(
        self, text: str, reply_to: MessageId | None = None, *, to_bot: bool = True
    ) -> MessageId:
        words = f"Attune: {text}" if to_bot else text
        event = await self.person.say(self.room, words, reply_to)
        self.said[event] = text
        if to_bot:
            await self.driver._handled(event)
        return MessageId(event)

    async def take_back(self, message: MessageId) -> None:
        await self.person.take_back(self.room, message)

    async def stands(self, message: MessageId) -> Stands | None:
        await self.person.catch_up()
        emojis = await self._emojis(message)
        if message in self.said:
            return Stands(self.said[message], (), emojis)
        shown = self.person.shown.get(message)
        if shown is None or shown.is_gone:
            return None
        post = own_message(shown.content)
        assert post is not None
        offered = frozenset(OFFERED[: len(post.choices)])
        assert emojis & frozenset(NUMBERS) == offered
        return Stands(post.text, post.choices, emojis - offered, tuple(shown.files))

    async def later(self) -> datetime:
        await asyncio.sleep(0.005)  # the homeserver's clock, which nobody sets, counts thousandths
        now = SystemClock().now().astimezone(UTC)
        return now.replace(microsecond=now.microsecond // 1000 * 1000) - timedelta(milliseconds=1)

    async def _emojis(self, message: MessageId) -> frozenset[str]:
        room, event = quote(self.room, safe=""), quote(message, safe="")
        path = f"/_matrix/client/v1/rooms/{room}/relations/{event}/m.annotation?limit=100"
        client = self.person.client
        headers = {"Authorization": f"Bearer {client.access_token}"}
        found = await (await client.send("GET", path, None, headers)).json()
        return frozenset(one["content"]["m.relates_to"]["key"] for one in found["chunk"])


@pytest_asyncio.fixture(params=PLAIN_IN_PROOF, scope="module", loop_scope="module")
async def driver(
    request: pytest.FixtureRequest, hs: Synapse, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[MatrixDriver]:
    folder, is_encrypted = tmp_path_factory.mktemp("chat"), request.param == "encrypted"
    suffix = f"chat{next(_numbers)}"  # a file's fixture may be made again in one process
    one = MatrixDriver(hs, folder, is_encrypted, answers=False, suffix=suffix)
    await hs.register(f"attune{one.suffix}", PASSWORD)
    await one.start()
    yield one
    await one.close()


@pytest_asyncio.fixture(loop_scope="module")
async def platform(driver: MatrixDriver) -> Platform:
    one = OnMatrix(driver, *[await driver.room("admin", name) for name in ("lounge", "cellar")])
    one.began = await one.later()
    return one


async def test_a_file_that_a_homeserver_does_not_take_is_refused_and_nothing_is_said(
    platform: Platform,
) -> None:
    assert LARGEST > TOO_MUCH
    large = TextFile("x", "x" * TOO_MUCH)
    new = Outgoing(SendKey("k"), platform.lounge, "Here it is.", files=(large,))
    with pytest.raises(FileRefused):
        await platform.chat.say(new)
    end = await platform.says("end")
    said = await platform.chat.history(platform.lounge, platform.ada, end, platform.began)
    assert [one.text for one in said] == ["end"]
