"""The behaviour suite on Matrix, on a real homeserver, in plain and in encrypted rooms."""

import itertools
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.behaviour import *  # noqa: F403
from tests.behaviour_private import *  # noqa: F403
from tests.driver import Driver
from tests.platforms.matrix_driver import PLAIN_IN_PROOF, MatrixDriver
from tests.platforms.matrix_people import PASSWORD
from tests.platforms.synapse import HERE, Synapse

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
_numbers = itertools.count()


@pytest_asyncio.fixture(params=PLAIN_IN_PROOF, loop_scope="module")
async def d(request: pytest.FixtureRequest, hs: Synapse, tmp_path: Path) -> AsyncIterator[Driver]:
    (data := tmp_path / "data").mkdir()
    number = str(next(_numbers))
    driver = MatrixDriver(hs, data, request.param == "encrypted", suffix=number)
    await hs.register(f"attune{number}", PASSWORD)
    await driver.start()
    yield driver
    await driver.close()
