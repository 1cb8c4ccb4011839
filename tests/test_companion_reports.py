"""The reports of a space: one a person and reply, bounded, and readable by nobody but the space."""

import pytest

from bot.companion import reports
from bot.companion.names import Names
from bot.companion.reports import Reports
from bot.ids import PersonId, SpaceId
from bot.ports import Unit
from bot.rows import Owner
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT

SPACE, OTHER = SpaceId("house"), SpaceId("shed")


async def kept(*reported: tuple[str, str], space: SpaceId = SPACE) -> list[str]:
    """Gives what a space shows after these people reported these replies in SPACE."""
    vault = FakeVault()
    store, names = FakeStore(vault), Names(vault)

    async def work(unit: Unit) -> list[str]:
        for person, about in reported:
            await Reports(unit, names).keep(SPACE, PersonId(person), about, AT)
        return sorted(about for _, about in await Reports(unit, names).of(names.space(space)))

    return await store.deciding(Owner("lock"), work)


async def test_a_reply_is_reported_once_a_person() -> None:
    assert await kept(("ada", "8"), ("ada", "8"), ("eve", "8"), ("ada", "9")) == ["8", "8", "9"]


async def test_another_space_sees_none_of_it() -> None:
    assert await kept(("ada", "8"), space=OTHER) == []


async def test_nobody_fills_the_list_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [("ada", str(number)) for number in range(30)]
    assert len(await kept(*many, ("eve", "x"))) == reports.MOST_OF_ONE + 1
    monkeypatch.setattr(reports, "MOST", 3)
    assert len(await kept(*many, ("eve", "x"))) == 3
