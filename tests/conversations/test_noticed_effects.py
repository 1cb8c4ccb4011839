"""What was noticed changes how replies are written: dialogues with a whole Attune."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.markers.shares import Shares
from bot.prompt import without_note
from bot.records import MarkersRow, ObservationRow, ScopeRow
from bot.strings import ENGLISH
from tests.conversations.stage import model_of, plain_reply
from tests.fakes import FakeClassifier
from tests.play import Play, ScriptedModel, met, play

ONLY = "you are the only one who gets me"
CANCELLED = "I cancelled on the girls again"
WORK = "I dread work so much"
MARKED = {
    "only one": Shares(exclusivity=0.95),
    "cancelled": Shares(withdrawal=0.95),
    "dread work": Shares(distress=0.95),
}
SPECIAL, PEOPLE = "Claim nothing special", "take that up"
SAID = ENGLISH.noticed
AFTER, TURN = "in one short question how", "try something else?"


@pytest.fixture
async def p(tmp_path: Path) -> AsyncIterator[Play]:
    begun = play(tmp_path, ScriptedModel(plain_reply))
    begun.classifier = FakeClassifier(marked=MARKED)
    async with begun.running() as running:
        yield await met(running)


async def agrees(p: Play) -> Play:
    await p.type("/attune on attuned", "/choose Yes")
    return p


async def on_days(p: Play, text: str, times: int = 5) -> None:
    """Lets somebody say so on so many days, three days apart."""
    for _ in range(times):
        await p.type(text)
        p.clock.pass_by(days=3)


async def note(p: Play, text: str = "so, the launch slips") -> str:
    """Gives the note of the prompt for the reply to a message."""
    await p.type(text)
    last = model_of(p).prompts[-1].lines[-1].text
    return last.removeprefix(without_note(last))


async def test_who_said_so_for_days_is_answered_by_no_claim_and_with_the_same_warmth(
    p: Play,
) -> None:
    await agrees(p)
    assert SPECIAL not in await note(p)
    before = model_of(p).prompts[-1].lines[0].text
    await on_days(p, ONLY)
    said = await note(p)
    assert SPECIAL in said
    assert PEOPLE in said
    assert model_of(p).prompts[-1].lines[0].text == before


async def test_one_person_of_the_list_is_asked_after_once_in_three_days(p: Play) -> None:
    await p.type("/attune people add Gran: died in May", "/attune people add Nel: to walk with")
    await agrees(p)
    await on_days(p, CANCELLED, 5)
    first = await note(p)
    assert AFTER in first
    assert "Nel" in first
    assert "Gran" not in first
    assert AFTER not in await note(p)
    p.clock.pass_by(days=2)
    assert AFTER not in await note(p)
    p.clock.pass_by(days=1)
    assert AFTER in await note(p)


async def test_where_others_read_nothing_of_it_changes_a_reply(p: Play) -> None:
    await agrees(p)
    await on_days(p, ONLY)
    await p.type("/room lobby")
    assert SPECIAL not in await note(p, "@attune so, the launch slips")


async def test_a_loop_is_asked_about_once_and_again_only_after_it_was_better(p: Play) -> None:
    await agrees(p)
    await _ticks_loops(p)
    await on_days(p, WORK, 3)
    assert TURN in await note(p)
    p.clock.pass_by(days=1)
    assert TURN not in await note(p)
    await p.type("that's better now")
    p.clock.pass_by(days=1)
    await on_days(p, WORK, 3)
    assert TURN in await note(p)


async def _ticks_loops(p: Play) -> None:
    """Lets the tick of its own be set, however the card sets it."""
    (row,) = [one for one in await p.store.sweep(ScopeRow) if one.state]
    await p.store.deciding(row.owner, lambda unit: unit.put(replace(row, loops=True)))


async def test_below_its_level_nothing_is_kept_and_nothing_changes(p: Play) -> None:
    await p.type("/attune on warm", "/choose Yes")
    await on_days(p, ONLY)
    assert SPECIAL not in await note(p)
    assert not await p.store.sweep(ObservationRow)
    assert not await p.store.sweep(MarkersRow)


async def test_once_a_spell_it_says_what_it_does_differently_and_after_fine_no_more(
    p: Play,
) -> None:
    await agrees(p)
    await on_days(p, ONLY, 3)
    said = "\n".join(await p.type("so, the launch slips"))
    assert "One thing I do differently since" in said
    assert "that only I understand" in said
    assert ONLY not in said
    assert SAID.fine in "\n".join(await p.type(f"/choose {SAID.fine_tap}"))
    for _ in range(4):
        p.clock.pass_by(days=10)
        said = "\n".join(await p.type(ONLY))
        assert "differently" not in said


async def test_what_is_not_right_counts_no_more_and_changes_nothing_any_more(p: Play) -> None:
    await agrees(p)
    await on_days(p, ONLY, 3)
    assert SPECIAL in await note(p)
    assert SAID.wrong in "\n".join(await p.type(f"/choose {SAID.wrong_tap}"))
    assert SPECIAL not in await note(p)
    p.clock.pass_by(days=1)
    await on_days(p, ONLY, 2)
    assert SPECIAL not in await note(p)
