"""The course of days in `attune evaluate`: labelled cases, and ordinary people put together."""

import json
from pathlib import Path

import pytest

from adapters.evaluation.evaluate import evaluated
from adapters.evaluation.figures import figures
from adapters.evaluation.jsonl import Rows
from adapters.evaluation.trajectories import DAYS, Course, Noticed, cases, mixed, table
from bot.errors import SettingsFault
from bot.markers import Marker
from bot.markers.shares import Shares
from tests.marked_words import MarkedWords
from tests.warm import attune

CLEAR = {Marker.EXCLUSIVITY: 0.9}
DISTRESS = {Marker.DISTRESS_LOOP: 0.9}


def plain(group: str | None = None) -> Noticed:
    return Noticed(group, ())


def clear(group: str | None = None) -> Noticed:
    return Noticed(group, ("exclusivity",), CLEAR)


@pytest.mark.parametrize(
    ("days", "rises"), [((), None), ((3,), None), ((3, 4), 4), ((3, 28), None), ((3, 28, 29), 29)]
)
def test_a_course_rises_on_the_day_of_its_second_clear_word_within_three_weeks(
    days: tuple[int, ...], rises: int | None
) -> None:
    assert Course(tuple((day, clear()) for day in days)).rises() == rises


def test_a_distress_that_comes_again_counts_only_where_its_box_is_ticked() -> None:
    again = Noticed(None, (), DISTRESS, {Marker.DISTRESS_LOOP: "about_work"})
    course = Course(tuple((day, again) for day in (1, 2, 5)))
    assert course.rises() is None
    assert course.rises(frozenset(Marker)) == 5


def test_a_case_is_a_group_with_a_label_and_is_laid_a_line_a_day() -> None:
    (case,) = cases([plain("a"), plain("b"), clear("a"), plain()])
    assert case.days == [1, 2]
    assert len(cases([clear(), clear()])) == 2


def test_people_are_put_together_of_everything_that_is_no_case() -> None:
    every = [plain("a"), plain("a"), plain("b"), clear("c"), *(plain() for _ in range(5))]
    people = mixed(every, 2)
    assert [len(one.said) for one in people] == [2 + 3, 1 + 2]
    assert [one.days for one in people] == [[1, 15, 1, 10, 19], [1, 1, 15]]
    assert len(mixed([plain()], 3)) == 1
    (whole,) = mixed([plain()] * 100, 1)
    assert set(whole.days) <= set(range(1, DAYS + 1))


def test_the_table_tells_of_how_many_a_marker_rose_and_how_early() -> None:
    late = [plain("a")] * 8 + [clear("a")] * 2
    head, *lines = table([clear("b"), clear("b"), *late], 0)
    assert head.split()[0] == "rising"
    assert [line.split() for line in lines] == [
        ["cases,", "a", "line", "a", "day:", *ticks, "2", "1.0", "1", *half, "2", *all_of_them]
        for ticks in (["a", "yes"], ["a", "yes,", "both", "ticks"])
        for half, all_of_them in [(["0.500", "[0.09", "0.91]"], ["1.000", "[0.34", "1.00]"])]
    ]
    assert list(table([plain(), plain()], 0)) == []
    assert len(list(table([plain(), plain()], 1))) == 3


def rows(folder: Path, name: str, *each: object) -> str:
    file = folder / name
    file.write_text("\n".join(map(json.dumps, each)), encoding="utf-8")
    return str(file)


def test_evaluate_scores_markers_of_several_files_in_one_pass_a_message(tmp_path: Path) -> None:
    network = MarkedWords({"flatmate": Shares(exclusivity=0.9, withdrawal=0.7)})
    words = "my flatmate would never get it the way you do"
    case = [{"id": n, "group": "g", "text": words, "labels": ["exclusivity"]} for n in (1, 2)]
    talk = [{"id": n, "text": "it rains", "labels": []} for n in range(3, 9)]
    read = Rows(rows(tmp_path, "a.jsonl", *case), rows(tmp_path, "b.jsonl", *talk))
    lines = evaluated(read, network, 1)
    assert network.passes == 8
    told = {line.split()[0]: line.split() for line in lines}
    assert told["exclusivity"][:3] == ["exclusivity", "8", "2"]
    assert told["exclusivity"][3] == told["exclusivity"][6] == "1.000"
    assert told["withdrawal"][1:4] == ["8", "0", "0.000"]
    assert told["functioning"][-2:] == ["0.0", "324.42"]
    assert [line.split(":")[0] for line in lines[-4:]] == [
        *["cases, a line a day"] * 2,
        *[f"ordinary, {DAYS} days"] * 2,
    ]


def test_beside_a_risk_nothing_counts_for_the_course_of_a_case(tmp_path: Path) -> None:
    network = MarkedWords({"flatmate": Shares(exclusivity=0.9)})
    words = "I want to die, my flatmate never listens the way you do"
    case = [{"id": n, "group": "g", "text": words, "labels": ["exclusivity"]} for n in (1, 2)]
    lines = evaluated(Rows(rows(tmp_path, "a.jsonl", *case)), network)
    assert lines[-1].split()[-3] == "0.000"


def test_without_what_reads_markers_none_is_told() -> None:
    head, line = figures([((), ()), (("exclusivity",), ())], ("exclusivity", "withdrawal"))
    assert line.split()[:3] == ["exclusivity", "2", "1"]
    assert head.split()[-2:] == ["at", "most"]
    shown = figures([((), ())], ("exclusivity",), ("exclusivity",))
    assert shown[1].split()[-1] == "793.46"


def test_a_file_that_is_not_there_is_told_before_anything_is_judged(tmp_path: Path) -> None:
    there = rows(tmp_path, "a.jsonl", {"id": 1, "text": "x", "labels": []})
    with pytest.raises(SettingsFault, match="cannot be read"):
        evaluated(Rows(there, str(tmp_path / "none.jsonl")))
    ran = attune(tmp_path, "evaluate", there, "none.jsonl")
    assert (ran.returncode, ran.stdout) == (2, "")
    why = "none.jsonl cannot be read: it is not there. Name a file that is there."
    assert ran.stderr == f"attune: {why}\n"


def test_a_file_that_is_empty_or_no_utf_8_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("\n")
    empty = attune(tmp_path, "evaluate", "empty.jsonl")
    assert (empty.returncode, empty.stdout) == (2, "")
    assert empty.stderr == "attune: empty.jsonl holds no row.\n"
    (tmp_path / "wide.jsonl").write_text('{"id": 1}', "utf-16")
    wide = attune(tmp_path, "evaluate", "wide.jsonl")
    assert (wide.returncode, wide.stdout) == (2, "")
    assert wide.stderr == "attune: wide.jsonl is no text in UTF-8; save it as UTF-8.\n"


def test_a_fault_in_a_file_alone_names_it_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read = Rows(rows(tmp_path, "a.jsonl", {"text": "so", "labels": []}))
    assert evaluated(read) == []
    assert "a.jsonl, line 1 has no id" in capsys.readouterr().err


def test_a_fault_in_one_of_several_files_names_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read = Rows(*(rows(tmp_path, name, {"id": 1}) for name in ("a.jsonl", "b.jsonl")))
    assert evaluated(read) == []
    assert not read.is_whole
    assert "a.jsonl, line 1 has neither" in capsys.readouterr().err
