"""Where a person talked: kept to the hour, under their own key, forgotten with what it names."""

from dataclasses import replace
from datetime import timedelta

from bot.engine.places import Places, place_of
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.retention import left
from bot.ids import Scope
from bot.ports import Unit
from bot.records import Owner, PlaceRow, ScopeRow
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT, SHARED, says


async def test_a_place_is_kept_to_the_hour_and_forgotten() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)
    person = names.person(ADA)

    async def work(unit: Unit) -> None:
        places = Places(unit, names)
        await places.touch(says("hi", SHARED))
        await places.touch(says("hi", SHARED, AT + timedelta(minutes=59)))
        await places.touch(says("hi", DIRECT))
        await unit.put(ScopeRow(names.scope(Scope(DIRECT.space, ADA)), state="given"))
        shared, direct = sorted(await places.of(person), key=lambda one: one.is_direct)
        assert (shared.scope, shared.at, shared.has_agreed) == (Scope(SHARED.space, ADA), AT, False)
        assert direct.has_agreed
        await places.touch(says("hi", SHARED, AT + timedelta(minutes=61)))
        await places.forget(person, names.scope(direct.scope))
        (again,) = await places.of(person)
        assert again.at == AT + timedelta(minutes=61)

    await store.deciding(Owner("lock"), work)
    (row,) = await store.sweep(PlaceRow)
    assert row.space == names.space(SHARED.space)
    assert place_of(row) == replace(place_of(row), scope=Scope(SHARED.space, ADA))
    assert str(ADA) not in f"{row.owner}{row.key}{row.space}"


def test_leaving_is_one_event_a_time() -> None:
    scope = Scope(SHARED.space, ADA)
    assert left(scope, "a", AT).id == left(scope, "a", AT).id != left(scope, "b", AT).id
    assert left(scope, "a", AT).scope == scope
