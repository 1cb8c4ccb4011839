"""The program with one of its rules broken, or killed at one place: what the tests must notice.

python -m tests.platforms.broken RULE serve
"""

import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any
from uuid import uuid4

from adapters.cli import main
from adapters.matrix import homeserver, ids, serve, sync
from adapters.matrix.files import Files
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.inbox import TOKEN, Inbox, Incoming
from adapters.matrix.marks import Marks
from bot.records import InboxRow
from tests.platforms import broken_discord

DIED = Path("died")  # in the folder it runs in: it is killed there once
Rows = tuple[InboxRow, ...]
Take = Callable[[Inbox, tuple[Incoming, ...], str], Coroutine[Any, Any, Rows]]


def no_back_fill() -> None:
    """What a homeserver leaves out is never asked for."""

    async def nothing(self: sync.SyncLoop, room: str, info: dict[str, Any]) -> list[Any]:
        return []

    sync.SyncLoop._gap = nothing  # type: ignore[method-assign]


def random_transaction() -> None:
    """A send has another name at each try."""
    ids.transaction = lambda key: uuid4().hex


def token_before_inbox() -> None:
    """Where to read on is kept first, in a transaction of its own."""
    whole = Inbox.take

    async def take(self: Inbox, incoming: tuple[Incoming, ...], token: str) -> Rows:
        await self._notes.keep_house(TOKEN, token)
        _die(incoming)
        return await whole(self, incoming, token)

    Inbox.take = take  # type: ignore[method-assign]


def dies_in_take() -> None:
    """Breaks nothing; the program is killed as soon as an event is stored."""
    whole = Inbox.take

    async def take(self: Inbox, incoming: tuple[Incoming, ...], token: str) -> Rows:
        rows = await whole(self, incoming, token)
        _die(incoming)
        return rows

    Inbox.take = take  # type: ignore[method-assign]


def key_taken_for_shared() -> None:
    """Counts a room's key as shared whatever the homeserver answered, as nio does."""

    async def nothing(client: object, room: str, ask: object) -> None:
        return None

    vars(homeserver)["share_key"] = nothing


def no_cross_signing() -> None:
    """The account never signs its device."""

    async def nothing(home: Homeserver, files: Files, device: str, password: str | None) -> None:
        return None

    vars(serve)["ensure"] = nothing


def placeholder_on_matrix_forgotten() -> None:
    """Nobody knows of the placeholder that an earlier process left, and no send has its name."""
    broken_discord.placeholder_forgotten()
    random_transaction()


def stop_left_standing() -> None:
    """What stops a reply is never looked for under one that an earlier process left."""

    async def nothing(*_given: object) -> None:
        return None

    Marks.take_back = nothing  # type: ignore[method-assign,assignment]


def _die(incoming: tuple[Incoming, ...]) -> None:
    said = any(one.kind in ("m.room.message", "m.room.encrypted") for one in incoming)
    if said and not DIED.exists():
        DIED.touch()
        os._exit(9)


RULES = {
    "no back-fill": no_back_fill,
    "random transaction id": random_transaction,
    "token before inbox": token_before_inbox,
    "dies in take": dies_in_take,
    "no cross-signing": no_cross_signing,
    "placeholder on Matrix forgotten": placeholder_on_matrix_forgotten,
    "stop left standing": stop_left_standing,
    "key taken for shared": key_taken_for_shared,
    **broken_discord.RULES,
}

if __name__ == "__main__":
    RULES[sys.argv.pop(1)]()
    main.run()
