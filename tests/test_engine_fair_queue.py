"""The fair queue: who is let in when, in turns and never in time."""

import asyncio
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from bot.engine.fair_queue import FairQueue, queue_of
from bot.model.concurrency_limit import FIRST
from bot.model.measured import Capacity
from bot.model.offline import OfflineModel
from bot.strings import ENGLISH
from bot.tasks import ended, start
from tests.play import ScriptedModel

FAR_PAST_IT = 1000


@dataclass
class Door:
    """People who go through a queue, and the order in which they were let in."""

    queue: FairQueue
    within: dict[str, asyncio.Event] = field(default_factory=dict)  # set: they go again
    came: list[str] = field(default_factory=list)
    tasks: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)

    def comes(self, name: str, space: str) -> None:
        """Somebody wants to be let in."""
        self.tasks[name] = start(self._goes(name, space), name)

    async def _goes(self, name: str, space: str) -> None:
        async with self.queue.turn(space, name):
            self.came.append(name)
            gate = self.within[name] = asyncio.Event()
            try:
                await gate.wait()
            finally:
                del self.within[name]

    async def leaves(self, name: str) -> None:
        """Somebody who is within goes."""
        self.within[name].set()
        await settled()

    async def all_leave(self) -> None:
        """Lets everybody through, one after the other."""
        await settled()
        while self.within:
            await self.leaves(next(iter(self.within)))


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_people_of_a_space_come_in_their_order_and_no_more_than_fit() -> None:
    door = Door(FairQueue(lambda: 2))
    for name in "abcd":
        door.comes(name, "space")
    await settled()
    assert door.came == ["a", "b"]
    await door.leaves("b")
    assert door.came == ["a", "b", "c"]
    await door.all_leave()
    assert (door.came, len(door.queue)) == (list("abcd"), 0)


async def test_a_loud_space_keeps_no_other_waiting_for_more_than_a_turn_each() -> None:
    door = Door(FairQueue(lambda: 2))
    for number in range(30):
        door.comes(f"troll {number}", "loud")
    door.comes("ada", "quiet")
    door.comes("eve", "dm")
    await settled()
    before = len(door.came)
    for _ in range(3):
        await door.leaves(door.came[0] if door.came[0] in door.within else next(iter(door.within)))
    assert {"ada", "eve"} <= set(door.came[before : before + 3])
    await door.all_leave()
    assert len(door.came) == 32


async def test_where_a_number_is_set_for_a_space_the_others_have_as_many() -> None:
    door = Door(FairQueue(lambda: FAR_PAST_IT, 1))
    for name, space in (("a1", "a"), ("a2", "a"), ("b1", "b"), ("b2", "b")):
        door.comes(name, space)
    await settled()
    assert door.came == ["a1", "b1"]
    await door.leaves("b1")
    assert door.came == ["a1", "b1", "b2"]
    await door.all_leave()


async def test_who_comes_never_takes_the_place_of_who_waits() -> None:
    most = 1
    door = Door(FairQueue(lambda: most))
    for name in "abc":
        door.comes(name, "space")
    await settled()
    most = 2  # and nobody said so
    door.comes("d", "other")
    await settled()
    assert door.came == ["a", "b"]
    await door.all_leave()


async def test_a_limit_that_grows_lets_in_who_waits_and_one_that_falls_sends_nobody_away() -> None:
    most = 1
    door = Door(FairQueue(lambda: most))
    for name in "abcd":
        door.comes(name, "space")
    await settled()
    most = 3
    door.queue.admit()
    await settled()
    assert door.came == ["a", "b", "c"]
    most = 1
    await door.leaves("a")
    await door.leaves("b")
    assert door.came == ["a", "b", "c"]
    await door.leaves("c")
    assert door.came == list("abcd")
    await door.all_leave()


async def test_who_is_cancelled_as_they_are_let_in_gives_the_place_to_the_next() -> None:
    door = Door(FairQueue(lambda: 1))
    for name in "abc":
        door.comes(name, "space")
    await settled()
    door.within["a"].set()
    await asyncio.sleep(0)  # a has gone, and b was let in but has not run yet
    await ended(door.tasks["b"])
    await settled()
    assert door.came == ["a", "c"]
    await door.all_leave()
    assert len(door.queue) == 0


async def test_it_says_beforehand_whether_somebody_would_wait() -> None:
    queue = FairQueue(lambda: 2, 1)
    assert not queue.turn("a", "ada").locked()
    async with queue.turn("a", "ada"):
        assert queue.turn("a", "bo").locked()
        assert not queue.turn("b", "bo").locked()
        async with queue.turn("b", "bo"):
            assert queue.turn("c", "cy").locked()


DOES = st.tuples(
    st.sampled_from(("comes", "leaves", "is cancelled", "limit")), st.integers(0, 2), st.integers()
)


@given(st.lists(DOES, max_size=60), st.none() | st.integers(1, 3))
def test_never_too_many_are_within_and_nobody_waits_for_ever(
    does: list[tuple[str, int, int]], of_a_space: int | None
) -> None:
    asyncio.run(_anything(does, of_a_space))


async def _anything(does: list[tuple[str, int, int]], of_a_space: int | None) -> None:
    limit = 2
    door, cancelled = Door(FairQueue(lambda: limit, of_a_space)), set[str]()
    most_ever = limit
    for place, (what, space, which) in enumerate(does):
        match what:
            case "comes":
                door.comes(f"{space} {place}", f"space {space}")
            case "leaves" if door.within:
                await door.leaves(sorted(door.within)[which % len(door.within)])
            case "is cancelled" if door.tasks:
                name = sorted(door.tasks)[which % len(door.tasks)]
                cancelled.add(name)
                door.tasks[name].cancel()
            case "limit":
                limit = 1 + which % 5
                door.queue.admit()
        if which % 2:  # else the next comes in the same moment
            await settled()
        most_ever = max(most_ever, limit)
        assert len(door.within) <= most_ever
        _check_spaces(door, of_a_space)
    await door.all_leave()
    assert set(door.came) | cancelled == set(door.tasks)
    assert len(door.queue) == 0


def _check_spaces(door: Door, most: int | None) -> None:
    within = [name.split()[0] for name in door.within]
    assert most is None or all(within.count(space) <= most for space in within)


# -- of an installation ------------------------------------------------------------------------


def scripted() -> ScriptedModel:
    return ScriptedModel(lambda _prompt: ["One."])


async def within(queue: FairQueue, spaces: int = FAR_PAST_IT) -> int:
    """Gives how many are let in at once, where many of many spaces want to be."""
    door = Door(queue)
    for number in range(FAR_PAST_IT):
        door.comes(str(number), f"space {number % spaces}")
    await settled()
    count = len(door.within)
    for task in door.tasks.values():
        task.cancel()
    await asyncio.wait(door.tasks.values())
    return count


async def test_the_queue_of_an_installation_lets_in_as_many_as_its_model_bears() -> None:
    assert await within(queue_of(None, Capacity((scripted(),)))) == FIRST


async def test_the_voice_without_a_model_keeps_few_waiting() -> None:
    bears = Capacity((OfflineModel(ENGLISH),))
    assert FIRST < await within(queue_of(None, bears)) < FAR_PAST_IT


async def test_a_number_that_the_operator_sets_holds_in_each_space() -> None:
    assert await within(queue_of(3, Capacity((scripted(),))), spaces=10) == 30
