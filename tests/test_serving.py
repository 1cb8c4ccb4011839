"""Several platforms in one process: a fault of one is told, and never stops the others."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from adapters.cli.running import together, until_all_end
from adapters.kit import supervision
from adapters.kit.platforms import Platforms
from adapters.kit.supervision import Make, Served
from bot.engine import Engine
from bot.engine.floor import Floor
from bot.engine.parts import Parts
from bot.engine.reply_inputs import Manner
from bot.engine.writing import Leave
from bot.errors import NeedsOperator, PlatformAway, PlatformError, StoreError
from bot.events import Event, Outcome
from bot.ports import Chat
from bot.tasks import ended, start
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.in_english import house_in_english
from tests.play import ScriptedModel

FAULTS = (PlatformError("Gone."), StoreError("The disk is full."), KeyError("a fault of ours"))


@dataclass
class FakePlatform:
    """A platform that begins, and ends, as a test says."""

    begins: list[Exception] = field(default_factory=list)  # what each attempt to begin meets
    ends: Exception | None = None
    says: str = ""
    times: int = 0  # that it ends so; then it stays
    begun: int = 0
    serves: asyncio.Event = field(default_factory=asyncio.Event)
    stays: asyncio.Event = field(default_factory=asyncio.Event)
    closed: asyncio.Event = field(default_factory=asyncio.Event)
    end: asyncio.Event = field(default_factory=asyncio.Event)
    chat: Chat = field(default_factory=lambda: FakeChat(SetClock().now))

    async def begin(self) -> None:
        self.begun += 1
        if self.begins:
            raise self.begins.pop(0)

    async def serve(
        self, handle: Callable[[Event], Awaitable[Outcome]], floor: Floor, leave: Leave
    ) -> None:
        self.serves.set()
        await self.end.wait()
        if self.ends is None:
            return
        if self.times > 0:
            self.times -= 1
            raise self.ends
        self.stays.set()
        await asyncio.Event().wait()

    def losses(self) -> int:
        return 0

    def fault(self) -> str:
        return self.says

    async def close(self) -> None:
        self.closed.set()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervision, "LONGEST_WAIT_S", 0.01)


def serving(**places: FakePlatform) -> asyncio.Task[None]:
    vault, chat = FakeVault(), Platforms({})
    model = ScriptedModel(lambda _prompt: ["Yes."])
    parts = Parts(chat, (model,), FakeStore(vault), vault, SetClock())
    core = Engine(parts, house_in_english("policy", operator="Ada"), Manner())

    def maker(place: FakePlatform) -> Make:
        async def make() -> Served:
            return place

        return make

    made = {name: maker(place) for name, place in places.items()}
    each = together(made, chat, core)
    return start(until_all_end([start(one.run(), one.name) for one in each]), "serving")


async def test_a_platform_that_is_away_is_tried_again_and_holds_up_no_other(
    quick: None, capsys: pytest.CaptureFixture[str]
) -> None:
    away = FakePlatform([PlatformAway("It sleeps."), PlatformAway("It sleeps.")])
    well = FakePlatform()
    task = serving(matrix=away, discord=well)
    await asyncio.wait_for(well.serves.wait(), 5)
    await asyncio.wait_for(away.serves.wait(), 5)
    assert away.begun == 3
    told = capsys.readouterr().err
    assert told.count("It sleeps.") == 1
    assert "serving on Matrix" in told
    assert "serving on Discord" in told
    await ended(task)


async def test_the_refusal_of_one_is_told_and_the_other_goes_on(quick: None) -> None:
    refused = FakePlatform(begins=[PlatformError("Broken.")])
    well = FakePlatform()
    task = serving(matrix=refused, discord=well)
    await asyncio.wait_for(well.serves.wait(), 5)
    await asyncio.wait_for(refused.closed.wait(), 5)
    assert not task.done()
    well.end.set()
    await asyncio.wait_for(task, 5)
    assert refused.begun == 1


async def test_the_last_refusal_ends_all(quick: None) -> None:
    with pytest.raises(PlatformError, match="Broken"):
        await asyncio.wait_for(serving(matrix=FakePlatform(begins=[PlatformError("Broken.")])), 5)


@pytest.mark.parametrize("failure", FAULTS, ids=lambda one: type(one).__name__)
async def test_what_was_served_once_is_served_again_whatever_ended_it(
    quick: None, capsys: pytest.CaptureFixture[str], failure: Exception
) -> None:
    place = FakePlatform(ends=failure, times=3)
    place.end.set()
    task = serving(discord=place)
    await asyncio.wait_for(place.stays.wait(), 5)
    assert place.begun == 4
    assert capsys.readouterr().err.count("is tried again") == 1
    await ended(task)


async def test_what_only_an_operator_can_mend_ends_it_also_after_it_was_served(quick: None) -> None:
    place = FakePlatform(ends=NeedsOperator("Signed out."), times=1)
    place.end.set()
    with pytest.raises(NeedsOperator, match="Signed out"):
        await asyncio.wait_for(serving(matrix=place), 5)
    assert place.begun == 1


@pytest.mark.parametrize("failure", FAULTS[1:], ids=lambda one: type(one).__name__)
async def test_what_the_store_or_a_fault_of_ours_ends_at_the_start_is_begun_again(
    quick: None, failure: Exception
) -> None:
    place = FakePlatform(begins=[failure, failure])
    task = serving(matrix=place)
    await asyncio.wait_for(place.serves.wait(), 5)
    assert place.begun == 3
    await ended(task)


async def test_rooms_of_a_platform_that_is_not_there_yet_wait(quick: None) -> None:
    chat = Platforms({})
    with pytest.raises(PlatformAway):
        chat.capabilities("matrix:!a:b")  # type: ignore[arg-type]
    assert chat.serves("matrix:!a:b", "matrix:!a:b") is False  # type: ignore[arg-type]
