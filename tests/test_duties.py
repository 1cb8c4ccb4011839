"""What each law asks of every talk, and what several ask together."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import get_args

import pytest

from bot.duties import STRICTEST, Law, Minors, duties_of
from bot.duties.ages import ANSWERS, answer_named, is_settled
from bot.duties.laws import ALL
from bot.duties.minors import KnownBy, Over, break_of, filled, known_by, known_since, over, talked
from bot.records import MinorTimeRow, Owner, PersonRow
from bot.settings.fields import Settings
from bot.settings.kinds import LAWS
from bot.settings.of_law import OfLaw
from tests.scene import AT

HOUR = timedelta(hours=1)
GAP = timedelta(minutes=30)


@pytest.mark.parametrize(
    ("law", "begins", "hours_of_minors", "warns", "minors"),
    [
        (Law.CALIFORNIA, "day", 3, True, "cap"),
        (Law.NEW_YORK, "day", 3, False, ""),
        (Law.WASHINGTON, "conversation", 1, False, ""),
        (Law.OREGON, "conversation", 1, False, ""),
        (Law.ILLINOIS, "day", 3, False, ""),
        (Law.COLORADO, "day", 3, False, ""),
        (Law.EU, "day", 3, False, ""),
    ],
)
def test_a_law_asks_what_its_row_says(
    law: Law, begins: str, hours_of_minors: int, warns: bool, minors: str
) -> None:
    asked = duties_of((law,))
    assert (asked.begins, asked.every_of_minors) == (begins, hours_of_minors * HOUR)
    assert (asked.every, asked.warns, asked.minors) == (3 * HOUR, warns, minors)


def test_the_strictest_is_the_sum_of_all_and_is_the_default() -> None:
    assert duties_of() == STRICTEST == duties_of(tuple(Law)) == duties_of((ALL, Law.EU))
    assert (STRICTEST.begins, STRICTEST.every_of_minors) == ("conversation", HOUR)
    assert (STRICTEST.warns, STRICTEST.minors) == (True, "cap")
    assert Settings.model_fields["law"].default == (ALL,)


def test_several_laws_ask_the_stricter_of_each() -> None:
    both = duties_of((Law.CALIFORNIA, Law.OREGON))
    assert (both.begins, both.every_of_minors, both.minors) == ("conversation", HOUR, "cap")


@pytest.mark.parametrize("choice", ["refuse", "cap"])
def test_what_the_operator_chose_for_minors_holds_under_every_law(choice: Minors) -> None:
    assert duties_of((Law.EU,), choice).minors == choice
    assert duties_of(minors=choice).minors == choice


def test_the_setting_names_every_law() -> None:
    assert (ALL, *Law) == LAWS
    annotation = OfLaw.model_fields["minors"].annotation
    assert get_args(annotation) == get_args(Minors)


def test_who_is_known_as_a_minor_is_known_from_one_thing() -> None:
    assert known_by() is None
    assert known_by(said=True) is KnownBy.SELF
    assert known_by(has_role=True) is KnownBy.ROLE
    assert known_by(said=True, has_role=True) is KnownBy.SELF
    assert known_by(said=True, checked=True, has_role=True) is KnownBy.CHECK


def test_an_answer_is_one_of_three_and_anything_else_says_nothing() -> None:
    assert [answer_named(one) for one in ANSWERS] == ["adult", "minor", "unknown"]
    assert {answer_named(one) for one in ("", "Adult", 18, None, ["minor"])} == {"unknown"}


def test_an_answer_is_not_asked_for_again_while_it_holds() -> None:
    known = PersonRow(Owner("ada"), age_answer="adult", age_checked_at=AT)
    assert is_settled(known, AT + timedelta(days=364))
    assert not is_settled(known, AT + timedelta(days=366))
    unknown = replace(known, age_answer="unknown")
    assert is_settled(unknown, AT + timedelta(minutes=59))
    assert not is_settled(unknown, AT + timedelta(hours=1))
    assert not is_settled(PersonRow(Owner("ada")), AT)
    assert is_settled(PersonRow(Owner("ada"), under_18=True), AT)
    assert not is_settled(replace(known, age_checked_at=AT + HOUR), AT)  # a wrong clock


def test_time_is_counted_between_answers_and_a_gap_ends_a_session() -> None:
    gap = timedelta(minutes=30)
    time = MinorTimeRow(Owner("ada"))
    for minutes in (0, 20, 20):
        time = talked(time, (time.last_at or AT) + timedelta(minutes=minutes), gap)
    assert (time.session_at, time.counted_seconds) == (AT, 40 * 60)
    assert over(time, AT + timedelta(minutes=59), gap) is None
    assert over(time, AT + timedelta(minutes=60), gap) is Over.SESSION
    later = talked(time, AT + timedelta(minutes=70), gap)
    assert (later.session_at, later.counted_seconds) == (AT + timedelta(minutes=70), 40 * 60)


def at(minutes: float) -> datetime:
    return AT + timedelta(minutes=minutes)


def test_a_day_that_an_earlier_release_counted_binds_to_its_end() -> None:
    of_before = MinorTimeRow(Owner("ada"), session_at=at(400), last_at=at(420), counted_since=AT)
    full = replace(of_before, counted_seconds=7200, break_until=at(24 * 60))
    assert over(full, at(421), GAP) is over(full, at(24 * 60 - 1), GAP) is Over.DAY
    assert break_of(full, at(500), GAP, Over.DAY)[1] == full.break_until
    for minutes in (24 * 60, 24 * 60 + 10):  # as they were told, and several minutes more
        assert over(full, at(minutes), GAP) is None
        full = talked(full, at(minutes), GAP)
    used = replace(of_before, counted_seconds=100 * 60)
    used = talked(used, at(451), GAP)
    assert used.counted_seconds == 100 * 60
    assert over(used, at(470), GAP) is None
    assert over(used, at(471), GAP) is Over.DAY
    later = talked(used, at(24 * 60), GAP)  # it lies back no longer than it may have
    assert over(later, at(24 * 60 + 20), GAP) is Over.DAY


def test_a_break_counts_from_the_last_answer_and_nothing_said_in_it_moves_it() -> None:
    gap = timedelta(minutes=30)
    time = MinorTimeRow(Owner("ada"))
    for minute in (0, 25, 50):
        time = talked(time, at(minute), gap)
    assert over(time, at(61), gap) is Over.SESSION
    assert break_of(time, at(61), gap, Over.SESSION) == (at(50), at(80))
    assert over(time, at(79), gap) is Over.SESSION
    assert over(time, at(80), gap) is None


def test_what_is_answered_in_a_break_as_words_about_a_life_are_moves_no_end_of_it() -> None:
    gap = timedelta(minutes=30)
    time = MinorTimeRow(Owner("ada"), session_at=AT, last_at=at(59), counted_since=AT)
    for minute in (70, 85):
        time = talked(time, at(minute), gap)
    assert break_of(time, at(86), gap, Over.SESSION) == (at(59), at(89))
    assert over(time, at(88), gap) is Over.SESSION
    assert over(time, at(89), gap) is None
    assert talked(time, at(91), gap).session_at == at(91)


def test_a_day_that_is_full_opens_when_a_piece_of_it_lies_a_day_back() -> None:
    time = MinorTimeRow(Owner("ada"))
    for minute in (*range(0, 60, 10), *range(600, 660, 10), 700, 715):
        time = talked(time, at(minute), GAP)
    assert time.counted_seconds == 115 * 60
    assert over(time, at(719), GAP) is None
    assert over(time, at(720), GAP) is Over.DAY
    opens = at(24 * 60 + 15)  # a quarter of an hour of the first talk has left
    assert break_of(time, at(720), GAP, Over.DAY) == (at(715), opens)
    full = filled(time, at(720), GAP, Over.DAY)
    assert over(full, at(800), GAP) is Over.DAY  # though a pause was made
    assert break_of(full, at(800), GAP, Over.DAY) == (at(715), opens)
    assert over(full, opens - timedelta(seconds=1), GAP) is Over.DAY
    assert over(full, opens, GAP) is None


def test_a_day_opens_after_a_gap_at_least_so_that_the_wait_is_no_talk() -> None:
    time, answers = MinorTimeRow(Owner("ada")), (*range(0, 60, 10), *range(600, 660, 10))
    for minute in (*answers, 1415, 1425, 1434):
        time = talked(time, at(minute), GAP)
    assert over(time, at(1436), GAP) is Over.DAY
    assert break_of(time, at(1436), GAP, Over.DAY)[1] == at(1434 + 30)


def test_after_a_session_that_used_up_the_day_the_end_of_the_day_is_told() -> None:
    time = MinorTimeRow(Owner("ada"))
    for minute in (*range(0, 60, 10), 58, *range(600, 660, 10), 658):
        time = talked(time, at(minute), GAP)
    assert over(time, at(660), GAP) is Over.DAY
    assert break_of(time, at(660), GAP, Over.DAY) == (at(658), at(24 * 60 + 15))


def test_what_is_answered_past_a_cap_counts_for_nothing_and_moves_no_end() -> None:
    time = MinorTimeRow(Owner("ada"))
    for minute in (*range(0, 60, 10), *range(600, 660, 10), 700, 715):
        time = talked(time, at(minute), GAP)
    for minute in (720, 725, 740, 790):
        risk = talked(time, at(minute), GAP)
        assert replace(risk, at=time.at, full_until=None) == replace(time, full_until=None)
        assert break_of(risk, at(minute), GAP, Over.DAY)[1] == at(24 * 60 + 15)
        time = risk


def test_a_day_that_is_full_stays_so_whatever_pause_is_made_in_it() -> None:
    time, answered = MinorTimeRow(Owner("ada")), []
    for minute in range(0, 24 * 60, 5):
        why = over(time, at(minute), GAP)
        if why is None:
            time = talked(time, at(minute), GAP)
            answered.append(minute)
        else:
            time = filled(time, at(minute), GAP, why)
    assert max(answered) <= 240  # two hours, and the pauses between their sessions
    assert over(time, at(24 * 60 + 15), GAP) is None


def test_who_talked_before_they_were_known_has_used_that_time() -> None:
    time = known_since(Owner("ada"), AT, at(150))
    assert over(time, at(151), GAP) is Over.DAY
    opens = break_of(time, at(151), GAP, Over.DAY)[1]
    assert opens == at(24 * 60 + 45)
    assert over(filled(time, at(151), GAP, Over.DAY), opens, GAP) is None
    assert known_since(Owner("ada"), AT, AT).stretches == ""


def test_a_clock_that_was_ahead_caps_nobody_for_long() -> None:
    ahead = MinorTimeRow(
        Owner("ada"), session_at=AT, last_at=AT, counted_since=AT, counted_seconds=7200
    )
    assert over(ahead, AT - timedelta(days=30), timedelta(minutes=30)) is None
