"""What a unit of work asks for is read in one look: a message costs few statements."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from bot.engine.ahead import of_event, of_scopes
from bot.engine.codec import load_ask
from bot.engine.deciding import Deciding
from bot.engine.dedupe import Dedupe
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.recent_risk import RecentRisk
from bot.engine.reply_inputs import Manner, ReplyInputs
from bot.engine.standing import Standing
from bot.events import ChoiceMade, CommandGiven, MessageSeen
from bot.ids import EventId, MessageId, Scope
from bot.reading import read
from bot.records import MuteRow, NoteRow, RepairRow, StyleRow, TrayRow
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT, HOUSE, ONE_OF_EACH, SHARED, says
from tests.statements import of_asking, of_one_message


async def test_a_message_at_warm_looks_once_a_unit_of_work_and_asks_for_no_key(
    tmp_path: Path,
) -> None:
    costs = await of_one_message(tmp_path)
    looks = sum(one.startswith("SELECT owner") for one in costs.every)
    assert (costs.of_keys, looks) == (0, costs.transactions)


async def test_before_the_model_is_asked_a_message_at_warm_costs_one_look_and_one_write(
    tmp_path: Path,
) -> None:
    costs = await of_asking(tmp_path)
    looks = sum(one.startswith("SELECT owner") for one in costs.every)
    assert (looks, costs.transactions, costs.commits) == (1, 1, 1)


def test_what_only_some_kinds_of_event_look_at_is_read_ahead_for_these_alone() -> None:
    names = Pseudonyms(FakeVault())
    for kind, events in (
        (StyleRow, (MessageSeen, CommandGiven)),
        (RepairRow, (MessageSeen, CommandGiven)),
        (TrayRow, (MessageSeen, CommandGiven)),
        (NoteRow, (MessageSeen, ChoiceMade)),
    ):
        wanted = {
            type(one) for one in ONE_OF_EACH if any(kind is row for row, *_ in of_event(names, one))
        }
        assert (kind, wanted) == (kind, set(events))


def test_the_mutes_that_hold_are_read_ahead_also_those_of_a_server_above_a_private_ask() -> None:
    names = Pseudonyms(FakeVault())
    apart = replace(DIRECT, above=(SHARED.space,))
    of_space = (MuteRow, names.space(SHARED.space), names.scope(Scope(SHARED.space, ADA)))
    for where in (SHARED, apart):
        assert of_space in of_event(names, says("hi", where))
    assert not any(kind is MuteRow for kind, *_ in of_event(names, says("hi")))


def test_of_several_places_each_is_read_ahead_with_its_space() -> None:
    names = Pseudonyms(FakeVault())
    every = of_scopes(names, tuple(Scope(where.space, ADA) for where in (DIRECT, SHARED)))
    owners = {names.space(DIRECT.space), names.space(SHARED.space)}
    assert len(every) == 4
    assert owners < {owner for _, owner, _ in every}


async def test_an_event_that_comes_again_is_decided_about_once() -> None:
    store = FakeStore(vault := FakeVault())
    names = Pseudonyms(vault)
    deciding = Deciding(
        names, HOUSE, Dedupe(names), RecentRisk(HOUSE.gap), Standing(store, names), ()
    )
    about = partial(deciding.about, event := says("hello"), read(event))
    recorded = await store.deciding(names.person(ADA), about)
    assert recorded is not None
    assert recorded.ask is not None
    assert await store.deciding(names.person(ADA), about) is None


async def test_a_reply_is_written_from_what_its_decision_read_unless_another_is_open() -> None:
    store = FakeStore(vault := FakeVault())
    names = Pseudonyms(vault)
    deciding = Deciding(
        names, HOUSE, Dedupe(names), RecentRisk(HOUSE.gap), Standing(store, names), ()
    )
    sources = ReplyInputs(FakeChat(lambda: AT), store, names, HOUSE, Manner())
    style = StyleRow(names.scope(Scope(DIRECT.space, ADA)), "length", value="short")
    await store.deciding(names.person(ADA), lambda unit: unit.put(style))
    first = await store.deciding(
        names.person(ADA), partial(deciding.about, e := says("hi"), read(e))
    )
    assert first is not None
    assert first.ask is not None
    assert first.facts is not None
    assert first.facts == await sources.facts(first.ask, load_ask(first.ask.body))
    assert first.facts.style == {"length": "short"}
    e = replace(says("well"), id=EventId("e2"), message=MessageId("m2"))
    second = await store.deciding(names.person(ADA), partial(deciding.about, e, read(e)))
    assert second is not None
    assert second.ask is not None
    assert second.facts is None
