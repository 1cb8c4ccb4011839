"""The reports of a space: one a person and reply, bounded, and readable by nobody but the space."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.of_spaces import Report
from bot.engine import reports
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reports import DAY, MOST_A_DAY, MOST_OF_ONE, Reports
from bot.ids import PersonId, Scope, SpaceId
from bot.ports import Unit
from bot.records import NoteRow, Owner
from bot.snapshot import Reported
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT, SHARED, commands

SPACE, OTHER = SpaceId("house"), SpaceId("shed")


async def reported(unit: Unit, names: Pseudonyms, person: str, about: str, hours: float = 0) -> str:
    """Reports in SPACE where there is room; gives what the reporter is told of."""
    one, at = Reports(unit, names), AT + timedelta(hours=hours)
    event = replace(commands("report 9", SHARED, at), person=PersonId(person))
    room = await one.room_for(event, about)
    if room == "free":
        await one.keep(Scope(SPACE, PersonId(person)), Report(about), at)
    return room


async def test_a_reply_is_listed_once_with_how_many_people_reported_it() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)

    async def work(unit: Unit) -> None:
        said = [
            await reported(unit, names, person, about)
            for person, about in (("ada", "8"), ("ada", "8"), ("eve", "8"), ("ada", "9"))
        ]
        assert said == ["free", "kept", "free", "free"]
        listed = await Reports(unit, names).of(names.space(SPACE))
        assert set(listed) == {Reported(AT, "8", 2), Reported(AT, "9")}
        assert await Reports(unit, names).of(names.space(OTHER)) == ()
        await Reports(unit, names).clear(SPACE)
        assert await Reports(unit, names).of(names.space(SPACE)) == ()

    await store.deciding(Owner("lock"), work)


async def test_nobody_fills_the_list_alone_and_a_full_one_is_said_to_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)

    async def work(unit: Unit) -> None:
        today = [await reported(unit, names, "ada", str(number)) for number in range(7)]
        assert today == ["free"] * MOST_A_DAY + ["enough"] * 2
        later = [await reported(unit, names, "ada", f"b{number}", 25) for number in range(7)]
        assert later.count("free") == MOST_OF_ONE - MOST_A_DAY
        assert await reported(unit, names, "ada", "c", 99 * DAY / timedelta(hours=1)) == "enough"
        monkeypatch.setattr(reports, "MOST", MOST_OF_ONE)
        assert await reported(unit, names, "eve", "x") == "full"
        assert await reported(unit, names, "eve", "0") == "kept"  # they see it already

    await store.deciding(Owner("lock"), work)


async def test_what_an_earlier_release_kept_as_it_was_typed_is_not_shown() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)

    async def work(unit: Unit) -> None:
        old = '{"by": "x", "about": "https://evil.example"}'
        await unit.put(NoteRow(names.space(SPACE), "k", AT, old))
        assert await Reports(unit, names).of(names.space(SPACE)) == ()

    await store.deciding(Owner("lock"), work)


async def test_a_closed_report_leaves_the_open_ones_until_somebody_else_reports_it() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)

    async def work(unit: Unit) -> None:
        one, space = Reports(unit, names), names.space(SPACE)
        for person in ("ada", "eve"):
            await reported(unit, names, person, "8")
        assert await one.close(SPACE, "8", "handled")
        assert not await one.close(SPACE, "8", "dismissed")
        assert await one.of(space) == (Reported(AT, "8", 2, "handled"),)
        assert await reported(unit, names, "ada", "8") == "kept"  # and stays closed for them
        assert await one.of(space) == (Reported(AT, "8", 2, "handled"),)
        await reported(unit, names, "kim", "8")
        assert await one.of(space) == (Reported(AT, "8", 1),)

    await store.deciding(Owner("lock"), work)


async def test_closed_reports_give_way_to_new_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "MOST", 3)
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)

    async def work(unit: Unit) -> None:
        for number in range(3):
            await reported(unit, names, "ada", str(number), number)
            await Reports(unit, names).close(SPACE, str(number), "dismissed")
        assert await reported(unit, names, "eve", "x", 4) == "free"
        listed = await Reports(unit, names).of(names.space(SPACE))
        assert {one.link for one in listed} == {"1", "2", "x"}

    await store.deciding(Owner("lock"), work)
