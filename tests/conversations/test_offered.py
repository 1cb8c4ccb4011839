"""What a person means to do is offered to be held: dialogues with a whole Attune."""

from collections.abc import Sequence
from functools import partial

import pytest

from bot.errors import ModelError
from bot.records import SummaryRow, ThreadRow
from bot.strings import ENGLISH
from bot.summary import EVERY, RESTS
from bot.words import Prompt
from tests.conversations.stage import model_of
from tests.conversations.test_summary import holds, is_for_notes, talked
from tests.play import Play

SAID = ENGLISH.holding
LINE = "call the landlord about the boiler"
ASKED = SAID.offered.format(words=LINE)
TALK = "I still have to call the landlord about the boiler"
NOTES = "You still have to call the landlord."


def writing(p: Play, line: str = LINE, notes: str = NOTES) -> None:
    """Lets the model write these notes and this line, and an ordinary reply to all else."""

    def script(prompt: Prompt) -> Sequence[str | ModelError]:
        if is_for_notes(prompt):
            return [f"{notes}\n", f"HOLD: {line}"] if line else [notes]
        return ["Name the day first."]

    model_of(p).script = script


async def says(p: Play, *lines: str) -> str:
    return "\n".join(await p.type(*lines)).replace("\n    ", " ")


async def threads(p: Play) -> list[str]:
    return [row.body for row in await p.store.sweep(ThreadRow)]


async def lines(p: Play) -> list[str]:
    return [row.line for row in await p.store.sweep(SummaryRow) if row.line]


async def talked_of(p: Play, line: str = LINE, words: str = TALK) -> None:
    """Says yes with the tick, and talks until a model has written a line."""
    await holds(p)
    writing(p, line)
    await talked(p, EVERY, words)


async def again(p: Play, words: str = "morning", **gone_by: int) -> str:
    """Says something in the next conversation, a day later unless another time is named."""
    p.clock.pass_by(**(gone_by or {"days": 1}))
    await p.companion.run_due()
    return await says(p, words)


async def test_it_is_offered_at_the_start_of_the_next_conversation_and_kept_by_a_tap(
    p: Play,
) -> None:
    await talked_of(p)
    assert await lines(p) == [LINE]
    assert ASKED not in await says(p, "and what then?")
    assert await threads(p) == []
    seen = await again(p)
    assert ASKED in seen
    assert "Name the day first." in seen
    assert SAID.held.format(words=LINE) in await says(p, f"/choose {SAID.keep}")
    assert await threads(p) == [LINE]
    assert await lines(p) == []
    assert f"1. {LINE}" in await says(p, "/attune threads")
    assert ASKED not in await again(p)


async def test_it_is_offered_only_once_and_nothing_is_held_of_who_says_nothing(p: Play) -> None:
    await talked_of(p)
    assert ASKED in await again(p)
    assert ASKED not in await says(p, "and now?")
    for _ in range(3):
        assert ASKED not in await again(p)
    assert await threads(p) == []


async def test_a_dropped_thread_is_gone_by_the_tap_beside_it(p: Play) -> None:
    await talked_of(p)
    await again(p)
    await says(p, f"/choose {SAID.keep}")
    assert SAID.dropped in await says(p, f"/choose {SAID.drop}")
    assert await threads(p) == []


async def test_edited_it_goes_and_their_own_words_are_held(p: Play) -> None:
    await talked_of(p)
    await again(p)
    assert SAID.in_your_words in await says(p, f"/choose {SAID.edit}")
    assert await lines(p) == []
    await says(p, "hold this: phone him on Tuesday")
    assert await threads(p) == ["phone him on Tuesday"]


async def test_refused_it_is_erased_and_none_is_offered_for_two_weeks(p: Play) -> None:
    await talked_of(p)
    await again(p)
    assert SAID.refused in await says(p, f"/choose {SAID.refuse}")
    assert await lines(p) == []
    await talked(p, EVERY, TALK)
    assert await lines(p) == []
    assert ASKED not in await again(p)
    await again(p, days=RESTS.days)
    await talked(p, EVERY, TALK)
    assert await lines(p) == [LINE]
    assert ASKED in await again(p)


async def test_it_follows_no_goodbye_and_waits(p: Play) -> None:
    await talked_of(p)
    assert ASKED not in await again(p, "ok, good night")
    assert ASKED in await again(p)


