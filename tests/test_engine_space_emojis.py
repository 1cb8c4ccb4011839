"""Which emojis repair in a space, in memory: read once, and again once it may have changed."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest

from bot.engine.pseudonyms import Pseudonyms
from bot.engine.space_emojis import FRESH, LONGEST, MOST, SpaceEmojis
from bot.errors import StoreError
from bot.house_rules import REPAIR_EMOJIS, repaired_before, with_value
from bot.house_rules.kept import MOST_BEFORE
from bot.ids import Named, SpaceId
from bot.ports import Store, Unit
from bot.records import SpaceRow
from bot.store.store import SqlStore, open_store
from tests.console_stage import SetClock
from tests.fakes import FakeStore, FakeVault
from tests.ready import copied_to
from tests.statements import counting

HERE, ABOVE, OTHER = (SpaceId(one) for one in ("here", "above", "other"))
T = TypeVar("T")
VAULT = FakeVault()
NAMES = Pseudonyms(VAULT)


async def sets(store: Store, space: SpaceId, *emojis: str) -> None:
    """Lets an admin of a space name what repairs there."""

    async def kept(unit: Unit) -> None:
        row = await unit.get(SpaceRow, NAMES.space(space)) or SpaceRow(NAMES.space(space))
        named = tuple(Named(one, one, is_emoji=True) for one in emojis)
        await unit.put(with_value(row, REPAIR_EMOJIS, named))

    await store.deciding(NAMES.space(space), kept)


@pytest.fixture
async def store(tmp_path: Path) -> SqlStore:
    return await open_store(copied_to(tmp_path / "attune.db"), VAULT)


def knowing(store: Store) -> SpaceEmojis:
    return SpaceEmojis(store, NAMES, SetClock())


async def test_what_repairs_is_of_its_space_or_one_above_with_or_without_its_colours() -> None:
    store = FakeStore()
    await sets(store, HERE, "👎")
    await sets(store, ABOVE, "🛠")
    known = knowing(store)
    assert await known.repairs((HERE,), "👎🏽")
    assert await known.repairs((HERE, ABOVE), "🛠️")
    assert not await known.repairs((HERE,), "🛠")
    assert not await known.repairs((OTHER,), "👎")
    assert not await known.repairs((), "👎")


async def test_an_emoji_that_repaired_once_counts_where_it_is_taken_back_and_nowhere_else() -> None:
    store = FakeStore()
    await sets(store, HERE, "👎", "🙃")
    await sets(store, HERE, "🙃")
    known = knowing(store)
    assert not await known.repairs((HERE,), "👎")
    assert await known.repairs((HERE,), "👎", taken_back=True)
    assert known.rules_out((HERE,), "👋", taken_back=True)
    await sets(store, HERE, *"👎🙃")
    for place in range(MOST_BEFORE + 3):
        await sets(store, HERE, chr(ord("🌱") + place))
    row = await store.deciding(
        NAMES.space(HERE), lambda unit: unit.get(SpaceRow, NAMES.space(HERE))
    )
    assert row is not None
    assert len(repaired_before(row)) == MOST_BEFORE
    assert "👎" not in repaired_before(row)


async def test_a_space_is_read_once_and_again_once_it_may_have_changed(store: SqlStore) -> None:
    known = knowing(store)
    assert isinstance(known.clock, SetClock)
    await sets(store, HERE, "👎")
    assert not known.rules_out((HERE,), "👋")  # nothing is known yet
    with counting(store) as found:
        assert not await known.repairs((HERE,), "👋")
        first = found.statements
        assert [await known.repairs((HERE,), one) for one in ("👎", "👋", "x")] == [
            True,
            False,
            False,
        ]
        known.clock.at += FRESH  # while nobody changes anything
        assert not await known.repairs((HERE,), "👋")
        assert found.statements == first > 0
    assert known.rules_out((HERE,), "👋")
    await sets(store, HERE)
    assert not await known.repairs((HERE,), "👎")
    await store.close()


async def test_what_another_process_set_is_known_within_seconds(
    store: SqlStore, tmp_path: Path
) -> None:
    there = await open_store(f"sqlite:///{tmp_path / 'attune.db'}", VAULT)
    known = knowing(store)
    assert not await known.repairs((HERE,), "👎")
    await sets(there, HERE, "👎")
    assert not await known.repairs((HERE,), "👎")
    assert isinstance(known.clock, SetClock)
    known.clock.at += FRESH
    assert await known.repairs((HERE,), "👎")
    await there.close()
    await store.close()


class Away(FakeStore):
    """A store that cannot be read."""

    async def reading(self, work: Callable[[Unit], Awaitable[T]]) -> T:
        raise StoreError("away")


async def test_while_the_store_is_away_an_emoji_that_is_not_known_waits_to_be_decided() -> None:
    assert await knowing(Away()).repairs((HERE,), "👎")


async def test_what_is_remembered_is_bounded() -> None:
    known = knowing(FakeStore())
    assert known._known.most == MOST
    assert known.rules_out((HERE,), "x" * (LONGEST + 1))
    assert not await known.repairs((HERE,), "x" * (LONGEST + 1))
    assert not known._known
