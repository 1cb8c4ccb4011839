"""What is noticed in a direct message: dialogues with a whole Attune."""

from pathlib import Path

import pytest

from bot.consent import ANSWERING, NOTICING, NOTICING_AGAIN
from bot.markers import Marker
from bot.markers.shares import Shares
from bot.records import MarkersRow, ObservationRow
from bot.strings import ENGLISH
from tests.fakes import FakeClassifier
from tests.play import Play

SAID = ENGLISH.noticed
ONLY_YOU, SLEEP = "you are the only one who sees the truth", "third night i'm up till 5"
EXCLUSIVITY, WORSE = SAID.called[Marker.EXCLUSIVITY], SAID.called[Marker.FUNCTIONING]


@pytest.fixture(autouse=True)
def hearing(p: Play) -> None:
    marked = {"only one": Shares(exclusivity=0.9), "third night": Shares(functioning=0.8)}
    p.classifier = FakeClassifier(marked=marked)


async def agreed(p: Play, *ticks: str) -> None:
    await p.type("/attune on attuned", *(f"/choose {tick}" for tick in ticks), "/choose Yes")


async def kept(p: Play) -> int:
    """Gives how many rows are left of what was noticed, and of what was said to it."""
    return len(await p.store.sweep(ObservationRow)) + len(await p.store.sweep(MarkersRow))


async def shown(p: Play, what: str = "") -> str:
    return " ".join(" ".join(await p.type(f"/attune noticed {what}".strip())).split())


def read(path: str) -> str:
    return Path(path).read_text("utf-8")


async def test_worse_sleep_is_noticed_only_where_that_is_ticked(p: Play) -> None:
    async with p.running():
        await agreed(p)
        await p.type(SLEEP, ONLY_YOU)
        assert WORSE not in await shown(p)
        await agreed(p, ENGLISH.choices.notice_worse)
        await p.type(SLEEP)
        assert WORSE in await shown(p)
        await agreed(p)  # without the tick
        left = await shown(p)
    assert WORSE not in left
    assert EXCLUSIVITY in left


async def test_a_day_is_noticed_once_and_comes_up_by_weeks(p: Play) -> None:
    async with p.running():
        await agreed(p)
        await p.type(ONLY_YOU, ONLY_YOU)
        assert len(await p.store.sweep(ObservationRow)) == 2
        assert ": 1" in await shown(p, "weeks")


async def test_what_was_said_to_it_stays_and_clear_and_erase_leave_nothing(p: Play) -> None:
    async with p.running():
        await agreed(p)
        await p.type(ONLY_YOU)
        assert SAID.fine.partition(".")[0] in await shown(p, "fine")
        assert len(await p.store.sweep(MarkersRow)) == 1
        assert EXCLUSIVITY in await shown(p)
        await shown(p, "clear")
        assert await kept(p) == 0
        await p.type(ONLY_YOU)
        await p.type("/attune noticed not right")
        await p.type("/attune data erase", "/choose Erase")
        assert await kept(p) == 0


async def test_an_edit_corrects_what_was_noticed_and_adds_nothing_new(p: Play) -> None:
    async with p.running():
        await agreed(p)
        await p.type(ONLY_YOU, "/edit the bus was late")
        assert EXCLUSIVITY not in await shown(p)
        await p.type("the bus was late", f"/edit {ONLY_YOU}")
        assert EXCLUSIVITY not in await shown(p)


async def test_who_comes_back_to_warm_has_it_put_away_until_its_day_and_can_delete_it_before(
    p: Play,
) -> None:
    async with p.running():
        await agreed(p)
        await p.type(ONLY_YOU)
        p.clock.pass_by(days=1)
        await p.type(ONLY_YOU, "/attune off", "/attune on warm")
        left = ENGLISH.consent.partly_unfrozen.format(level="warm", day="4 June")
        assert left.strip() in " ".join(" ".join(await p.type("/choose Yes")).split())
        await p.type("/delete")
        assert await kept(p) == 1
        p.clock.pass_by(days=29)
        await p.companion.run_due()
        assert await kept(p) == 1
        p.clock.pass_by(days=2)
        await p.companion.run_due()
        assert await kept(p) == 0


async def test_who_comes_back_without_a_tick_has_nothing_left_of_what_it_let_be_noticed(
    p: Play,
) -> None:
    async with p.running():
        await agreed(p, ENGLISH.choices.notice_worse)
        await p.type(SLEEP, ONLY_YOU, "/attune off")
        await agreed(p)
        left = await shown(p)
    assert WORSE not in left
    assert EXCLUSIVITY in left


async def test_at_warm_and_where_a_life_is_at_risk_nothing_is_noticed(p: Play) -> None:
    async with p.running():
        await p.type("/attune on warm", "/choose Yes", ONLY_YOU)
        await agreed(p)
        await p.type(f"i want to kill myself, {ONLY_YOU}", ONLY_YOU)
        assert await p.store.sweep(ObservationRow) == ()


async def test_beside_what_only_may_be_about_a_life_it_is_noticed_as_most_of_it_is_not(
    p: Play,
) -> None:
    marked = {"only one": Shares(exclusivity=0.9)}
    p.classifier = FakeClassifier({"the dog": (0.6, "farewell")}, marked=marked)
    async with p.running():
        await agreed(p)
        await p.type("i gave the dog to my sister", ONLY_YOU)
        assert len(await p.store.sweep(ObservationRow)) == 1


async def test_the_list_of_yeses_names_what_is_noticed_and_each_tick(p: Play) -> None:
    async with p.running():
        await agreed(p, ENGLISH.choices.notice_again)
        said = " ".join(await p.type("/attune receipt"))
    receipt = read(said.split()[-1])
    assert f"{ANSWERING}; {NOTICING}; {NOTICING_AGAIN}" in receipt
