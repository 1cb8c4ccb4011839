"""adapters.kit.Notes, as each platform opens its own, over every store."""

from datetime import timedelta

import pytest

from adapters.discord.authors import DRAWER as DISCORD
from adapters.kit.notes import Drawer, Notes
from adapters.matrix.inbox import DRAWER as MATRIX
from bot.engine.erasing import Erasing
from bot.engine.places import Places
from bot.engine.pseudonyms import Pseudonyms
from bot.events import Happening
from bot.ids import EventId, PersonId, Scope, SpaceId, Where
from bot.ports import Store, Unit
from bot.records import (
    HOUSE,
    AskRow,
    InboxRow,
    NoteRow,
    OutboxRow,
    Owner,
    PersonRow,
    Row,
    SpaceRow,
)
from tests.console_stage import SetClock
from tests.fakes import FakeVault
from tests.scene import AT, DIRECT

ADA, BOB = PersonId("console:ada"), PersonId("console:bob")
# How each release wrote the name of a note before it was hashed: of the house, of one of many.
AS_EVER = {
    DISCORD: [("hint", "discord:hint"), ("note:a", "discord:note:a")],
    MATRIX: [("token", "matrix\0token"), ("of\0$event", "matrix\0of\0$event")],
}


@pytest.fixture(params=[DISCORD, MATRIX], ids=["discord", "matrix"])
def drawer(request: pytest.FixtureRequest) -> Drawer:
    found: Drawer = request.param
    return found


@pytest.fixture
def notes(store: Store, vault: FakeVault, drawer: Drawer) -> Notes:
    return Notes(store, vault, SetClock(AT), drawer)


async def put(store: Store, *rows: Row) -> None:
    async def work(unit: Unit) -> None:
        for row in rows:
            await unit.put(row)

    await store.deciding(HOUSE, work)


async def test_a_note_of_a_person_is_read_again_by_its_name_and_of_nobody_else(
    notes: Notes,
) -> None:
    await notes.keep(ADA, "note", "grüße")
    assert await notes.of(ADA, "note") == "grüße"
    assert [await notes.of(BOB, "note"), await notes.of(ADA, "other")] == [None, None]
    assert await notes.house("note") is None
    await notes.keep(ADA, "note", "")
    assert await notes.of(ADA, "note") == ""


async def test_what_one_platform_notes_another_does_not_read(
    store: Store, vault: FakeVault
) -> None:
    one, other = (Notes(store, vault, SetClock(AT), each) for each in (DISCORD, MATRIX))
    await one.keep_house("mark", "x")
    await one.keep(ADA, "mark", "y")
    assert (await other.house("mark"), await other.of(ADA, "mark")) == (None, None)


async def test_a_note_that_lasts_has_no_time_and_every_other_has_its_hour(
    store: Store, notes: Notes
) -> None:
    await notes.keep_house("stands", "1")
    await notes.keep_house("passes", "2", lasts=False)
    await notes.keep(ADA, "of ada", "3")
    assert {row.body: row.at for row in await store.sweep(NoteRow)} == {"1": None, "2": AT, "3": AT}
    assert {row.body async for row in notes.passing()} == {"2", "3"}


async def test_a_note_of_the_house_is_read_and_changed_within_a_unit_of_work(notes: Notes) -> None:
    async def work(unit: Unit) -> str | None:
        before = await notes.house_in(unit, "lease")
        await notes.put_house(unit, "lease", "mine")
        return before

    assert [await notes.deciding(work), await notes.deciding(work)] == [None, "mine"]
    assert await notes.house("lease") == "mine"


async def test_rows_that_are_kept_together_are_all_kept_or_none_is(
    store: Store, notes: Notes
) -> None:
    rows = (NoteRow(HOUSE, notes.key("a"), body="1"), InboxRow(HOUSE, "b", AT))
    with pytest.raises(AttributeError):  # as of the second no row can be made
        await notes.put(rows[0], None)  # type: ignore[arg-type]
    assert (await store.sweep(NoteRow), await notes.inbox()) == ((), ())
    await notes.put(*rows)
    assert (len(await store.sweep(NoteRow)), len(await notes.inbox())) == (1, 1)


async def test_a_note_that_an_earlier_release_kept_is_found_by_its_name(
    store: Store, notes: Notes, drawer: Drawer, vault: FakeVault
) -> None:
    names = Pseudonyms(vault)
    for name, written in AS_EVER[drawer]:
        await put(store, NoteRow(HOUSE, names.event(written), body=name))
        await put(store, NoteRow(names.person(ADA), names.event(written), AT, f"ada's {name}"))
        assert (await notes.house(name), await notes.of(ADA, name)) == (name, f"ada's {name}")


async def test_notes_of_a_person_go_with_all_that_they_erase_and_of_no_other(
    store: Store, notes: Notes
) -> None:
    await notes.keep(ADA, "note", "a")
    await notes.keep(BOB, "note", "b")

    async def erase(unit: Unit) -> None:
        await Erasing(unit, notes.names, ADA).scope(Scope(SpaceId("console:dm:ada"), ADA))

    await store.deciding(notes.names.person(ADA), erase)
    assert [await notes.of(ADA, "note"), await notes.of(BOB, "note")] == [None, "b"]


async def test_who_is_ignored_and_which_space_lets_it_listen_is_as_the_engine_keeps_it(
    store: Store, notes: Notes
) -> None:
    assert not await notes.is_ignored(ADA)
    assert not await notes.listens(DIRECT.space)
    person, space = notes.names.person(ADA), notes.names.space(DIRECT.space)
    await put(store, PersonRow(person, ignored=True), SpaceRow(space, listens=True))
    bob, there = notes.names.person(BOB), notes.names.space(SpaceId("console:space:there"))
    await put(store, PersonRow(bob, met_at=AT), SpaceRow(there))
    assert await notes.is_ignored(ADA)
    assert await notes.listens(DIRECT.space)
    assert not await notes.is_ignored(BOB)
    assert not await notes.listens(SpaceId("console:space:there"))


async def test_places_are_those_where_people_talked(store: Store, notes: Notes) -> None:
    here, there = DIRECT, Where(DIRECT.room, SpaceId("console:space:there"), is_direct=False)

    async def work(unit: Unit) -> None:
        for number, (person, where) in enumerate(((ADA, here), (BOB, there))):
            event = Happening(EventId(f"e{number}"), AT, person, where)
            await Places(unit, notes.names).touch(event)

    await store.deciding(HOUSE, work)
    of_ada, of_bob = Scope(here.space, ADA), Scope(there.space, BOB)
    assert {place.scope async for place in notes.places()} == {of_ada, of_bob}
    assert [place.scope async for place in notes.places(there.space)] == [of_bob]
    assert [place async for place in notes.places(until=AT - timedelta(hours=1))] == []
    assert await notes.has_place(of_ada)
    assert not await notes.has_place(Scope(here.space, BOB))


async def test_an_event_is_open_while_a_send_or_an_answer_of_it_is(
    store: Store, notes: Notes
) -> None:
    assert await notes.open() == {}
    ada = Owner("ada")
    await put(store, OutboxRow(ada, "one:00", AT), AskRow(ada, "two", at=AT))
    assert await notes.open() == {"one": AT, "two": AT}
