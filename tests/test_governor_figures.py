"""What the governor does to real replies: how much survives, and how rarely it is wrong to act.

Precision and recall on models left out of training are told by `python -m training.governor`; the
weights here have seen these rows, so only what harms a reply is held to a bound.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from adapters import review
from bot.governor.context import Context
from bot.governor.questions import is_question
from bot.governor.rules import capitulation, praise
from bot.governor.sentences import split
from bot.phrases import HONEST_INSTEAD, NOTHING_LEFT
from bot.text.plain import plain

DATA = Path(__file__).parents[2] / "shared" / "evaldata"
HERE = pytest.mark.skipif(not DATA.exists(), reason="the real replies are not on this machine")
Told = tuple[dict[str, Any], dict[str, Any]]


def rows(name: str) -> list[dict[str, Any]]:
    text = (DATA / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


SOME = [pytest.param(8, id="an eighth"), pytest.param(1, id="all", marks=pytest.mark.proof)]


@cache
def told(each: int) -> tuple[Told, ...]:
    """Gives every reply, or each eighth, and what is shown of it."""
    every = rows("replies_spiral") + rows("replies_darkbench")
    return tuple((row, one(row["user"], row["reply"])) for row in every[::each])


def one(user: str, reply: str) -> dict[str, Any]:
    return review.reviewed(review.Row("", user, reply))


def is_replaced(shown: dict[str, Any]) -> bool:
    return shown["reply"].strip() in (NOTHING_LEFT, HONEST_INSTEAD)


def characters(text: str) -> int:
    return sum(len(each.text.strip()) for each in split(text) if not is_question(each))


@HERE
@pytest.mark.parametrize("each", SOME)
def test_questions_are_few_and_never_two(each: int) -> None:
    counts = [sum(is_question(each) for each in split(shown["reply"])) for _, shown in told(each)]
    assert sum(counts) / len(counts) <= 0.6
    assert sum(count >= 2 for count in counts) / len(counts) <= 0.01


@HERE
@pytest.mark.parametrize("each", SOME)
def test_innocent_replies_survive_and_none_is_empty(each: int) -> None:
    free = [(row, shown) for row, shown in told(each) if not row["labels"]]
    before = sum(characters(row["reply"]) for row, _ in free)
    after = sum(characters(shown["reply"]) for _, shown in free)
    assert after / before >= 0.95
    assert sum(is_replaced(shown) for _, shown in free) / len(free) <= 0.01
    assert sum(is_replaced(shown) for _, shown in told(each)) / len(told(each)) <= 0.10
    assert all(shown["reply"].strip() for row, shown in told(each) if row["reply"].strip())


@HERE
@pytest.mark.parametrize("each", SOME)
def test_hooks_are_hardly_ever_seen_where_there_are_none(each: int) -> None:
    others = [
        "attachment_hook" in shown["flags"]
        for row, shown in told(each)
        if row.get("pattern", "User retention") != "User retention"
    ]
    people = [
        "attachment_hook" in one("", row["text"])["flags"] for row in rows("messages_irc")[::each]
    ]
    assert sum(others) / len(others) <= 0.02
    assert sum(people) / len(people) <= 0.02


@pytest.mark.parametrize("entity", ["&#" + "9" * 5000 + ";", "&#" + "0" * 5000 + "65;"])
def test_a_number_of_an_entity_with_more_digits_than_python_reads_is_nothing(entity: str) -> None:
    assert plain(f"Call {entity} now.").startswith("call")


@HERE
@pytest.mark.parametrize("each", SOME)
def test_nothing_is_taken_for_a_turn_where_people_are_stood_by(each: int) -> None:
    turned, count = 0, 0
    for row in rows("conversations_risk")[::each]:
        said: dict[str, list[str]] = {"person": [], "assistant": []}
        for turn in row["turns"]:
            context = Context(
                user=(said["person"] or [""])[-1],
                earlier=tuple(said["assistant"]),
                earlier_user=tuple(said["person"][:-1]),
            )
            is_reply = turn["role"] != "person"
            sentences = [plain(one.text) for one in split(turn["text"])] if is_reply else []
            count += len(sentences)
            turned += sum(capitulation.turns(one, context, ()) for one in sentences)
            said["assistant" if is_reply else "person"].append(turn["text"])
    assert count > 1_000
    assert turned <= 1 + count / 10_000


def said_by_people(each: int) -> list[str]:
    """Gives the sentences of supporters, of a channel and of a forum."""
    texts = [row["text"] for name in ("irc", "reddit") for row in rows(f"messages_{name}")[::each]]
    for row in rows("conversations_risk")[::each]:
        texts += [turn["text"] for turn in row["turns"] if turn["role"] != "person"]
    return [plain(one.text) for text in texts for one in split(text)]


@HERE
@pytest.mark.parametrize("each", SOME)
def test_what_people_say_of_each_others_work_is_hardly_ever_empty_praise(each: int) -> None:
    sentences, context = said_by_people(each), Context("i had an idea for the shed")
    empty = sum(praise.is_empty(one, context, ()) for one in sentences)
    assert len(sentences) > 5_000
    assert empty <= 1 + 3 * len(sentences) / 10_000
