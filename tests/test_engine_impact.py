"""The five questions in the engine: what is kept of them, read again, and counted of nobody."""

from bot.actions.of_impact import CountThings, KeepImpact
from bot.choices.of_erasing import AskToErase
from bot.decide import Decision
from bot.engine.apply import Applying, apply
from bot.engine.apply import impact as applies
from bot.engine.apply.table import APPLIES
from bot.engine.load import Gathering
from bot.engine.load.impact import of_command, of_scope
from bot.engine.pseudonyms import Pseudonyms
from bot.impact import NO_IMPACT, Felt, Impact, Question, Round
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


async def test_what_is_counted_is_of_a_month_and_of_nobody() -> None:
    store, _, _ = await done(CountThings(("impact:people",)), CountThings(("impact:people",)))
    assert {row.key: row.count for row in await store.sweep(CountRow)} == {
        "2031-05:impact:people": 2
    }


def test_an_erase_is_asked_for_by_everybody() -> None:
    assert AskToErase.traits.is_for_blocked
