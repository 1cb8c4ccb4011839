"""Fairness between people: how long the quiet wait beside the loud, on a virtual clock."""

import asyncio
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.fair_queue import PASSED_OVER, FairQueue
from bot.tasks import start
from tests.fair_load import Load, Waits, waits
from tests.virtual_time import run

BESIDE = 1.5  # times as long as alone, at most
HOUR = 3600.0


@cache
def alone(places: int) -> Waits:
    return waits(Load(places=places))


@pytest.mark.parametrize("places", [3, 4, 8, 16])
@pytest.mark.parametrize("loud", [1, 30])
@pytest.mark.parametrize("is_same_room", [True, False])
def test_nineteen_of_twenty_quiet_replies_begin_nearly_as_soon_as_alone(
    places: int, loud: int, is_same_room: bool
) -> None:
    beside = waits(Load(places=places, loud=loud, is_same_room=is_same_room))
    assert beside.p95 <= BESIDE * alone(places).p95


def test_it_holds_beside_a_hundred_and_beside_people_who_wait_three_seconds_each_time() -> None:
    as_alone = alone(8).p95
    assert waits(Load(loud=100)).p95 <= BESIDE * as_alone
    assert waits(Load(loud=30, thinks_s=3.0)).p95 <= BESIDE * as_alone


@pytest.mark.parametrize("places", [3, 8])
@pytest.mark.parametrize("seed", range(2, 6))
def test_it_holds_whatever_people_happen_to_say(seed: int, places: int) -> None:
    as_alone = waits(Load(places=places, seed=seed)).p95
    for is_same in (True, False):
        beside = waits(Load(places=places, loud=30, seed=seed, is_same_room=is_same))
        assert beside.p95 <= BESIDE * as_alone


@pytest.mark.parametrize("seed", range(1, 6))
def test_quick_messages_cost_nobody_ten_minutes_beside_a_crowd_that_shares_evenly(
    seed: int,
) -> None:
    beside = waits(Load(places=3, loud=30, is_same_room=False, seed=seed))
    assert max(beside.turns) < 500
    replies = sorted(map(len, beside.loud.values()))
    assert replies[-1] <= 1.1 * replies[0]


def test_loud_people_share_evenly_what_the_quiet_leave() -> None:
    loud = waits(Load(loud=30)).loud
    replies = sorted(len(one) for one in loud.values())
    assert len(replies) == 30
    assert replies[-1] <= 1.1 * replies[0]
    assert sum(replies) / 120 >= 0.65 * 70  # replies a minute; 70 were they alone


def test_beside_one_loud_person_nothing_is_kept_free() -> None:
    [replies] = waits(Load(loud=1)).loud.values()
    assert len(replies) >= 0.98 * len(waits(Load(loud=1, quiet=0)).loud["loud 0"])


def test_a_crowd_of_quiet_people_that_fits_waits_as_it_did_without_a_reserve() -> None:
    found = waits(Load(quiet=60, places=8))
    assert found.p95_turn < 1.0


async def _once(queue: FairQueue, person: str, gate: asyncio.Event, came: list[str]) -> None:
    async with queue.turn("space", person):
        came.append(person)
        await gate.wait()


def test_a_loud_person_is_let_in_whoever_new_comes_all_the_time() -> None:
    async def scene() -> list[str]:
        queue, came = FairQueue(lambda: 1), list[str]()
        for _ in range(6):  # back to back
            async with queue.turn("space", "loud"):
                await asyncio.sleep(5)
        gates = [asyncio.Event() for _ in range(PASSED_OVER * 3 + 2)]
        start(_once(queue, "first", gates[0], came), "first")
        await asyncio.sleep(0)
        start(_once(queue, "loud", gates[-1], came), "loud")
        for number, gate in enumerate(gates[1:-1]):
            start(_once(queue, f"new {number}", gate, came), "new")
            await asyncio.sleep(0.01)
            gates[number].set()
            await asyncio.sleep(0.01)
        return came

    assert "loud" in run(scene())[: PASSED_OVER * 2 + 1]


@given(st.lists(st.tuples(st.integers(0, 5), st.floats(0, 60), st.floats(0, 60)), max_size=40))
def test_every_reply_is_let_in_once_and_what_is_remembered_is_of_those_people(
    asks: list[tuple[int, float, float]],
) -> None:
    async def scene() -> tuple[int, int]:
        queue, done = FairQueue(lambda: 2), list[int]()

        async def goes(place: int) -> None:
            person, before, takes = asks[place]
            await asyncio.sleep(before)
            async with queue.turn(f"space {person % 2}", f"p{person}"):
                await asyncio.sleep(takes)
            done.append(place)

        await asyncio.gather(*map(goes, range(len(asks))))
        assert sorted(done) == list(range(len(asks)))
        return len(queue), len(queue.use)

    assert run(scene()) == (0, len({person for person, _, _ in asks}))
