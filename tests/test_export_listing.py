"""What is kept, listed in a chat: an overview by chapter, and pages of rows in words with dates."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.boundaries import Boundaries, dump
from bot.capabilities import EVERYWHERE, Capabilities
from bot.export import KeptIn
from bot.export.called import MOST_OF_A_NAME, begun, place_of
from bot.export.fields import stays
from bot.export.listing import MOST_OF_A_ROW, MOST_ON_A_PAGE, Listing
from bot.ids import Scope, SpaceId
from bot.layout.dates import Occasion
from bot.layout.markup import heading
from bot.records import (
    KINDS,
    BoundariesRow,
    Chapter,
    DueRow,
    InboxRow,
    LedgerRow,
    NightCardRow,
    OutboxRow,
    Owner,
    PersonRow,
    RepairRow,
    Row,
    ScopeRow,
    StyleRow,
    chapter_of,
)
from bot.strings import ENGLISH, OFFERED
from tests.scene import ADA, AT

NOBODY = Owner("o")
HOUSE = Scope(SpaceId("house"), ADA)
ENTRY = LedgerRow("s", "given", 1, "answering", "v1", AT - timedelta(days=3))


def listing(*rows: Row, beside: tuple[Row, ...] = (), code: str = "en") -> Listing:
    parts = (KeptIn(None, rows=beside), KeptIn(HOUSE, AT, rows, ((7, ENTRY),), "Garden"))
    return Listing(parts, ENGLISH.to(code), Occasion(AT))


def test_the_overview_counts_each_chapter_and_says_of_when_the_newest_is() -> None:
    rows = (
        StyleRow(NOBODY, "tone", value="warmer"),
        RepairRow(NOBODY, "r:01", at=AT - timedelta(days=9), kind="cold"),
        RepairRow(NOBODY, "r:02", at=AT - timedelta(days=1), kind="cold"),
    )
    said = ENGLISH.data.chapters
    assert listing(*rows).overview() == [
        f"- {said[Chapter.SET]}: 1",
        f"- {said[Chapter.AGREED]}: 1, last on 1 May",
        f"- {said[Chapter.TALK]}: 2, last on 3 May",
    ]


def test_no_day_to_come_is_the_last_one_and_a_task_that_is_due_still_counts() -> None:
    ahead = DueRow(NOBODY, "erase-frozen", at=AT + timedelta(days=30))
    said = ENGLISH.data.chapters
    only = listing(ahead, beside=(RepairRow(NOBODY, "r:01", at=AT + timedelta(days=2)),))
    running, talk = said[chapter_of(DueRow)], said[Chapter.TALK]
    assert f"- {running}: 1" in only.overview()
    assert f"- {talk}: 1" in only.overview()
    both = listing(ahead, OutboxRow(NOBODY, "s", at=AT - timedelta(days=1)))
    assert f"- {running}: 2, last on 3 May" in both.overview()


def test_a_page_says_what_each_kind_is_how_long_it_stays_and_each_row_in_words() -> None:
    own = Boundaries("Nel", "", ((1, "no pet names"),))
    rows = (StyleRow(NOBODY, "length", value="shorter"),)
    beside = (BoundariesRow(NOBODY, body=dump(own)), NightCardRow(NOBODY, body="Call *Sam*."))
    (page,) = listing(*rows, beside=beside).pages(Chapter.SET)
    style, says = ENGLISH.export.fields["value"], ENGLISH.export.fields["body"]
    assert page.splitlines() == [
        heading(ENGLISH.data.chapters[Chapter.SET]),
        f"The style you set. {stays(StyleRow.about, ENGLISH)}",
        f"- In the room “Garden”; {style}: shorter",
        f"Your night card. {stays(NightCardRow.about, ENGLISH)}",
        f"- {says}: Call \\*Sam\\*.",
        f"{ENGLISH.kept.called['boundaries'].capitalize()}. {stays(BoundariesRow.about, ENGLISH)}",
        f"- {says}: Nel · 1 · no pet names",
    ]


def test_of_the_same_hour_what_was_kept_last_comes_first() -> None:
    entries = tuple(
        (at, replace(ENTRY, state=state)) for at, state in ((1, "given"), (2, "refused"))
    )
    (page,) = Listing((KeptIn(HOUSE, entries=entries),), ENGLISH, Occasion(AT)).pages(
        Chapter.AGREED
    )
    first, second = page.splitlines()[2:]
    assert ": no;" in first
    assert ": yes;" in second


def test_a_row_begins_with_its_day_and_its_place() -> None:
    (page,) = listing().pages(Chapter.AGREED)
    assert page.splitlines()[2].startswith(
        "- 1 May · in the room “Garden”; where it stands: yes; how close: warm"
    )


SERVERS, APART = Capabilities(has_servers=True), Capabilities(answers_apart=True)


@pytest.mark.parametrize("code", OFFERED)
@pytest.mark.parametrize(
    ("part", "can", "phrase"),
    [
        (KeptIn(HOUSE, called="The *Garden*"), SERVERS, "in_space"),
        (KeptIn(HOUSE, called="The *Garden*"), EVERYWHERE, "in_named"),
        (KeptIn(HOUSE, called="The *Garden*", is_here=True), APART, "in_named"),
        (KeptIn(HOUSE), SERVERS, "in_another_server"),
        (KeptIn(HOUSE, called="\u202e \u200b"), EVERYWHERE, "in_another_room"),
        (KeptIn(HOUSE, is_here=True), SERVERS, "in_server"),
        (KeptIn(HOUSE, is_here=True), EVERYWHERE, "in_room"),
        (KeptIn(HOUSE, is_here=True), APART, "in_written"),
        (KeptIn(HOUSE, is_direct=True, is_here=True, called="x"), EVERYWHERE, "in_direct"),
        (KeptIn(HOUSE, is_direct=True, called="x"), EVERYWHERE, ""),
    ],
)
def test_a_place_is_called_by_its_name_or_in_plain_words_and_never_by_its_id(
    part: KeptIn, can: Capabilities, phrase: str, code: str
) -> None:
    strings = ENGLISH.to(code)
    said = getattr(strings.cards, phrase) if phrase else strings.data.listed["another_direct"]
    named = said.format(space="The \\*Garden\\*", room="The \\*Garden\\*")
    assert place_of(part, strings, Occasion(AT, can)) == named
    row = StyleRow(NOBODY, "length", value="shorter")
    (page,) = Listing((replace(part, rows=(row,)),), strings, Occasion(AT, can)).pages(Chapter.SET)
    assert begun(named) in page
    assert "house" not in page


def test_a_long_name_of_a_place_is_cut_and_marks_nothing() -> None:
    part = KeptIn(HOUSE, called="<@1> **x**\n" * 40)
    said = place_of(part, ENGLISH, Occasion(AT, SERVERS))
    assert "\n" not in said
    assert len(said) <= 2 * MOST_OF_A_NAME


def test_many_rows_come_in_pages_that_lose_none_and_are_short() -> None:
    rows = [
        RepairRow(NOBODY, f"r:{at:02}", at=AT - timedelta(days=at), kind="cold", seconds=at + 0.25)
        for at in range(60)
    ]
    pages = listing(*rows).pages(Chapter.TALK)
    assert len(pages) > 5
    assert all(len(page) <= MOST_ON_A_PAGE + 60 for page in pages)
    lines = [line for page in pages for line in page.splitlines() if line.startswith("- ")]
    said = ENGLISH.export.fields["seconds"]
    assert [f"{said}: {at + 0.25}" in line for at, line in enumerate(lines)] == [True] * 60


@pytest.mark.parametrize(
    "words", ["long " * 4000, "*_~`|<>[]()#@" * 90, "\u202e" * 50 + "x\n" * 50]
)
def test_words_of_a_person_are_cut_on_one_line_and_mark_nothing(words: str) -> None:
    for row in (
        NightCardRow(NOBODY, body=words),
        InboxRow(NOBODY, "k", at=AT, body=json.dumps([{"said": [words, words]}])),
    ):
        pages = listing(beside=(row,)).pages(chapter_of(type(row)))
        (line,) = (line for page in pages for line in page.splitlines() if line.startswith("- "))
        assert len(line) <= MOST_OF_A_ROW + 4
        assert not any(mark in line for mark in "\u202e\n")


def test_what_was_left_and_what_is_frozen_is_listed_as_all_else_is() -> None:
    left = ScopeRow(NOBODY, state="withdrawn", entered_at=AT, frozen_until=AT, frozen_above=0)
    (page,) = listing(left).pages(Chapter.AGREED)
    assert ENGLISH.export.values["withdrawn"] in page
    assert ENGLISH.export.fields["frozen_until"] in page


def test_a_chapter_without_rows_has_no_page_and_is_not_in_the_overview() -> None:
    assert listing().pages(Chapter.SET) == ()
    assert Listing((), ENGLISH, Occasion(AT)).overview() == []


@pytest.mark.parametrize("code", OFFERED)
def test_in_every_language_each_kind_has_a_line_and_its_chapter_a_name_of_its_own(
    code: str,
) -> None:
    said = ENGLISH.to(code)
    assert len(set(said.data.chapters.values())) == len(Chapter)
    for kind in KINDS:
        if kind.about.whose in ("scope", "person", "episode"):
            pages = listing(kind(NOBODY, "k"), code=code).pages(chapter_of(kind))
            assert len(pages[-1]) <= MOST_ON_A_PAGE + 90
            assert any(said.kept.called[_name(kind)][1:20] in page for page in pages)


def _name(kind: type[Row]) -> str:
    return kind.__name__.removesuffix("Row").lower()


def test_what_a_person_sets_is_under_what_they_set_whatever_its_kind() -> None:
    set_by_them = {kind for kind in KINDS if chapter_of(kind) is Chapter.SET}
    assert {StyleRow, BoundariesRow, NightCardRow} <= set_by_them
    assert chapter_of(PersonRow) is chapter_of(OutboxRow) is Chapter.RUNNING
    assert replace(ENTRY, level=2).about.chapter is Chapter.AGREED
