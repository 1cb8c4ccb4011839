"""A homeserver that the tests of one file share, and bots on it."""

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.matrix_people import PASSWORD
from tests.platforms.synapse import Synapse, synapse

Making = Callable[..., Awaitable[MatrixDriver]]
_numbers = itertools.count(2000)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hs(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Synapse]:
    async with synapse(tmp_path_factory.mktemp("homeserver")) as server:
        yield server


@pytest_asyncio.fixture(loop_scope="module")
async def made(hs: Synapse, tmp_path: Path) -> AsyncIterator[Making]:
    """Makes a bot that serves, and people who have not met it."""
    drivers = []

    async def make(*, encrypted: bool = False, **more: str) -> MatrixDriver:
        number = str(next(_numbers))
        (folder := tmp_path / number).mkdir()
        driver = MatrixDriver(hs, folder, encrypted, suffix=number, more=more)
        await hs.register(f"attune{number}", PASSWORD)
        await driver.start()
        drivers.append(driver)
        return driver

    yield make
    for driver in drivers:
        await driver.close()
