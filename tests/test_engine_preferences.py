"""Preferences: what a person sets by command is kept, and known to each decision, by its type."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from bot.actions import Action
from bot.actions.state import DropPreference, KeepPreference
from bot.decide import Decision
from bot.engine.ahead import of_event
from bot.engine.apply import Applying, apply
from bot.engine.load import Gathering, load
from bot.engine.preferences import ONLY_WHERE, read_always, read_for
from bot.engine.pseudonyms import Pseudonyms
from bot.events import Event
from bot.ports import Unit
from bot.reading import read
from bot.records import (
    KINDS,
    BoundariesRow,
    NightCardRow,
    PeopleRow,
    Preference,
    preferences,
    sealed_columns,
)
from bot.records.declare import About, record
from bot.snapshot import NOBODY, Snapshot
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, HOUSE, ONE_OF_EACH, commands, says


@dataclass(frozen=True, slots=True)
class Stand:
    """A store in which decisions about events are applied, and their snapshots loaded."""

    store: FakeStore
    names: Pseudonyms

    async def known(self, event: Event) -> Snapshot:
        async def work(unit: Unit) -> Snapshot:
            return await load(Gathering(unit, self.names, HOUSE, read(event)), event)

        return await self.store.deciding(self.names.person(ADA), work)

    async def applied(self, action: Action) -> None:
        async def work(unit: Unit) -> None:
            await apply(
                Applying(unit, self.names, says("hi"), Snapshot(HOUSE)), Decision((action,))
            )

        await self.store.deciding(self.names.person(ADA), work)


@pytest.fixture
def at() -> Stand:
    vault = FakeVault()
    return Stand(FakeStore(vault), Pseudonyms(vault))


@pytest.fixture
def planted() -> Iterator[type[Preference]]:
    @record(About("a planted preference", "person", until="erased"))
    class PlantedRow(Preference):
        """Something that a person set."""

    yield PlantedRow
    KINDS.remove(PlantedRow)


@pytest.mark.parametrize("event", ONE_OF_EACH, ids=lambda one: type(one).__name__)
async def test_a_new_preference_is_known_to_every_decision_with_nothing_else_written(
    at: Stand, planted: type[Preference], event: Event
) -> None:
    assert (await at.known(event)).preference(planted) is None
    await at.applied(KeepPreference(planted(NOBODY)))
    assert (await at.known(event)).preference(planted) == planted(at.names.person(ADA))
    await at.applied(DropPreference(planted))
    assert (await at.known(event)).preference(planted) is None


def test_a_new_preference_is_read_ahead_with_what_every_decision_looks_at(
    at: Stand, planted: type[Preference]
) -> None:
    for event in ONE_OF_EACH:
        assert (planted, at.names.person(ADA), "") in of_event(at.names, event)


def test_words_of_a_person_are_read_only_where_they_may_be_shown(planted: type[Preference]) -> None:
    assert planted in read_always()
    own = BoundariesRow  # what is said may be the stop word
    assert read_for(says("hello"), (), in_episode=False) == (*read_always(), own)
    assert read_for(commands("about"), (), in_episode=False) == read_always()
    assert read_for(commands("status"), (), in_episode=False) == (*read_always(), own)
    assert own in read_for(commands("boundaries"), (), in_episode=False)
    assert PeopleRow in read_for(commands("people"), (), in_episode=False)
    with_words = {kind for kind in preferences() if sealed_columns(kind)}
    assert with_words <= set(ONLY_WHERE)
    assert NightCardRow in with_words


def test_a_preference_is_one_row_of_its_person() -> None:
    assert {kind.about.whose for kind in preferences()} == {"person"}
