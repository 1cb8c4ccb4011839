"""Consent: states, transitions, terms, and what a person says yes to."""

from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import get_args

import pytest

from bot.actions.state import ConsentState, RecordConsent
from bot.choices import Offer
from bot.commands import Lasts, Term
from bot.consent import (
    ANSWERING,
    NOTICING,
    NOTICING_AGAIN,
    NOTICING_WORSE,
    PURPOSES,
    TRANSITIONS,
    applied,
    ends,
    may_follow,
    may_hold,
    policy_version,
    purposes,
    term_of,
    yes,
)
from bot.decide.consent import down
from bot.levels import LEVELS, Level
from bot.records import Owner, ScopeRow
from bot.snapshot import Snapshot
from tests.in_english import house_in_english
from tests.scene import AT, commands

NEVER = {
    (before, after)
    for before, after in product(
        ("", "given", "renewed", "expired", "withdrawn"), ("expired", "renewed")
    )
    if before in ("", "withdrawn")
} | {("expired", "expired")}


@pytest.mark.parametrize("before", list(TRANSITIONS))
@pytest.mark.parametrize("after", get_args(ConsentState))
def test_every_pair_of_states_is_decided(before: str, after: ConsentState) -> None:
    assert may_follow(before, after) is ((before, after) not in NEVER)


def test_a_request_and_a_refusal_change_nothing_that_holds() -> None:
    row = ScopeRow(Owner("s"), state="given", level=2)
    for state in ("requested", "refused"):
        entry = RecordConsent(state, Level.ONGOING, "v2")
        assert applied(row, entry, AT, "talk") == replace(row, entered_at=AT)


def offer(level: Level, term: Term) -> Offer:
    return Offer(level, level, term, "v1", epoch=4, until=ends(level, term, AT), talk="since")


def test_a_yes_holds_for_what_its_card_named() -> None:
    entry = yes(offer(Level.WARM, Term(Lasts.TONIGHT)))
    row = applied(ScopeRow(Owner("s")), entry, AT, "talk")
    assert (row.state, row.level, row.policy) == ("given", 1, "v1")
    assert (row.given_at, row.expires_at, row.conversation) == (AT, AT + timedelta(hours=12), "")


@pytest.mark.parametrize("is_ticked", [True, False])
def test_what_is_asked_to_be_held_is_held_only_by_a_ticked_yes(is_ticked: bool) -> None:
    entry = yes(replace(offer(Level.ATTUNED, Term()), memory=is_ticked))
    row = applied(ScopeRow(Owner("s")), entry, AT, "talk")
    assert row.memory is is_ticked
    assert purposes(memory=entry.memory) == "; ".join(PURPOSES[: 1 + is_ticked])
    off = RecordConsent("withdrawn", Level.PLAIN, "v1")
    assert not applied(row, off, AT, "talk").memory


@pytest.mark.parametrize("worse", [True, False])
@pytest.mark.parametrize("again", [True, False])
def test_each_thing_more_is_noticed_only_by_its_own_tick_in_a_yes(worse: bool, again: bool) -> None:
    base = replace(offer(Level.ATTUNED, Term()), notices=True)
    entry = yes(replace(base, functioning=worse, loops=again))
    row = applied(ScopeRow(Owner("s")), entry, AT, "talk")
    assert (row.notices, row.functioning, row.loops) == (True, worse, again)
    told = purposes(memory=False, notices=True, functioning=worse, loops=again)
    more = {NOTICING_WORSE: worse, NOTICING_AGAIN: again}
    named = (one for one, is_ticked in more.items() if is_ticked)
    assert told == "; ".join((ANSWERING, NOTICING, *named))
    after = applied(row, RecordConsent("withdrawn", Level.PLAIN, "v1"), AT, "talk")
    assert (after.notices, after.functioning, after.loops) == (False, False, False)


@pytest.mark.parametrize("wanted", [Level.WARM, Level.ATTUNED])
def test_a_lower_level_goes_on_noticing_where_it_observes(wanted: Level) -> None:
    row = ScopeRow(Owner("s"), state="given", level=3)
    row = replace(row, notices=True, functioning=True, loops=True)
    event = commands(f"level {wanted.word}")
    entry = down(event, Snapshot(house_in_english("v1"), scope=row), wanted)[0]
    assert isinstance(entry, RecordConsent)
    observes = wanted is Level.ATTUNED
    assert (entry.notices, entry.functioning, entry.loops) == (observes,) * 3
    uncovered = replace(row, notices=False)
    entry = down(event, Snapshot(house_in_english("v1"), scope=uncovered), wanted)[0]
    assert isinstance(entry, RecordConsent)
    assert not entry.notices


@pytest.mark.parametrize("wanted", [Level.WARM, Level.ATTUNED])
def test_a_lower_level_goes_on_holding_where_it_uses_that(wanted: Level) -> None:
    row = ScopeRow(Owner("s"), state="given", level=3, memory=True)
    event = commands(f"level {wanted.word}")
    entry = down(event, Snapshot(house_in_english("v1"), scope=row), wanted)[0]
    assert isinstance(entry, RecordConsent)
    assert entry.memory is may_hold(wanted) is (wanted is Level.ATTUNED)


def test_a_yes_for_a_conversation_holds_for_that_one() -> None:
    entry = yes(offer(Level.WARM, Term(Lasts.CONVERSATION)))
    row = applied(ScopeRow(Owner("s")), entry, AT, "talk")
    assert (row.conversation, row.expires_at) == ("talk", None)


@pytest.mark.parametrize(
    ("level", "days"), [(Level.WARM, 180), (Level.ATTUNED, 180), (Level.ONGOING, 30)]
)
def test_no_yes_lasts_longer_than_its_level_allows(level: Level, days: int) -> None:
    assert LEVELS[level].longest_days == days
    for term in (Term(), Term(9999)):
        assert yes(offer(level, term)).expires_at == AT + timedelta(days=days)


@pytest.mark.parametrize("lasts", [Lasts.CONVERSATION, Lasts.TONIGHT, 3])
def test_a_renewal_asks_for_the_term_that_was_asked_for(lasts: Lasts | int) -> None:
    entry = yes(offer(Level.WARM, Term(lasts)))
    for tapped in (AT, AT + timedelta(minutes=20)):
        assert term_of(applied(ScopeRow(Owner("s")), entry, tapped, "talk")) == Term(lasts)


def test_a_yes_ends_with_the_minute_its_card_names() -> None:
    late = AT + timedelta(seconds=37)
    assert ends(Level.WARM, Term(Lasts.TONIGHT), late) == AT + timedelta(hours=12)
    assert ends(Level.WARM, Term(Lasts.CONVERSATION), late) is None


def test_another_host_is_another_policy_and_their_order_is_not() -> None:
    assert policy_version(("a", "b")) == policy_version(("b", "a"))
    assert len({policy_version(hosts) for hosts in ((), ("a",), ("b",), ("a", "b"))}) == 4


def test_that_a_host_looks_at_sentences_is_another_policy_and_without_one_it_stays() -> None:
    assert len({policy_version(("a", "b"), judge) for judge in ("", "a", "b")}) == 3
    assert policy_version(("a",), "") == policy_version(("a",))
