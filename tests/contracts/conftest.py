"""The stores that the contract suites run over: the fake, SQLite in a file, PostgreSQL."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.ports import Store
from bot.store.store import SqlStore, open_store
from tests.fakes import FakeStore, FakeVault
from tests.ready import copied_to


@pytest.fixture
def url(tmp_path: Path) -> str:
    return copied_to(tmp_path / "attune.db")


@pytest.fixture
def vault() -> FakeVault:
    return FakeVault()


@pytest.fixture
async def sql(url: str, vault: FakeVault) -> AsyncIterator[SqlStore]:
    opened = await open_store(url, vault)
    yield opened
    await opened.close()


@pytest.fixture(params=["fake", "sqlite", "postgres"])
async def store(request: pytest.FixtureRequest, vault: FakeVault) -> AsyncIterator[Store]:
    if request.param == "fake":
        yield FakeStore(vault)
        return
    name = "url" if request.param == "sqlite" else "postgres_ready"
    opened = await open_store(request.getfixturevalue(name), vault)
    yield opened
    await opened.close()
