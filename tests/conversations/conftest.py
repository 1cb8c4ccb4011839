"""An Attune for each dialogue."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conversations.stage import plain_reply
from tests.play import Play, ScriptedModel, met, play


@pytest.fixture
async def p(tmp_path: Path) -> AsyncIterator[Play]:
    async with play(tmp_path, ScriptedModel(plain_reply)).running() as running:
        yield await met(running)
