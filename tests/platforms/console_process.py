"""`attune chat --jsonl` as a process of its own, on a folder, against a model server."""

import asyncio
import json
import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.platforms.forked import Forked
from tests.warm import Order, attune

Action = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Home:
    """A folder to run in, and the settings that are not the default."""

    folder: Path
    settings: dict[str, str]

    async def start(self, *words: str, rule: str = "", hears: bool = False) -> Forked:
        """Starts the command; nothing of this process's own settings reaches it.

        Args:
            rule: one that the program is to break: tests.platforms.broken knows them.
            hears: whether its complaints are read; the test's own are where they go by default.
        """
        clean = {name: value for name, value in os.environ.items() if name[:7] != "ATTUNE_"}
        own = {f"ATTUNE_{name.upper()}": value for name, value in self.settings.items()}
        own |= {"ATTUNE_DATA_FOLDER": str(self.folder / "data")}
        order = Order(words=words, env=clean | own, cwd=str(self.folder), streams=[], longest_s=0)
        return await Forked.begun(order, rule, hears=hears)

    async def ran(self, *lines: str) -> list[Action]:
        """Runs a script to its end and gives every action it printed."""
        script = "".join(line + "\n" for line in lines)
        chat = partial(attune, self.folder, "chat", "--jsonl", lines=script, **self.settings)
        done = await asyncio.to_thread(chat)
        assert done.returncode == 0
        return [json.loads(line) for line in done.stdout.split("\n") if line]


def home(folder: Path, url: str, **more: str) -> Home:
    """Gives a home whose model is at that address and whose guards are out of the way."""
    guards = {"messages_per_minute": "1000000", "tokens_per_day": "1000000000"}
    return Home(folder, {"model_url": url, "model_name": "m", **guards, **more})


def as_typed(text: str) -> str:
    """Gives a message as it is typed: what begins with a slash is no command."""
    return f"/{text}" if text.startswith("/") else text


def standing(actions: list[Action]) -> dict[str, Action]:
    """Gives each message of the bot's as it stands at the end, with what it first referred to."""
    stands: dict[str, Action] = {}
    for action in actions:
        if action["do"] == "say":
            stands[action["id"]] = action
        elif action["do"] in ("extend", "replace") and action["id"] in stands:
            stands[action["id"]] |= {"text": action["text"], "choices": action["choices"]}
        elif action["do"] == "delete":
            stands.pop(action["id"], None)
    return stands
