"""Counts by month: of nobody, without a word, and through one door."""

from datetime import timedelta
from pathlib import Path

from bot.engine.counts import count, listed, of_people
from bot.impact.counted import FEWEST
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


async def test_no_general_listing_has_answers_of_people_and_few_people_are_in_none() -> None:
    store, later = FakeStore(FakeVault()), AT.date() + timedelta(days=40)

    async def work(unit: Unit) -> None:
        await count(unit, AT, ["rain", "impact:people", "impact:load:worse"])
        assert await listed(unit) == {f"{AT:%Y-%m}:rain": 1}
        assert await of_people(unit, later) == ()
        for _ in range(1, FEWEST):
            await count(unit, AT, ["impact:people"])
        assert await of_people(unit, AT.date()) == ()
        assert [one.people for one in await of_people(unit, later)] == [FEWEST]

    await store.deciding(HOUSE, work)


def test_counts_are_read_and_written_in_one_file_alone() -> None:
    root = Path(__file__).parent.parent
    files = (file for part in ("bot", "adapters") for file in (root / part).rglob("*.py"))
    naming = {file.relative_to(root).as_posix() for file in files if "CountRow" in file.read_text()}
    kept = {"bot/records/__init__.py", "bot/records/measures.py"}
    assert naming - kept == {"bot/engine/counts.py"}
