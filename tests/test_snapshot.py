"""What a decision knows: the level that holds, the guards, the clocks of the notice."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.state import RememberPerson
from bot.disclosure import due_notice, greeting, greets, is_due, owed_line, remembered, talk_since
from bot.duties import STRICTEST
from bot.ids import Scope, SpaceId
from bot.levels import LEVELS, Level, Limits, Stance, effective, level_named, question_budget
from bot.limits import counted, over, was_told
from bot.records import ConversationRow, EpisodeRow, Owner, PersonRow, ScopeRow, SpaceRow
from bot.snapshot import (
    Guards,
    MessageSnapshot,
    TalkSnapshot,
    TrayLine,
    corrections_of,
    talk_id,
    with_corrections,
)
from bot.strings import ENGLISH
from tests.scene import ADA, AT, DIRECT, HOUSE, known, talking

LEVEL = st.sampled_from(list(Level))
NEW = PersonRow(Owner("ada"))


@given(LEVEL, LEVEL, st.lists(st.booleans(), min_size=4, max_size=4))
def test_the_effective_level_is_the_least_of_all_limits(
    consented: Level, ceiling: Level, flags: list[bool]
) -> None:
    held = effective(Limits(consented, ceiling, *flags))
    assert held.level is (Level.PLAIN if any(flags) else min(consented, ceiling))
    assert held.why


@given(LEVEL, st.sampled_from([None, *Stance]), st.booleans())
def test_a_reply_asks_at_most_one_question(level: Level, stance: Stance | None, may: bool) -> None:
    budget = question_budget(level, stance, may_ask=may)
    assert 0 <= budget <= LEVELS[level].questions == 1
    assert budget == 0 or (may and stance is not Stance.STAY)


def test_a_level_is_known_by_its_name_only() -> None:
    assert [level_named(word) for word in ("warm", "ongoing", "2", "")] == [
        Level.WARM, Level.ONGOING, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(("direct", "ceiling"), [(True, Level.ONGOING), (False, Level.WARM)])
def test_where_nobody_set_one_the_ceiling_is_that_of_the_room(direct: bool, ceiling: Level) -> None:
    assert known(direct=direct).ceiling is ceiling
    lower = replace(known(direct=direct), space=SpaceRow(Owner("s"), ceiling=0))
    assert lower.ceiling is Level.PLAIN


def test_a_yes_runs_out_to_the_second() -> None:
    held = known(Level.WARM)
    end = AT + timedelta(days=30)
    assert held.effective(end - timedelta(seconds=1)).level is Level.WARM
    assert held.effective(end).level is Level.PLAIN


def test_another_policy_makes_a_yes_plain_until_it_is_answered() -> None:
    changed = replace(known(Level.WARM), house=replace(HOUSE, policy="another"))
    assert changed.is_outdated()
    assert changed.effective(AT).level is Level.PLAIN


def test_a_yes_from_before_a_restore_waits_until_it_is_confirmed() -> None:
    held = known(Level.WARM)
    restored = replace(held, house=HOUSE.after("restored-1"))
    assert restored.is_unconfirmed()
    assert restored.effective(AT).level is Level.PLAIN
    confirmed = replace(restored.scope, policy=restored.house.policy)
    assert replace(restored, scope=confirmed).effective(AT).level is Level.WARM
    assert replace(restored, scope=confirmed, house=HOUSE.after("restored-2")).is_unconfirmed()
    assert not replace(held, house=HOUSE.after("")).is_outdated()


def test_a_conversation_ends_after_the_gap() -> None:
    state = talking(known())
    assert state.talk(AT + timedelta(minutes=29)) == state.conversation
    new = AT + timedelta(minutes=30)
    assert state.talk(new).started_at == new
    assert talk_id(state.talk(new)) != talk_id(state.conversation)


def test_repairs_that_hold_are_kept_by_reply() -> None:
    talk = with_corrections(known().conversation, (("r1", "cold"),))
    assert corrections_of(talk) == (("r1", "cold"),)
    assert with_corrections(talk, ()) == known().conversation


def test_a_line_of_the_tray_is_about_its_own_scope() -> None:
    state = ScopeRow(Owner("o"), state="expired")
    line = TrayLine("renew", Scope(SpaceId("house"), ADA), state, called="The House")
    there = known().of(line, Scope(DIRECT.space, ADA))
    assert (there.scope.state, there.is_direct, there.elsewhere) == ("expired", False, "The House")
    here = known().of(replace(line, scope=Scope(DIRECT.space, ADA)), Scope(DIRECT.space, ADA))
    assert here.is_direct


# -- guards ------------------------------------------------------------------------------------


def person(**changed: object) -> object:
    return replace(known().person, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("waiting", "minute", "tokens", "guard"),
    [(2, 0, 0, None), (3, 0, 0, "waiting"), (0, 2, 0, "minute"), (0, 0, 9, "day"), (0, 1, 8, None)],
)
def test_a_guard_is_reached_at_its_figure(
    waiting: int, minute: int, tokens: int, guard: str | None
) -> None:
    who = person(minute_at=AT, minute_count=minute, day_at=AT, day_tokens=tokens)
    house = replace(HOUSE, guards=Guards(waiting=2, messages_a_minute=2, tokens_a_day=9))
    state = replace(known(), house=house, waiting=waiting, person=who)  # type: ignore[arg-type]
    assert over(state.as_kind(TalkSnapshot), AT) == guard


def test_a_minute_and_a_day_open_again() -> None:
    who = person(minute_at=AT, minute_count=2, day_at=AT, day_tokens=9, told_at=AT)
    house = replace(HOUSE, guards=Guards(messages_a_minute=2, tokens_a_day=9))
    state = replace(known(), house=house, person=who)  # type: ignore[arg-type]
    assert over(state.as_kind(TalkSnapshot), AT + timedelta(minutes=1)) == "day"
    assert over(state.as_kind(TalkSnapshot), AT + timedelta(days=1)) is None
    assert was_told(state, AT)
    assert not was_told(state, AT + timedelta(minutes=1))
    assert counted(state, AT) == RememberPerson(minute_at=AT, minute_count=3)
    later = AT + timedelta(minutes=1)
    assert counted(state, later) == RememberPerson(minute_at=later, minute_count=1)


# -- the notice --------------------------------------------------------------------------------


BY_THE_DAY = replace(HOUSE, duties=replace(STRICTEST, begins="day"))


def noticed(at: datetime, since: datetime, *, under_18: bool = False) -> bool:
    who = person(noticed_at=at, talk_since=since, last_at=AT, under_18=under_18)
    state = replace(known(), person=who, house=BY_THE_DAY)  # type: ignore[arg-type]
    return is_due(state.as_kind(MessageSnapshot), AT)


def test_the_notice_is_due_after_a_day_and_in_long_talk() -> None:
    hour = timedelta(hours=1)
    assert noticed(AT - 24 * hour, AT)
    assert not noticed(AT - 23 * hour, AT)
    assert noticed(AT - 3 * hour, AT - 3 * hour)
    assert not noticed(AT - 3 * hour, AT - 2 * hour)
    assert noticed(AT - hour, AT - hour, under_18=True)
    assert not noticed(AT - hour, AT - hour)


def test_where_others_read_the_notice_tells_no_age_and_nothing_of_private_talk() -> None:
    hour = timedelta(hours=1)
    talk = ConversationRow(Owner("scope"), "room", started_at=AT - hour, last_at=AT)
    for under_18, noticed_at in ((True, AT - 3 * hour), (False, AT), (False, AT - 30 * hour)):
        who = person(noticed_at=noticed_at, talk_since=AT - 9 * hour, under_18=under_18)
        here = replace(known(), is_direct=False, person=who, conversation=talk)  # type: ignore[arg-type]
        said = [
            due_notice(replace(here, noticed_here=last).as_kind(MessageSnapshot), AT)
            for last in (None, AT - hour, AT - hour / 2, AT - 24 * hour)
        ]
        assert said == [ENGLISH.replies.notice, ENGLISH.replies.notice, "", ENGLISH.replies.notice]
        begun = replace(here, conversation=replace(talk, started_at=AT - hour / 2))
        begun = replace(begun, noticed_here=AT - 2 * hour)
        by_the_day = replace(begun, house=BY_THE_DAY)
        assert due_notice(by_the_day.as_kind(MessageSnapshot), AT) == ""
        assert due_notice(begun.as_kind(MessageSnapshot), AT) == ENGLISH.replies.notice


def test_a_first_contact_counts_as_the_notice() -> None:
    stranger = replace(known(), person=person(met_at=None, noticed_at=None))  # type: ignore[arg-type]
    assert not is_due(stranger.as_kind(MessageSnapshot), AT)
    assert owed_line(stranger.as_kind(MessageSnapshot), AT) == greeting(stranger)
    assert remembered(stranger, AT).noticed_at is None  # not before it is said


def test_where_a_greeting_stands_who_is_new_next_reads_the_notice_and_stays_new() -> None:
    here = replace(known(), is_direct=False, person=NEW, was_room_greeted=True)
    assert not greets(here)
    assert owed_line(here.as_kind(MessageSnapshot), AT) == ENGLISH.replies.notice
    told = replace(here, noticed_here=AT)
    assert owed_line(told.as_kind(MessageSnapshot), AT) == ""
    assert owed_line(replace(told, was_room_greeted=False).as_kind(MessageSnapshot), AT) == (
        greeting(here)
    )


def test_while_a_life_is_at_risk_nobody_is_greeted() -> None:
    stranger = replace(known(), person=NEW)
    assert greets(stranger)
    assert not greets(replace(stranger, episode=EpisodeRow(Owner("ada"), "")))


def test_talk_goes_on_until_a_gap() -> None:
    since = AT - timedelta(hours=2)
    who = person(talk_since=since, last_at=AT - timedelta(minutes=30))
    state = replace(known(), person=who)  # type: ignore[arg-type]
    assert talk_since(state, AT) == since
    late = AT + timedelta(seconds=1)
    assert talk_since(state, late) == late
