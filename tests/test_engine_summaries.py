"""The summary of a conversation in the engine: what is applied, and what a writer gives way to."""

from dataclasses import replace

from bot.actions.of_summaries import ForgetSummary, LetSummaries, RewriteSummary
from bot.decide import Decision
from bot.engine.apply import Applying, apply
from bot.engine.apply import summaries as applies
from bot.engine.apply.table import APPLIES
from bot.engine.fair_queue import FairQueue
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.summaries import MOST, Summaries
from bot.ports import Unit
from bot.records import ConversationRow, ScopeRow, SummaryRow
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT, HOUSE, Known, commands

VAULT = FakeVault()
NAMES = Pseudonyms(VAULT)
EVENT = commands("summary")
SCOPE, ROOM = NAMES.scope(EVENT.scope), NAMES.room(EVENT.where.room)
WRITTEN = SummaryRow(SCOPE, ROOM, AT, AT, 12, "You leave.")
OTHER = replace(WRITTEN, key="other")
TALK = ConversationRow(SCOPE, ROOM, started_at=AT, turn=14, summing="e0", summed=0)


async def done(action: object) -> tuple[dict[str, str], ConversationRow, ScopeRow]:
    """Gives the summaries, the conversation and the scope after an action."""
    store = FakeStore(FakeVault())

    async def work(unit: Unit) -> None:
        for row in (WRITTEN, OTHER, TALK, ScopeRow(SCOPE, memory=True)):
            await unit.put(row)
        applying = Applying(unit, NAMES, EVENT, Known(HOUSE).for_event(EVENT))
        await apply(applying, Decision((action,)))  # type: ignore[arg-type]

    await store.deciding(NAMES.person(EVENT.person), work)
    kept = {row.key: row.body for row in await store.sweep(SummaryRow)}
    (talk,), (scope,) = await store.sweep(ConversationRow), await store.sweep(ScopeRow)
    return kept, talk, scope


async def test_words_of_the_person_stand_and_end_what_is_being_written() -> None:
    kept, talk, _ = await done(RewriteSummary(ROOM, "I stay."))
    assert kept == {ROOM: "I stay.", "other": "You leave."}
    assert (talk.summing, talk.summed) == ("", 0)
    kept, _, _ = await done(RewriteSummary("gone", "I stay."))
    assert kept == {ROOM: "You leave.", "other": "You leave."}


async def test_a_dropped_one_is_gone_and_none_is_due_for_its_messages() -> None:
    for action in (ForgetSummary(), ForgetSummary(ROOM)):
        kept, talk, _ = await done(action)
        assert kept == {"other": "You leave."}
        assert (talk.summing, talk.summed) == ("", 14)
    assert applies.forget is APPLIES[ForgetSummary]


async def test_none_any_more_forgets_all_of_the_scope() -> None:
    kept, _, scope = await done(LetSummaries(are_on=False))
    assert (kept, scope.unsummed) == ({}, True)
    kept, _, scope = await done(LetSummaries(are_on=True))
    assert (len(kept), scope.unsummed) == (2, False)


def test_what_it_remembers_of_scopes_has_a_bound() -> None:
    turns = FairQueue(lambda: 1)
    made = Summaries(None, turns)  # type: ignore[arg-type]
    assert made._asked_at.most == MOST
    assert not turns.is_waited_for
