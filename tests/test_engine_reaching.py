"""Drafts of a message to somebody: which endpoint writes them, and what of them is in any row."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.engine.codec import dump, load_ask, load_sending
from bot.engine.reaching import Reaching, laid_out
from bot.errors import ModelError, ModelUnreachable
from bot.ids import MessageId
from bot.records import AskRow, OutboxRow, ReplyRow, ScopeRow
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.play import ScriptedModel
from tests.test_engine_parts import ASK, Stand

REACH = ENGLISH.reach
ASKED = replace(ASK, rupture=None, message=MessageId(""), note="my boss", reaches="command")
FORM = "[1]\na\n[2]\nb\n[3]\nc\n[end]"
DOWN = ModelUnreachable("down")


@pytest.fixture
def at() -> Stand:
    return Stand()


def saying(*texts: str | ModelError) -> ScriptedModel:
    """Gives a model that says each of these in its turn."""
    left = list(texts)

    def script(_prompt: Prompt) -> Sequence[str | ModelError]:
        return [left.pop(0)]

    return ScriptedModel(script)


async def said(at: Stand, *models: ScriptedModel, epoch: int = 0) -> list[str]:
    """Gives what is said in answer to an ask for drafts, each with whom it is to."""
    row = replace(at.row, body=dump(ASKED))
    await at.put(row, ScopeRow(at.owner, epoch=epoch))
    sent: list[str] = []

    async def send(rows: tuple[OutboxRow, ...]) -> None:
        for one in rows:
            action = load_sending(one.body).action
            assert action is not None
            assert getattr(action, "to", None) == ASKED.scope.person
            sent.append(str(getattr(action, "text", "")))

    bench = at.bench()
    bench = replace(bench, models=models or bench.models)
    await Reaching(bench, send).reach(row, ASKED)
    assert await at.store.sweep(AskRow) == ()
    assert await at.store.sweep(ReplyRow) == ()
    return sent


async def test_drafts_stand_in_blocks_and_in_no_row_but_the_one_that_sends_them(at: Stand) -> None:
    assert await said(at, saying(FORM)) == [laid_out(REACH.lead, ("a", "b", "c"))]
    (row,) = await at.store.sweep(OutboxRow)
    assert "```" in row.body
    assert laid_out("x", ("a", "b\nc")) == "x\n```\na\n```\n```\nb\nc\n```"


async def test_the_next_endpoint_is_asked_where_one_fails(at: Stand) -> None:
    assert await said(at, saying(DOWN), saying(FORM)) == [laid_out(REACH.lead, ("a", "b", "c"))]


async def test_where_every_endpoint_fails_that_is_said(at: Stand) -> None:
    assert await said(at, saying(DOWN), saying(DOWN)) == [ENGLISH.failures.unreachable]


async def test_a_failure_at_the_other_try_keeps_what_the_first_one_gave(at: Stand) -> None:
    assert await said(at, saying("[1]\na\n[end]", DOWN)) == [laid_out(REACH.lead, ("a",))]


async def test_of_two_tries_the_one_with_more_drafts_is_shown(at: Stand) -> None:
    model = saying("[1]\na\n[end]", "[1]\nx\n[2]\ny\n[end]")
    assert await said(at, model) == [laid_out(REACH.lead, ("x", "y"))]
    assert len(model.prompts) == 2


async def test_set_words_are_no_draft(at: Stand) -> None:
    assert await said(at) == [REACH.no_model]


async def test_what_is_outdated_is_not_said_and_no_row_is_left(at: Stand) -> None:
    assert await said(at, saying(FORM), epoch=1) == []
    assert await at.store.sweep(OutboxRow) == ()


def test_what_is_asked_reads_as_it_was_written_and_an_older_ask_wants_no_drafts() -> None:
    assert load_ask(dump(ASKED)) == ASKED
    older = dump(ASKED).replace('"reaches": "command", ', "")
    assert older != dump(ASKED)
    assert load_ask(older).reaches == ""
