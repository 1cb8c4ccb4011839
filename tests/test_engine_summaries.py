"""The summary of a conversation in the engine: what is applied, and what a writer gives way to."""

from dataclasses import replace

import pytest

from bot.actions import Action
from bot.actions.holding import PutAway
from bot.actions.of_summaries import (
    EndLine,
    ForgetSummary,
    LetSummaries,
    OfferLine,
    RewriteSummary,
)
from bot.actions.state import Freeze, RecordConsent
from bot.decide import Decision
from bot.engine.apply import Applying, apply
from bot.engine.apply import summaries as applies
from bot.engine.apply.table import APPLIES
from bot.engine.fair_queue import FairQueue
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.summaries import MOST, Summaries
from bot.levels import Level
from bot.ports import Unit
from bot.records import ConversationRow, ScopeRow, SummaryRow
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT, HOUSE, Known, commands

VAULT = FakeVault()
NAMES = Pseudonyms(VAULT)
EVENT = commands("summary")
SCOPE, ROOM = NAMES.scope(EVENT.scope), NAMES.room(EVENT.where.room)
WRITTEN = SummaryRow(SCOPE, ROOM, AT, AT, 12, "You leave.", line="pack the boxes")
OTHER = replace(WRITTEN, key="other")
TALK = ConversationRow(SCOPE, ROOM, started_at=AT, turn=14, summing="e0", summed=0)


async def after(*actions: Action) -> FakeStore:
    """Gives what is stored after some actions of a decision."""
    store = FakeStore(FakeVault())

    async def work(unit: Unit) -> None:
        for row in (WRITTEN, OTHER, TALK, ScopeRow(SCOPE, memory=True)):
            await unit.put(row)
        known = Known(HOUSE, scope=ScopeRow(SCOPE, memory=True))
        applying = Applying(unit, NAMES, EVENT, known.for_event(EVENT))
        await apply(applying, Decision(actions))

    await store.deciding(NAMES.person(EVENT.person), work)
    return store


async def lines(*actions: Action) -> dict[str, str]:
    """Gives the lines that may still be offered after some actions."""
    return {row.key: row.line for row in await (await after(*actions)).sweep(SummaryRow)}


async def done(action: Action) -> tuple[dict[str, str], ConversationRow, ScopeRow]:
    """Gives the summaries, the conversation and the scope after an action."""
    store = await after(action)
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


async def test_a_line_was_offered_once_and_ends_without_its_summary() -> None:
    rows = await (await after(OfferLine(ROOM))).sweep(SummaryRow)
    assert {row.key: row.offered_at for row in rows} == {ROOM: EVENT.at, "other": None}
    assert await lines(EndLine(ROOM)) == {ROOM: "", "other": "pack the boxes"}
    assert await lines(EndLine("gone"), OfferLine("gone")) == await lines()


@pytest.mark.parametrize(
    "actions",
    [
        (RecordConsent("withdrawn", Level.PLAIN, "v"), Freeze(AT)),
        (RecordConsent("given", Level.ATTUNED, "v"),),
        (PutAway(AT),),
    ],
)
async def test_lines_end_at_once_where_nothing_is_held_any_more(actions: tuple[Action]) -> None:
    assert await lines(*actions) == {ROOM: "", "other": ""}


async def test_words_of_the_person_end_the_line_that_came_with_a_models() -> None:
    assert await lines(RewriteSummary(ROOM, "I stay.")) == {ROOM: "", "other": "pack the boxes"}


async def test_a_lower_level_that_still_holds_leaves_them() -> None:
    lower = RecordConsent("given", Level.ATTUNED, "v", memory=True)
    every = {ROOM: "pack the boxes", "other": "pack the boxes"}
    assert await lines(lower, Freeze(AT, above=Level.ATTUNED)) == every


def test_what_it_remembers_of_scopes_has_a_bound() -> None:
    turns = FairQueue(lambda: 1)
    made = Summaries(None, turns)  # type: ignore[arg-type]
    assert made._asked_at.most == MOST
    assert not turns.is_waited_for
