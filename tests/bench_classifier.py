"""Figures of the classifier, for `make bench`: how long it reads, what it holds, what it takes."""

import asyncio
import statistics
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain
from pathlib import Path

from adapters.cli import weights
from bot.governor.filter import Governed
from bot.model.classifier import LocalClassifier, Network, loaded
from bot.tasks import start
from bot.text.normalize import normalized
from bot.text.wordpiece import encoded, vocabulary
from bot.words import Draft
from tests.in_english import in_english

ROUNDS = 400
TICK_S = 0.0005
WORDS = (
    "i told my sister that the launch slips again and she said it will be fine by the end of may"
)

NOT_ENGLISH = (
    "ich hab meiner schwester gesagt dass sich der start verschiebt und sie meint das wird"
)


def resident_mb() -> float:
    """Gives how much memory this process holds now."""
    status = Path("/proc/self/status").read_text("utf-8")
    (line,) = (one for one in status.splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


async def elsewhere(classifier: LocalClassifier) -> tuple[list[float], float]:
    """Gives seconds of each message in another language, and the megabytes of its encoder."""
    before, spent = resident_mb(), []
    for number in range(ROUNDS):
        began = time.perf_counter()
        await classifier.scores(f"{number}: {NOT_ENGLISH}")
        spent.append(time.perf_counter() - began)
    return spent, resident_mb() - before


async def held(until: asyncio.Event) -> list[float]:
    """Gives how much longer than it should the event loop took for each short sleep."""
    over = []
    while not until.is_set():
        began = time.perf_counter()
        await asyncio.sleep(TICK_S)
        over.append(time.perf_counter() - began - TICK_S)
    return over


async def governed(classifier: LocalClassifier) -> list[float]:
    """Gives seconds from a whole sentence to its release, the classifier in its thread."""
    spent, context = [], in_english("I have to tell my team that the launch slips.")
    for number in range(ROUNDS):
        of, began = Governed(1, context=context), time.perf_counter()
        for release in chain(of.feed(Draft(f"{number}: {WORDS}.")), of.end()):
            if release.unread:
                of.leanings = await classifier.leanings(release.unread)
        spent.append(time.perf_counter() - began)
    return spent


def in_its_thread(network: Network) -> tuple[list[float], float]:
    """Gives seconds of each message in the thread that reads, and passes of the network a message.

    One pass gives a life at risk, what replies lean to, and markers.
    """
    passes, spent = 0, []

    def run(rows: Sequence[Sequence[int]]) -> Sequence[Sequence[float]]:
        nonlocal passes
        passes += 1
        return network.run(rows)

    counted = replace(network, run=run)
    for _ in range(ROUNDS):
        began = time.perf_counter()
        counted.scores(WORDS)
        spent.append(time.perf_counter() - began)
    return spent, passes / ROUNDS


async def measured() -> None:
    """Measures and prints."""
    if not weights.has_classifier():
        sys.stdout.write("classifier                   none comes with this version\n")
        return
    before = resident_mb()
    classifier = LocalClassifier(weights.FOLDER, deadline_s=10)
    await classifier.begin()
    pieces = vocabulary((weights.FOLDER / "vocab.txt").read_text("utf-8"))
    count = len(encoded(normalized(WORDS), pieces, 48))
    is_done = asyncio.Event()
    alone = start(held(is_done), "held")
    await asyncio.sleep(1)
    is_done.set()
    quiet = await alone
    is_done.clear()
    beside, spent = start(held(is_done), "held"), []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await classifier.scores(WORDS)
        spent.append(time.perf_counter() - began)
    is_done.set()
    over = await beside
    sentences = await governed(classifier)
    taken = resident_mb() - before
    other, of_encoder = await elsewhere(classifier)
    await classifier.close()
    network = loaded(weights.FOLDER)
    with ThreadPoolExecutor(1) as thread:
        inside, passes = thread.submit(in_its_thread, network).result()
    sys.stdout.write(
        f"governor and it, a sentence  p50 {1000 * statistics.median(sentences):6.2f} ms\n"
        f"classifier, {count} pieces        p50 {1000 * statistics.median(spent):6.2f} ms\n"
        f"all heads, in its thread     p50 {1000 * statistics.median(inside):6.2f} ms "
        f"({passes:.0f} pass of the network a message)\n"
        f"event loop held beside it    p99 {1000 * statistics.quantiles(over, n=100)[98]:6.2f} ms "
        f"(without it {1000 * statistics.quantiles(quiet, n=100)[98]:.2f})\n"
        f"memory for it                    {taken:6.0f} MB\n"
        f"not English, a message       p50 {1000 * statistics.median(other):6.2f} ms\n"
        f"memory for its encoder           {of_encoder:6.0f} MB\n"
    )


if __name__ == "__main__":
    asyncio.run(measured())
