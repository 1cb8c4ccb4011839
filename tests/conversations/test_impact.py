"""What talking with it does to a person, as they say it: dialogues with a whole Attune."""

import pytest

from bot.impact import Question, load
from bot.impact.counted import is_general
from bot.levels import Level
from bot.records import CountRow, ImpactRow, StudyRow
from bot.strings import ENGLISH
from tests.conversations.stage import model_of
from tests.play import Play

SAID, STUDY = ENGLISH.impact, ENGLISH.study
LESS_STEADY = SAID.felt["steady.worse"]
ASKED = "were you steadier?"


async def agrees(p: Play, level: str = "warm") -> Play:
    await p.type(f"/attune on {level}", "/choose Yes")
    return p


async def says(p: Play, *lines: str) -> str:
    return "\n".join(await p.type(*lines)).replace("\n    ", " ")


async def later(p: Play, words: str = "so, the launch slips", **gone_by: int) -> str:
    """Says something in a conversation that begins later."""
    p.clock.pass_by(**gone_by)
    return await says(p, words)


def level(p: Play) -> Level:
    """Gives the level at which the newest reply was written."""
    return model_of(p).prompts[-1].brief.level


async def test_the_questions_are_offered_once_a_week_and_no_more_after_two_that_were_passed(
    p: Play,
) -> None:
    await agrees(p)
    assert SAID.offer not in await later(p, days=6)
    assert SAID.offer in await later(p, days=1)
    assert SAID.passed in await says(p, f"/choose {SAID.later}")
    assert SAID.offer not in await later(p, days=6)
    assert SAID.offer in await later(p, days=1)
    assert SAID.offer not in await later(p, days=8)


async def test_dont_ask_again_ends_the_offers_and_on_brings_them_back(p: Play) -> None:
    await agrees(p)
    assert SAID.offer in await later(p, days=7)
    assert SAID.off in await says(p, f"/choose {SAID.never}")
    assert SAID.offer not in await later(p, days=20)
    await says(p, "/attune impact on")
    assert SAID.offer in await later(p, days=8)


async def test_two_worsening_answers_bring_one_proposal_and_a_tap_makes_that_change(
    p: Play,
) -> None:
    await agrees(p)
    assert SAID.offer in await later(p, days=7)
    await says(p, f"/choose {SAID.begin}", "/choose same", "/choose heavier", "/choose same")
    await says(p, "/choose same", "/choose held")
    assert SAID.proposes[Question.LOAD] not in await later(p, days=7)
    await says(p, f"/choose {SAID.begin}", "/choose same", "/choose heavier")
    assert SAID.proposes[Question.LOAD] in await says(p, f"/choose {SAID.later}")
    await says(p, f"/choose {SAID.change}")
    await says(p, "and now?")
    assert "shorter" in dict(model_of(p).prompts[-1].brief.style).values()
    (row,) = await p.store.sweep(ImpactRow)
    assert load(row.body).proposed is not None


async def test_a_comparison_answers_seven_days_of_fourteen_plainly_and_asks_each_once(
    p: Play,
) -> None:
    await agrees(p, "attuned")
    assert STUDY.begun.partition(".")[0] in await says(p, "/attune study warm")
    levels, asked = [], 0
    for _ in range(14):
        seen = await says(p, "so, the launch slips", "and again")
        levels.append(level(p))
        asked += ASKED in seen
        p.clock.pass_by(days=1)
    assert sorted(levels) == [Level.PLAIN] * 7 + [Level.ATTUNED] * 7
    assert asked == 13
    assert ASKED in await says(p, "so, the launch slips")
    over = await says(p, f"/choose {LESS_STEADY}")
    assert STUDY.over in over
    assert level(p) is Level.ATTUNED
    assert STUDY.nothing in await says(p, f"/choose {STUDY.show}")


@pytest.mark.parametrize("ends", ["off", "/attune level warm", "/attune study stop"])
async def test_what_ends_a_comparison_ends_it_at_once(p: Play, ends: str) -> None:
    await agrees(p, "attuned")
    await says(p, "/attune study warm", ends)
    p.clock.pass_by(minutes=1)
    await agrees(p, "attuned")
    for _ in range(3):
        assert ASKED not in await later(p, days=1)
        assert level(p) is Level.ATTUNED


async def test_a_day_without_questions_allows_none_and_one_with_them_one(p: Play) -> None:
    await agrees(p)
    await says(p, "/attune study questions")
    allowed = []
    for _ in range(14):
        await says(p, "so, the launch slips")
        allowed.append(model_of(p).prompts[-1].brief.questions)
        p.clock.pass_by(days=1)
    assert sorted(allowed) == [0] * 7 + [1] * 7


async def test_a_life_at_risk_is_answered_the_same_on_every_day_of_a_comparison(p: Play) -> None:
    await agrees(p)
    await says(p, "/attune study warm")
    for _ in range(3):
        seen = await later(p, "I want to kill myself tonight", days=2)
        assert ASKED not in seen
        assert SAID.offer not in seen


async def test_after_off_and_a_new_yes_nothing_is_counted_before_it_is_shared_again(
    p: Play,
) -> None:
    answers = [f"/choose {SAID.felt[f'{question}.same']}" for question in Question]
    await agrees(p)
    await says(p, "/attune impact share", "off")
    p.clock.pass_by(minutes=1)
    await agrees(p)
    await says(p, "/attune impact ask", *answers)
    assert await counted(p) == []
    await says(p, "/attune impact share", "/attune impact ask", *answers)
    assert len(await counted(p)) == 1 + len(Question)


async def counted(p: Play) -> list[str]:
    """Gives what was counted of answers: each yes and no is counted too."""
    return [one.key for one in await p.store.sweep(CountRow) if not is_general(one.key)]


async def test_an_erase_takes_the_answers_and_the_comparison(p: Play) -> None:
    await agrees(p)
    await says(p, "/attune study warm", "so, the launch slips", "/attune impact", "/choose same")
    assert await p.store.sweep(StudyRow)
    assert await p.store.sweep(ImpactRow)
    await says(p, "/attune data erase", "/choose Erase")
    assert await p.store.sweep(StudyRow) == ()
    assert await p.store.sweep(ImpactRow) == ()
