"""The level table, the question budget, and the effective level with its reason."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.levels import (
    LEVELS,
    QUESTIONS_OF_STANCE,
    Level,
    Limits,
    Stance,
    Why,
    effective,
    level_named,
    question_budget,
    stance_named,
)
from bot.strings import ENGLISH

PLAIN, WARM, ATTUNED, ONGOING = Level
LEVEL = st.sampled_from(Level)
FLAGS = (
    *("is_under_18", "is_age_open", "is_paused"),
    *("is_unconfirmed", "is_outdated", "is_expired"),
)
LIMITS = st.builds(Limits, LEVEL, LEVEL, *[st.booleans()] * len(FLAGS))
WHY = {
    "is_under_18": Why.UNDER_18,
    "is_age_open": Why.AGE_OPEN,
    "is_paused": Why.PAUSED,
    "is_unconfirmed": Why.RESTORED,
    "is_outdated": Why.OUTDATED,
    "is_expired": Why.EXPIRED,
}


# -- the table ---------------------------------------------------------------------------------


def test_the_levels_are_ordered_and_named() -> None:
    assert [level.word for level in sorted(Level)] == ["plain", "warm", "attuned", "ongoing"]


# The design's own table, written out again so that no row changes by accident.
@pytest.mark.parametrize(
    ("level", "needs_consent", "needs_adult", "longest_days", "reflection", "reads_conversation"),
    [
        (PLAIN, False, False, 0, 1, False),
        (WARM, True, False, 180, 1, True),
        (ATTUNED, True, True, 180, 2, True),
        (ONGOING, True, True, 30, 2, True),
    ],
)
def test_a_level_does_what_the_design_says(
    level: Level,
    needs_consent: bool,
    needs_adult: bool,
    longest_days: int,
    reflection: int,
    reads_conversation: bool,
) -> None:
    row = LEVELS[level]
    assert row == replace(
        row,
        level=level,
        needs_consent=needs_consent,
        needs_adult=needs_adult,
        longest_days=longest_days,
        reflection=reflection,
        questions=1,
        reads_conversation=reads_conversation,
    )


def test_every_level_has_a_row_that_says_what_it_reads() -> None:
    assert list(LEVELS) == list(Level)
    assert [row.level for row in LEVELS.values() if not row.continuity] == []


def test_depth_is_never_given_without_a_yes() -> None:
    assert [level for level, row in LEVELS.items() if not row.needs_consent] == [PLAIN]


def test_what_needs_a_yes_ends_by_itself() -> None:
    assert [level for level, row in LEVELS.items() if row.longest_days == 0] == [PLAIN]


# -- names -------------------------------------------------------------------------------------


def test_a_level_or_a_stance_is_found_by_its_name_as_typed() -> None:
    assert [level_named(f" {level.name} ") for level in Level] == list(Level)
    assert [stance_named(f" {stance.upper()} ") for stance in Stance] == list(Stance)


@pytest.mark.parametrize("word", ["", "deep", "2", "warm attuned", "plain."])
def test_another_word_names_neither(word: str) -> None:
    assert (level_named(word), stance_named(word)) == (None, None)


# -- questions ---------------------------------------------------------------------------------


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("stance", [None, *Stance])
def test_a_reply_holds_one_question_and_none_when_staying(
    level: Level, stance: Stance | None
) -> None:
    assert question_budget(level, stance) == (0 if stance is Stance.STAY else 1)
    assert question_budget(level, stance, may_ask=False) == 0


def with_flag(limits: Limits, flag: str) -> Limits:
    flags: dict[str, Any] = {flag: True}
    return replace(limits, **flags)


def test_no_stance_raises_the_budget_of_a_level() -> None:
    assert QUESTIONS_OF_STANCE == {Stance.STAY: 0}
    assert [
        (level, stance)
        for level in Level
        for stance in Stance
        if question_budget(level, stance) > question_budget(level, None)
    ] == []


# -- the effective level -----------------------------------------------------------------------


@given(LIMITS)
def test_the_effective_level_is_never_above_any_limit(limits: Limits) -> None:
    level = effective(limits).level
    assert level <= limits.consented
    assert level <= limits.ceiling
    assert level is PLAIN or not any(getattr(limits, flag) for flag in FLAGS)


@given(LEVEL, LEVEL)
def test_the_effective_level_is_the_least_when_nothing_else_holds(
    consented: Level, ceiling: Level
) -> None:
    assert effective(Limits(consented, ceiling)).level is min(consented, ceiling)


@given(LIMITS, st.sampled_from(FLAGS))
def test_one_more_limit_never_raises_the_level(limits: Limits, flag: str) -> None:
    assert effective(with_flag(limits, flag)).level <= effective(limits).level


@given(LIMITS)
def test_the_level_always_comes_with_one_plain_reason(limits: Limits) -> None:
    why = effective(limits).why
    assert why in ENGLISH.status.plainly or why in {Why.PAUSED, Why.CEILING, Why.AGREED}


@pytest.mark.parametrize("flag", FLAGS)
def test_the_reason_names_what_holds_it_at_plain(flag: str) -> None:
    held = effective(with_flag(Limits(ATTUNED, WARM), flag))
    assert (held.level, held.why) == (PLAIN, WHY[flag])


def test_of_several_reasons_the_firmest_is_told() -> None:
    told = [
        effective(Limits(WARM, WARM, **dict.fromkeys(FLAGS[first:], True))).why
        for first in range(len(FLAGS))
    ]
    assert told == list(WHY.values())


@pytest.mark.parametrize(
    ("consented", "ceiling", "level", "why"),
    [
        (PLAIN, ONGOING, PLAIN, Why.NOTHING),
        (PLAIN, PLAIN, PLAIN, Why.NOTHING),
        (WARM, ONGOING, WARM, Why.AGREED),
        (WARM, WARM, WARM, Why.AGREED),
        (ONGOING, WARM, WARM, Why.CEILING),
        (WARM, PLAIN, PLAIN, Why.CEILING),
    ],
)
def test_the_lower_of_yes_and_ceiling_holds_and_is_told(
    consented: Level, ceiling: Level, level: Level, why: Why
) -> None:
    held = effective(Limits(consented, ceiling))
    assert (held.level, held.why) == (level, why)
