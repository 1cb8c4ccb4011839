"""The closing day in the store: noticed while it serves, and the erase of everybody after it."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.closing import KEPT_FOR, Closing
from bot.engine.closing import ClosingDay, closing_of, set_closing
from bot.engine.pseudonyms import Pseudonyms
from bot.records import OperatorActRow, PlaceRow, ScopeRow
from bot.strings import ENGLISH
from tests.conversations.stage import plain_reply
from tests.play import Play, ScriptedModel, closes, play
from tests.scene import HOUSE

SAID = ENGLISH.continuity
CLOSED = SAID.closed.partition("{day}")[0]


@pytest.fixture
def p(tmp_path: Path) -> Play:
    return play(tmp_path, ScriptedModel(plain_reply))


async def retired(p: Play, days: float | None) -> None:
    await closes(p.store, p.clock.now(), days, "so it is")


async def passed(p: Play, **span: float) -> None:
    p.clock.pass_by(**span)
    await p.companion.run_due()


async def test_it_is_kept_and_taken_back(p: Play) -> None:
    assert await closing_of(p.store) is None
    await retired(p, 20)
    assert await closing_of(p.store) == Closing(p.clock.now() + timedelta(days=20), "so it is")
    await set_closing(p.store, None, p.clock.now())
    assert await closing_of(p.store) is None


async def test_a_house_has_the_day_of_the_last_look(p: Play) -> None:
    day = ClosingDay(p.store, Pseudonyms(p.vault), p.clock)
    await retired(p, 20)
    assert day.of(HOUSE) is HOUSE
    await day.look()
    assert day.of(HOUSE).closing == await closing_of(p.store)


async def test_who_serves_notices_it_with_the_next_due_tasks_and_a_start_knows_it(p: Play) -> None:
    async with p.running():
        await p.type("hello")
        await retired(p, 1)
        assert "so it is" not in "\n".join(await p.type("and now?"))
        await p.companion.run_due()
        assert "so it is" in "\n".join(await p.type("and now?"))
        p.clock.pass_by(days=2)
    async with p.running():
        assert CLOSED in "\n".join(await p.type("and now?"))


async def test_thirty_days_after_it_closed_everybody_is_erased_and_hears_of_it(p: Play) -> None:
    async with p.running():
        await p.type("/as ada", "hello", "/attune on", "/choose Yes", "/room lobby", "@attune hi")
        await p.type("/as eve", "/room dm", "hello")
        await retired(p, 1)
        await passed(p, days=1, hours=1)
        await passed(p, days=KEPT_FOR.days - 1)
        assert len(await p.store.sweep(PlaceRow)) == 3
        await passed(p, days=1)
        assert await p.store.sweep(PlaceRow) == ()
        assert await p.store.sweep(ScopeRow) == ()
        assert len(await p.store.sweep(OperatorActRow)) == 2
        told = "\n".join(await p.type("/as ada", "/attune status"))
        assert ENGLISH.data.operator["erased"] in told.replace("\n    ", " ")


async def test_who_writes_after_that_is_not_erased_again_and_again(p: Play) -> None:
    async with p.running():
        await p.type("hello")
        await retired(p, 1)
        await passed(p, days=1 + KEPT_FOR.days, hours=1, minutes=30)
        assert SAID.gone.partition("{day}")[0] in "\n".join(await p.type("hello?"))
        (place,) = await p.store.sweep(PlaceRow)
        await passed(p, hours=1)
        assert await p.store.sweep(PlaceRow) == (place,)


async def test_nobody_is_erased_where_it_was_taken_back(p: Play) -> None:
    async with p.running():
        await p.type("hello")
        await retired(p, 1)
        await p.companion.run_due()
        await retired(p, None)
        await passed(p, days=40)
        assert len(await p.store.sweep(PlaceRow)) == 1
