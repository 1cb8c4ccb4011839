"""What was noticed changes how replies are written: dialogues with a whole Attune."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.markers import Marker
from bot.markers.shares import Shares
from bot.prompt import without_note
from bot.records import MarkersRow, ObservationRow
from bot.strings import ENGLISH
from tests.conversations.stage import model_of, plain_reply
from tests.fakes import FakeClassifier
from tests.play import Play, ScriptedModel, met, play

ONLY = "you are the only one who gets me"
CANCELLED = "I cancelled on the girls again"
WORK = "I dread work so much"
SLEEP = "third night i'm up till 5"
MARKED = {
    "only one": Shares(exclusivity=0.95),
    "cancelled": Shares(withdrawal=0.95),
    "dread work": Shares(distress=0.95),
    "third night": Shares(functioning=0.95),
}
SPECIAL, PEOPLE = "Claim nothing special", "take that up"
SAID = ENGLISH.noticed
CHANGED = "You had written"
ANEW = f"/choose {ENGLISH.choices.answer_again}"
STEP = "one small step"
AFTER, TURN = "in one short question how", "try something else?"


@pytest.fixture
async def p(tmp_path: Path) -> AsyncIterator[Play]:
    begun = play(tmp_path, ScriptedModel(plain_reply))
    begun.classifier = FakeClassifier(marked=MARKED)
    async with begun.running() as running:
        yield await met(running)


async def agrees(p: Play, *ticks: str) -> Play:
    await p.type("/attune on attuned", *(f"/choose {tick}" for tick in ticks), "/choose Yes")
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


async def test_a_reply_that_is_repaired_or_answered_anew_is_held_to_it_too(p: Play) -> None:
    await agrees(p)
    await on_days(p, ONLY)
    assert SPECIAL in await note(p)
    await p.type("and the team is cross")
    for line in ("/react 🔧", "/choose Cold", "/attune repair too long"):
        before = len(model_of(p).prompts)
        await p.type(line)
        (again,) = model_of(p).prompts[before:]
        assert again.brief.rupture is not None
        assert SPECIAL in again.lines[-1].text
    await p.type("where is the bank", "/edit where is the post office", ANEW)
    assert "post office" in model_of(p).prompts[-1].lines[-1].text
    assert SPECIAL in model_of(p).prompts[-1].lines[-1].text


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


async def test_who_wants_no_questions_is_asked_after_nobody_and_reads_of_none(p: Play) -> None:
    await p.type("/attune people add Nel: to walk with", "/attune style no-questions")
    await agrees(p)
    await on_days(p, CANCELLED, 2)
    assert AFTER not in await note(p, CANCELLED)
    p.clock.pass_by(days=1)
    said = "\n".join(await p.type("so, the launch slips"))
    assert SAID.takes_up in said
    assert "Nel" not in said
    await p.type("/attune style reset")
    p.clock.pass_by(days=2)
    assert AFTER in await note(p)


async def test_where_others_read_nothing_of_it_changes_a_reply(p: Play) -> None:
    await agrees(p)
    await on_days(p, ONLY)
    await p.type("/room lobby")
    assert SPECIAL not in await note(p, "@attune so, the launch slips")


async def test_a_loop_is_asked_about_once_and_again_only_after_it_was_better(p: Play) -> None:
    await agrees(p, ENGLISH.choices.notice_again)
    await on_days(p, WORK, 3)
    assert TURN in await note(p)
    p.clock.pass_by(days=1)
    assert TURN not in await note(p)
    await p.type("that's better now")
    p.clock.pass_by(days=1)
    await on_days(p, WORK, 3)
    assert TURN in await note(p)


async def test_what_weighs_is_listed_once_it_came_again_and_not_right_asks_for_a_day_more(
    p: Play,
) -> None:
    came_up = SAID.called[Marker.DISTRESS_LOOP]
    await agrees(p, ENGLISH.choices.notice_again)
    await on_days(p, WORK, 2)
    assert came_up not in "\n".join(await p.type("/attune noticed"))
    await on_days(p, WORK, 1)
    assert came_up in "\n".join(await p.type("/attune noticed"))
    await p.type("/attune noticed not right")
    await on_days(p, WORK, 3)
    assert came_up not in "\n".join(await p.type("/attune noticed"))
    assert TURN not in await note(p)
    await on_days(p, WORK, 1)
    assert came_up in "\n".join(await p.type("/attune noticed"))
    assert TURN in await note(p)


async def test_who_says_for_days_that_sleep_got_worse_is_answered_with_one_small_step_first(
    p: Play,
) -> None:
    await agrees(p)
    await on_days(p, SLEEP)
    assert STEP not in await note(p)  # without its tick
    await agrees(p, ENGLISH.choices.notice_worse)
    await on_days(p, SLEEP)
    assert STEP in await note(p)


async def test_while_a_life_is_at_risk_nothing_of_it_changes_a_reply(p: Play) -> None:
    await agrees(p)
    await on_days(p, ONLY)
    assert SPECIAL in await note(p)
    before = len(model_of(p).prompts)
    said = await p.type("i want to kill myself", "so, the launch slips", ONLY)
    after = model_of(p).prompts[before:]
    assert not any(SPECIAL in line.text for prompt in after for line in prompt.lines)
    assert "differently" not in "\n".join(said)


async def test_of_two_things_to_say_one_is_said_and_the_other_not_before_the_next_day(
    p: Play,
) -> None:
    await agrees(p)
    for _ in range(2):  # from the second on both change replies, which is said on a later day
        assert CHANGED not in "\n".join(await p.type(ONLY, CANCELLED, "so, the launch slips"))
        p.clock.pass_by(days=3)
    counts = []
    for hours in (3, 21, 24, 72, 72):
        said = "\n".join(await p.type(ONLY, CANCELLED))
        counts.append(said.count(CHANGED))
        p.clock.pass_by(hours=hours)
    assert counts == [1, 0, 1, 0, 0]


async def test_what_is_stopped_changes_no_reply_for_ninety_days_and_comes_back_then(
    p: Play,
) -> None:
    await agrees(p)
    await on_days(p, ONLY)
    assert SPECIAL in await note(p)
    assert SAID.stopped.partition(".")[0] in "\n".join(await p.type("/attune noticed stop"))
    assert SPECIAL not in await note(p)
    assert SAID.called[Marker.EXCLUSIVITY] in "\n".join(await p.type("/attune noticed"))
    p.clock.pass_by(days=72)
    await p.type("/attune on attuned", "/choose Yes")
    await on_days(p, ONLY, 5)
    assert SPECIAL not in await note(p)
    p.clock.pass_by(days=4)
    assert SPECIAL in await note(p)
    again = f"{p.clock.now():%-d %B}"
    p.clock.pass_by(days=1)
    assert f"Since {again}" in "\n".join(await p.type("so, the launch slips"))


async def test_fine_after_stop_lets_replies_change_again(p: Play) -> None:
    await agrees(p)
    await on_days(p, ONLY)
    await p.type("/attune noticed stop")
    assert SPECIAL not in await note(p)
    await p.type("/attune noticed fine")
    assert SPECIAL in await note(p)


async def test_after_fine_one_of_their_people_is_asked_after_as_before(p: Play) -> None:
    await p.type("/attune people add Nel: to walk with")
    await agrees(p)
    await on_days(p, CANCELLED)
    await p.type("/attune noticed fine")
    p.clock.pass_by(days=3)
    assert AFTER in await note(p)


async def test_after_off_it_is_warm_and_nothing_changes_replies_or_is_kept(p: Play) -> None:
    await agrees(p)
    await on_days(p, ONLY)
    assert SPECIAL in await note(p)
    said = "\n".join(await p.type("/attune noticed off"))
    assert SAID.off.partition("{")[0] + "warm now" in " ".join(said.split())
    assert SPECIAL not in await note(p)
    await on_days(p, ONLY, 1)
    assert await p.store.sweep(ObservationRow) == ()
    assert await p.store.sweep(MarkersRow) == ()


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
    assert CHANGED in said
    assert "about yourself and others" in said
    assert ONLY not in said
    assert SAID.fine in "\n".join(await p.type(f"/choose {SAID.fine_tap}"))
    for _ in range(30):
        p.clock.pass_by(days=3)
        assert CHANGED not in "\n".join(await p.type(ONLY))


async def test_what_comes_again_long_after_all_of_it_faded_is_said_anew(p: Play) -> None:
    await agrees(p)
    await on_days(p, ONLY, 3)
    assert CHANGED in "\n".join(await p.type("so, the launch slips"))
    p.clock.pass_by(days=100)
    await p.companion.run_due()
    assert await p.store.sweep(ObservationRow) == ()
    await agrees(p)
    await on_days(p, ONLY, 3)
    assert CHANGED in "\n".join(await p.type("so, the launch slips"))


async def test_its_line_names_who_was_asked_after_and_nobody_who_is_listed_before_them(
    p: Play,
) -> None:
    await p.type("/attune people add Nel: no contact", "/attune people add Bo: cars")
    await agrees(p)
    await on_days(p, CANCELLED, 2)
    assert "Bo" in await note(p, CANCELLED)
    await p.type("/attune people add Nel: to walk with")
    p.clock.pass_by(days=1)
    assert SAID.asked_after.format(name="Bo") in "\n".join(await p.type("so, the launch slips"))


async def test_its_line_names_nobody_who_was_taken_off_the_list(p: Play) -> None:
    await p.type("/attune people add Nel: to walk with", "/attune people add Bo: cars")
    await agrees(p)
    await on_days(p, CANCELLED, 2)
    assert "Nel" in await note(p, CANCELLED)
    await p.type("/attune people drop Nel")
    p.clock.pass_by(days=1)
    line = "\n".join(await p.type("so, the launch slips"))
    assert SAID.takes_up in line
    assert "Bo" not in line


async def test_what_is_not_right_counts_no_more_and_changes_nothing_any_more(p: Play) -> None:
    await agrees(p)
    await on_days(p, ONLY, 3)
    assert SPECIAL in await note(p)
    assert SAID.wrong in "\n".join(await p.type(f"/choose {SAID.wrong_tap}"))
    assert SPECIAL not in await note(p)
    p.clock.pass_by(days=1)
    await on_days(p, ONLY, 2)
    assert SPECIAL not in await note(p)
