"""A start waits for a database that is held for a moment, and says so; for nothing else."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import structlog
from structlog.typing import EventDict, WrappedLogger

from adapters.cli import patience
from adapters.cli.compose import keys_file, ready_schema
from adapters.cli.patience import opened_at_last, ready_at_last
from bot.errors import StoreAway, StoreError
from bot.records import Owner, ScopeRow
from bot.settings import Settings, load
from bot.store.database import postgres, sqlite

ADA = Owner("ada")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(patience, "LONGEST_WAIT_S", 0.01)
    monkeypatch.setattr(sqlite, "PRAGMAS", ("busy_timeout=20", *sqlite.PRAGMAS[1:]))
    monkeypatch.setattr(sqlite, "_LOOKING", ("busy_timeout=20", *sqlite._LOOKING[1:]))
    return load({"ATTUNE_DATA_FOLDER": str(tmp_path)}, None)


@contextmanager
def held(file: Path) -> Iterator[list[str]]:
    """Holds a database until the log has said twice that the start waits for it."""
    said: list[str] = []
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        def heard(_logger: WrappedLogger, _method: str, entry: EventDict) -> EventDict:
            if "what" in entry:  # else it is of another level, shown to who looks for it
                said.append(f"{entry['event']}: {entry['what']}")
                if len(said) == 2:
                    other.execute("ROLLBACK")
            raise structlog.DropEvent

        structlog.configure(processors=[heard])
        try:
            yield said
        finally:
            structlog.reset_defaults()


WAITS = f"the start waits for the database: {sqlite._LOCKED}"


def test_a_locked_database_is_waited_for_before_it_is_migrated(settings: Settings) -> None:
    settings.database_file.touch()
    with held(settings.database_file) as said:
        assert ready_at_last(settings) is None
    assert said == [WAITS, WAITS]
    ready_schema(settings)


async def test_locked_keys_and_a_locked_database_are_waited_for_at_the_start(
    settings: Settings,
) -> None:
    ready_schema(settings)
    async with opened_at_last(settings) as (store, _):
        await store.deciding(ADA, lambda unit: unit.put(ScopeRow(ADA)))
    with held(keys_file(settings)) as said:
        async with opened_at_last(settings) as (store, _):
            kept = await store.reading(lambda unit: unit.get(ScopeRow, ADA))
    assert kept == ScopeRow(ADA)
    assert said == [WAITS, WAITS]


def test_what_does_not_pass_by_itself_ends_the_start(settings: Settings) -> None:
    settings.database_file.write_text("no database, but a page of text " * 200)
    with pytest.raises(StoreError, match="not a database"):
        ready_at_last(settings)


@pytest.mark.parametrize("state", ["", "57P03", "53300", "55P03", "08006"])
def test_a_server_that_is_not_up_yet_is_waited_for(state: str) -> None:
    assert isinstance(postgres._error_of(state, "otherwise"), StoreAway)


@pytest.mark.parametrize("state", ["28P01", "3D000", "53100", "42501", "XX000"])
def test_a_server_that_refuses_is_not_waited_for(state: str) -> None:
    assert not isinstance(postgres._error_of(state, "otherwise"), StoreAway)
