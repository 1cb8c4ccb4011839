"""The five questions in the engine: what is kept of them, read again, and counted of nobody."""

from dataclasses import replace
from datetime import timedelta

from bot.actions.of_impact import CountThings, KeepImpact
from bot.actions.state import RecordConsent
from bot.choices.of_erasing import AskToErase
from bot.decide import Decision
from bot.engine.apply import Applying, apply
from bot.engine.apply import impact as applies
from bot.engine.apply.table import APPLIES
from bot.engine.load import Gathering
from bot.engine.load.impact import of_command, of_scope
from bot.engine.pseudonyms import Pseudonyms
from bot.events import CommandGiven
from bot.ids import PersonId, RoomId, SpaceId, Where
from bot.impact import NO_IMPACT, Felt, Impact, Question, Round
from bot.levels import Level
from bot.ports import Unit
from bot.records import CountRow, ImpactRow
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT, HOUSE, Known, commands

NAMES = Pseudonyms(FakeVault())
EVENT, OTHER = commands("impact"), commands("status")
OWN = Impact((Round(AT.date(), {Question.LOAD: Felt.BETTER}),), is_shared=True)


async def done(*actions: object) -> tuple[FakeStore, Impact, Impact]:
    """Gives the store after some actions, and what two commands read of the answers then."""
    store = FakeStore(FakeVault())

    async def work(unit: Unit) -> tuple[Impact, Impact]:
        applying = Applying(unit, NAMES, EVENT, Known(HOUSE).for_event(EVENT))
        await apply(applying, Decision(actions))  # type: ignore[arg-type]
        facts = Gathering(unit, NAMES, HOUSE)
        assert await of_scope(facts, EVENT.scope) == await of_command(facts, EVENT)
        return await of_command(facts, EVENT), await of_command(facts, OTHER)

    own, by_another = await store.deciding(NAMES.person(EVENT.person), work)
    return store, own, by_another


async def test_the_answers_are_kept_in_one_row_and_read_for_their_command_alone() -> None:
    store, own, by_another = await done(KeepImpact(OWN))
    assert (own, by_another) == (OWN, NO_IMPACT)
    assert [row.owner for row in await store.sweep(ImpactRow)] == [NAMES.scope(EVENT.scope)]
    assert applies.keep_impact is APPLIES[KeepImpact]


async def test_where_nothing_is_left_there_is_no_row() -> None:
    store, own, _ = await done(KeepImpact(OWN), KeepImpact(NO_IMPACT))
    assert own == NO_IMPACT
    assert await store.sweep(ImpactRow) == ()


async def counts(store: FakeStore) -> dict[str, int]:
    return {row.key: row.count for row in await store.sweep(CountRow)}


async def test_a_person_with_many_places_is_counted_once_a_month_and_another_beside_them() -> None:
    store, people = FakeStore(FakeVault()), CountThings(("impact:people",))

    async def counted(event: CommandGiven) -> dict[str, int]:
        async def work(unit: Unit) -> None:
            await apply(
                Applying(unit, NAMES, event, Known(HOUSE).for_event(event)), Decision((people,))
            )

        await store.deciding(NAMES.person(event.person), work)
        return await counts(store)

    rooms = [Where(RoomId(f"r{one}"), SpaceId(f"r{one}"), is_direct=True) for one in range(20)]
    for room in rooms:
        assert await counted(commands("impact", room)) == {"2031-05:impact:people": 1}
    another = replace(commands("impact"), person=PersonId("p:eve"))
    assert await counted(another) == {"2031-05:impact:people": 2}
    june = commands("impact", at=AT + timedelta(days=30))
    assert (await counted(june))["2031-06:impact:people"] == 1


async def test_who_turns_it_off_shares_nothing_with_a_later_yes() -> None:
    off = RecordConsent("withdrawn", Level.PLAIN, HOUSE.policy)
    _, own, _ = await done(KeepImpact(OWN), off)
    assert own == replace(OWN, is_shared=False)
    _, own, _ = await done(KeepImpact(OWN), replace(off, state="given", level=Level.WARM))
    assert own == OWN


def test_an_erase_is_asked_for_by_everybody() -> None:
    assert AskToErase.traits.is_for_blocked
