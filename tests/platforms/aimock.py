"""aimock, an independent model server, as a process of its own on a free port."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.platforms.install import MODULES, free_port, node

CLI = MODULES / "@copilotkit" / "aimock" / "dist" / "cli.js"
HERE = pytest.mark.skipif(
    not CLI.exists() or node() is None, reason="aimock is not installed: make test installs it"
)
Fixture = dict[str, Any]


def says(content: str, *, to: str | None = None, **more: Any) -> Fixture:
    """Gives a fixture: what is answered to a message that holds `to`, or to any."""
    match = {} if to is None else {"userMessage": to}
    return {"match": match, "response": {"content": content}, **more}


def refuses(status: int, *, to: str | None = None, **more: Any) -> Fixture:
    """Gives a fixture that answers with an error."""
    match = {} if to is None else {"userMessage": to}
    return {"match": match, "response": {"error": {"message": "hush"}, "status": status, **more}}


@asynccontextmanager
async def aimock(folder: Path, *fixtures: Fixture) -> AsyncIterator[str]:
    """Serves these fixtures, the first that matches, and gives the endpoint's address."""
    (where := folder / "fixtures").mkdir()
    (where / "all.json").write_text(json.dumps({"fixtures": list(fixtures)}), encoding="utf-8")
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        str(node()), str(CLI), "-p", str(port), "-h", "127.0.0.1", "-f", str(where),
        "--log-level", "silent", "--journal-max", "10",
        stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        await _ready(f"http://127.0.0.1:{port}/health", process)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _ready(url: str, process: asyncio.subprocess.Process) -> None:
    async with httpx2.AsyncClient(trust_env=False) as client:
        for _ in range(200):
            assert process.returncode is None, "aimock ended at its start"
            try:
                if (await client.get(url)).status_code == 200:
                    return
            except httpx2.HTTPError:
                await asyncio.sleep(0.05)
    raise AssertionError("aimock did not become ready")
