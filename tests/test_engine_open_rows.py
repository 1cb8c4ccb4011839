"""What waits for a platform is tried again each minute, and what is for a life at risk sooner."""

import asyncio

import pytest

from bot.engine import Engine
from bot.engine.open_rows import in_order, is_of, is_vital
from bot.engine.reply_inputs import Manner
from bot.engine.shell import EVERY_S, MORE_OFTEN, Parts
from bot.errors import PlatformAway, PlatformError, StoreAway
from bot.ids import RoomId
from bot.records import OutboxRow
from bot.strings import ENGLISH
from bot.tasks import ended, start
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.jumping_loop import at_once, seconds
from tests.play import ScriptedModel
from tests.scene import ADA, AT, DIRECT, HOUSE, says

ACUTE = "I want to kill myself tonight, I have the pills here"
SOON_S = EVERY_S / MORE_OFTEN


class Noted(FakeChat):
    """A platform that is away for a while, and notes when it was told what."""

    def __init__(self, failure: type[PlatformError]) -> None:
        super().__init__(lambda: AT)
        self.failure, self.at = failure, list[tuple[float, str]]()
        self.broken = True

    def _check(self, text: str = "") -> None:
        if self.broken:
            raise self.failure("away")

    def _tell(self, line: str) -> None:
        super()._tell(line)
        self.at.append((seconds(), line))


class Scene:
    """A companion whose platform is away for the first seven seconds."""

    def __init__(self, failure: type[PlatformError], *, keeps: bool) -> None:
        vault = FakeVault()
        self.chat, self.store = Noted(failure), FakeStore(vault)
        self.store.fails = None if keeps else StoreAway("away")
        model = ScriptedModel(lambda _prompt: ["One thing."])
        parts = Parts(self.chat, (model,), self.store, vault, SetClock(AT))
        self.core = Engine(parts, HOUSE, Manner())

    async def lives(self, text: str) -> list[tuple[float, str]]:
        """Hears a message, and gives what was said of it in two minutes."""
        tending = start(self.core.tend(), "tend")
        self.chat.hear(DIRECT.room, ADA, text)
        await self.core.handle(says(text))
        await asyncio.sleep(7)
        self.chat.broken, self.store.fails = False, None
        await asyncio.sleep(2 * EVERY_S)
        await ended(tending)
        await self.core.close()
        return self.chat.at


@pytest.mark.parametrize("failure", [PlatformAway, PlatformError])
@pytest.mark.parametrize("keeps", [True, False])
def test_words_for_a_life_at_risk_are_said_within_seconds_of_their_platform_being_back(
    failure: type[PlatformError], keeps: bool
) -> None:
    said = at_once(lambda: Scene(failure, keeps=keeps).lives(ACUTE))
    vital = [at for at, line in said if ENGLISH.crisis.first in line]
    assert vital == [2 * SOON_S]


def test_a_reply_waits_for_the_minute_for_each_try_asks_the_model() -> None:
    said = at_once(lambda: Scene(PlatformAway, keeps=True).lives("hello"))
    assert {at for at, _ in said} == {EVERY_S}


def test_open_rows_are_sent_in_the_order_of_their_decisions() -> None:
    async def rows() -> tuple[OutboxRow, ...]:
        scene = Scene(PlatformAway, keeps=True)
        await scene.core.handle(says(ACUTE))
        await scene.core.settled()
        return await scene.store.sweep(OutboxRow)

    found = at_once(rows)
    assert in_order(found[::-1]) == in_order(found)
    assert any(is_vital(one, ENGLISH) for one in found)
    assert all(is_of(one, lambda room, _space: room == DIRECT.room) for one in found)
    assert not any(is_of(one, lambda room, _space: room == RoomId("other")) for one in found)
