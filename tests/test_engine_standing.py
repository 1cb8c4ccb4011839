"""No sentence follows a change that ends its reply, and where nothing changed nothing is read."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest

from bot.engine.ahead import of_standing
from bot.engine.codec import dump, load_ask
from bot.engine.instance import set_deepest
from bot.engine.operating import Block, set_blocked
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.standing import Standing
from bot.ids import SpaceId
from bot.levels import Level
from bot.ports import Store, Unit
from bot.records import KINDS, AskRow, PersonRow, ScopeRow, SpaceRow, standing_on
from bot.store.store import SqlStore, open_store
from bot.tasks import start
from tests.fakes import FakeVault
from tests.ready import copied_to
from tests.scene import AT
from tests.test_engine_parts import ASK, SCOPE


@dataclass
class Two:
    """A process that writes a reply, and another one on the same file."""

    here: SqlStore
    there: SqlStore
    names: Pseudonyms
    standing: Standing
    row: AskRow
    reads: int = 0

    async def begin(self) -> None:
        """Asks for a reply, and looks once whether it stands."""
        await self.here.deciding(self.row.owner, lambda unit: unit.put(self.row))
        assert await self.standing.stands(self.row)
        self.reads = 0

    async def stands(self) -> bool:
        return await self.standing.stands(self.row)


@pytest.fixture
async def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Two]:
    url, keys = copied_to(tmp_path / "attune.db"), FakeVault().keys
    here, there = await open_store(url, FakeVault(keys)), await open_store(url, FakeVault(keys))
    names = Pseudonyms(FakeVault(keys))
    row = AskRow(names.scope(SCOPE), "k", room="room", at=AT, body=dump(ASK))
    made = Two(here, there, names, Standing(here, names), row)
    reading = here.reading

    async def counted(work):  # type: ignore[no-untyped-def]
        made.reads += 1
        return await reading(work)

    monkeypatch.setattr(here, "reading", counted)
    yield made
    await there.close()
    await here.close()


Change = Callable[[Two, Store], Awaitable[object]]


def puts(row: Callable[[Two], AskRow | ScopeRow | SpaceRow | PersonRow]) -> Change:
    async def change(two: Two, store: Store) -> None:
        await store.deciding(two.row.owner, lambda unit: unit.put(row(two)))

    return change


async def erases(two: Two, store: Store) -> None:
    await store.deciding(two.row.owner, lambda unit: unit.erase(two.row.owner))


async def finishes(two: Two, store: Store) -> None:
    await store.deciding(two.row.owner, lambda unit: unit.drop(AskRow, two.row.owner, two.row.key))


async def blocks_person(two: Two, store: Store) -> None:
    await set_blocked(store, two.names, Block(SCOPE.person, AT, is_blocked=True))


async def blocks_space(two: Two, store: Store) -> None:
    await set_blocked(store, two.names, Block(SCOPE.space, AT, is_blocked=True))


async def lowers_the_deepest_of_all(two: Two, store: Store) -> None:
    await set_deepest(store, Level.WARM, AT)


async def purges(two: Two, store: Store) -> None:
    await store.forget(AskRow, AT.replace(year=AT.year + 1))


CHANGES: dict[str, Change] = {
    "it is stopped": puts(lambda two: replace(two.row, state="stopped")),
    "its message is deleted": puts(lambda two: replace(two.row, state="deleted")),
    "it is finished": finishes,
    "the scope's epoch is raised": puts(lambda two: ScopeRow(two.row.owner, epoch=1)),
    "the space's epoch is raised": puts(
        lambda two: SpaceRow(two.names.space(SCOPE.space), epoch=1)
    ),
    "its person wants to be ignored": puts(
        lambda two: PersonRow(two.names.person(SCOPE.person), ignored=True)
    ),
    "the operator blocks its person": blocks_person,
    "the operator blocks its space": blocks_space,
    "the operator allows less everywhere": lowers_the_deepest_of_all,
    "its scope is erased": erases,
    "time takes it away": purges,
}


@pytest.mark.parametrize("is_here", [True, False], ids=["here", "in another process"])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
async def test_no_sentence_follows_what_ends_its_reply(
    two: Two, change: Change, *, is_here: bool
) -> None:
    await two.begin()
    assert await two.stands()
    await change(two, two.here if is_here else two.there)
    assert not await two.stands()
    assert not await two.stands()


async def test_where_nothing_changed_nothing_is_read(two: Two) -> None:
    await two.begin()
    for _ in range(3):
        assert await two.stands()
        await two.here.deciding(two.row.owner, partial(_keeps_ids, two.row))
    assert two.reads == 0


async def _keeps_ids(row: AskRow, unit: Unit) -> None:
    assert await unit.get(AskRow, row.owner, row.key)
    await unit.put(replace(row, shown="messages"))


async def test_a_reply_is_read_at_its_first_look_after_a_restart(two: Two) -> None:
    await two.begin()
    again = Standing(two.here, two.names)
    assert await again.stands(two.row)
    assert two.reads == 1
    await two.here.deciding(two.row.owner, lambda unit: unit.put(ScopeRow(two.row.owner, epoch=1)))
    assert not await Standing(two.here, two.names).stands(two.row)


async def test_a_reply_asked_for_below_a_space_that_is_blocked_is_silenced(two: Two) -> None:
    above = SpaceId("console:above")
    asked = replace(ASK, above=(above,))
    row = replace(two.row, body=dump(asked))
    await two.here.deciding(row.owner, lambda unit: unit.put(row))
    assert await Standing(two.here, two.names).stands(row)
    await set_blocked(two.here, two.names, Block(above, AT, is_blocked=True))
    assert not await Standing(two.here, two.names).stands(row)


async def test_a_reply_stands_as_of_its_own_decision(two: Two) -> None:
    async def decides(unit: Unit) -> None:
        as_of = two.standing.as_of(SCOPE)
        await unit.read_ahead(*of_standing(two.names, two.row, ASK))
        await unit.put(two.row)
        await two.standing.asked(unit, two.row, as_of)

    await blocks_space(two, two.here)  # the first commit of a process is taken for another's
    await set_blocked(two.here, two.names, Block(SCOPE.space, AT, is_blocked=False))
    await two.standing.instance.look()  # as before each decision
    two.reads = 0
    await two.here.deciding(two.row.owner, decides)
    assert await two.stands()
    assert two.reads == 0


async def test_a_reply_that_was_decided_before_a_limit_was_known_is_silenced(two: Two) -> None:
    async def decides(unit: Unit) -> None:
        as_of = two.standing.as_of(SCOPE)
        await unit.put(two.row)
        await two.standing.asked(unit, two.row, as_of)

    await two.standing.instance.look()
    await set_deepest(two.there, Level.PLAIN, AT)
    await two.here.deciding(two.row.owner, decides)
    assert not await two.stands()


async def test_a_decision_whose_reply_may_not_be_shown_remembers_nothing(two: Two) -> None:
    async def decides(unit: Unit) -> None:
        as_of = two.standing.as_of(SCOPE)
        await unit.put(two.row)
        await two.standing.asked(unit, two.row, as_of)

    await blocks_person(two, two.here)
    await two.here.deciding(two.row.owner, decides)
    assert not await two.stands()


async def test_a_reply_about_another_place_than_its_event_is_read(two: Two) -> None:
    async def decides(unit: Unit) -> None:
        as_of = two.standing.as_of(replace(SCOPE, space=SpaceId("elsewhere")))
        await unit.put(two.row)
        await two.standing.asked(unit, two.row, as_of)

    await two.here.deciding(two.row.owner, decides)
    assert await two.stands()
    assert two.reads == 1


@pytest.mark.parametrize("looks_at", range(4))
async def test_whenever_it_is_looked_at_nothing_is_shown_once_a_change_is_acknowledged(
    two: Two, looks_at: int
) -> None:
    """A look before the write, after it, while others of the group write, and at the commit."""
    await two.begin()

    async def ends(unit: Unit) -> None:
        if looks_at == 0:
            assert await two.stands()
        await unit.put(ScopeRow(two.row.owner, epoch=1))
        if looks_at == 1:
            assert await two.stands()
        await unit.find(AskRow, two.row.owner)  # which writes it, in the transaction

    async def neighbour(unit: Unit) -> None:
        if looks_at == 2:
            assert await two.stands()
        await unit.get(ScopeRow, two.row.owner)

    ending = start(two.here.deciding(two.row.owner, ends), "ends")
    beside = start(two.here.deciding(two.row.owner, neighbour), "neighbour")
    while looks_at == 3 and not ending.done():
        await two.stands()
        await asyncio.sleep(0)
    await ending
    assert not await two.stands()
    await beside


def test_all_that_a_reply_stands_on_is_declared_and_nothing_else_is() -> None:
    names = Pseudonyms(FakeVault())
    row = AskRow(names.scope(SCOPE), "k", body=dump(ASK))
    read = {kind for kind, *_ in of_standing(names, row, load_ask(row.body))}
    assert read == {kind for kind in KINDS if standing_on(kind)}
