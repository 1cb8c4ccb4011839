"""Figures, for `make bench`: how long from an event to the request to the model.

Machines differ and are noisy: a commit that survives a loss of power, on the same disk and in
the same minute, stands beside it, and the ratio of the medians says more than either.
"""

import asyncio
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from adapters.cli.compose import opened, ready_schema
from adapters.console.shown import ShownAction
from bot.crisis.tiers import stated
from bot.errors import AttuneError
from bot.events import Event, Outcome
from bot.ports import Model
from bot.prompt import without_note
from bot.settings import Settings, load
from bot.words import Draft, Prompt
from tests.adversary import MOST_LIKELY, PUMPS, pumped
from tests.play import Play
from tests.reading import Reads, every_way, most_of
from tests.statements import of_one_message

ROUNDS = 300
WARM_UP = 30
CROWD = 50
TALK = 20  # messages of the person in one conversation


class InstantModel:
    """Answers at once, and keeps when it was asked for which message, and when it had answered."""

    host: str | None = None
    asked_at = 0.0

    def __init__(self) -> None:
        self.asked: dict[str, float] = {}
        self.told: dict[str, float] = {}

    async def stream(self, prompt: Prompt) -> AsyncIterator[Draft]:
        self.asked_at = time.perf_counter()
        words = without_note(prompt.lines[-1].text)
        self.asked[words] = self.asked_at
        yield Draft(f"Yes to {words} ")
        self.told[words] = time.perf_counter()
        yield Draft("And.")

    async def close(self) -> None:
        return None


class Commits:
    """Makes the smallest durable commit there is, as the store would: WAL, synchronous FULL."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file, isolation_level=None)
        for line in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE t (n)"):
            self._connection.execute(line)

    def timed(self) -> float:
        """Gives the seconds one took."""
        began = time.perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO t VALUES (1)")
        self._connection.execute("COMMIT")
        return time.perf_counter() - began

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()


def timing(
    handle: Callable[[Event], Awaitable[Outcome]], began: list[float]
) -> Callable[[Event], Awaitable[Outcome]]:
    """Gives the same handling, with the time at which each event came."""

    async def timed(event: Event) -> Outcome:
        began.append(time.perf_counter())
        return await handle(event)

    return timed


async def measured(folder: Path, settings: Settings) -> tuple[list[float], list[float]]:
    """Gives seconds to the model's request, and seconds of one commit, taken in turn."""
    model, commits = InstantModel(), Commits(folder / "commits.db")
    requests: list[float] = []
    durable: list[float] = []
    began: list[float] = []
    as_model: Model = model
    async with (
        opened(settings) as (store, vault),
        Play(folder, store, vault, as_model).running() as p,
    ):
        p.session._handle = timing(p.session._handle, began)
        await p.type("hello", "/attune on", "/choose Accept")
        for number in range(ROUNDS + WARM_UP):
            p.clock.pass_by(minutes=31 if number % TALK == 0 else 1)
            await p.type(f"Message {number}: the launch slips again, and I have to say so.")
            requests.append(model.asked_at - began[-1])
            durable.append(commits.timed())
    commits.close()
    return requests[WARM_UP:], durable[WARM_UP:]


@dataclass
class TimedPlay(Play):
    """A play that keeps when the reply to each word first stood."""

    appeared: dict[str, float] = field(default_factory=dict)

    def _show(self, shown: ShownAction) -> None:
        word = shown["text"].removeprefix("Yes to ").split(" ")[0]
        if shown["do"] in ("say", "extend"):
            self.appeared.setdefault(word, time.perf_counter())
        Play._show(self, shown)


