"""`attune markers`: what would be noticed in messages of a file, day by day, never their words."""

import json
from datetime import date
from pathlib import Path

import pytest

from adapters.evaluation.heard import heard, strengths
from adapters.evaluation.markers import DatedMessage, NoticedDay, as_row, noticed, read, table
from bot.markers import Marker
from bot.markers.shares import Shares
from bot.markers.state import State
from tests.marked_words import MarkedWords
from tests.warm import attune

ONLY_YOU = "my flatmate would never get it the way you do"
NETWORK = {"flatmate": Shares(exclusivity=0.9), "kebab": Shares(withdrawal=0.8)}
MAY = [date(2026, 5, day) for day in range(1, 32)]


def days(*messages: DatedMessage) -> list[NoticedDay]:
    return list(noticed(messages, MarkedWords(NETWORK)))


def said(day: int, text: str = ONLY_YOU, by: str = "") -> DatedMessage:
    return DatedMessage(text, MAY[day - 1], by)


def test_a_row_is_read_with_its_day_its_person_and_its_room() -> None:
    line = {"id": 7, "day": "2026-05-04", "text": "x", "by": "ada", "room": "kitchen"}
    assert read(json.dumps(line)) == DatedMessage("x", date(2026, 5, 4), "ada", "kitchen", "7")
    older = {"id": "g-1", "text": "x", "group": "g", "at": "2026-05-04T23:10:00Z", "day": None}
    assert read(json.dumps(older)) == DatedMessage("x", date(2026, 5, 4), "g", "dm", "g-1")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"day": "2026-05-04"}, "has no text"),
        ({"day": "4 May", "text": "x"}, "has a day"),
        ({"day": 4, "text": "x"}, "has a day"),
        ({"at": "noon", "text": "x"}, "has a day"),
        ({"text": "x", "by": ["ada"]}, "has a by"),
        ({"text": "x", "room": True}, "has a room"),
        ({"text": "x", "id": 1.5}, "has a id"),
        (["x"], "is not an object"),
    ],
)
def test_a_faulty_row_is_told_by_what_it_lacks(row: object, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        read(json.dumps(row))


def test_a_message_shows_what_is_marked_with_its_reason_and_strength() -> None:
    (day,) = days(DatedMessage(ONLY_YOU, MAY[3], id="m1"))
    assert as_row(day) == {
        "by": "",
        "day": "2026-05-04",
        "observations": [
            {"marker": "exclusivity", "strength": 0.9, "reason": "only_you", "id": "m1"}
        ],
        "alarms": [],
        "state": {"exclusivity": "present"},
    }


def test_an_alarm_is_the_day_on_which_a_spell_begins_and_only_that() -> None:
    found = days(said(1), said(3), said(5), said(5, "kebab tonight, by myself"))
    assert [one.states[Marker.EXCLUSIVITY] for one in found] == [
        State.PRESENT,
        State.RISING,
        State.RISING,
    ]
    assert [one.alarms for one in found] == [(), (Marker.EXCLUSIVITY,), ()]


def test_days_are_taken_in_their_order_whatever_the_order_of_the_rows() -> None:
    assert days(said(3), said(1)) == days(said(1), said(3))


def test_rows_without_a_day_lie_one_a_day_and_each_person_has_days_of_their_own() -> None:
    found = days(*(DatedMessage(ONLY_YOU, by=by) for by in ("ada", "bo", "ada")))
    assert [(one.by, one.day.day, len(one.alarms)) for one in found] == [
        ("ada", 1, 0), ("ada", 2, 1), ("bo", 1, 0)
    ]  # fmt: skip


def test_nothing_is_observed_in_a_shared_room() -> None:
    (day,) = days(DatedMessage(ONLY_YOU, MAY[3], room="kitchen"))
    assert (day.observed, day.states) == ((), {})


def test_nothing_is_observed_beside_a_life_at_risk_nor_later_on_that_day() -> None:
    risk = said(1, f"I want to die. {ONLY_YOU}")
    found = days(risk, said(1), said(2), said(3))
    assert [len(one.observed) for one in found] == [0, 1, 1]


def test_words_of_another_language_show_nothing() -> None:
    german = "Ich glaube nicht, dass meine Freunde das jemals so verstehen werden flatmate"
    assert strengths(heard(german, MarkedWords(NETWORK))) == {}
    assert strengths(heard(ONLY_YOU, MarkedWords(NETWORK))) == {Marker.EXCLUSIVITY: 0.9}
    assert strengths(heard(ONLY_YOU, None)) == {}


def test_the_table_has_a_line_a_day_and_never_the_words() -> None:
    found = days(said(1, by="ada"), said(3, by="ada"), said(3, "hello", by="b\x1b[2Jo"))
    lines = list(table(found))
    assert lines[1] == "ada:"
    assert lines[3].split() == [
        "2026-05-03", "exclusivity", "rising!", "exclusivity", "0.90", "only_you"
    ]  # fmt: skip
    assert lines[4:] == ["b?[2Jo:", "2026-05-03", "days: 3, observations: 2, alarms (!): 1"]
    assert "flatmate" not in "\n".join(lines)


def test_every_fault_of_a_file_is_told_with_its_line_and_without_its_words(tmp_path: Path) -> None:
    rows = ['{"text": "the heron flew"}', '{"text": "the heron flew"', '{"day": "heron"}']
    ran = attune(tmp_path, "markers", "-", lines="\n".join(rows))
    assert ran.returncode == 2
    assert ran.stderr.splitlines() == [
        "attune: standard input, line 2: is not JSON",
        "attune: standard input, line 3: has no text",
    ]
    assert ran.stdout == ""
    assert attune(tmp_path, "markers", "none.jsonl").returncode == 2
    (tmp_path / "empty.jsonl").write_text("\n")
    empty = attune(tmp_path, "markers", "empty.jsonl")
    assert (empty.returncode, empty.stderr) == (2, "attune: empty.jsonl holds no row.\n")


def test_the_command_gives_a_table_or_an_object_a_day(tmp_path: Path) -> None:
    row = json.dumps({"day": "2026-05-04", "text": "the heron flew", "by": "ada"})
    shown = attune(tmp_path, "markers", "-", lines=row)
    assert shown.returncode == 0
    assert shown.stdout.splitlines()[1:3] == ["ada:", "2026-05-04"]
    told = json.loads(attune(tmp_path, "markers", "--json", "-", lines=row).stdout)
    assert told == {"by": "ada", "day": "2026-05-04", "observations": [], "alarms": [], "state": {}}
