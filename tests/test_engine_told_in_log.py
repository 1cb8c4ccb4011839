"""When changes were told in a space's rooms: kept without words, of each space alone."""

from datetime import timedelta

from bot.decide.told_in_log import Lately
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reports import Reports
from bot.engine.told_in_log import keep_lately, lately_told
from bot.ids import SpaceId
from bot.ports import Unit
from bot.records import Owner
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT

LATELY = Lately((AT, AT + timedelta(minutes=1)), AT + timedelta(minutes=2))


async def test_it_is_read_as_it_was_kept_and_is_no_report() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)
    space, other = names.space(SpaceId("house")), names.space(SpaceId("shed"))

    async def work(unit: Unit) -> None:
        assert await lately_told(unit, space) == Lately()
        for lately in (LATELY, Lately((AT,))):
            await keep_lately(unit, space, lately, AT)
            assert await lately_told(unit, space) == lately
        assert await lately_told(unit, other) == Lately()
        assert await Reports(unit, names).of(space) == ()

    await store.deciding(Owner("lock"), work)
