"""What was noticed, in an export and a list: by the names its person reads, and no inner one."""

from datetime import timedelta

import pytest

from bot.choices import Choice
from bot.choices.of_noticed import PickNoticed
from bot.engine.codec import dump_post
from bot.export import Everything, KeptIn
from bot.export.fields import held
from bot.export.listing import Listing
from bot.export.noticed import in_words
from bot.export.page import page
from bot.ids import Scope, SpaceId
from bot.layout.dates import Occasion
from bot.markers import Marker, Observation, kept, told
from bot.markers.told import Told
from bot.records import (
    Chapter,
    MarkersRow,
    NightCardRow,
    ObservationRow,
    Owner,
    PostRow,
    Row,
    TrayRow,
)
from bot.strings import ENGLISH, OFFERED
from tests.scene import ADA, AT

SAID, OWNER, TODAY = ENGLISH.noticed, Owner("o"), AT.date()
SEEN = (
    Observation(Marker.FUNCTIONING, TODAY, 0.9, "sleep"),
    Observation(Marker.WITHDRAWAL, TODAY, 0.6),
)
OBSERVED = ObservationRow(OWNER, "m", at=AT, body=kept.dump(SEEN))
ANSWERED = MarkersRow(OWNER, body=told.dump({Marker.FUNCTIONING: Told(fine=TODAY, disputes=2)}))


@pytest.mark.parametrize("code", OFFERED)
@pytest.mark.parametrize("row", [OBSERVED, ANSWERED])
def test_no_inner_name_of_what_was_noticed_is_read(row: Row, code: str) -> None:
    strings = ENGLISH.to(code)
    body = dict(held(row, strings))[strings.export.fields["body"]]
    assert strings.noticed.called[Marker.FUNCTIONING] in str(body)
    assert [
        one for one in (*Marker, "0.9", "sleep") if one == body or f'"{one}"' in str(body)
    ] == []


def test_a_card_is_read_by_its_labels_and_by_no_name_of_a_marker() -> None:
    choices = (Choice("Being closest", PickNoticed(Marker.EXCLUSIVITY)),
               Choice("Changes", PickNoticed(Marker.FUNCTIONING)))  # fmt: skip
    body = dump_post(choices, Scope(SpaceId("s"), ADA), is_direct=True)
    for row in (PostRow(OWNER, "p", at=AT, body=body), TrayRow(OWNER, "t", at=AT, body=body)):
        said = str(dict(held(row, ENGLISH)))
        assert "Being closest" in said
        assert [one for one in (*Marker, "noticed-one", "does") if one in said] == []
        part = KeptIn(Scope(SpaceId("s"), ADA), AT, (row,), is_direct=True)
        for text in (page(Everything(ADA, AT, (part,)), ENGLISH, "a.json"),
                     *Listing((part,), ENGLISH, Occasion(AT)).pages(Chapter.RUNNING)):  # fmt: skip
            assert [one for one in (*Marker, "noticed-one") if one in text] == []


def test_words_of_theirs_that_look_like_a_card_are_shown_whole() -> None:
    theirs = '{"does": "functioning"}'
    said = str(dict(held(NightCardRow(OWNER, body=theirs), ENGLISH)))
    assert "functioning" in said


def test_what_was_noticed_has_a_line_of_its_own_among_all_that_is_kept() -> None:
    part = KeptIn(Scope(SpaceId("s"), ADA), AT, (OBSERVED, ANSWERED), is_direct=True)
    listing = Listing((part,), ENGLISH, Occasion(AT))
    assert listing.chapters == (Chapter.NOTICED,)
    assert listing.overview()[0].startswith(f"- {ENGLISH.data.chapters[Chapter.NOTICED]}: 2")


def test_kinds_and_answers_stand_beside_what_they_are_of() -> None:
    called = SAID.called
    assert in_words(OBSERVED, ENGLISH) == (
        f"{called[Marker.FUNCTIONING]}, {SAID.kinds['sleep']}, {called[Marker.WITHDRAWAL]}"
    )
    worse = called[Marker.FUNCTIONING]
    assert in_words(ANSWERED, ENGLISH) == f"{worse}, {SAID.wrong_tap}, {SAID.fine_tap}"


@pytest.mark.parametrize("body", ["dance", "[9]", '[1, [["dance", 1, ""]]]', ""])
def test_what_cannot_be_read_is_left_as_it_stands(body: str) -> None:
    for row in (ObservationRow(OWNER, "m", at=AT - timedelta(days=1), body=body),
                MarkersRow(OWNER, body=body)):  # fmt: skip
        assert in_words(row, ENGLISH) == ""
    assert in_words(NightCardRow(OWNER, body="Sam."), ENGLISH) == ""
