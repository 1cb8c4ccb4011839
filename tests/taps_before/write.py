"""Writes a data folder with every kind of open card: `python -m tests.taps_before.write`.

Run it from a tree of the release that is out, never from the one being built: it talks at a
console of that release, over its own store and keys, until a card of every kind stands open.
"""

import asyncio
import base64
import json
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from adapters.console.chat import Console
from bot.errors import ModelCutOff, ModelError, PlatformError
from bot.ports import Store, Vault
from bot.store.migrate import migrate
from bot.store.store import open_store
from bot.vault import FileVault, master_keys
from bot.words import Prompt
from tests.play import Play, ScriptedModel, is_asked

FOLDER = Path(__file__).parent
MASTER = base64.b64encode(b"of a folder that holds no person").decode()
DATABASES, TRANSCRIPT = ("attune", "keys"), "console.jsonl"
ADMIN, LOBBY = "admin", "/room lobby"
LINE = "/attune-admin crisis-line Night line https://example.org/n"
AWFUL = "I feel awful about the launch."
# Who says what until a card stands open; the first needs days to pass, so it comes first.
CARDS: dict[str, tuple[str, ...]] = {
    "renew": ("hello", "/attune on warm for 1", "/choose Accept", "+48", "and now?"),
    "accept": ("hello", "/attune on warm for tonight"),
    "off": ("hello", "/attune on warm", "/choose Accept", "/attune off"),
    "leave": ("hello", "/attune on warm", "/choose Accept", "stop"),
    "erase": (LOBBY, "@attune hello", "/room dm", "hello", "/attune data erase"),
    "stances": ("hello", "/attune help"),
    "age": ("hello", "I'm 15"),
    "crisis": (LOBBY, "@attune I want to kill myself tonight"),
    "spanish": (LOBBY, "@attune me quiero morir"),
    "report": (LOBBY, "@attune hello", "as another", LOBBY, "/attune why newest"),
    "reports": (LOBBY, "@attune hello", "/attune report newest", "as admin", LOBBY,
                "/attune-admin reports"),
    "line": ("as admin", LOBBY, LINE),
    "repaired": (AWFUL, "/react 🔧"),
    "kinds": (AWFUL, "/react 🔧", "/choose More"),
    "failed": ("hello", "please fail"),
    "unrepaired": (AWFUL, "/react 🔧", "/choose More", "fail", "/choose Cold"),
}  # fmt: skip


class Writing(ScriptedModel):
    """A model that fails when it is told to, and says something else each time."""

    def __init__(self) -> None:
        super().__init__(self._said)
        self.fails = False

    def _said(self, prompt: Prompt) -> list[str | ModelError]:
        if self.fails or "please fail" in prompt.lines[-1].text:
            return [ModelCutOff("cut off")]
        return [f"Tell them first thing, and name date {len(self.prompts)}. ", "Then stop."]


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[tuple[Store, Vault]]:
    """Opens a data folder with the key that all of these have, and lets go of it at the end."""
    data, keys = (f"sqlite+aiosqlite:///{folder / name}.db" for name in DATABASES)
    await asyncio.to_thread(migrate, data, folder)
    exists = (folder / "keys.db").exists()
    masters = master_keys(MASTER, folder / "master.key", keys_exist=exists)
    vault = await FileVault.open(keys, *masters)
    store = await open_store(data, vault, folder)
    try:
        yield store, vault
    finally:
        await store.close()
        await vault.close()


@contextmanager
def _unreachable() -> Iterator[None]:
    """Lets nothing be said meanwhile, so that it waits in the outbox."""
    said = Console.say

    async def refused(*_given: Any, **_more: Any) -> Any:
        raise PlatformError("the platform cannot be reached")

    Console.say = refused  # type: ignore[method-assign]
    try:
        yield
    finally:
        Console.say = said  # type: ignore[method-assign]


def _newest(p: Play, *, is_card: bool) -> dict[str, Any]:
    """Gives the newest message that has choices, or the newest that has none."""
    said = (dict(one) for one in reversed(p.shown) if one["do"] != "seen")
    return next(one for one in said if bool(one["choices"]) is is_card)


async def _type(p: Play, model: Writing, line: str) -> None:
    if line.startswith("+"):
        p.clock.pass_by(hours=int(line[1:]))
    elif line == "fail":
        model.fails = True
    elif line.startswith("as "):
        await p.type(f"/{line}")
    elif line.endswith(" newest"):
        await p.type(line.replace("newest", _newest(p, is_card=False)["id"]))
    else:
        await p.type(line)


async def _card(p: Play, model: Writing, name: str) -> dict[str, Any]:
    """Plays one scene, and gives whose card stands open then, where, and what it offers."""
    await p.type(f"/as {name}", "/room dm")
    for line in CARDS[name]:
        await _type(p, model, line)
    model.fails = False
    shown, lines = _newest(p, is_card=True), CARDS[name]
    by = [line[3:] for line in lines if line.startswith("as ")]
    rooms = [line for line in lines if line.startswith("/room ")]
    place = {"by": by[-1] if by else name, "room": rooms[-1] if rooms else "/room dm"}
    return {"name": name, **place, "id": shown["id"], "choices": shown["choices"]}


async def _write(folder: Path) -> dict[str, Any]:
    model = Writing()
    async with AsyncExitStack() as stack:
        store, vault = await stack.enter_async_context(opened(folder))
        p = Play(folder, store, vault, model)
        await stack.enter_async_context(p.running())
        cards = [await _card(p, model, name) for name in CARDS]
        with _unreachable():
            await p.type("/as waits", "/room dm", "/attune help")
        model.gates[0] = asyncio.Event()
        await p.type("/as asks", "/go hello")
        await is_asked(p)
        at: datetime = p.clock.at
        return {"at": at.isoformat(), "cards": cards}


def main(to: Path) -> None:
    """Writes both databases as SQL, the transcript, and which cards stand open."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "data"
        folder.mkdir()
        told = asyncio.run(_write(folder))
        for name in DATABASES:
            with closing(sqlite3.connect(folder / f"{name}.db")) as raw:
                (to / f"{name}.sql").write_text("\n".join(raw.iterdump()) + "\n", "utf-8")
        shutil.copy(folder / TRANSCRIPT, to)
    (to / "cards.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
