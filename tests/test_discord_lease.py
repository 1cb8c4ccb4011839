"""One process a token and shard: who serves holds a lease, and a second is told so."""

from datetime import timedelta

import pytest

from adapters.discord import lease as leases
from adapters.discord.authors import DRAWER
from adapters.discord.lease import EVERY_S, LASTS, Lease
from adapters.kit.notes import Notes
from bot.errors import PlatformError
from tests.console_stage import SetClock
from tests.fakes import FakeStore, FakeVault


class House:
    """One store, and leases of several processes on it; while one sleeps, others keep theirs."""

    def __init__(self) -> None:
        vault = FakeVault()
        self.store, self.clock = FakeStore(vault), SetClock()
        self.kept = Notes(self.store, vault, self.clock, DRAWER)
        self.alive: list[Lease] = []

    def lease(self, *shards: int, app: str = "100") -> Lease:
        return Lease(self.kept, self.clock, app, shards or (0,), self.sleep)

    async def sleep(self, seconds: float) -> None:
        self.clock.pass_by(seconds=seconds)
        for one in self.alive:
            for shard in one.shards:
                await one._tried(shard)


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr(leases, "_is_dead", lambda _where, _process: False)
    return House()


async def test_a_second_process_is_refused_while_the_first_lives(house: House) -> None:
    first = house.lease()
    await first.take()
    house.alive.append(first)
    with pytest.raises(PlatformError, match="shard 0"):
        await house.lease().take()
    await house.lease(1).take()
    await house.lease(app="200").take()


async def test_what_a_process_left_is_taken_once_it_ran_out(house: House) -> None:
    await house.lease().take()
    began = house.clock.now()
    await house.lease().take()
    assert house.clock.now() - began <= LASTS + timedelta(seconds=EVERY_S)


async def test_what_is_given_back_or_a_dead_process_held_is_taken_at_once(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = house.lease()
    await first.take()
    await first.let_go()
    began = house.clock.now()
    await house.lease().take()
    monkeypatch.setattr(leases, "_is_dead", lambda _where, _process: True)
    await house.lease().take()
    assert house.clock.now() == began


async def test_who_was_away_for_too_long_stops(house: House) -> None:
    first = house.lease()
    await first.take()
    house.clock.pass_by(minutes=5)
    await house.lease().take()
    with pytest.raises(PlatformError, match="took over"):
        await first.keep()


def test_only_a_process_that_surely_is_no_more_is_dead() -> None:
    here = leases._here()
    if not here:
        pytest.skip("this machine does not tell when it was started")
    assert leases._is_dead(here, "999999999") is True
    assert leases._is_dead("elsewhere", "999999999") is False
    assert leases._is_dead("", "999999999") is False
    assert leases._is_dead(here, "1") is False
