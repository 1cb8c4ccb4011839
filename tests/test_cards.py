"""What a person reads before a yes, and whenever they ask: consent card, status, about, help."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from bot.capabilities import Capabilities
from bot.cards import (
    about,
    consent_card,
    help_text,
    kept,
    status,
    until,
    where_words_go,
    who_runs_it,
)
from bot.commands import COMMANDS, Lasts, Term
from bot.consent import PURPOSES
from bot.ids import SpaceId
from bot.levels import LEVELS, Level
from bot.records import Owner, PersonRow, RepairRow, ScopeRow, SpaceRow
from bot.snapshot import CommandSnapshot, Snapshot
from bot.strings import ENGLISH
from tests.in_english import house_in_english

ADA = Owner("ada")
AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
HOSTS = ("api.example.org", "backup.example.net")
HOUSE = house_in_english("2026-11-abc", HOSTS, operator="Grace", contact="grace@example.org")
KNOWN = CommandSnapshot(HOUSE)
ALONE = house_in_english("2026-11-abc", operator="Grace")
DEEPER = [level for level in Level if LEVELS[level].needs_consent]
TERMS = [*map(Term, Lasts), Term(7)]
CARDS = [consent_card(KNOWN, level, term, AT) for level, term in product(DEEPER, TERMS)]
AGREED = ScopeRow(
    ADA,
    state="given",
    level=Level.ATTUNED,
    policy=HOUSE.policy,
    entered_at=AT,
    given_at=AT,
    expires_at=AT + timedelta(days=7),
)


def card(level: Level, snapshot: Snapshot = KNOWN, lasts: Lasts | int = Lasts.LONGEST) -> str:
    return consent_card(snapshot, level, Term(lasts), AT)


# -- the consent card --------------------------------------------------------------------------


def test_the_card_says_all_that_a_yes_means() -> None:
    assert card(Level.ATTUNED, replace(KNOWN, is_direct=False), 7) == "\n".join(
        (
            "At warm: warm; tracks the mood inside this conversation.",
            "You asked for attuned. The ceiling here is warm: that is what you will get, and all "
            "that this yes is for. Should it rise, you are asked first.",
            "What changes: a sentence that shows I heard you, before I move on. "
            "What I read: this conversation, kept in memory for two hours at most, or read again "
            "from the platform.",
            "What is kept: this yes, in a list that never changes; the style you set; and which "
            "kinds of repair you asked for, without words. These go when you erase them, or 30 "
            "days after off; a style that asks for less stays until you reset it. Your words on "
            "their way are locked, and gone within 24 h.",
            "What for: answering at the level you chose.",
            "What never happens: I never write first, use a goodbye to keep you, claim to feel, "
            "or play a lover.",
            "Where: in this space, and nowhere else.",
            "How long: until 2026-11-30 14:00 UTC.",
            "How to stop: /attune off here; or mention me here, or reply to me with a mention, "
            'and say "off". A bare "off" to nobody is not heard in a shared room.',
            "This is run by Grace (grace@example.org). As with any service, the operator could "
            "technically read your words while they pass through.",
            "Your words are sent to: api.example.org, backup.example.net. To no other host.",
        )
    )


@pytest.mark.parametrize(
    "part",
    [
        "What changes: ",
        "What I read: ",
        "What is kept: ",
        "gone within 24 h",
        "30 days after off",
        "What for: " + PURPOSES[0],
        "What never happens: ",
        "I never write first",
        "claim to feel",
        "play a lover",
        "Where: ",
        "How long: ",
        "How to stop: /attune off",
        "run by Grace (grace@example.org)",
        "the operator could technically read your words",
        *HOSTS,
    ],
)
def test_no_card_leaves_a_part_out(part: str) -> None:
    assert [each for each in CARDS if part not in each] == []


@pytest.mark.parametrize("level", DEEPER)
def test_a_card_describes_its_own_level(level: Level) -> None:
    lines = card(level).split("\n")
    assert lines[0] == f"At {level.word}: {ENGLISH.cards.tones[level.word]}."
    assert lines[1].endswith(f"What I read: {ENGLISH.cards.continuity[level.word]}.")


def test_where_a_judge_looks_the_card_and_about_say_what_it_sees() -> None:
    house = replace(HOUSE, judge="backup.example.net")
    line = (
        "To no other host. At warm and deeper backup.example.net may look at single sentences of "
        "mine: it sees each with the end of the message it answers."
    )
    assert line in card(Level.WARM, Snapshot(house))
    assert line in about(house)
    assert not any("may look at" in one for one in (*CARDS, about(HOUSE)))


def test_an_age_is_asked_for_where_the_level_needs_it_and_only_there() -> None:
    asking = [level for level in DEEPER if "18 or over" in card(level)]
    assert asking == [Level.ATTUNED, Level.ONGOING]


@pytest.mark.parametrize(
    ("ceiling", "told"),
    [
        (
            Level.WARM,
            "You asked for attuned. The ceiling here is warm: that is what you will get, and all "
            "that this yes is for. Should it rise, you are asked first.",
        ),
        (Level.ATTUNED, None),
        (Level.ONGOING, None),
    ],
)
def test_a_ceiling_below_the_level_is_told_before_the_yes(ceiling: Level, told: str | None) -> None:
    lines = card(Level.ATTUNED, replace(KNOWN, space=SpaceRow(ADA, ceiling=ceiling))).split("\n")
    assert [line for line in lines if "ceiling" in line] == ([told] if told else [])


@pytest.mark.parametrize(
    ("snapshot", "where"),
    [
        (KNOWN, "in this direct message"),
        (replace(KNOWN, is_direct=False), "in this space"),
        (replace(KNOWN, is_direct=False, elsewhere=SpaceId("the garden")), "in the garden"),
    ],
)
def test_a_card_says_where_the_yes_holds(snapshot: Snapshot, where: str) -> None:
    assert f"Where: {where}, and nowhere else." in card(Level.WARM, snapshot).split("\n")


@pytest.mark.parametrize(
    ("level", "lasts", "held"),
    [
        (Level.WARM, Lasts.CONVERSATION, "for this conversation"),
        (Level.WARM, Lasts.TONIGHT, "until 2026-11-24 02:00 UTC"),
        (Level.WARM, 7, "until 2026-11-30 14:00 UTC"),
        (Level.WARM, Lasts.LONGEST, "until 2027-05-22 14:00 UTC"),
        (Level.ONGOING, Lasts.LONGEST, "until 2026-12-23 14:00 UTC"),
        (Level.ONGOING, 90, "until 2026-12-23 14:00 UTC"),
    ],
)
def test_a_card_says_how_long_the_yes_holds(level: Level, lasts: Lasts | int, held: str) -> None:
    assert f"How long: {held}." in card(level, lasts=lasts).split("\n")


def test_a_card_asks_nothing_and_presses_nobody() -> None:
    pressing = ("?", "!", "only today", "miss out", "better", "recommend", "unlock")
    assert [word for word in pressing for each in CARDS if word in each.casefold()] == []


# -- hosts, operator ---------------------------------------------------------------------------


def test_without_a_host_the_words_stay_here() -> None:
    stays = "Your words stay on this machine: it runs without a language model."
    assert where_words_go(ALONE) == stays
    assert stays in card(Level.WARM, Snapshot(ALONE))


def test_a_house_without_a_contact_shows_none() -> None:
    assert "This is run by Grace. As with any service" in card(Level.WARM, Snapshot(ALONE))


def test_a_length_is_said_in_words() -> None:
    said = (until(ENGLISH, None), until(ENGLISH, AT + timedelta(minutes=90)))
    assert said == ("for this conversation", "until 2026-11-23 15:30 UTC")


@pytest.mark.parametrize(
    ("snapshot", "said"),
    [
        (KNOWN, 'or just say "off"'),
        (replace(KNOWN, is_direct=False), "mention me here, or reply to me with a mention, and"),
        (replace(KNOWN, is_direct=False, elsewhere=SpaceId("the garden")), "mention me there"),
    ],
)
def test_a_card_says_how_to_leave_in_its_place(snapshot: Snapshot, said: str) -> None:
    assert said in card(Level.WARM, snapshot)


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
    assert lines[0].startswith("I'm Attune, an AI. This is run by Grace (grace@example.org).")
    assert lines[1] == where_words_go(HOUSE)
    assert lines[2] == f"Purpose: {PURPOSES[0]}. Version of this text: {HOUSE.policy}."
    assert "are read in English" in lines[3]


def test_about_answers_one_message_at_all_four_levels() -> None:
    shown = [line.split(":")[0] for line in about(HOUSE).split("\n")[7:]]
    answers = {line.split(": ", 1)[1] for line in about(HOUSE).split("\n")[7:]}
    assert (shown, len(answers)) == ([level.word for level in Level], 4)


def test_about_says_when_there_is_no_model() -> None:
    last = about(ALONE).split("\n")[-1]
    assert last.startswith("Here it runs without a language model")
    assert "without a language model" not in about(HOUSE)


def test_help_lists_every_command_the_repair_and_the_word_off() -> None:
    lines = help_text(Capabilities(follows_threads=True, serves_guests=True), ENGLISH).split("\n")
    typed = [line.split(" : ")[0] for line in lines[: len(COMMANDS)]]
    assert typed == [each.words for each in COMMANDS]
    assert [line[:2] for line in lines[len(COMMANDS) :]] == ["🔧 ", '"o']
    assert ENGLISH.replies.stopped in lines[-1]


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
