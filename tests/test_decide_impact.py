"""Decisions about the five questions: asked one by one, kept, shown, shared and left alone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.of_impact import CountThings, KeepImpact
from bot.actions.platform import Say
from bot.actions.state import AnswerCard
from bot.choices import Choice, Meaning, WantStyle
from bot.choices.of_impact import AnswerImpact, DoImpact, LeaveAsItIs, LeaveImpact
from bot.commands.of_impact import MyImpact
from bot.commands.parse import parse
from bot.commands.table_of_scopes import impact as read_impact
from bot.commands.values import Unparsable
from bot.decide.impact import may_ask
from bot.impact import NO_IMPACT, WEEK, Felt, Impact, ImpactDeed, Question, Round
from bot.impact.counted import things
from bot.layout import chart
from bot.levels import Level
from bot.strings import ENGLISH
from tests.scene import AT, Known, commands, decide, known, post, taps, told

SAID, TODAY = ENGLISH.impact, AT.date()
FOUR: dict[Question, Felt] = dict.fromkeys(tuple(Question)[:-1], Felt.SAME)


def having(own: Impact, level: Level = Level.WARM) -> Known:
    return replace(known(level), impact=own)


def tapped(means: Meaning, own: Impact, level: Level = Level.WARM) -> tuple[object, ...]:
    state = replace(having(own, level), post=post(Choice("x", means)))
    return decide(taps("x"), state).actions


def in_place(actions: tuple[object, ...]) -> AnswerCard:
    (found,) = [one for one in actions if isinstance(one, AnswerCard)]
    return found


def kept(actions: tuple[object, ...]) -> Impact:
    (found,) = [one.impact for one in actions if isinstance(one, KeepImpact)]
    return found


def test_the_first_question_has_its_own_three_words_and_a_way_out() -> None:
    (say,) = [one for one in decide(commands("impact"), having(NO_IMPACT)).actions
              if isinstance(one, Say)]  # fmt: skip
    assert say.text == f"1 of 5. {SAID.asks[Question.STEADY]}"
    assert [one.label for one in say.choices] == ["steadier", "same", "less steady", SAID.later]
    assert say.to is not None


def test_below_warm_nothing_is_asked_or_kept_and_what_was_answered_is_still_shown() -> None:
    needs = SAID.needs.format(level="warm")
    assert told(decide(commands("impact"), having(NO_IMPACT, Level.PLAIN)).actions) == [needs]
    answer = tapped(AnswerImpact(Question.LOAD, 1), NO_IMPACT, Level.PLAIN)
    assert in_place(answer).text == needs
    assert not [one for one in answer if isinstance(one, KeepImpact)]
    own = Impact((Round(TODAY, FOUR),))
    assert SAID.heading in told(decide(commands("impact"), having(own, Level.PLAIN)).actions)[0]
    assert not may_ask(having(NO_IMPACT, Level.PLAIN).for_event(commands("impact")), AT)  # type: ignore[arg-type]


def test_an_answer_is_kept_and_the_next_question_takes_its_place() -> None:
    done = tapped(AnswerImpact(Question.STEADY, -1), NO_IMPACT)
    assert kept(done).rounds == (Round(TODAY, {Question.STEADY: Felt.WORSE}),)
    assert in_place(done).text == f"2 of 5. {SAID.asks[Question.LOAD]}"


def test_a_finished_week_is_answered_anew_from_the_first_question_to_the_last() -> None:
    own = Impact((Round(TODAY, {**FOUR, Question.THREAD: Felt.SAME}),), is_shared=True)
    (say,) = [one for one in decide(commands("impact ask"), having(own)).actions
              if isinstance(one, Say)]  # fmt: skip
    assert say.text == f"1 of 5. {SAID.asks[Question.STEADY]}"
    for number, question in enumerate(Question, start=1):
        done = tapped(AnswerImpact(question, 1), own)
        own = kept(done)
        following = question.following
        asks = f"{number + 1} of 5. {SAID.asks[following]}" if following else SAID.done
        assert in_place(done).text == asks
        assert bool([one for one in done if isinstance(one, CountThings)]) is (following is None)
    assert own.rounds == (Round(TODAY, dict.fromkeys(Question, Felt.BETTER)),)


def test_the_last_answer_says_that_it_is_kept_and_shares_nothing_unasked() -> None:
    done = tapped(AnswerImpact(Question.THREAD, 1), Impact((Round(TODAY, FOUR),)))
    assert in_place(done).text == SAID.done
    assert not [one for one in done if isinstance(one, CountThings)]


def test_a_whole_round_is_counted_once_a_month_where_that_is_allowed() -> None:
    own = Impact((Round(TODAY, FOUR),), is_shared=True)
    done = tapped(AnswerImpact(Question.THREAD, 1), own)
    whole = Round(TODAY, {**FOUR, Question.THREAD: Felt.BETTER})
    assert CountThings(things(whole)) in done
    person = replace(known().person, counted_in=f"{AT:%Y-%m}")
    again = decide(
        taps("x"),
        replace(
            having(own), person=person, post=post(Choice("x", AnswerImpact(Question.THREAD, 1)))
        ),
    ).actions
    assert not [one for one in again if isinstance(one, CountThings)]


def test_two_worsening_answers_bring_one_proposal_with_a_tap_that_makes_it() -> None:
    before = Round(TODAY - WEEK, {**FOUR, Question.LOAD: Felt.WORSE})
    now = Round(TODAY, {**FOUR, Question.LOAD: Felt.WORSE})
    done = tapped(AnswerImpact(Question.THREAD, 0), Impact((before, now)))
    shown = in_place(done)
    assert shown.text == f"{SAID.done}\n{SAID.proposes[Question.LOAD]}"
    assert [one.means for one in shown.choices] == [WantStyle("shorter"), LeaveAsItIs()]
    assert kept(done).proposed == TODAY
    assert in_place(tapped(LeaveAsItIs(), NO_IMPACT)).text == SAID.kept_as_is


def test_the_answers_are_shown_in_words_and_as_a_picture_with_the_same_words() -> None:
    own = Impact((Round(TODAY - WEEK, {Question.LOAD: Felt.WORSE}), Round(TODAY, FOUR)))
    (say,) = [one for one in decide(commands("impact"), having(own)).actions
              if isinstance(one, Say)]  # fmt: skip
    assert "2. What weighs: 27 April heavier, 4 May same" in say.text
    drawn = chart.load(say.files[0])
    assert drawn.rows[1].values == (-1, 0)
    assert drawn.rows[0].values == (None, 0)
    assert "27 April heavier" in say.files[0].alternative
    assert len(say.text) <= 600


def test_a_year_of_answers_is_short_at_first_sight() -> None:
    every = {**FOUR, Question.THREAD: Felt.WORSE, Question.STEADY: Felt.WORSE}
    own = Impact(tuple(Round(TODAY - week * WEEK, every) for week in range(50, -1, -1)))
    (text,) = told(decide(commands("impact"), having(own)).actions)
    assert len(text) <= 600


@pytest.mark.parametrize(
    ("words", "line", "now"),
    [
        ("off", SAID.off, Impact(is_off=True)),
        ("on", SAID.on, NO_IMPACT),
        ("share", SAID.shares, Impact(is_shared=True)),
        ("alone", SAID.alone, NO_IMPACT),
        ("clear", SAID.gone, NO_IMPACT),
    ],
)
def test_each_word_of_the_command_does_what_it_says(words: str, line: str, now: Impact) -> None:
    turn = decide(commands(f"impact {words}"), having(NO_IMPACT))
    assert told(turn.actions) == [line]
    assert KeepImpact(now) in turn.actions


@pytest.mark.parametrize("words", ["off", "alone", "clear"])
def test_what_takes_away_needs_no_level(words: str) -> None:
    own = Impact((Round(TODAY, FOUR),), is_shared=True)
    turn = decide(commands(f"impact {words}"), having(own, Level.PLAIN))
    assert [one for one in turn.actions if isinstance(one, KeepImpact)]


def test_the_taps_do_the_same_in_their_place() -> None:
    assert in_place(tapped(LeaveImpact(), NO_IMPACT)).text == SAID.passed
    assert in_place(tapped(DoImpact(ImpactDeed.OFF), NO_IMPACT)).text == SAID.off
    first = f"1 of 5. {SAID.asks[Question.STEADY]}"
    assert in_place(tapped(DoImpact(ImpactDeed.ASK), NO_IMPACT)).text == first
    own = Impact((Round(TODAY - timedelta(days=8), FOUR),))
    assert in_place(tapped(DoImpact(ImpactDeed.ASK), own)).text == first


def test_the_command_is_read_and_what_it_does_not_know_is_said() -> None:
    assert read_impact({}) == MyImpact()
    assert read_impact({"what": " Share "}) == MyImpact(ImpactDeed.SHARE)
    assert parse("/attune impact sing") == Unparsable("impact")
    assert told(decide(commands("impact sing"), having(NO_IMPACT)).actions) == [SAID.how]
