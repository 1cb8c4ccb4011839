"""A homeserver that the tests of one file share."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.platforms.synapse import Synapse, synapse


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hs(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Synapse]:
    async with synapse(tmp_path_factory.mktemp("homeserver")) as server:
        yield server
