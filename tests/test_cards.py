"""What a person reads whenever they ask: status, about, who runs it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.cards import (
    about,
    kept,
    status,
    where_words_go,
    who_runs_it,
)
from bot.consent import PURPOSES
from bot.levels import Level
from bot.records import Owner, PersonRow, RepairRow, ScopeRow
from bot.snapshot import CommandSnapshot
from bot.strings import ENGLISH
from tests.in_english import house_in_english

ADA = Owner("ada")
AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
HOSTS = ("api.example.org", "backup.example.net")
HOUSE = house_in_english("2026-11-abc", HOSTS, operator="Grace", contact="grace@example.org")
KNOWN = CommandSnapshot(HOUSE)
ALONE = house_in_english("2026-11-abc", operator="Grace")
AGREED = ScopeRow(
    ADA,
    state="given",
    level=Level.ATTUNED,
    policy=HOUSE.policy,
    entered_at=AT,
    given_at=AT,
    expires_at=AT + timedelta(days=7),
)


# -- hosts, operator ---------------------------------------------------------------------------


def test_without_a_host_the_words_stay_here() -> None:
    stays = "Your words stay on this machine."
    assert where_words_go(ALONE) == stays


def test_a_house_without_a_contact_shows_none() -> None:
    assert "This is run by Grace. As with any service" in who_runs_it(ALONE)


# -- status ------------------------------------------------------------------------------------


def test_the_status_says_what_holds_and_why() -> None:
    known = replace(
        KNOWN,
        is_direct=False,
        scope=AGREED,
        style=(("length", "shorter"),),
        repairs=(RepairRow(ADA, "a"), RepairRow(ADA, "b")),
    )
    assert status(known, AT).split("\n") == [
        "consented level: attuned",
        "ceiling here: warm",
        "effective level: warm",
        "why: the ceiling here is warm",
        "expires: 2026-11-30 14:00 UTC",
        "kept: your consent entries; style (shorter); 2 repair(s), as kind and time, without words",
    ]


def test_the_status_of_somebody_new_is_plain() -> None:
    assert status(KNOWN, AT).split("\n") == [
        "consented level: plain",
        "ceiling here: ongoing",
        "effective level: plain",
        "why: nothing deeper was agreed to",
        "expires: nothing to expire",
        "kept: nothing",
    ]


@pytest.mark.parametrize(
    ("scope", "expires"),
    [
        (AGREED, "2026-11-30 14:00 UTC"),
        (replace(AGREED, state="renewed"), "2026-11-30 14:00 UTC"),
        (replace(AGREED, expires_at=AT), "it has run out"),
        (replace(AGREED, state="expired"), "it has run out"),
        (replace(AGREED, expires_at=None, conversation="@long ago"), "it has run out"),
        (replace(AGREED, expires_at=None, conversation="room@now"), "with that "),
        (replace(AGREED, expires_at=None, conversation="@2026-11-23T14:00:00+00:00"), "with this "),
        (replace(AGREED, state="withdrawn"), "nothing to expire"),
    ],
)
def test_the_status_says_when_a_yes_ends(scope: ScopeRow, expires: str) -> None:
    assert f"\nexpires: {expires}" in status(replace(KNOWN, scope=scope), AT)


def test_the_status_names_the_firmest_limit() -> None:
    known = replace(KNOWN, scope=AGREED, person=PersonRow(ADA, under_18=True))
    assert "effective level: plain\nwhy: you are marked as under 18" in status(known, AT)


def test_what_is_frozen_is_kept_and_has_a_date() -> None:
    frozen = ScopeRow(ADA, state="withdrawn", entered_at=AT, frozen_until=AT + timedelta(days=30))
    said = kept(replace(KNOWN, scope=frozen, style=(("tone", "warmer"),)))
    assert said == "your consent entries; style (warmer); frozen, erased on 2026-12-23"


# -- about and help ----------------------------------------------------------------------------


def test_about_says_who_runs_it_and_where_words_go() -> None:
    lines = about(HOUSE).split("\n")
    assert lines[0].startswith("I'm Attune, an AI. This is run by Grace (grace\\@example.org).")
    assert lines[1] == where_words_go(HOUSE)
    assert lines[2] == f"Purpose: {PURPOSES[0]}. Version of this text: {HOUSE.policy}."
    assert "are read in English" in lines[3]


def test_about_answers_one_message_at_all_four_levels() -> None:
    shown = [line.split(":")[0] for line in about(HOUSE).split("\n")[7:]]
    answers = {line.split(": ", 1)[1] for line in about(HOUSE).split("\n")[7:]}
    assert (shown, len(answers)) == ([level.word for level in Level], 4)


def test_about_says_when_there_is_no_model() -> None:
    last = about(replace(ALONE, has_set_words=True)).split("\n")[-1]
    assert last.startswith("Here it runs without a language model")
    for one in (HOUSE, ALONE):  # a model on this machine has no host
        assert "without a language model" not in about(one)


def test_people_read_of_every_level_and_the_purpose_that_the_ledger_names() -> None:
    said = ENGLISH.cards
    assert list(said.continuity) == [level.word for level in Level]
    assert list(said.tones) == [level.word for level in Level]
    assert (said.purpose,) == PURPOSES


def test_who_runs_it_is_said_where_no_name_is_set_too() -> None:
    unnamed = house_in_english("2026-11-abc")
    assert unnamed.run_by == "whoever runs this machine"
    assert who_runs_it(unnamed).startswith("This is run by whoever runs this machine.")
    assert who_runs_it(ALONE).startswith("This is run by Grace.")
