"""What the release before kept: this one opens its folder and reads every record of every kind."""

import json
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.engine import codec
from bot.engine.erasing import load_forgotten
from bot.engine.places import place_of
from bot.ids import EventId
from bot.ports import Store
from bot.records import (
    HOUSE,
    KINDS,
    AskRow,
    DueRow,
    EndLine,
    EraseFrozen,
    ForgetElsewhere,
    ForgetWords,
    OutboxRow,
    Owner,
    PlaceRow,
    PostRow,
    ReplyRow,
    Row,
    TrayRow,
)
from bot.store.migrate import migrate
from bot.store.store import open_store
from bot.vault import FileVault, master_keys
from tests.kept_before.write import ADA, ASK, AT, FILES, FOLDER, MASTER, SCOPE, SECOND, SPACE

KEPT: dict[str, list[dict[str, Any]]] = json.loads((FOLDER / "rows.json").read_text("utf-8"))


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """Gives the folder of the release before, opened by this one."""
    for name in FILES:
        with closing(sqlite3.connect(tmp_path / f"{name}.db")) as raw:
            raw.executescript((FOLDER / f"{name}.sql").read_text("utf-8"))
    data, keys = (f"sqlite+aiosqlite:///{tmp_path / name}.db" for name in FILES)
    migrate(data, tmp_path)
    masters = master_keys(MASTER, tmp_path / "master.key", keys_exist=True)
    vault = await FileVault.open(keys, *masters)
    opened = await open_store(data, vault, tmp_path)
    yield opened
    await opened.close()
    await vault.close()


def test_no_kind_that_it_kept_is_gone_or_called_otherwise() -> None:
    assert KEPT.keys() <= {kind.__name__ for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
async def test_every_row_it_kept_is_read_as_it_was(store: Store, kind: type[Row]) -> None:
    found = {(row.owner, row.key): _written(row) for row in await store.sweep(kind)}
    kept = {(one["owner"], one["key"]): one for one in KEPT.get(kind.__name__, [])}
    assert found.keys() == kept.keys()
    assert {place: found[place] | row for place, row in kept.items()} == found


def _written(row: Row) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(json.dumps(asdict(row), default=datetime.isoformat))
    return written


LOADED: list[tuple[type[Row], Callable[[Any], object], object]] = [
    (AskRow, lambda row: codec.load_ask(row.body), ASK),
    (AskRow, lambda row: codec.load_shown(row.shown).messages, (SECOND,)),
    (OutboxRow, lambda row: codec.load_sending(row.body).scope, SCOPE),
    (PostRow, lambda row: codec.load_post(row.body)[1:], (SCOPE, True)),
    (TrayRow, lambda row: codec.load_post(row.body), ((), SCOPE, False)),
    (ReplyRow, lambda row: codec.load_reply_body(row.body).messages, (SECOND,)),
    (ReplyRow, lambda row: codec.load_versions(row.before)[0].text, "grüße"),
    (PlaceRow, lambda row: place_of(row).scope, SCOPE),
    (DueRow, lambda row: load_forgotten(row), (ADA, (SPACE,), AT)),
]


@pytest.mark.parametrize(("kind", "load", "expected"), LOADED)
async def test_what_was_sealed_in_it_is_understood(
    store: Store, kind: type[Row], load: Callable[[Any], object], expected: object
) -> None:
    (row,) = [row for row in await store.sweep(kind) if row.key == "full"]
    assert load(row) == expected


async def test_what_it_put_due_is_the_same_task(store: Store) -> None:
    due = [row.task for row in await store.sweep(DueRow) if row.owner == Owner("eve")]
    tasks = (EraseFrozen(), ForgetElsewhere("event"), EndLine("hash"), ForgetWords("r"))
    assert sorted(due, key=repr) == sorted(tasks, key=repr)


async def test_an_event_that_it_claimed_is_not_new(store: Store) -> None:
    assert not await store.deciding(
        HOUSE, lambda unit: unit.claim(HOUSE, EventId("seen before"), AT)
    )


async def test_its_ledger_goes_on(store: Store) -> None:
    ((number, entry),) = await store.reading(lambda unit: unit.ledger("subject"))
    assert (number, entry.state, entry.policy, entry.at) == (1, "given", "v1", AT)
