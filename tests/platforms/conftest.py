"""A homeserver that all tests of one process share, and bots on it."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.matrix_people import PASSWORD
from tests.platforms.synapse import Synapse

Making = Callable[..., Awaitable[MatrixDriver]]
_numbers = itertools.count(2000)


@pytest.fixture(scope="session")
def hs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Synapse]:
    server = Synapse(tmp_path_factory.mktemp("homeserver"))
    asyncio.run(server.start())
    yield server
    asyncio.run(server.stop())


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
