"""`attune crisis`, and what `attune evaluate` says of messages and conversations."""

import json
from pathlib import Path

import pytest

from adapters.evaluation.crisis import CrisisReader, message, talk
from adapters.evaluation.evaluate import evaluated
from adapters.evaluation.jsonl import Rows
from bot.model.classifier import loaded
from tests.warm import attune

TURNS = ("I can't keep going like this", "I let everyone down", "nothing ever changes")


def test_each_message_has_its_tier_and_why(tmp_path: Path) -> None:
    rows = [{"id": 1, "text": "hello"}, {"id": 2, "text": "I want to die"}]
    ran = attune(tmp_path, "crisis", "-", lines="\n".join(map(json.dumps, rows)) + "\nnope\n")
    hello, wish = map(json.loads, ran.stdout.splitlines())
    assert hello.items() >= {"id": "1", "crisis": "none", "why": [], "band": "nothing"}.items()
    assert (wish["id"], wish["crisis"], wish["band"]) == ("2", "elevated", "certain")
    assert wish["why"] == ["self", "wish_dead", "now"]
    assert hello["score"] < 0.3 < 0.5 < wish["score"]  # the classifier that comes with it read them
    assert ran.returncode == 1
    assert "line 3 is not JSON" in ran.stderr


def test_what_a_classifier_made_of_the_chunk_that_decides_is_shown() -> None:
    markers = CrisisReader(loaded(Path(__file__).parent / "classifier"))
    long = "We walked to the lake and back again in the rain today. " * 4 + "\nkill myself"
    row = markers.of(message(json.dumps({"id": 1, "text": long})))
    assert (row["band"], row["slots"][:2]) == ("certain", ["self", ["intent"]])
    assert row["chunk"].endswith("kill myself")
    assert row["score"] > 0.9


def test_rows_of_one_group_are_one_conversation_and_others_are_not() -> None:
    markers = CrisisReader(None)
    for group, last in (("g", "elevated"), (None, "none")):
        rows = [{"id": n, "text": text, "group": group} for n, text in enumerate(TURNS)]
        told = [markers.of(message(json.dumps(row)))["crisis"] for row in rows]
        assert told == ["none", "none", last]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"id": 1}, "has no text"),
        ({"text": "x"}, "has no id"),
        ({"id": 1, "text": "x", "group": [1]}, "has a group"),
        ({"id": 1, "text": "x", "at": "yesterday"}, "has an at"),
    ],
)
def test_a_faulty_message_is_told_by_what_it_lacks(row: object, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        message(json.dumps(row))


def test_a_conversation_alarms_at_the_turn_that_says_it_and_needs_a_risk() -> None:
    turns = [{"role": "person", "text": text} for text in TURNS]
    turns.insert(1, {"role": "bot", "text": "I want to die"})
    alarm = CrisisReader(None).alarm
    assert alarm(talk({"id": 1, "risk": "High", "turns": turns})) == 3
    assert alarm(talk({"id": 1, "risk": "Low", "turns": turns[:2]})) is None
    with pytest.raises(ValueError, match="no risk"):
        talk({"id": 1, "turns": turns})
    with pytest.raises(ValueError, match="a role"):
        talk({"id": 1, "risk": "Low", "turns": ["x"]})


def test_evaluate_scores_messages_and_conversations(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    turns = [{"role": "person", "text": text} for text in TURNS]
    rows: list[object] = [
        {"id": 1, "text": "I want to die", "labels": ["crisis"]},
        {"id": 2, "text": "nice weather", "labels": []},
        {"id": 3, "risk": "High", "turns": turns},
        {"id": 4},
    ]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    read = Rows(str(file))
    lines = evaluated(read)
    assert lines[1].split()[:3] == ["crisis", "2", "1"]
    assert lines[3].split() == ["High", "1", "1", "1"]
    assert not read.is_whole
