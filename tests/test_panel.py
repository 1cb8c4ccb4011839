"""The panel of `/attune status`: its one line in words, its pages, and what can be chosen."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot import panel
from bot.choices import EndPause, Page, PauseFor, TurnPage, WantLevel, WantStyle, values_of
from bot.layout.dates import Occasion
from bot.levels import Level
from bot.records import Owner, PersonRow, RepairRow, ScopeRow, SpaceRow
from bot.snapshot import CommandSnapshot
from bot.strings import ENGLISH, OFFERED
from tests.in_english import house_in_english

ADA = Owner("ada")
AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
NOW = Occasion(AT)
HOUSE = house_in_english("2026-11-abc", operator="Grace")
NEW = CommandSnapshot(HOUSE)
AGREED = ScopeRow(
    ADA,
    state="given",
    level=Level.ATTUNED,
    policy=HOUSE.policy,
    entered_at=AT,
    given_at=AT,
    expires_at=AT + timedelta(days=7),
)
AT_EASE = replace(NEW, scope=AGREED)


def line(snapshot: CommandSnapshot) -> str:
    return panel.state(snapshot, NOW)


def labels(choices: panel.Choices) -> list[str]:
    return [one.label for one in choices]


def test_it_says_in_one_line_what_holds_until_when_why_and_what_is_kept() -> None:
    style, repairs = (("length", "shorter"),), (RepairRow(ADA, "a"), RepairRow(ADA, "b"))
    assert line(replace(AT_EASE, style=style, repairs=repairs)) == (
        "Attuned here until 30 November, because you agreed. "
        "Kept: your yes, your style (shorter), 2 repairs."
    )
    assert line(NEW) == "Plain here: you said yes to nothing more. Kept: nothing."
    assert "1 repair." in line(replace(AT_EASE, repairs=repairs[:1]))


@pytest.mark.parametrize(
    ("scope", "says"),
    [
        (replace(AGREED, state="renewed"), "Attuned here until 30 November, because you agreed."),
        (replace(AGREED, expires_at=AT), "Plain here: your yes has run out."),
        (replace(AGREED, state="expired"), "Plain here: your yes has run out."),
        (replace(AGREED, policy="old"), "Plain here: what you said yes to has changed."),
        (replace(AGREED, expires_at=None), "Attuned here, because you agreed."),
        (
            replace(AGREED, expires_at=None, conversation="@2026-11-23T14:00:00+00:00"),
            "Attuned here for this conversation, because you agreed.",
        ),
        (
            replace(AGREED, expires_at=None, conversation="room@now"),
            "Plain here: your yes is for a conversation in another room.",
        ),
        (
            replace(AGREED, paused_until=AT + timedelta(hours=2)),
            "Plain here for the next 2 hours: you paused it.",
        ),
        (
            replace(AGREED, paused_until=panel.FOREVER),
            "Plain here until you resume: you paused it.",
        ),
        (replace(AGREED, state="withdrawn"), "Plain here: you said yes to nothing more."),
    ],
)
def test_it_says_why_it_is_that_level(scope: ScopeRow, says: str) -> None:
    assert line(replace(NEW, scope=scope)).startswith(says)


def test_it_names_the_firmest_limit() -> None:
    young = replace(AT_EASE, person=PersonRow(ADA, under_18=True))
    assert line(young).startswith("Plain here, because you are marked as under 18.")
    lowered = replace(AT_EASE, is_direct=False)
    assert line(lowered).startswith(
        "Warm here until 30 November: nothing deeper is allowed here. You said yes to attuned."
    )


@pytest.mark.parametrize("code", OFFERED)
def test_a_lowered_level_that_never_ends_by_itself_leaves_no_gap_in_its_sentence(code: str) -> None:
    said = ENGLISH.to(code)
    house = replace(HOUSE, strings=said)
    open_ended = replace(AGREED, expires_at=None)
    lowered = replace(NEW, house=house, scope=open_ended, is_direct=False)
    words = {"level": said.titled(Level.WARM), "wanted": said.level(Level.ATTUNED)}
    assert line(lowered).startswith(said.status.lowered_open.format(**words))
    assert "  " not in line(lowered)


def test_what_is_listed_is_parted_as_its_language_parts_it() -> None:
    japanese = replace(AT_EASE, house=replace(HOUSE, strings=ENGLISH.to("ja")))
    style, repairs = (("length", "shorter"), ("voice", "plain-voice")), (RepairRow(ADA, "a"),)
    listed = panel.kept(replace(japanese, style=style, repairs=repairs), NOW)
    assert listed == "同意、話し方（短く、飾らずに）、言い直し1回"


def test_what_is_put_away_has_a_day() -> None:
    gone = ScopeRow(ADA, state="withdrawn", entered_at=AT, frozen_until=AT + timedelta(days=30))
    kept = panel.kept(replace(NEW, scope=gone), NOW)
    assert kept == "when you said yes or no, what is put away until 23 December and then erased"


def test_five_things_can_be_changed_and_a_pause_can_be_ended() -> None:
    assert labels(panel.choices(AT_EASE, NOW)) == [
        "Level",
        "Style",
        "Pause",
        "What you keep",
        "Off",
    ]
    paused = replace(AT_EASE, scope=replace(AGREED, paused_until=panel.FOREVER))
    assert panel.choices(paused, NOW)[2].means == EndPause()


def test_no_level_is_offered_that_is_not_allowed() -> None:
    text, choices = panel.levels(replace(AT_EASE, is_direct=False), NOW)
    assert [one.means for one in choices] == [
        WantLevel(Level.PLAIN),
        WantLevel(Level.WARM),
        TurnPage(Page.STATE),
    ]
    assert ENGLISH.status.only_levels in text
    assert "Attuned" not in text
    only_plain = replace(AT_EASE, space=SpaceRow(ADA, ceiling=Level.PLAIN))
    assert labels(panel.levels(only_plain, NOW)[1]) == ["Plain", "Back"]


@pytest.mark.parametrize(
    ("snapshot", "marked"),
    [
        (NEW, "Plain"),
        (AT_EASE, "Attuned"),
        (replace(AT_EASE, is_direct=False), ""),  # warm, and attuned was agreed
        (replace(AT_EASE, scope=replace(AGREED, paused_until=panel.FOREVER)), ""),
        (replace(AT_EASE, scope=replace(AGREED, expires_at=AT)), ""),
    ],
)
def test_a_level_is_marked_where_it_is_what_holds_and_what_was_agreed(
    snapshot: CommandSnapshot, marked: str
) -> None:
    assert values_of(panel.levels(snapshot, NOW)[1]).holds == marked


def test_a_manner_is_offered_where_it_has_room_and_the_way_back_in_the_first_row() -> None:
    plain = labels(panel.styles(NEW, NOW))
    assert plain == ["Shorter", "No questions", "Blunter", "Back", "Plain voice", "In one piece"]
    style = (("length", "shorter"),)
    deeper = panel.styles(replace(AT_EASE, style=style), NOW)
    assert "Warmer" in labels(deeper)
    assert "Shorter" not in labels(deeper)
    assert deeper[-1].means == WantStyle("reset")


def test_a_pause_is_offered_for_three_lengths() -> None:
    means = [one.means for one in panel.pauses(ENGLISH)]
    assert means == [PauseFor(1), PauseFor(24), PauseFor(None), TurnPage(Page.STATE)]
