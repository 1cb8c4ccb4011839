"""A comparison in the engine: its lots are drawn under the scope's key, kept, and read again."""

from collections.abc import Sequence

import pytest

from bot.actions import Action
from bot.actions.of_study import BeginStudy, KeepStudy
from bot.decide import Decision
from bot.engine.apply import Applying, apply
from bot.engine.apply import study as applies
from bot.engine.apply.table import APPLIES
from bot.engine.load import Gathering
from bot.engine.load.study import of_command, of_message, of_scope
from bot.engine.pseudonyms import Pseudonyms
from bot.events import CommandGiven
from bot.ids import EventId
from bot.impact.study import EACH, Compares, Study
from bot.ports import Unit
from bot.records import StudyRow
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT, HOUSE, SHARED, Known, commands, says

NAMES = Pseudonyms(FakeVault())
BEGIN = BeginStudy(Compares.WARM, AT)


def named(event: str) -> CommandGiven:
    given = commands("study")
    return CommandGiven(EventId(event), given.at, given.person, given.where, given.command, "")


async def done(actions: Sequence[Action], event: CommandGiven, store: FakeStore) -> Study | None:
    """Gives the comparison that is read after some actions of an event."""
    decision, known = Decision(tuple(actions)), Known(HOUSE).for_event(event)

    async def work(unit: Unit) -> Study | None:
        await apply(Applying(unit, NAMES, event, known), decision)
        facts = Gathering(unit, NAMES, HOUSE)
        found = await of_command(facts, event)
        assert found == await of_message(facts, says("so")) == await of_scope(facts, event.scope)
        assert await of_command(facts, commands("status")) is None
        assert await of_message(facts, says("so", SHARED)) is None
        return found

    return await store.deciding(NAMES.person(event.person), work)


@pytest.fixture
def store() -> FakeStore:
    return FakeStore(FakeVault())


async def test_it_is_kept_in_one_row_of_its_scope_from_the_moment_of_the_command(
    store: FakeStore,
) -> None:
    study = await done([BEGIN], commands("study warm"), store)
    assert study is not None
    assert (study.compares, study.began, study.given_at) == (Compares.WARM, AT, AT)
    assert sum(study.order) == EACH
    rows = await store.sweep(StudyRow)
    assert [row.owner for row in rows] == [NAMES.scope(commands("study").scope)]
    assert applies.begin_study is APPLIES[BeginStudy]


async def test_an_event_draws_one_order_however_often_it_is_told_and_others_draw_others(
    store: FakeStore,
) -> None:
    every = [await done([BEGIN], named(f"e{number}"), store) for number in (*range(12), 0)]
    drawn = [one.order for one in every if one is not None]
    assert drawn[0] == drawn[-1]
    assert len(set(drawn)) > 10


async def test_another_takes_its_place_and_where_nothing_is_left_there_is_no_row(
    store: FakeStore,
) -> None:
    other = BeginStudy(Compares.QUESTIONS, AT)
    study = await done([BEGIN, other], commands("study"), store)
    assert study is not None
    assert study.compares is Compares.QUESTIONS
    assert await done([KeepStudy(None)], commands("study clear"), store) is None
    assert await store.sweep(StudyRow) == ()
    assert await done([KeepStudy(study)], commands("study"), store) == study
