"""What every classifier of the crisis floor promises, the fake and the one of a file."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.crisis.chunks import chunks
from bot.errors import ClassifierError
from bot.model.classifier import DEADLINE_S, WAITING, LocalClassifier, loaded
from bot.ports import Classifier
from tests.fakes import FakeClassifier

FOLDER = Path(__file__).parents[1] / "classifier"  # a small one of the same shape
LONG = "\n".join(
    f"We walked to the lake and talked about work for a while, day {n}." for n in range(9)
)


@pytest.fixture(params=["fake", "of a file"])
async def classifier(request: pytest.FixtureRequest) -> AsyncIterator[Classifier]:
    if request.param == "fake":
        yield FakeClassifier({"kill myself": (0.99, "intent")}, leaning={"friend": {"hook": 0.9}})
        return
    local = LocalClassifier(FOLDER, deadline_s=30)  # the deadline has a test of its own
    await local.begin()
    yield local
    await local.close()


async def test_each_chunk_has_its_scores_in_their_order(classifier: Classifier) -> None:
    found = await classifier.scores(LONG)
    assert [one.chunk for one in found] == list(range(len(chunks(LONG))))
    assert all(0 <= one.risk <= 1 for one in found)


@pytest.mark.parametrize("text", ["", " \n\t "])
async def test_a_text_of_blanks_has_none(classifier: Classifier, text: str) -> None:
    assert await classifier.scores(text) == ()


async def test_a_plain_wish_is_told_from_plain_talk(classifier: Classifier) -> None:
    (said,) = await classifier.scores("I want to kill myself tonight")
    (other,) = await classifier.scores("what time is the train to Leeds tonight?")
    assert said.risk > 0.5 > other.risk
    assert said.whose == "self"


async def test_a_sentence_of_a_reply_leans_to_what_it_is_and_to_nothing_else(
    classifier: Classifier,
) -> None:
    one, other = await asyncio.gather(
        classifier.leanings("i want to be your friend"), classifier.leanings("the bank is open")
    )
    assert one["hook"] > 0.5
    assert max(one["flattery"], one["refusal"], *other.shares) < 0.1


async def test_many_are_read_at_once_each_by_itself(classifier: Classifier) -> None:
    texts = ["I want to kill myself", "lovely day"] * 3
    found = await asyncio.gather(*(classifier.scores(text) for text in texts))
    assert [scores[0].risk > 0.5 for scores in found] == [True, False] * 3


# -- that of a file ----------------------------------------------------------------------------


async def test_what_is_not_done_by_the_deadline_is_told_so_and_the_next_is_read() -> None:
    local = LocalClassifier(FOLDER)
    await local.begin()
    local.deadline_s = 0.0
    with pytest.raises(ClassifierError, match="too long"):
        await local.scores(LONG)
    local.deadline_s = 30
    assert len(await local.scores("hello there")) == 1
    await local.close()


async def test_who_comes_when_too_many_wait_is_told_at_once() -> None:
    local = LocalClassifier(FOLDER, deadline_s=30)
    await local.begin()
    found = await asyncio.gather(*(local.scores(LONG) for _ in range(40)), return_exceptions=True)
    assert any(isinstance(one, ClassifierError) and "busy" in str(one) for one in found)
    assert isinstance(found[0], tuple)
    await local.close()


async def test_sentences_of_replies_never_take_the_places_of_what_people_say() -> None:
    local = LocalClassifier(FOLDER, deadline_s=30)
    await local.begin()
    sentences = (local.leanings("be my friend") for _ in range(40))
    found = await asyncio.gather(*sentences, local.scores("hello there"), return_exceptions=True)
    busy = [one for one in found[:-1] if isinstance(one, ClassifierError) and "busy" in str(one)]
    assert len(busy) == 40 - WAITING // 2
    assert isinstance(found[-1], tuple)
    await local.close()


async def test_a_sentence_waits_half_as_long_as_what_people_say() -> None:
    local = LocalClassifier(FOLDER)
    await local.begin()
    local.deadline_s = 0.0
    with pytest.raises(ClassifierError, match="too long"):
        await local.leanings("be my friend")
    await local.close()
    assert DEADLINE_S / 2 == 0.2


async def test_before_it_is_loaded_it_says_so() -> None:
    local = LocalClassifier(FOLDER)
    for asked in (local.scores("hello"), local.leanings("hello")):
        with pytest.raises(ClassifierError, match="not loaded"):
            await asked
    await local.close()


def test_what_a_leaning_means_stands_in_the_file_and_where_it_does_not_is_what_it_says() -> None:
    even = loaded(FOLDER)
    laid = replace(even, laid={"hook": [[0, 0], [0.99, 0.2], [1, 1]]})
    told, meant = even.leanings("be my friend"), laid.leanings("be my friend")
    assert told["hook"] > 0.9
    assert 0.15 < meant["hook"] < 0.2
    assert meant["flattery"] == pytest.approx(told["flattery"])


@pytest.mark.parametrize("broken", ["crisis.onnx", "crisis.json", "vocab.txt"])
async def test_a_file_that_is_missing_or_damaged_is_a_fault_with_a_name(
    tmp_path: Path, broken: str
) -> None:
    for file in ("crisis.onnx", "crisis.json", "vocab.txt"):
        (tmp_path / file).symlink_to(FOLDER / file)
    (tmp_path / broken).unlink()
    for content in (None, b"\x00garbage"):
        if content is not None:
            (tmp_path / broken).write_bytes(content)
        local = LocalClassifier(tmp_path)
        with pytest.raises(ClassifierError):
            await local.begin()
        await local.close()
