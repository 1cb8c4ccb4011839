"""The steps of one reply out of a response's bytes: what its end is, and what comes after it."""

import asyncio
import json
import re
from collections.abc import AsyncIterator

import httpx2
import pytest

from bot.model.remote import Endpoint
from bot.model.remote.failures import NO_REPLY
from bot.model.remote.reply import Step, Wait, step_of
from bot.model.remote.stream import steps

ENDPOINT = Endpoint("http://localhost/v1", "m")
DONE = b"data: [DONE]\n\n"


def chunk(text: str) -> bytes:
    return b"data: %b\n\n" % json.dumps({"choices": [{"delta": {"content": text}}]}).encode()


class Body(httpx2.AsyncByteStream):
    """A body in these packets, then an error if there is one; counts what was read of it."""

    def __init__(
        self, *packets: bytes, error: Exception | None = None, hangs: bool = False
    ) -> None:
        self.read = 0
        self.is_closed = False
        self._packets, self._error, self._hangs = packets, error, hangs

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for packet in self._packets:
            self.read += 1
            yield packet
        if self._error:
            raise self._error
        if self._hangs:
            await asyncio.Event().wait()

    async def aclose(self) -> None:
        self.is_closed = True


async def read(body: Body, wait: Wait | None = None) -> list[Step]:
    response = httpx2.Response(200, stream=body)
    return [step async for step in steps(response, wait or Wait(ENDPOINT))]


async def test_what_follows_the_end_is_read_to_its_end_and_no_step() -> None:
    body = Body(chunk("a") + DONE + chunk("b"), chunk("c"), b": bye\n\n")
    assert await read(body) == [Step("a", is_piece=True)]
    assert (body.read, body.is_closed) == (3, True)


async def test_the_end_of_the_body_is_an_end_too() -> None:
    assert await read(Body(chunk("a"), chunk("b")[:-1])) == [Step("a", is_piece=True)]


async def test_a_body_that_stays_open_after_the_end_is_let_go_of() -> None:
    body = Body(chunk("a"), DONE, hangs=True)
    assert await asyncio.wait_for(read(body), 5) == [Step("a", is_piece=True)]
    assert body.is_closed


async def test_a_failure_counts_before_the_end_and_no_more_after_it() -> None:
    cut = httpx2.RemoteProtocolError("hush")
    assert await read(Body(chunk("a"), DONE, error=cut)) == [Step("a", is_piece=True)]
    with pytest.raises(httpx2.RemoteProtocolError):
        await read(Body(chunk("a"), error=cut))


async def test_a_body_without_an_end_runs_into_the_deadline() -> None:
    wait, body = Wait(ENDPOINT), Body(b": ping\n\n", hangs=True)
    wait.again(0)
    with pytest.raises(TimeoutError):
        await read(body, wait)
    assert body.is_closed


async def test_an_early_stop_lets_go_of_the_body_at_once() -> None:
    body = Body(chunk("a") + chunk("b"), hangs=True)
    reading = steps(httpx2.Response(200, stream=body), Wait(ENDPOINT))
    assert await anext(reading) == Step("a", is_piece=True)
    await reading.aclose()
    assert body.is_closed


# -- one chunk ---------------------------------------------------------------------------------


def of(delta: object, finish: object = None) -> str:
    return json.dumps({"choices": [{"delta": delta, "finish_reason": finish}, {"delta": "second"}]})


@pytest.mark.parametrize(
    ("data", "step"),
    [
        (of({"content": "a"}), Step("a", is_piece=True)),
        (of({"content": "", "role": "assistant"}), Step()),
        (of({"content": None}, "stop"), Step(finish="stop")),
        (of({"content": ["a"]}, 7), Step(is_piece=True)),
        (of({"reasoning": "a"}), Step(is_piece=True)),
        (of({"reasoning_content": "a"}), Step(is_piece=True)),
        (of({"refusal": "a"}), Step(is_declined=True)),
        (of("a"), Step()),
        (of(None), Step()),
        ('{"choices": []}', Step()),
        ('{"choices": [null], "usage": {}}', Step()),
        ('{"choices": ["a"], "error": null}', Step()),
    ],
)
def test_a_chunk_is_read_as_far_as_it_is_one(data: str, step: Step) -> None:
    assert step_of(data) == step


@pytest.mark.parametrize(
    "data",
    [
        *("", "a", "{", "null", "7", '"a"', "[]", "{}", '{"choices": null}', '{"choices": {}}'),
        '{"choices": [{"delta": {"content": "a"}}], "error": {"message": "a"}}',
        '{"choices": [{"delta": {"content": "a"}}], "error": "a"}',
        100_000 * "[",
        100_000 * '{"choices":',
    ],
    ids=lambda data: data[:40],
)
def test_what_is_no_chunk_is_an_error(data: str) -> None:
    with pytest.raises(ValueError, match=re.escape(NO_REPLY)):
        step_of(data)
