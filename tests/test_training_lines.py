"""The lines that the classifier learns from: whole, by several writers, and nobody's but theirs."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from bot.crisis.scores import WHAT, WHEN
from bot.text.normalize import normalized
from training.crisis.compose import composed
from training.crisis.lines import FOLDER, line, read

LINES = read()
HAND = [one for one in LINES if not one.is_composed]
DATA = Path(__file__).parents[2] / "shared" / "evaldata"


def test_there_are_enough_and_most_are_written_by_hand_by_several_writers() -> None:
    assert len(LINES) >= 12_000
    assert len(HAND) >= 5_000
    assert min(Counter(one.writer for one in HAND).values()) >= 500
    assert len({one.writer for one in HAND}) >= 5


def test_every_slot_is_said_often_enough_to_be_learnt() -> None:
    said = Counter(slot for one in HAND for slot in one.what)
    assert min(said[slot] for slot in WHAT) >= 200
    assert min(Counter(one.when for one in HAND)[when] for when in WHEN) >= 200


def test_no_line_names_a_number_to_call_or_an_amount_to_take() -> None:
    named = re.compile(r"\b\d{3}[- ]\d{3,4}[- ]\d{4}\b|\b\d+ ?mg\b|https?://")
    assert [one.writer for one in LINES if named.search(one.text.lower())] == []


def test_composites_are_those_that_their_writers_lines_make_today() -> None:
    for writer in {one.writer for one in HAND}:
        own = [one for one in HAND if one.writer == writer]
        there = [one.text for one in LINES if one.is_composed and one.writer == writer]
        assert there == [one.text for one in composed(own, writer)]


@pytest.mark.parametrize("name", ["messages_irc", "messages_reddit", "messages_drift"])
def test_no_line_is_of_the_text_it_is_judged_on(name: str) -> None:
    if not DATA.exists():
        pytest.skip("the developers' data is not on this machine")
    rows = (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
    judged = {normalized(json.loads(row)["text"]).strip() for row in rows}
    same = {normalized(one.text).strip() for one in HAND} & judged
    assert [text for text in same if len(text.split()) > 5] == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("a\tself\tdead\tnow\tearnest", "six cells"),
        ("a\tme\tdead\tnow\tearnest\tnote", "who is me"),
        ("a\tself\tsad\tnow\tearnest\tnote", "what is sad"),
        ("a\tself\tdead\t-\tearnest\tnote", "both empty"),
    ],
)
def test_a_faulty_row_says_what_is_wrong_with_it(row: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        line(row, "a")


def test_a_fault_in_a_file_says_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("fine\tnobody\t-\t-\tjoke\tnote\nbad\n", "utf-8")
    with pytest.raises(ValueError, match=r"a\.tsv, line 2"):
        read(tmp_path)
    assert FOLDER.name == "crisis"
