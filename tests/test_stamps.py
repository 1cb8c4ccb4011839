"""A stamp that lies ahead counts as absent: a clock that was wrong silences and expires nobody."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.disclosure import is_due
from bot.levels import Level
from bot.limits import over, was_told
from bot.records import ConversationRow, Owner, PersonRow
from bot.snapshot import MessageSnapshot
from bot.stamps import is_ahead, is_within, person_at, talk_at
from tests.scene import AT, known

YEAR = timedelta(days=366)
AHEAD = [timedelta(hours=2), YEAR]


@pytest.mark.parametrize("off", AHEAD)
def test_counts_and_lines_of_a_time_to_come_hold_nobody_back(off: timedelta) -> None:
    then = AT + off
    row = PersonRow(Owner("ada"), met_at=AT - YEAR, noticed_at=then, told_at=then)
    row = replace(
        row,
        unasked_at=then,
        refused_at=then,
        minute_at=then,
        minute_count=10_000,
        day_at=then,
        day_tokens=10**9,
    )
    held = replace(known().as_kind(MessageSnapshot), person=row)
    freed = replace(known().as_kind(MessageSnapshot), person=person_at(row, AT))
    assert (over(held, AT), was_told(held, AT)) != (None, False)
    assert (over(freed, AT), was_told(freed, AT), is_due(freed, AT)) == (None, False, True)
    assert freed.person.met_at is not None
    assert (freed.person.unasked_at, freed.person.refused_at) == (None, None)


@pytest.mark.parametrize("off", AHEAD)
def test_a_conversation_of_a_time_to_come_is_over(off: timedelta) -> None:
    row = ConversationRow(Owner("scope"), "room", started_at=AT, last_at=AT + off)
    assert talk_at(row, AT) == ConversationRow(Owner("scope"), "room")
    now = replace(row, last_at=AT - timedelta(minutes=1))
    assert talk_at(now, AT) is now


def test_a_yes_given_by_a_clock_a_year_ahead_is_asked_about_and_one_hours_ahead_holds() -> None:
    given = known(Level.WARM)
    soon = replace(given.scope, given_at=AT + timedelta(hours=2))
    late = replace(given.scope, given_at=AT + YEAR, expires_at=AT + YEAR + timedelta(days=30))
    assert not replace(given, scope=soon).is_expired(AT)
    assert replace(given, scope=late).is_expired(AT)


def test_what_differs_by_seconds_is_not_ahead() -> None:
    assert not is_ahead(AT + timedelta(seconds=30), AT)
    assert is_within(AT + timedelta(seconds=30), AT, timedelta(minutes=1))
    assert not is_within(None, AT, timedelta(minutes=1))
    assert not is_within(AT + YEAR, AT, timedelta(minutes=1))
