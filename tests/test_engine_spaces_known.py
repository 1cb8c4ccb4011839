"""Which servers and rooms are known: by id, with no small count, no direct one, and nobody."""

import json

from bot.engine.census import FEWEST
from bot.engine.operating import Block, set_blocked
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.spaces_known import KnownSpace, is_known, spaces
from bot.ids import PersonId, SpaceId
from bot.ports import Unit
from bot.records import Owner, PersonRow, PlaceRow, SpaceRow
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT

A, B = SpaceId("discord:server:1"), SpaceId("matrix:!b:example.org")
DIRECT = SpaceId("discord:dm:9")


async def filled() -> tuple[FakeStore, Pseudonyms]:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)

    async def work(unit: Unit) -> None:
        for number in range(FEWEST):
            await put(unit, names, f"discord:{number}", A)
        await put(unit, names, "matrix:@ada:example.org", B)
        await put(unit, names, "discord:1", DIRECT, is_direct=True)

    await store.deciding(Owner("x"), work)
    return store, names


async def put(
    unit: Unit, names: Pseudonyms, person: str, space: SpaceId, *, is_direct: bool = False
) -> None:
    owner, body = names.person(PersonId(person)), {"space": space, "person": person}
    key, whole = f"{owner} {space}", json.dumps(body | {"direct": is_direct})
    await unit.put(PlaceRow(owner, key, names.space(space), AT, whole))


async def test_spaces_are_given_by_id_with_counts_that_tell_of_nobody() -> None:
    store, names = await filled()
    await set_blocked(store, names, Block(B, AT))
    assert await spaces(store, names) == (
        KnownSpace(A, FEWEST, is_blocked=False),
        KnownSpace(B, None, is_blocked=True),
    )


async def test_known_is_who_talked_and_where_somebody_did_or_admins_set_something() -> None:
    store, names = await filled()
    for one in ("discord:1", A, B, DIRECT):
        assert await is_known(store, names, one)
    for one in ("discord:77", "discord:server:77"):
        assert not await is_known(store, names, one)
        await set_blocked(store, names, Block(one, AT))
        assert not await is_known(store, names, one)  # a block alone is no acquaintance

    async def set_up(unit: Unit) -> None:
        await unit.put(SpaceRow(names.space(SpaceId("discord:server:77")), epoch=1))
        await unit.put(PersonRow(names.person(PersonId("discord:77")), met_at=AT))

    await store.deciding(Owner("x"), set_up)
    for one in ("discord:77", "discord:server:77"):
        assert await is_known(store, names, one)
