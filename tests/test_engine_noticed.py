"""When others read that this is an AI: noted for each space, of what was said there."""

from bot.engine.noticed import greeted, note, noticed
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import Scope
from bot.ports import Unit
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT, SHARED, commands, says


async def test_a_notice_is_noted_where_it_stood_and_nowhere_else() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)
    here, there = (names.scope(Scope(where.space, ADA)) for where in (SHARED, DIRECT))

    async def work(unit: Unit) -> None:
        await greeted(unit, there, says("hello"))
        await greeted(unit, here, commands("status", SHARED))
        assert await noticed(unit, here) is None
        await greeted(unit, here, says("hello", SHARED))
        assert await noticed(unit, here) == AT
        assert await noticed(unit, there) is None
        await note(unit, there, AT)
        assert await noticed(unit, there) == AT

    await store.deciding(names.person(ADA), work)
