"""Whether this machine's clock is right is seen by the `Date` of an answer, and said in words."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.cli.clocks import compared
from bot.clock import host_time


@pytest.fixture
async def url() -> AsyncIterator[str]:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(text="{}")

    app = web.Application()
    app.router.add_get("/versions", answer)
    async with TestServer(app) as server:
        yield str(server.make_url("/versions"))


async def test_a_clock_that_is_right_is_well(url: str) -> None:
    assert await compared("Matrix", url) == (True, "clock: within a minute of Matrix's")


@pytest.mark.parametrize(("off", "which"), [(2, "ahead of"), (-2, "behind")])
async def test_a_clock_that_is_hours_off_is_said(url: str, off: int, which: str) -> None:
    told = await compared("Discord", url, lambda: host_time() + timedelta(hours=off))
    assert told is not None
    assert not told[0]
    assert f"seconds {which} Discord's" in told[1]


async def test_where_nobody_answers_nothing_is_said() -> None:
    assert await compared("Matrix", "http://127.0.0.1:9/versions") is None
