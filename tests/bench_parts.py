"""What the benches share: a durable commit to stand beside, seconds as a line, CPU of a process.

Machines differ and are noisy: the smallest commit that survives a loss of power, on the same disk
and in the same minute, stands beside each wait, and the ratio of the medians says more than either.
"""

import os
import sqlite3
import statistics
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from adapters.cli.compose import ready_schema
from bot.prompt import without_note
from bot.settings import Settings, load
from bot.words import Draft, Prompt

WIDE = 46


class Commits:
    """Makes the smallest durable commit there is, as the store would: WAL, synchronous FULL."""

    def __init__(self, file: Path) -> None:
        self.seconds: list[float] = []
        self._connection = sqlite3.connect(file, isolation_level=None)
        for line in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE t (n)"):
            self._connection.execute(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._connection.close()

    def make(self, times: int = 1) -> None:
        """Makes some, and keeps the seconds that each took."""
        for _ in range(times):
            began = time.perf_counter()
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute("INSERT INTO t VALUES (1)")
            self._connection.execute("COMMIT")
            self.seconds.append(time.perf_counter() - began)


@dataclass
class InstantModel:
    """Answers at once, and keeps when it was asked for which message."""

    asked: dict[str, float] = field(default_factory=dict)
    host: str | None = None

    async def stream(self, prompt: Prompt) -> AsyncIterator[Draft]:
        words = without_note(prompt.lines[-1].text)
        self.asked[words] = time.perf_counter()
        yield Draft(f"Yes to {words} ")
        yield Draft("And.")

    async def close(self) -> None:
        return None


def ready(folder: Path) -> tuple[Path, Settings]:
    """Gives a new folder, and the settings of a bot in it with a database of the newest schema."""
    folder.mkdir(parents=True)
    settings = load({"ATTUNE_DATA_FOLDER": str(folder)}, None)
    ready_schema(settings)
    return folder, settings


def cpu_of(process: int) -> float:
    """Gives the user and system seconds that a process has taken until now."""
    after = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(after[11]) + int(after[12])) / os.sysconf("SC_CLK_TCK")


def heading(text: str) -> None:
    """Prints what the lines below are about."""
    print(f"\n{text}", flush=True)


def waited(name: str, seconds: Sequence[float], durable: Sequence[float] = ()) -> None:
    """Prints the median and nine of ten of some waits; the median also in durable commits."""
    p50, p90 = statistics.median(seconds), statistics.quantiles(seconds, n=10)[8]
    line = f"{name:<{WIDE}} p50 {1000 * p50:8.2f} ms  p90 {1000 * p90:8.2f} ms"
    if durable:
        line += f"  {p50 / statistics.median(durable):7.1f} commits"
    print(line, flush=True)


def told(name: str, figure: str) -> None:
    """Prints a figure that is no wait."""
    print(f"{name:<{WIDE}} {figure}", flush=True)
