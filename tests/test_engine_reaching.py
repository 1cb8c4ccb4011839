"""Drafts of a message to somebody: which endpoint writes them, and what of them is in any row."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace

import pytest

from bot.actions.ask import Ask
from bot.actions.platform import Say
from bot.choices import WriteAgain
from bot.engine.codec import dump, load_ask, load_sending
from bot.engine.drafted import AGAIN, LASTS
from bot.engine.reaching import Reaching, laid_out
from bot.engine.workbench import Workbench
from bot.errors import ModelError, ModelUnreachable
from bot.ids import MessageId, SpaceId
from bot.reach import Redraft
from bot.records import KINDS, AskRow, OutboxRow, ReplyRow, ScopeRow
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
    return [one.text for one in await answers(at, at.bench(), *models, epoch=epoch)]


async def answers(
    at: Stand, bench: Workbench, *models: ScriptedModel, epoch: int = 0, ask: Ask = ASKED
) -> list[Say]:
    """Gives what is said in answer to an ask for drafts, with what can be tapped below."""
    row = replace(at.row, key=ask.redraft or "k", body=dump(ask))
    await at.put(row, ScopeRow(at.owner, epoch=epoch))
    sent: list[Say] = []

    async def send(rows: tuple[OutboxRow, ...]) -> None:
        for one in rows:
            action = load_sending(one.body).action
            assert isinstance(action, Say)
            assert action.to == ASKED.scope.person
            sent.append(action)

    bench = replace(bench, models=models or bench.models)
    await Reaching(bench, send).reach(row, ask)
    assert await at.store.sweep(AskRow) == ()
    assert await at.store.sweep(ReplyRow) == ()
    return sent


async def test_drafts_stand_in_blocks_and_in_no_row_but_the_one_that_sends_them(at: Stand) -> None:
    assert await said(at, saying(FORM)) == [laid_out(REACH.lead, ("a", "b", "c"))]
    (row,) = await at.store.sweep(OutboxRow)
    assert "```" in row.body
    assert laid_out("x", ("a", "b\nc")) == "x\n```text\na\n```\n```text\nb\nc\n```"


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


# -- written again ---------------------------------------------------------------------------------


LINES = ("see you", "see you soon.", "see you soon. bye.")
DRAFTS = "[1]\n{}\n[2]\n{}\n[3]\n{}\n[end]".format(*LINES)
SHORTER = replace(ASKED, note="", drafts="k", redraft=Redraft.SHORTER)


def labels(said: list[Say]) -> list[str]:
    return [choice.label for one in said for choice in one.choices]


async def test_below_drafts_stand_two_taps_that_hold_a_key_and_no_word(at: Stand) -> None:
    (first,) = await answers(at, at.bench(), saying(DRAFTS))
    assert [one.means for one in first.choices] == [WriteAgain("k", how) for how in Redraft]
    rows = [row for kind in KINDS for row in await at.store.sweep(kind)]
    assert not any(ASKED.note in str(asdict(row)) for row in rows)


async def test_a_tap_has_the_same_words_written_in_another_way(at: Stand) -> None:
    bench, model = at.bench(), saying(DRAFTS, DRAFTS)
    await answers(at, bench, model)
    (again,) = await answers(at, bench, model, ask=SHORTER)
    assert again.text == laid_out(REACH.lead, LINES)
    first, second = (one.lines for one in model.prompts)
    assert ASKED.note in second[-1].text
    assert second[-1] == first[-1]
    assert second[0] != first[0]


async def test_what_is_written_again_passes_the_same_rules(at: Stand) -> None:
    bench, model = at.bench(), saying(DRAFTS, *["[1]\ncall 0171 5550199\n[end]"] * 2)
    await answers(at, bench, model)
    (again,) = await answers(at, bench, model, ask=SHORTER)
    assert again.text == REACH.failed
    assert labels([again]) == list(REACH.again.values())  # those before stand without taps


async def test_in_an_episode_they_are_written_again_as_all_drafts_are_then(at: Stand) -> None:
    bench, model = at.bench(), saying(DRAFTS, DRAFTS)
    await answers(at, bench, model)
    await answers(at, bench, model, ask=replace(SHORTER, crisis="episode"))
    assert ["no method" in one.lines[0].text for one in model.prompts] == [False, True]


async def test_after_three_times_no_tap_is_left_and_an_older_one_finds_nothing(at: Stand) -> None:
    bench, model = at.bench(), saying(*[DRAFTS] * (1 + AGAIN))
    await answers(at, bench, model)
    seen = [await answers(at, bench, model, ask=SHORTER) for _ in range(AGAIN)]
    assert [bool(labels(one)) for one in seen] == [True, True, False]
    (over,) = await answers(at, bench, model, ask=SHORTER)
    assert (over.text, over.choices) == (REACH.gone, ())


@pytest.mark.parametrize("ends", ["time", "erase", "restart", "epoch", "another's"])
async def test_once_the_words_are_gone_a_tap_says_so_in_a_line_and_asks_no_model(
    at: Stand, ends: str
) -> None:
    bench, model, ask = at.bench(), saying(DRAFTS), SHORTER
    await answers(at, bench, model)
    match ends:
        case "time":
            at.clock.at += LASTS
        case "erase":
            bench.drafted.forget(ASKED.scope.person)
        case "restart":
            bench = at.bench()
        case "another's":
            kept = bench.drafted.find("k", ASKED.asked_at)
            assert kept is not None
            bench.drafted.keep("k", replace(kept, scope=replace(kept.scope, space=SpaceId("x"))))
    if ends == "epoch":
        at.row = replace(at.row, epoch=1)
    (line,) = await answers(at, bench, model, ask=ask, epoch=1 if ends == "epoch" else 0)
    assert (line.text, line.choices) == (REACH.gone, ())
    assert len(model.prompts) == 1


async def test_nothing_is_remembered_of_drafts_that_may_not_show_any_more(at: Stand) -> None:
    bench = at.bench()
    assert await answers(at, bench, saying(DRAFTS), epoch=1) == []
    assert bench.drafted.find("k", ASKED.asked_at) is None


def test_what_is_asked_reads_as_it_was_written_and_an_older_ask_wants_no_drafts() -> None:
    assert load_ask(dump(ASKED)) == ASKED
    older = dump(ASKED).replace('"reaches": "command", ', "")
    assert older != dump(ASKED)
    assert load_ask(older).reaches == ""
    assert load_ask(dump(SHORTER)) == SHORTER
    fields = json.loads(dump(ASKED))
    del fields["drafts"], fields["redraft"]  # as an earlier release kept it
    assert load_ask(json.dumps(fields)) == ASKED
