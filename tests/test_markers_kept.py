"""How observations are kept, and what their person heard and said of them."""

import json
from datetime import UTC, date, datetime, timedelta

from bot.markers import Marker, Observation
from bot.markers import kept as kept_form
from bot.markers import told as told_form
from bot.markers.told import SILENT_FOR, Told, changed

DAY = date(2031, 5, 4)
AT = datetime(2031, 5, 4, tzinfo=UTC)
TWO = (
    Observation(Marker.EXCLUSIVITY, DAY, 0.81, "only_you"),
    Observation(Marker.WITHDRAWAL, DAY, 0.5),
)


def test_observations_are_read_as_they_were_kept() -> None:
    assert kept_form.load(kept_form.dump(TWO), DAY) == TWO


def test_a_form_of_a_later_version_is_no_observation_and_no_error() -> None:
    assert kept_form.load(json.dumps([2, ["what", "ever"]]), DAY) == ()
    assert told_form.load(json.dumps([2, {}])) == {}
    assert kept_form.load("", DAY) == ()
    assert told_form.load("") == {}


def test_without_a_marker_the_others_of_the_message_stay() -> None:
    body = kept_form.dump(TWO)
    left = kept_form.without(body, AT, Marker.EXCLUSIVITY, frozenset())
    assert kept_form.load(left, DAY) == TWO[1:]
    assert kept_form.without(body, AT, None, frozenset()) == ""
    assert kept_form.without(left, AT, Marker.WITHDRAWAL, frozenset([DAY])) == ""


def test_a_message_of_another_day_is_left_as_it_is() -> None:
    body, others = kept_form.dump(TWO), frozenset([DAY + timedelta(days=1)])
    assert kept_form.without(body, AT, Marker.EXCLUSIVITY, others) == body


def test_what_was_said_of_markers_is_read_as_it_was_kept() -> None:
    answers = Told(shown=DAY, fine=DAY, disputes=2, relieved=DAY, asked=DAY, somebody=2)
    told = {Marker.WITHDRAWAL: answers}
    assert told_form.load(told_form.dump(told)) == told


def test_after_fine_it_is_silent_for_ninety_days() -> None:
    told = changed({}, Marker.WITHDRAWAL, fine=DAY)[Marker.WITHDRAWAL]
    assert told.is_silent(DAY + SILENT_FOR - timedelta(days=1))
    assert not told.is_silent(DAY + SILENT_FOR)
    assert not Told().is_silent(DAY)
