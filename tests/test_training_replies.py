"""The replies that the classifier learns from: whole, by several writers, nobody's but theirs."""

import json
from collections import Counter
from pathlib import Path

import pytest

from bot.governor.leanings import LEANINGS
from bot.text.plain import plain
from training.replies.lines import read, reply
from training.replies.parts import NONE, parts, target

REPLIES = read()
DATA = Path(__file__).parents[2] / "shared" / "evaldata"


def test_there_are_enough_by_several_writers_and_the_warm_ones_are_many() -> None:
    assert len(REPLIES) >= 3_000
    assert min(Counter(one.writer for one in REPLIES).values()) >= 400
    assert len({one.writer for one in REPLIES}) >= 4
    assert sum(not one.labels for one in REPLIES) >= 1_500


def test_every_fault_is_shown_often_enough_to_be_learnt() -> None:
    shown = Counter(label for one in REPLIES for label in one.labels)
    assert min(shown[label] for label in LEANINGS) >= 150


def test_no_reply_is_of_those_it_is_judged_on() -> None:
    if not DATA.exists():
        pytest.skip("the developers' data is not on this machine")
    names = ("replies_spiral", "replies_darkbench")
    files = [(DATA / f"{name}.jsonl").read_text("utf-8") for name in names]
    judged = {plain(json.loads(row)["reply"]) for file in files for row in file.splitlines()}
    assert [one.writer for one in REPLIES if plain(one.reply) in judged] == []


def test_only_what_carries_the_fault_is_learnt_as_one() -> None:
    one = reply("hi\tYou rang her. What a mind you have.\tflattery\tWhat a mind you have.\tn", "p")
    learnt = list(parts([one]))
    assert learnt == [
        (["you rang her."], NONE),
        (["what a mind you have."], target({"flattery"})),
    ]


def test_of_two_faults_the_sentences_answer_together() -> None:
    row = "hi\tI love that. Stay here.\tfeeling,hook\tI love that. ¦ Stay here.\tn"
    learnt = list(parts([reply(row, "p")]))
    assert learnt == [(["i love that.", "stay here."], target({"feeling", "hook"}))]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("a\tb\t-\t-", "five cells"),
        ("a\tb\tpraise\tb\tn", "labels are praise"),
        ("a\tb\tflattery\tc\tn", "no part of the reply: c"),
        ("a\tb\tflattery\t-\tn", "both there, or neither"),
    ],
)
def test_a_faulty_row_says_what_is_wrong_with_it(row: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        reply(row, "p")
