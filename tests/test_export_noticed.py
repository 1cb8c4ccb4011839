"""What was noticed, in an export and a list: by the names its person reads, and no inner one."""

from datetime import timedelta

import pytest

from bot.export.fields import held
from bot.export.noticed import in_words
from bot.markers import Marker, Observation, kept, told
from bot.markers.told import Told
from bot.records import MarkersRow, NightCardRow, ObservationRow, Owner, Row
from bot.strings import ENGLISH, OFFERED
from tests.scene import AT

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
