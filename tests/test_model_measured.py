"""Measured models: what each request teaches, and whose limit holds."""

import asyncio

import pytest

from bot.errors import ModelBusy, ModelCutOff, ModelDeclined, ModelError, ModelUnreachable
from bot.model.concurrency_limit import FIRST, MOST, Sample
from bot.model.measured import Capacity, Measured
from bot.model.offline import OfflineModel
from bot.model.remote.failures import refusal
from bot.strings import ENGLISH
from tests.play import ScriptedModel
from tests.test_engine_generate import PROMPT

BUSY, AWAY = ModelBusy("busy"), ModelUnreachable("away")


def says(*pieces: str | ModelError) -> ScriptedModel:
    return ScriptedModel(lambda _prompt: pieces)


async def read(model: Measured) -> list[str]:
    return [draft.proposed async for draft in model.stream(PROMPT)]


async def fails(model: Measured, with_: type[ModelError]) -> None:
    with pytest.raises(with_):
        await read(model)


class Noting:
    """A limit that keeps what it is told."""

    most = FIRST

    def __init__(self) -> None:
        self.samples: list[Sample] = []

    def note(self, one: Sample) -> None:
        self.samples.append(one)


def measured(model: ScriptedModel) -> tuple[Measured, list[Sample]]:
    limit = Noting()
    return Measured(model, lambda _one: None, limit), limit.samples  # type: ignore[arg-type]


async def test_it_proposes_what_the_other_model_does_and_learns_once_a_reply() -> None:
    model, samples = measured(says("One. ", "Two."))
    assert (await read(model), len(samples), model.host) == (["One. ", "Two."], 1, "model.example")


@pytest.mark.parametrize("failure", [BUSY, AWAY])
async def test_it_learns_from_a_model_that_is_overloaded_or_away(failure: ModelError) -> None:
    model, samples = measured(says(failure))
    await fails(model, type(failure))
    assert [one.has_failed for one in samples] == [True]


async def test_it_learns_nothing_from_a_model_that_declines() -> None:
    model, samples = measured(says(ModelDeclined("no")))
    await fails(model, ModelDeclined)
    assert samples == []


async def test_a_reply_that_broke_off_had_begun() -> None:
    model, samples = measured(says("One. ", ModelCutOff("cut")))
    await fails(model, ModelCutOff)
    assert [one.has_failed for one in samples] == [False]


async def test_it_counts_what_is_open_at_once_also_after_failures_and_ends() -> None:
    script = says("One.")
    model, samples = measured(script)
    gate = script.gates[0] = asyncio.Event()
    both = asyncio.gather(read(model), read(model))
    await script.reached.wait()
    await asyncio.sleep(0)
    gate.set()
    await both
    left = model.stream(PROMPT)
    await anext(left)
    await left.aclose()
    script.script = lambda _prompt: [BUSY]
    await fails(model, ModelBusy)
    script.script = lambda _prompt: ["One."]
    await read(model)
    assert [one.at_once for one in samples] == [1, 2, 1, 1, 1]


async def test_the_limit_of_the_endpoint_that_spoke_last_holds() -> None:
    first, second = says("One."), says("Two.")
    capacity, changes = Capacity((first, second)), list[int]()
    capacity.changed = lambda: changes.append(capacity.most)
    one, two = capacity.models
    await fails(Measured(says(BUSY), lambda _one: None, one.limit), ModelBusy)
    assert capacity.most == one.limit.most < two.limit.most == FIRST
    await read(two)
    assert capacity.most == FIRST
    await read(one)
    assert (capacity.most, changes) == (one.limit.most, [FIRST, one.limit.most])


async def test_what_runs_in_this_process_bears_as_many_as_are_allowed() -> None:
    assert Capacity((OfflineModel(ENGLISH),)).most == MOST


def test_a_rate_limit_is_told_apart_from_other_refusals() -> None:
    assert isinstance(refusal(429), ModelBusy)
    assert not isinstance(refusal(401), ModelBusy)


class Closing(ScriptedModel):
    """A model that tells whether it was closed."""

    is_closed = False

    async def close(self) -> None:
        self.is_closed = True


async def test_closing_it_closes_the_other_model() -> None:
    other = Closing(lambda _prompt: [])
    await Measured(other, lambda _one: None).close()
    assert other.is_closed
