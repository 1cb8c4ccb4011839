"""Several platforms in one process: a fault of one is told, and never stops the others."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from adapters import running
from adapters.platforms import Platforms
from adapters.running import Served
from bot.companion import Companion
from bot.companion.shell import Parts
from bot.companion.sources import Manner
from bot.errors import PlatformAway, PlatformError
from bot.events import Event, Outcome
from bot.known import House
from bot.ports import Chat
from bot.tasks import ended, start
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.play import ScriptedModel


@dataclass
class Place:
    """A platform that begins, and ends, as a test says."""

    begins: list[Exception] = field(default_factory=list)  # what each attempt to begin meets
    ends: Exception | None = None
    begun: int = 0
    serves: asyncio.Event = field(default_factory=asyncio.Event)
    end: asyncio.Event = field(default_factory=asyncio.Event)
    chat: Chat = field(default_factory=lambda: FakeChat(SetClock().now))

    async def begin(self) -> None:
        self.begun += 1
        if self.begins:
            raise self.begins.pop(0)

    async def serve(self, handle: Callable[[Event], Awaitable[Outcome]]) -> None:
        self.serves.set()
        await self.end.wait()
        if self.ends is not None:
            raise self.ends

    async def close(self) -> None:
        return None


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "LONGEST_WAIT_S", 0.01)


def serving(**places: Place) -> asyncio.Task[None]:
    vault, chat = FakeVault(), Platforms({})
    model = ScriptedModel(lambda _prompt: ["Yes."])
    parts = Parts(chat, (model,), FakeStore(vault), vault, SetClock())
    core = Companion(parts, House("policy", operator="Ada"), Manner())
    served: dict[str, Served] = {**places}
    return start(running.together(served, chat, core), "serving")


async def test_a_platform_that_is_away_is_tried_again_and_holds_up_no_other(
    quick: None, capsys: pytest.CaptureFixture[str]
) -> None:
    away = Place([PlatformAway("It sleeps."), PlatformAway("It sleeps.")])
    well = Place()
    task = serving(matrix=away, discord=well)
    await asyncio.wait_for(well.serves.wait(), 5)
    await asyncio.wait_for(away.serves.wait(), 5)
    assert away.begun == 3
    told = capsys.readouterr().err
    assert told.count("It sleeps.") == 1
    assert "serving on Matrix" in told
    assert "serving on Discord" in told
    await ended(task)


@pytest.mark.parametrize("when", ["beginning", "serving"])
async def test_the_end_of_one_is_told_and_the_other_goes_on(quick: None, when: str) -> None:
    broken = Place(begins=[PlatformError("Broken.")] if when == "beginning" else [])
    broken.ends = PlatformError("Broken.")
    broken.end.set()
    well = Place()
    task = serving(matrix=broken, discord=well)
    await asyncio.wait_for(well.serves.wait(), 5)
    await asyncio.sleep(0.05)
    assert not task.done()
    well.ends = PlatformError("And this one.")
    well.end.set()
    with pytest.raises(PlatformError, match="And this one"):
        await asyncio.wait_for(task, 5)


async def test_rooms_of_a_platform_that_is_not_there_yet_wait(quick: None) -> None:
    chat = Platforms({})
    with pytest.raises(PlatformAway):
        chat.lengths("matrix:!a:b")  # type: ignore[arg-type]
    assert chat.serves("matrix:!a:b", "matrix:!a:b") is False  # type: ignore[arg-type]
