"""Releasing: the next endpoint only while nothing was released, and nothing after silence."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from bot.engine.exchange import told
from bot.engine.generate import Generation, Silenced
from bot.errors import ModelCutOff, ModelError, ModelRefused, ModelUnreachable
from bot.governor.filter import Governed
from bot.governor.leanings import Leanings
from bot.levels import Level
from bot.model.classifier import WAITING, LocalClassifier
from bot.prompt import noted
from bot.tasks import start
from bot.text.sentences import split
from bot.words import Brief, Prompt, PromptLine
from tests.fakes import FakeClassifier
from tests.in_english import in_english
from tests.play import ScriptedModel

FEW = Path(__file__).parent / "classifier"  # a small one of the same shape
PROMPT = Prompt(
    Brief(Level.PLAIN, None, 1, 1), (PromptLine("system", "s"), PromptLine("user", "u"))
)


async def always() -> bool:
    return True


def says(*pieces: str | ModelError) -> ScriptedModel:
    return ScriptedModel(lambda _prompt: pieces)


def releasing(*models: ScriptedModel) -> Generation:
    return Generation(models, lambda: Governed(1), always, pause_s=60)


async def released(of: Generation, into: list[str] | None = None) -> list[str]:
    got = [] if into is None else into
    async for text in of.texts(PROMPT):
        got.append(text)
    return got


async def test_what_a_failed_endpoint_began_is_never_mixed_with_the_next() -> None:
    of = releasing(says("Half a sent", ModelCutOff("cut")), says("Whole. ", "Really?"))
    assert await released(of) == ["Whole.", " Really?"]
    assert of.governed.asked == 1


async def test_the_last_endpoints_failure_is_the_one_that_is_told() -> None:
    of = releasing(says(ModelUnreachable("one")), says(ModelRefused("two")))
    with pytest.raises(ModelRefused, match="two"):
        await released(of)


async def test_after_a_released_sentence_no_other_endpoint_is_asked() -> None:
    second = says("Never.")
    got: list[str] = []
    with pytest.raises(ModelCutOff):
        await released(releasing(says("One. Two", ModelCutOff("cut")), second), got)
    assert got == ["One."]
    assert second.prompts == []


async def test_silence_ends_it_before_the_next_release() -> None:
    may = [True, False]

    async def until_then() -> bool:
        return may.pop(0)

    of = Generation(
        (says("One. Two. Three."),),
        lambda: Governed(1),
        until_then,
        pause_s=60,
    )
    with pytest.raises(Silenced):
        await released(of)
    assert may == []


async def test_a_loop_closes_the_stream_at_once_and_no_other_draft_is_asked_for() -> None:
    pieces = ["The bus leaves at nine. ", *["Take a walk in the park. "] * 40]
    model = says(*pieces)
    of = Generation((model,), lambda: Governed(1, context=in_english("hello")), always, pause_s=60)
    assert await released(of) == ["The bus leaves at nine.", " Take a walk in the park."]
    assert len(model.prompts) == 1


def test_what_was_told_is_the_system_line_the_note_and_what_a_redraft_may_tell() -> None:
    prompt = Prompt(
        PROMPT.brief,
        (PromptLine("system", "Be plain."), PromptLine("user", noted("hm", "Be kind."))),
    )
    assert "Be plain." in told(prompt)
    assert "Be kind." in told(prompt)
    assert "hm" not in told(prompt).split("\n")


# -- what sentences lean to --------------------------------------------------------------------

PRAISE = "What a great question! The lease ends in May. What a great plan! It rains."
RULED = "The lease ends in May. It rains."


def reading(leanings: Callable[[str], Awaitable[Leanings]]) -> Generation:
    governing = partial(Governed, 1, context=in_english("hello"))
    return Generation((says(PRAISE),), governing, always, pause_s=60, leanings=leanings)


async def test_what_no_sentence_leans_to_is_shown_though_a_rule_found_it() -> None:
    classifier = FakeClassifier()
    assert "".join(await released(reading(classifier.leanings))) == PRAISE
    assert classifier.sentences == [one.text.strip().lower() for one in split(PRAISE)]


async def test_what_a_sentence_surely_leans_to_is_left_out_though_no_rule_found_it() -> None:
    classifier = FakeClassifier(leaning={"lease": {"flattery": 0.95}, "great": {"flattery": 0.5}})
    assert "".join(await released(reading(classifier.leanings))) == "It rains."


async def test_without_an_answer_rules_judge_and_nobody_waits_for_it_a_second_time() -> None:
    classifier = FakeClassifier(failure="it took too long")
    assert "".join(await released(reading(classifier.leanings))) == RULED
    assert len(classifier.sentences) == 1


@pytest.mark.parametrize("is_busy", [True, False], ids=["busy", "late"])
async def test_beside_a_classifier_that_is_busy_or_late_the_reply_comes(is_busy: bool) -> None:
    local = LocalClassifier(FEW, deadline_s=30)
    await local.begin()
    gate = Event()
    local._thread.submit(gate.wait)
    others = [start(local.scores("hello"), "other") for _ in range(WAITING)] if is_busy else []
    await asyncio.sleep(0)  # each has its place now
    local.deadline_s = 30 if is_busy else 0.0
    assert "".join(await released(reading(local.leanings))) == RULED
    gate.set()
    await asyncio.gather(*others)
    await local.close()


async def test_an_endpoint_after_another_is_read_from_its_own_beginning() -> None:
    classifier = FakeClassifier()
    models = (says("What a great", ModelCutOff("cut")), says("What a great question!"))
    governing = partial(Governed, 1, context=in_english("hello"))
    of = Generation(models, governing, always, pause_s=60, leanings=classifier.leanings)
    assert "".join(await released(of)) == "What a great question!"
