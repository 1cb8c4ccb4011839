"""Counts by month: of nobody, without a word."""

from datetime import timedelta

from bot.engine.counts import count
from bot.ports import Unit
from bot.records import HOUSE, CountRow
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT


async def test_each_thing_is_counted_in_its_month() -> None:
    store = FakeStore(FakeVault())

    async def work(unit: Unit) -> None:
        await count(unit, AT, [])
        await count(unit, AT, ["rain", "snow", "rain"])
        await count(unit, AT, ["rain"])
        await count(unit, AT + timedelta(days=40), ["rain"])
        rows = {one.key: one.count for one in await unit.find(CountRow, HOUSE)}
        later = f"{AT + timedelta(days=40):%Y-%m}"
        assert rows == {f"{AT:%Y-%m}:rain": 3, f"{AT:%Y-%m}:snow": 1, f"{later}:rain": 1}

    await store.deciding(HOUSE, work)
