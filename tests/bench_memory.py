"""What memory the bot takes on Discord, as a process that was started as people start it."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from adapters.kit.supervision import SERVING
from tests.platforms.discord_server.server import DiscordServer

SETTLED_S = 5
LOADED = """
import asyncio, os
from adapters.cli import compose, weights
from tests.bench_memory import resident_mb
before = resident_mb(os.getpid())
asyncio.run(compose.LocalClassifier(weights.FOLDER).begin())
print(resident_mb(os.getpid()) - before)
"""


def resident_mb(process: int) -> float:
    """Gives the memory of a process that is in use now, in megabytes."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def classifier_mb() -> float:
    """Gives what a process takes more once it has loaded the classifier."""
    done = subprocess.run((sys.executable, "-c", LOADED), capture_output=True, text=True)
    return float(done.stdout)


async def memory_mb(folder: Path, servers: int) -> float:
    """Gives what a bot with that data folder takes once it serves so many servers."""
    async with DiscordServer() as server:
        for number in range(servers):
            server.world.channel(server.world.guild(f"g{number}"), "lobby")
        given = {
            "DATA_FOLDER": str(folder / "data"),
            "DISCORD_TOKEN": server.token,
            "DISCORD_API_URL": server.api,
            "DISCORD_GATEWAY_URL": server.gateway.url,
        }
        env = {name: value for name, value in os.environ.items() if name[:7] != "ATTUNE_"}
        env |= {f"ATTUNE_{name}": value for name, value in given.items()}
        words = (sys.executable, "-m", "adapters.cli.main", "serve")
        process = await asyncio.create_subprocess_exec(*words, env=env, stderr=subprocess.PIPE)
        try:
            await _until_it_serves(process)
            await asyncio.sleep(SETTLED_S)
            return resident_mb(process.pid)
        finally:
            process.kill()
            await process.wait()


async def _until_it_serves(process: asyncio.subprocess.Process) -> None:
    assert process.stderr is not None
    async with asyncio.timeout(600):
        while line := await process.stderr.readline():
            if SERVING.encode() in line:
                return
    raise RuntimeError("It ended before it served.")
