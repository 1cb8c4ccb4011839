"""Writes a data folder of this release, for the next: `python -m tests.kept_before.write`.

Every kind of record is there twice: with every column filled, and bare. Bodies are as the engine
writes them. Run it from a tree of the release that is out, never from the one being built.
"""

import asyncio
import base64
import json
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.actions.ask import Ask
from bot.actions.platform import Say
from bot.choices import Choice, EraseHere, KeepAll
from bot.engine.codec import (
    ReplyBody,
    Sending,
    Shown,
    dump,
    dump_post,
    dump_versions,
)
from bot.ids import EventId, MessageId, PersonId, RoomId, Scope, SpaceId
from bot.levels import Level, Stance
from bot.ports import Store, Unit
from bot.records import HOUSE, KINDS, LedgerRow, Owner, Row
from bot.repair.stack import Version
from bot.rupture import Rupture
from bot.store.migrate import migrate
from bot.store.store import open_store
from bot.vault import FileVault, master_keys

FOLDER = Path(__file__).parent
MASTER = base64.b64encode(b"of a folder that holds no person").decode()
FILES = ("attune", "keys")
AT = datetime(2026, 11, 28, 14, 37, 5, 123456, tzinfo=UTC)
ADA, SPACE, ROOM = PersonId("console:ada"), SpaceId("console:dm:ada"), RoomId("console:dm:ada")
SCOPE, FIRST, SECOND = Scope(SPACE, ADA), MessageId("u1"), MessageId("r1")
CHOICES = (Choice("Erase", EraseHere()), Choice("Keep", KeepAll()))
DUE = ("erase-frozen", "words:r", "passes:hash", "forget event")
ASK = Ask(
    ROOM,
    SCOPE,
    FIRST,
    Level.WARM,
    Stance.LISTEN,
    is_direct=True,
    asked_at=AT,
    also=(MessageId("u0"),),
    rupture=Rupture("cold"),
    said_at=AT,
)
_OF_A_LINE = {"room": ROOM, "space": SPACE, "person": ADA, "message": SECOND}
_FORGOTTEN = {"person": ADA, "spaces": [SPACE], "at": AT.isoformat()}
BODIES: dict[str, dict[str, str]] = {
    "AskRow": {"body": dump(ASK), "shown": dump(Shown((SECOND,)))},
    "DueRow": {"body": json.dumps(_FORGOTTEN)},
    "InboxRow": {"body": json.dumps({"content": {"body": "grüße"}})},
    "NoteRow": {"body": json.dumps(_OF_A_LINE)},
    "OutboxRow": {"body": dump(Sending(ROOM, SCOPE, True, Say("grüße", ADA, CHOICES)))},
    "PlaceRow": {"body": json.dumps({"space": SPACE, "person": ADA, "direct": True})},
    "PostRow": {"body": dump_post(CHOICES, SCOPE, is_direct=True)},
    "ReplyRow": {
        "body": dump(ReplyBody(ROOM, SCOPE, FIRST, (SECOND,), also=(MessageId("u0"),))),
        "before": dump_versions((Version("tap", "cold", 1, "grüße", at=AT),)),
    },
    "TrayRow": {"body": dump_post((), SCOPE, is_direct=False)},
}
_VALUES: tuple[tuple[object, Any], ...] = (
    (bool, True),
    (int, 2),
    (int | None, 2),
    (float | None, 0.5),
    (datetime | None, AT),
)


def full(kind: type[Row], owner: Owner, key: str) -> Row:
    """Gives a row of a kind with every column filled."""
    values = dict(_VALUES)
    filled = {item.name: values.get(item.type, "grüße") for item in fields(kind)[2:]}
    return kind(owner, key, **filled | BODIES.get(kind.__name__, {}))


def rows() -> list[Row]:
    """Gives what is written: of what is due a row a task."""
    made = [row for kind in KINDS for row in (full(kind, Owner("ada"), "full"), kind(HOUSE))]
    due = next(kind for kind in KINDS if kind.__name__ == "DueRow")
    return [*made, *(full(due, Owner("eve"), key) for key in DUE)]


async def _written(store: Store) -> None:
    entry = LedgerRow("subject", "given", 2, "answering", "v1", AT, AT, "event")

    async def work(unit: Unit) -> None:
        await unit.claim(HOUSE, EventId("seen before"), AT)
        for row in rows():
            await unit.put(row)
        await unit.append(entry)

    await store.deciding(HOUSE, work)


async def _write(folder: Path) -> None:
    urls = [f"sqlite+aiosqlite:///{folder / name}.db" for name in FILES]
    await asyncio.to_thread(migrate, urls[0], folder)
    masters = master_keys(MASTER, folder / "master.key", keys_exist=False)
    vault = await FileVault.open(urls[1], *masters)
    store = await open_store(urls[0], vault, folder)
    try:
        await _written(store)
    finally:
        await store.close()
        await vault.close()


def expected() -> dict[str, list[dict[str, Any]]]:
    """Gives what was written, by the class of its kind, as JSON has it."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows():
        written = json.loads(json.dumps(asdict(row), default=datetime.isoformat))
        found.setdefault(type(row).__name__, []).append(written)
    return found


def main(to: Path) -> None:
    """Writes both databases as SQL, and what stands in them as JSON."""
    with tempfile.TemporaryDirectory() as made:
        asyncio.run(_write(Path(made)))
        for name in FILES:
            with closing(sqlite3.connect(Path(made) / f"{name}.db")) as raw:
                (to / f"{name}.sql").write_text("\n".join(raw.iterdump()) + "\n", "utf-8")
    text = json.dumps(expected(), indent=1, ensure_ascii=False) + "\n"
    (to / "rows.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