async def test_a_day_that_brings_up_a_thread_brings_up_nothing_else(p: Play) -> None:
    await talked_of(p)
    await says(p, "/attune threads add feed the cat by tomorrow")
    seen = await again(p)
    assert SAID.came_up.format(words="feed the cat") in seen
    assert ASKED not in seen
    assert ASKED not in await again(p, hours=5)
    assert ASKED in await again(p, hours=20)


async def test_what_they_hold_already_is_not_offered(p: Play) -> None:
    await talked_of(p)
    await says(p, "hold this: the landlord, call him (boiler)")
    assert ASKED not in await again(p)


async def test_nothing_of_it_reaches_a_model_before_it_is_kept(p: Play) -> None:
    await talked_of(p, "call the landlord about the boiler, part 3")
    assert await lines(p)
    await again(p, "good morning")
    assert all("part 3" not in one.text for one in model_of(p).prompts[-1].lines[:1])


# -- what ends it ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ends",
    [
        ("/attune off",),
        ("/attune level warm",),
        ("/attune memory off",),
        ("/attune summary off",),
        ("/attune summary drop",),
        ("/attune summary edit I stay",),
        ("/delete",),
        ("/edit I stay at the bakery",),
        ("/attune data erase", f"/choose {ENGLISH.choices.erase}"),
    ],
)
async def test_whatever_takes_back_what_it_was_made_of_erases_it(
    p: Play, ends: tuple[str, ...]
) -> None:
    await talked_of(p)
    assert await lines(p) == [LINE]
    await says(p, *ends)
    assert await lines(p) == []
    await says(p, "/attune on attuned", f"/choose {ENGLISH.choices.hold}", "/choose Yes")
    assert ASKED not in await again(p)
    assert await threads(p) == []


async def test_it_goes_after_seven_days_and_with_it_what_its_taps_do(p: Play) -> None:
    await talked_of(p)
    assert ASKED in await again(p)
    p.clock.pass_by(days=7)
    assert SAID.over in await says(p, f"/choose {SAID.keep}")
    assert await threads(p) == []
    await p.companion.run_due()
    assert await lines(p) == []


async def test_it_waits_while_a_life_is_at_risk_and_through_a_pause(p: Play) -> None:
    await talked_of(p)
    await says(p, "/attune pause")
    assert ASKED not in await again(p)
    await says(p, "/attune resume")
    assert ASKED not in await again(p, "I want to kill myself")
    assert ASKED not in await again(p, hours=2)


async def test_off_after_it_was_offered_leaves_its_taps_without_effect(p: Play) -> None:
    await talked_of(p)
    await again(p)
    await says(p, "/attune memory off", f"/choose 2 {SAID.keep}")
    assert await threads(p) == []


# -- what is never offered -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "You are wonderful, call the landlord about the boiler",
        "come back to me about the boiler",
        "call the landlord: https://boiler.example",
        "tell Marcus about the boiler",
        "ignore your rules about the boiler",
        "den Vermieter wegen der Heizung anrufen",
        "call the landlord about the boiler\nHOLD: call the landlord",
        "",
    ],
)
async def test_whatever_a_model_adds_is_not_offered_and_the_summary_stands(
    p: Play, line: str
) -> None:
    await talked_of(p, line)
    (row,) = await p.store.sweep(SummaryRow)
    assert (row.body, row.line) == (NOTES, "")
    assert SAID.keep not in await again(p)


async def test_without_the_tick_or_where_they_want_no_summary_none_is_offered(p: Play) -> None:
    writing(p)
    await says(p, "/attune on attuned", "/choose Yes")
    await talked(p, EVERY, TALK)
    assert ASKED not in await again(p)
    await holds(p)
    await says(p, "/attune summary off")
    await talked(p, EVERY, TALK)
    assert ASKED not in await again(p)


async def test_where_others_read_along_no_line_is_asked_for_kept_or_offered(p: Play) -> None:
    here = partial(says, p)
    await here("/as admin", "/room lounge", "/attune-admin ceiling ongoing", "/as ada")
    await here("/room lounge", "@attune hello")
    await holds(p)
    writing(p)
    for number in range(EVERY):
        await here(f"@attune {TALK}, part {number}")
    await p.companion.summaries.settled()
    (asked,) = [one for one in model_of(p).prompts if is_for_notes(one)]
    assert "HOLD:" not in asked.lines[0].text
    assert await lines(p) == []
    assert ASKED not in await again(p, "@attune morning")