async def crowded(folder: Path, settings: Settings) -> tuple[list[float], list[float]]:
    """Gives seconds to the request, and from a sentence to its being shown, of 50 at once."""
    model = InstantModel()
    as_model: Model = model
    requests: list[float] = []
    shown: list[float] = []
    async with (
        opened(settings) as (store, vault),
        TimedPlay(folder, store, vault, as_model).running() as p,
    ):
        assert isinstance(p, TimedPlay)
        appeared, now = p.appeared, time.perf_counter
        for number in range(CROWD):
            await p.type(f"/as p{number}", "hello")
        for round_ in range(ROUNDS // CROWD):
            events = []
            for number in range(CROWD):
                p.session.console.seat.give_to(f"p{number}")
                deed = p.session.speaker.say(f"w{round_}-{number}")
                assert deed is not None
                events.append(deed.event)
            began = now()
            await asyncio.gather(*(p.companion.handle(event) for event in events))
            await p.companion.settled()
            for number in range(CROWD):
                word = f"w{round_}-{number}"
                requests.append(model.asked[word] - began)
                shown.append(appeared[word] - model.told[word])
    return requests, shown


def floor() -> list[float]:
    """Gives seconds the crisis floor takes for a message."""
    words = Path(__file__).parent / "words"
    lines = (words / "innocent.txt").read_text(encoding="utf-8").splitlines()
    lines += [row.split("\t")[3] for row in (words / "crisis.tsv").read_text("utf-8").splitlines()]
    spent = []
    for line in lines * 3:
        began = time.perf_counter()
        stated(line)
        spent.append(time.perf_counter() - began)
    return spent


def slowest() -> tuple[float, str]:
    """Gives the median seconds of the slowest reading of 64 KB made to be slow, and its reader."""
    return max(
        (_median(read, pumped("", pump, most_of(name))), name)
        for name, read in every_way().items()
        for pump in PUMPS[: MOST_LIKELY // 2]
    )


def _median(read: Reads, text: str) -> float:
    spent = []
    for _ in range(3):
        began = time.thread_time()
        with suppress(ValueError, AttuneError):
            read(text)
        spent.append(time.thread_time() - began)
    return statistics.median(spent)


def report(
    requests: list[float], durable: list[float], crowd: list[float], shown: list[float]
) -> str:
    """Gives the figures as lines."""

    def line(name: str, seconds: list[float]) -> str:
        p50, p99 = statistics.median(seconds), statistics.quantiles(seconds, n=100)[98]
        return f"{name:<28} p50 {1000 * p50:6.2f} ms   p99 {1000 * p99:6.2f} ms"

    ratio = statistics.median(requests) / statistics.median(durable)
    return "\n".join(
        (
            f"{len(requests)} messages at warm, in talks of {TALK}, instant model, SQLite",
            line("event -> model request", requests),
            line("one durable commit alone", durable),
            f"ratio of the medians         {ratio:.1f}",
            f"{CROWD} people at once, {len(crowd)} messages",
            line("event -> model request", crowd),
            line("sentence -> shown", shown),
        )
    )


def main() -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as folder:
        alone = asyncio.run(measured(*_ready(Path(folder) / "alone")))
        crowd = asyncio.run(crowded(*_ready(Path(folder) / "crowd")))
        sys.stdout.write(report(*alone, *crowd) + "\n")
        counted, _ = _ready(Path(folder) / "counted")
        costs = asyncio.run(of_one_message(counted))
        sys.stdout.write(f"statements a message         {costs.statements}\n")
        sys.stdout.write(f"transactions, hops           {costs.transactions}, {costs.hops}\n")
        seconds, reader = slowest()
        sys.stdout.write(f"slowest reading of 64 KB     p50 {1000 * seconds:6.0f} ms   {reader}\n")
        p50 = 1e6 * statistics.median(floor())
        sys.stdout.write(f"crisis floor, one message    p50 {p50:6.0f} µs\n")


def _ready(folder: Path) -> tuple[Path, Settings]:
    folder.mkdir()
    settings = load({"ATTUNE_DATA_FOLDER": str(folder)}, None)
    ready_schema(settings)
    return folder, settings


if __name__ == "__main__":
    main()
