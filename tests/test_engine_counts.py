"""Counts by month: of nobody, without a word, and through one door."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from bot.actions.state import HoldEpisode, RecordConsent
from bot.crisis.signs import What
from bot.crisis.tiers import Tier
from bot.engine.auditing import note_policy
from bot.engine.counts import (
    CONSENT,
    CRISIS,
    REFERRED,
    REPAIR,
    SIGNAL,
    count,
    counted_since,
    listed,
    of_people,
)
from bot.engine.episodes import Episodes
from bot.engine.pseudonyms import Pseudonyms
from bot.impact.counted import FEWEST
from bot.levels import Level
from bot.ports import Unit
from bot.records import HOUSE, CountRow
from bot.rupture import Rupture
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT
from tests.test_engine_apply import Stand as Applied
from tests.test_engine_parts import Stand as Finishing
from tests.test_engine_repair_books import books, kept


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


async def test_it_counts_since_the_first_count_or_the_first_start_that_was_recorded() -> None:
    store, today = FakeStore(FakeVault()), AT.date()
    this = f"{AT:%Y-%m}"
    since = partial(counted_since, today=today)
    assert await store.reading(since) == this
    then = AT - timedelta(days=70)
    await note_policy(store, "a-policy", then)
    assert await store.reading(since) == f"{then:%Y-%m}" < this
    earlier = then - timedelta(days=70)
    await store.deciding(HOUSE, lambda unit: count(unit, earlier, ("crisis:acute",)))
    assert await store.reading(since) == f"{earlier:%Y-%m}"


async def test_each_yes_and_no_is_counted_of_nobody() -> None:
    at = Applied()
    agreed = RecordConsent("given", Level.WARM, "1")
    await at.applied(agreed, RecordConsent("withdrawn", Level.PLAIN, "1"))
    await at.applied(RecordConsent("expired", Level.PLAIN, "1"))  # may not follow: it is no entry
    counts = {one.key.partition(":")[2]: one.count for one in await at.store.sweep(CountRow)}
    assert counts == {f"{CONSENT}given": 1, f"{CONSENT}withdrawn": 1}


async def test_a_repair_is_counted_by_its_kind_without_its_reply() -> None:
    at = Finishing()
    await books(at, await kept(at)).stands(())
    (row,) = await at.store.sweep(CountRow)
    assert (row.key.partition(":")[2], row.count) == (f"{REPAIR}{Rupture.COLD}", 1)


async def test_a_referral_is_counted_once_and_by_the_kind_of_its_sign() -> None:
    store, names = FakeStore(vault := FakeVault()), Pseudonyms(vault)
    refers = HoldEpisode(int(Tier.ACUTE), is_referred=True, signal=What.MEANS)

    async def work(unit: Unit) -> None:
        await Episodes(unit, names).hold(ADA, AT, refers)
        await Episodes(unit, names).hold(ADA, AT, HoldEpisode(int(Tier.ACUTE), signal=What.MEANS))
        rows = {key.partition(":")[2]: times for key, times in (await listed(unit)).items()}
        assert rows == {f"{CRISIS}acute": 2, REFERRED: 1, f"{SIGNAL}means": 1}

    await store.deciding(HOUSE, work)


def test_counts_are_read_and_written_in_one_file_alone() -> None:
    root = Path(__file__).parent.parent
    files = (file for part in ("bot", "adapters") for file in (root / part).rglob("*.py"))
    naming = {file.relative_to(root).as_posix() for file in files if "CountRow" in file.read_text()}
    kept = {"bot/records/__init__.py", "bot/records/measures.py"}
    assert naming - kept == {"bot/engine/counts.py"}
