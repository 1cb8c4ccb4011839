"""What somebody was told once in a place is kept there, and read again."""

from datetime import timedelta

from bot.engine.told_here import note_told, told_here
from bot.ports import Unit
from bot.records import Owner
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT

SCOPE = Owner("scope")


async def test_each_thing_is_kept_with_its_time_and_in_its_place_alone() -> None:
    store = FakeStore(FakeVault())

    async def work(unit: Unit) -> None:
        await note_told(unit, SCOPE, "quiet", AT)
        await note_told(unit, SCOPE, "muted", AT + timedelta(hours=1))
        found = await told_here(unit, SCOPE)
        assert found == {"quiet": AT, "muted": AT + timedelta(hours=1)}
        assert await told_here(unit, Owner("other")) == {}

    await store.deciding(SCOPE, work)
