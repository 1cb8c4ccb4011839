"""What a unit of work asks for is read in one look: a message costs few statements."""

from functools import partial
from pathlib import Path

from bot.engine.ahead import of_event, of_scopes
from bot.engine.deciding import Deciding
from bot.engine.dedupe import Dedupe
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.recent_risk import RecentRisk
from bot.events import ChoiceMade, CommandGiven, MessageSeen
from bot.ids import Scope
from bot.reading import read
from bot.records import NoteRow, RepairRow, StyleRow, TrayRow
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, DIRECT, HOUSE, ONE_OF_EACH, SHARED, commands, says
from tests.statements import of_one_message


async def test_a_message_at_warm_looks_once_a_unit_of_work_and_asks_for_no_key(
    tmp_path: Path,
) -> None:
    costs = await of_one_message(tmp_path)
    looks = sum(one.startswith("SELECT owner") for one in costs.every)
    assert (costs.of_keys, looks) == (0, costs.transactions)


def test_what_repairs_taught_is_read_ahead_for_a_command_alone() -> None:
    names = Pseudonyms(FakeVault())
    assert any(kind is RepairRow for kind, *_ in of_event(names, commands("status")))
    assert not any(kind is RepairRow for kind, *_ in of_event(names, says("hello")))


def test_what_only_some_kinds_of_event_look_at_is_read_ahead_for_these_alone() -> None:
    names = Pseudonyms(FakeVault())
    for kind, events in (
        (StyleRow, (CommandGiven,)),
        (TrayRow, (MessageSeen, CommandGiven)),
        (NoteRow, (MessageSeen, ChoiceMade)),
    ):
        wanted = {
            type(one) for one in ONE_OF_EACH if any(kind is row for row, *_ in of_event(names, one))
        }
        assert (kind, wanted) == (kind, set(events))


def test_of_several_places_each_is_read_ahead_with_its_space() -> None:
    names = Pseudonyms(FakeVault())
    every = of_scopes(names, tuple(Scope(where.space, ADA) for where in (DIRECT, SHARED)))
    owners = {names.space(DIRECT.space), names.space(SHARED.space)}
    assert len(every) == 4
    assert owners < {owner for _, owner, _ in every}


async def test_an_event_that_comes_again_is_decided_about_once() -> None:
    store = FakeStore(vault := FakeVault())
    names = Pseudonyms(vault)
    deciding = Deciding(names, HOUSE, Dedupe(names), RecentRisk(HOUSE.gap), ())
    about = partial(deciding.about, event := says("hello"), read(event))
    recorded = await store.deciding(names.person(ADA), about)
    assert recorded is not None
    assert recorded.ask is not None
    assert await store.deciding(names.person(ADA), about) is None
