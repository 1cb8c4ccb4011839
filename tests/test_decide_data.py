"""Data: what is listed, page by page, and the two files of an export."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions import Action
from bot.actions.platform import Say
from bot.actions.state import AnswerCard
from bot.choices import AskToErase, Choice, ShowKept
from bot.commands.values import DataDeed
from bot.decide.data import MOST_PLACES, data, listed, tapped
from bot.export.carried import carried
from bot.export.everything import Everything, KeptIn
from bot.export.listing import Listing
from bot.ids import PersonId, Scope, SpaceId
from bot.layout.dates import Occasion
from bot.layout.markup import small
from bot.records import Chapter, Owner, RepairRow, StyleRow
from bot.snapshot import CommandSnapshot, Place, TapSnapshot
from bot.strings import ENGLISH
from tests.scene import ADA, AT, commands, known, taps

SAID, BACK = ENGLISH.data, ENGLISH.status.choices["back"]
HERE = Scope(SpaceId("dm"), ADA)
REPAIRS = tuple(
    RepairRow(Owner("o"), f"r:{at:02}", at=AT - timedelta(days=at), kind="cold") for at in range(40)
)
KEPT = (KeptIn(HERE, AT, (StyleRow(Owner("o"), "length", value="shorter"), *REPAIRS)),)
KNOWN = replace(known(), kept=KEPT)


@pytest.mark.parametrize("direct", [True, False])
def test_an_export_is_a_document_then_a_page_and_says_what_it_covers(*, direct: bool) -> None:
    state = replace(known(direct=direct), kept=KEPT).as_kind(CommandSnapshot)
    (say,) = data(DataDeed.EXPORT, commands("data export"), state)
    assert isinstance(say, Say)
    document, page = say.files
    assert [document.name, page.name] == [
        f"attune-data-2031-05-04.{end}" for end in ("json", "html")
    ]
    read = json.loads(document.text)
    assert (read["person"], read["run_by"]) == (ADA, "Ada")
    assert read["covers"] == ("everything" if direct else "place")
    assert say.text == (SAID.export if direct else SAID.export_here)
    assert read["carried"] == carried(Everything(ADA, AT, KEPT))
    assert not page.is_for_programs
    assert say.to == ADA


@pytest.mark.parametrize("direct", [True, False])
def test_the_card_is_an_overview_with_a_tap_a_chapter_and_one_that_asks_before_an_erase(
    *, direct: bool
) -> None:
    say = listed(commands("data"), replace(KNOWN, is_direct=direct).as_kind(CommandSnapshot))
    first, *lines = say.text.splitlines()
    assert first == f"**{SAID.heading_all if direct else SAID.heading}**"
    assert lines[:2] == Listing(KEPT, ENGLISH, Occasion(AT)).overview()
    assert (SAID.more_in_direct in say.text) is not direct
    assert say.text.endswith(small(SAID.ways))
    assert say.choices == (
        Choice(SAID.chapters[Chapter.SET], ShowKept(Chapter.SET)),
        Choice(SAID.chapters[Chapter.TALK], ShowKept(Chapter.TALK)),
        Choice(ENGLISH.consent.erase_tap, AskToErase()),
    )
    assert (say.is_card, say.to) == (True, ADA)


def test_of_who_nothing_is_kept_it_says_so() -> None:
    say = listed(commands("data"), known().as_kind(CommandSnapshot))
    assert ENGLISH.export.nothing in say.text
    assert [one.means for one in say.choices] == [AskToErase()]


def test_only_the_newest_other_places_are_named_and_their_names_mark_nothing() -> None:
    others = tuple(
        Place(Scope(SpaceId("id"), PersonId("p")), AT - timedelta(days=9 - at), called=f"**s{at}**")
        for at in range(MOST_PLACES + 2)
    )
    state = replace(KNOWN, elsewhere_places=others)
    lines = listed(commands("data"), state.as_kind(CommandSnapshot)).text.splitlines()
    places = lines[lines.index(SAID.elsewhere) + 1 : -1]
    assert (len(places), places[-1]) == (MOST_PLACES + 1, "- and 2 more")
    assert places[0].startswith("- In the room “\\*\\*s2\\*\\*”, last on ")
    ahead = replace(others[0], at=AT + timedelta(days=400))  # by a wrong clock
    found = listed(
        commands("data"), replace(state, elsewhere_places=(ahead,)).as_kind(CommandSnapshot)
    )
    assert found.text.splitlines()[-2].endswith("last on 4 May")
    shared = replace(state, is_direct=False)
    assert SAID.elsewhere not in listed(commands("data"), shared.as_kind(CommandSnapshot)).text


def tap(means: ShowKept, state: object = None) -> AnswerCard:
    (answer,) = tapped(taps("any"), (state or KNOWN).as_kind(TapSnapshot), means)  # type: ignore[attr-defined]
    assert isinstance(answer, AnswerCard)
    return answer


def test_a_chapter_is_turned_page_by_page_in_the_place_of_the_card_and_back() -> None:
    pages = Listing(KEPT, ENGLISH, Occasion(AT)).pages(Chapter.TALK)
    means: object = ShowKept(Chapter.TALK)
    for number, page in enumerate(pages):
        assert means == ShowKept(Chapter.TALK, number)
        answer = tap(ShowKept(Chapter.TALK, number))
        assert (answer.message, answer.text) == (taps("any").message, page)
        labels = [one.label for one in answer.choices]
        is_last = number == len(pages) - 1
        assert labels == [*([] if is_last else [SAID.next]), BACK, ENGLISH.consent.erase_tap]
        means = answer.choices[0].means
    assert means == ShowKept()
    assert tap(ShowKept()).text == listed(commands("data"), KNOWN.as_kind(CommandSnapshot)).text


def test_where_pages_went_meanwhile_the_last_one_is_shown_or_that_nothing_is_left() -> None:
    pages = Listing(KEPT, ENGLISH, Occasion(AT)).pages(Chapter.TALK)
    assert tap(ShowKept(Chapter.TALK, 999)).text == pages[-1]
    gone = tap(ShowKept(Chapter.AGREED))
    assert (gone.text, [one.label for one in gone.choices]) == (SAID.gone, [BACK])


def test_what_a_person_set_comes_with_how_it_is_set_to_something_else() -> None:
    text = tap(ShowKept(Chapter.SET)).text
    assert text is not None
    assert text.endswith(small(ENGLISH.export.ways[0]))


def test_no_page_and_no_overview_is_over_600_characters_in_any_language() -> None:
    for code in ("en", "de", "fr", "ru", "ja"):
        state = replace(KNOWN, house=KNOWN.house.to(code)).as_kind(TapSnapshot)
        first = listed(taps("any"), state)
        texts: list[Action] = [first]
        texts += [
            tapped(taps("any"), state, ShowKept(chapter, page))[0]
            for chapter in Chapter
            for page in range(4)
        ]
        assert all(len(one.text or "") <= 600 for one in texts if isinstance(one, Say | AnswerCard))
