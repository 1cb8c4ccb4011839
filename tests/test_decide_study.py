"""Decisions about a comparison of two ways: begun, answered, ended, shown, and what replies do."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.actions import Action
from bot.actions.ask import Ask
from bot.actions.of_study import BeginStudy, KeepStudy
from bot.actions.platform import Say
from bot.actions.state import AnswerCard
from bot.choices import AnswerDay, Choice, DoStudy, LeaveDay, Meaning
from bot.choices.codec import decode, encode
from bot.commands.of_impact import MyStudy
from bot.commands.parse import parse
from bot.commands.table_of_scopes import study as read_study
from bot.commands.values import Unparsable
from bot.crisis.tiers import Stated, Tier, Verdict
from bot.decide import Decision
from bot.decide import study as by_command
from bot.decide import study_pages as pages
from bot.decide.studying import apart, may_compare
from bot.engine.codec import dump, load_ask
from bot.impact import Felt
from bot.impact.compared import Claim
from bot.impact.study import DAYS, Compares, Study, StudyDay, StudyDeed
from bot.layout import chart
from bot.levels import Level
from bot.records import ConversationRow, EpisodeRow, Owner
from bot.strings import ENGLISH, OFFERED
from bot.strings.of_study import StudyWords
from tests.scene import (
    ADA,
    AT,
    HOUSE,
    SHARED,
    Known,
    commands,
    decide,
    known,
    post,
    says,
    talking,
    taps,
    told,
)

SAID: StudyWords = ENGLISH.study
DAY = timedelta(days=1)
LESS, AGREED = (True,) * 7 + (False,) * 7, (False,) * 7 + (True,) * 7
NEXT = says("so, the launch slips", at=AT + DAY)


def begun(order: tuple[bool, ...] = LESS, compares: Compares = Compares.WARM) -> Study:
    return Study(compares, order, AT, AT)


def answered(*felt: Felt | None, order: tuple[bool, ...] = LESS) -> Study:
    days = (StudyDay(at, (AT + at * DAY).date(), one) for at, one in enumerate(felt))
    return replace(begun(order), days=tuple(days))


def having(study: Study | None, level: Level = Level.WARM, *, direct: bool = True) -> Known:
    return replace(known(level, direct=direct), study=study)


def kept(actions: tuple[Action, ...]) -> Study | None:
    (found,) = [one.study for one in actions if isinstance(one, KeepStudy)]
    return found


def changes(actions: tuple[Action, ...]) -> list[Action]:
    return [one for one in actions if isinstance(one, KeepStudy | BeginStudy)]


def tapped(
    means: Meaning, study: Study | None, at: timedelta = DAY, level: Level = Level.WARM
) -> tuple[Action, ...]:
    state = replace(having(study, level), post=post(Choice("x", means)))
    return decide(taps("x", at=AT + at), state).actions


def without_study(turn: Decision) -> Decision:
    """Gives a decision without what it keeps of a comparison."""
    others = tuple(one for one in turn.actions if not isinstance(one, KeepStudy))
    return replace(turn, actions=others)


def in_place(actions: tuple[Action, ...]) -> AnswerCard:
    (found,) = [one for one in actions if isinstance(one, AnswerCard)]
    return found


def asked(state: Known, event: object = NEXT) -> Ask:
    ask = decide(event, state).ask  # type: ignore[arg-type]
    assert ask is not None
    return ask


# -- beginning -------------------------------------------------------------------------------------


def test_it_offers_two_comparisons_and_a_tap_begins_one_on_the_yes_that_holds() -> None:
    (say,) = [one for one in decide(commands("study"), having(None)).actions
              if isinstance(one, Say)]  # fmt: skip
    assert SAID.offer in say.text
    assert len(say.text) <= 600
    assert [one.means for one in say.choices] == [
        DoStudy(StudyDeed.WARM),
        DoStudy(StudyDeed.QUESTIONS),
    ]
    done = tapped(DoStudy(StudyDeed.WARM), None)
    assert BeginStudy(Compares.WARM, AT) in done
    assert in_place(done).text == SAID.begun
    by_words = decide(commands("study questions"), having(None)).actions
    assert changes(by_words) == [BeginStudy(Compares.QUESTIONS, AT)]


@pytest.mark.parametrize("words", ["study", "study warm", "study questions"])
def test_below_warm_and_where_others_read_nothing_begins(words: str) -> None:
    for state, event, line in (
        (having(None, Level.PLAIN), commands(words), SAID.needs.format(level="warm")),
        (having(None, direct=False), commands(words, SHARED), SAID.where),
    ):
        turn = decide(event, state)
        assert told(turn.actions) == [line]
        assert not changes(turn.actions)
    assert not may_compare(having(None, direct=False), AT)


def test_who_wants_no_questions_anyway_has_none_to_compare() -> None:
    state = replace(having(None), style=(("questions", "no-questions"),))
    turn = decide(commands("study questions"), state)
    assert told(turn.actions) == [SAID.no_questions]
    assert not changes(turn.actions)
    assert changes(decide(commands("study warm"), state).actions)


def test_while_one_runs_no_other_begins_and_its_answers_are_not_shown() -> None:
    study = answered(Felt.BETTER)
    for words in ("study", "study questions"):
        turn = decide(commands(words, at=AT + DAY), having(study))
        assert told(turn.actions) == ["Warm days and Plain days: day 2 of 14. "
                                      "Days answered so far: 1."]  # fmt: skip
        assert not changes(turn.actions)


# -- how replies follow ----------------------------------------------------------------------------


def test_a_plain_day_lowers_how_a_reply_answers_and_a_warm_day_leaves_it() -> None:
    assert asked(having(begun(LESS), Level.ATTUNED)).level is Level.PLAIN
    assert asked(having(begun(AGREED), Level.ATTUNED)).level is Level.ATTUNED


def test_a_day_without_questions_keeps_its_level_and_asks_none() -> None:
    ask = asked(having(begun(LESS, Compares.QUESTIONS)))
    assert (ask.level, ask.asks_nothing) == (Level.WARM, True)
    assert load_ask(dump(ask)) == ask
    assert not asked(having(begun(AGREED, Compares.QUESTIONS))).asks_nothing


def test_a_conversation_that_began_on_a_day_stays_with_it() -> None:
    order = (True, False) * 7
    state = talking(having(begun(order)), since=AT + timedelta(hours=23))
    talk = replace(state.conversation, last_at=AT + timedelta(hours=24, minutes=5))
    event = says("and now", at=AT + timedelta(hours=24, minutes=10))
    assert asked(replace(state, conversation=talk), event).level is Level.PLAIN
    assert asked(having(begun(order)), event).level is Level.WARM


@pytest.mark.parametrize(
    "study",
    [
        replace(begun(LESS), is_stopped=True),
        replace(begun(LESS), given_at=AT - DAY),
        replace(begun(LESS), began=AT - DAYS * DAY),
    ],
)
def test_one_that_is_over_changes_no_reply(study: Study) -> None:
    assert asked(having(study)).level is Level.WARM


def test_where_others_read_and_below_warm_a_comparison_raises_and_lowers_nothing() -> None:
    away = replace(having(begun(LESS), direct=False))
    assert asked(away, says("so", SHARED, at=AT + DAY)).level is Level.WARM
    assert asked(having(begun(AGREED), Level.PLAIN)).level is Level.PLAIN


def test_what_a_life_at_risk_needs_is_the_same_on_a_plain_day() -> None:
    event = says("I want to kill myself tonight", at=AT + DAY)
    plain_day, none = decide(event, having(begun(LESS))), decide(event, having(None))
    assert without_study(plain_day) == without_study(none)
    lately = (Stated(Verdict(Tier.CONCERN)),)
    assert asked(replace(having(begun(LESS)), lately=lately)).level is Level.WARM
    lasting = EpisodeRow(Owner("p"), "room")
    turns = [decide(NEXT, replace(having(one), episode=lasting)) for one in (begun(LESS), None)]
    assert without_study(turns[0]) == without_study(turns[1])


# -- day by day ------------------------------------------------------------------------------------


def test_the_first_reply_of_a_day_counts_it_and_the_next_changes_nothing() -> None:
    first = decide(says("so", at=AT), having(begun()))
    assert kept(first.actions) == replace(begun(), days=(StudyDay(0, AT.date()),))
    again = decide(says("so", at=AT), having(kept(first.actions)))
    assert not changes(again.actions)


def test_the_next_conversation_asks_once_how_the_day_was() -> None:
    turn = decide(NEXT, having(answered(None)))
    (say,) = [one for one in turn.actions if isinstance(one, Say)]
    assert say.text == "After our talk on 4 May, were you steadier?"
    assert say.to == ADA
    assert [one.label for one in say.choices] == ["steadier", "same", "less steady", SAID.later]
    after = kept(turn.actions)
    assert after is not None
    assert (after.asked, [one.number for one in after.days]) == (0, [0, 1])
    assert not [one for one in decide(NEXT, having(after)).actions if isinstance(one, Say)]


@pytest.mark.parametrize("words", ["goodnight", "bye for now"])
def test_no_goodbye_is_asked_how_the_day_was(words: str) -> None:
    turn = decide(says(words, at=AT + DAY), having(answered(None)))
    assert not [one for one in turn.actions if isinstance(one, Say)]


def test_in_the_middle_of_a_conversation_nobody_is_asked() -> None:
    talk = ConversationRow(Owner("s"), "room", started_at=AT + DAY, last_at=AT + DAY, turn=2)
    turn = decide(NEXT, replace(having(answered(None)), conversation=talk))
    assert not [one for one in turn.actions if isinstance(one, Say)]


def test_an_answer_is_kept_for_its_day_and_never_for_another_comparison() -> None:
    means = AnswerDay(AT.isoformat(), 0, 1)
    done = tapped(means, answered(None))
    assert kept(done) == answered(Felt.BETTER)
    assert in_place(done).text == SAID.kept
    assert decode(encode(means)) == means
    other = replace(answered(None), began=AT - DAY)
    for state in (other, None, answered()):
        assert in_place(tapped(means, state)).text == SAID.old
        assert not changes(tapped(means, state))
    assert in_place(tapped(LeaveDay(), answered(None))).text == SAID.passed


def test_an_answer_comes_too_late_once_the_day_is_long_past_or_the_result_was_shown() -> None:
    means = AnswerDay(AT.isoformat(), 0, 1)
    assert in_place(tapped(means, answered(None), 4 * DAY)).text == SAID.old
    stopped = replace(answered(None), is_stopped=True, is_told=True)
    assert in_place(tapped(means, stopped)).text == SAID.old


def test_below_warm_no_answer_is_kept() -> None:
    done = tapped(AnswerDay(AT.isoformat(), 0, 1), answered(None), level=Level.PLAIN)
    assert in_place(done).text == SAID.needs.format(level="warm")
    assert not changes(done)


def test_a_day_on_which_less_holds_than_was_agreed_is_not_compared() -> None:
    state = having(answered(None))
    paused = replace(state, scope=replace(state.scope, paused_until=AT + 2 * DAY))
    after = kept(decide(says("so", at=AT + timedelta(hours=1)), paused).actions)
    assert after is not None
    assert after.days[0].is_out
    assert not [one for one in decide(NEXT, having(after)).actions if isinstance(one, Say)]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("I want to kill myself tonight", {}),
        ("nobody would miss me if I was gone", {"lately": (Stated(Verdict(Tier.CONCERN)),)}),
        ("so", {"lately": (Stated(Verdict(Tier.CONCERN)),)}),
        ("so", {"episode": EpisodeRow(Owner("p"), "room")}),
    ],
)
def test_a_day_on_which_a_life_may_be_at_risk_is_not_compared(
    words: str, state: dict[str, Any]
) -> None:
    for study in (begun(), answered(None), answered(Felt.BETTER)):
        turn = decide(says(words, at=AT + timedelta(hours=1)), replace(having(study), **state))
        after = kept(turn.actions)
        assert after is not None
        assert [(one.number, one.is_out) for one in after.days] == [(0, True)]
        assert after.felt(is_less=True) == ()
        again = decide(says(words, at=AT + timedelta(hours=2)), replace(having(after), **state))
        assert not changes(again.actions)


def test_beside_no_comparison_or_one_that_is_over_no_day_is_kept() -> None:
    for study in (None, replace(begun(), is_stopped=True)):
        turn = decide(says("I want to kill myself tonight", at=AT + DAY), having(study))
        assert not changes(turn.actions)
        assert apart.__module__ == "bot.decide.studying"


# -- the end ---------------------------------------------------------------------------------------


def test_the_last_day_is_asked_about_after_the_end_and_its_answer_leads_to_the_result() -> None:
    last = replace(begun(AGREED), days=(StudyDay(13, (AT + 13 * DAY).date()),))
    turn = decide(says("so", at=AT + 14 * DAY), having(last))
    assert "17 May" in told(turn.actions)[-1]
    done = tapped(AnswerDay(AT.isoformat(), 13, -1), last, 14 * DAY)
    assert in_place(done).text == f"{SAID.kept} {SAID.over}"
    assert [one.means for one in in_place(done).choices] == [DoStudy(StudyDeed.SHOW)]


def test_a_day_before_another_yes_is_not_asked_about() -> None:
    turn = decide(NEXT, having(replace(answered(None), given_at=AT - DAY)))
    assert not [one for one in turn.actions if isinstance(one, Say)]


def test_that_it_is_over_is_said_once_where_anything_was_answered() -> None:
    over = says("so", at=AT + 20 * DAY)
    turn = decide(over, having(answered(Felt.BETTER)))
    assert told(turn.actions)[-1] == SAID.over
    after = kept(turn.actions)
    for state in (having(after), having(answered(None))):
        assert SAID.over not in told(decide(over, state).actions)


def test_stop_shows_what_there_is_and_needs_no_level() -> None:
    study = answered(Felt.BETTER, Felt.SAME, order=(True, False) * 7)
    turn = decide(commands("study stop", at=AT + 2 * DAY), having(study, Level.PLAIN))
    assert told(turn.actions)[0].startswith(f"{SAID.stopped}\n")
    assert SAID.heading in told(turn.actions)[0]
    nothing = decide(commands("study stop"), having(answered(None))).actions
    assert told(nothing)[0].startswith(f"{SAID.stopped}\n{SAID.nothing}")
    after = kept(turn.actions)
    assert after is not None
    assert after.is_stopped
    assert after.is_told
    assert told(decide(commands("study stop"), having(None)).actions) == [SAID.nothing]


def test_clear_deletes_it_at_any_level() -> None:
    turn = decide(commands("study clear"), having(answered(Felt.BETTER), Level.PLAIN))
    assert changes(turn.actions) == [KeepStudy(None)]
    assert told(turn.actions) == [SAID.gone]


def test_the_result_says_both_kinds_of_days_their_difference_and_how_sure_that_is() -> None:
    felt = (Felt.BETTER,) * 4 + (Felt.SAME, Felt.WORSE, None) + (Felt.BETTER,) * 2
    study = answered(*felt, Felt.SAME, Felt.SAME, Felt.WORSE, order=AGREED)
    turn = decide(commands("study", at=AT + 15 * DAY), having(study))
    (say,) = [one for one in turn.actions if isinstance(one, Say)]
    assert say.text.splitlines()[1:5] == [
        "1. Warm days, 6 answered: steadier 4, same 1, less steady 1",
        "2. Plain days, 5 answered: steadier 2, same 2, less steady 1",
        SAID.pairs.format(count=30, better=13, even=11, worse=6, low=2, high=9),
        SAID.claims[Claim.CHANCE],
    ]
    assert SAID.no_more in say.text
    drawn = chart.load(say.files[0])
    assert drawn.rows[0].values == (1, 1, 1, 1, 0, -1, None, None, None, None, None)
    assert drawn.rows[1].values == (None, None, None, None, None, None, 1, 1, 0, 0, -1)
    assert "1. Warm days, 6 answered" in say.files[0].alternative


def test_what_chance_rarely_gives_is_said_with_how_often_and_no_more() -> None:
    study = answered(*(Felt.BETTER,) * 7, *(Felt.WORSE,) * 7, order=AGREED)
    assert SAID.claims[Claim.RARE].format(times=1) in pages.result(study, ENGLISH)


def test_where_all_days_were_the_same_no_pair_is_said_to_be_better() -> None:
    study = answered(*(Felt.SAME,) * 14, order=AGREED)
    text = pages.result(study, ENGLISH)
    assert SAID.claims[Claim.NONE] in text
    assert "better" not in text


def test_with_answers_for_one_way_alone_nothing_is_compared() -> None:
    text = pages.result(answered(Felt.BETTER), ENGLISH)
    assert "2. Plain days, 1 answered: steadier 1" in text
    assert SAID.nothing in text
    assert "of 10" not in text
    assert pages.picture(answered(None), ENGLISH) == ()


@pytest.mark.parametrize("code", OFFERED)
def test_the_longest_result_and_offer_are_short_in_every_language(code: str) -> None:
    felt = tuple(Felt) * 5
    for compares in Compares:
        study = replace(answered(*felt[:14], order=(True, False) * 7), compares=compares)
        said = HOUSE.to(code).strings
        assert len(pages.stopped(study, said)) <= 600
        assert len(pages.offered(said)[0]) <= 600
        assert len(pages.running(study, 3, said)) <= 200


def test_the_command_is_read_and_what_it_does_not_know_is_said() -> None:
    assert read_study({}) == MyStudy()
    assert read_study({"what": " Warm "}) == MyStudy(StudyDeed.WARM)
    assert parse("/attune study light") == Unparsable("study")
    assert told(decide(commands("study light"), having(None)).actions) == [SAID.how]
    assert by_command.asked(MyStudy(), commands("study"), having(None).for_event(commands("study")))  # type: ignore[arg-type]
