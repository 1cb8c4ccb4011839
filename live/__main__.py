"""`make live`: thirty scripted talks with a real model, counted, each finding with its sentence.

python -m live            plays every talk, prints the counts and findings, keeps the run
python -m live NAME ...   plays only these talks
python -m live --days     plays the talks that go over several days, with what was asked to be held
python -m live --counts   prints the counts and the findings of the run that is kept

`--url URL --model NAME` asks another model, with the key of ATTUNE_LIVE_KEY if there is one.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

from bot.model.remote import Endpoint, RemoteModel
from live import measures, talks
from live.model import NAME, built
from live.playing import ROOM, RUN, Reply, kept_run, played

PATIENT_S = 1_800.0  # a run is no conversation: a slow answer is one too


def asked_at(url: str, name: str, key: str) -> Endpoint:
    """Gives how a model is asked, and waited for on however slow a machine."""
    endpoint = Endpoint(url, name, key, max_tokens=400, temperature=0.7)
    return replace(endpoint, first_token_s=PATIENT_S, between_tokens_s=PATIENT_S, total_s=PATIENT_S)


@contextmanager
def serving(file: Path) -> Iterator[Endpoint]:
    """Serves the model in a process of its own, and gives how it is asked."""
    command = [sys.executable, "-m", "live.serving", str(file)]
    with (
        (ROOM / "serving.log").open("w") as log,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True
        ) as server,
    ):
        try:
            assert server.stdout is not None
            told = server.stdout.readline().split()
            if not told:
                raise SystemExit(f"The model could not be served; {log.name} says why.")
            url, key = told
            yield asked_at(url, NAME, key)
        finally:
            server.kill()


async def play(chosen: tuple[talks.Talk, ...], asked: Endpoint) -> list[Reply]:
    """Plays the talks one after the other, and keeps each as soon as it is played."""
    model, replies = RemoteModel(asked), list[Reply]()
    with RUN.open("w", encoding="utf-8") as kept:
        for talk in chosen:
            with tempfile.TemporaryDirectory() as folder:
                made = await played(talk, model, Path(folder))
            replies += made
            for one in made:
                kept.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")
            kept.flush()
            print(f"{talk.name}: {len(made)} replies", file=sys.stderr, flush=True)
    await model.close()
    return replies


def tell(replies: list[Reply]) -> None:
    """Prints every reply with what was left out of it, then the counts."""
    for number, one in enumerate(replies):
        print(f"\n[{number} {one.talk} {one.level}] {one.said}\n{one.shown}")
        for told in one.told:
            print(f"  (alone:) {told}")
        for finding in one.findings:
            print(f"  - {finding['rule']} ({finding['action']}): {finding['sentence'].strip()}")
    print()
    for name, value in measures.table(replies):
        print(f"{name:40} {value}")


def main(words: list[str]) -> None:
    """Plays, or reads what is kept, and tells."""
    given = argparse.ArgumentParser(prog="python -m live", description=__doc__)
    given.add_argument("names", nargs="*", metavar="NAME", help="only these talks")
    given.add_argument("--days", action="store_true", help="the talks that go over several days")
    given.add_argument("--counts", action="store_true", help="play nothing; tell what is kept")
    given.add_argument("--url", help="the address of another model")
    given.add_argument("--model", default=NAME, help="its name")
    asked = given.parse_args(words)
    if asked.counts:
        tell(kept_run())
        return
    chosen = _chosen(asked.names, over_days=asked.days)
    ROOM.mkdir(parents=True, exist_ok=True)
    with answering(asked.url, asked.model) as endpoint:
        replies = asyncio.run(play(chosen, endpoint))
    tell(replies)


def _chosen(names: list[str], *, over_days: bool) -> tuple[talks.Talk, ...]:
    text = talks.FILE.read_text(encoding="utf-8")
    every = talks.over_days() if over_days else talks.read(text)
    known = {talk.name for talk in every}
    if unknown := [name for name in names if name not in known]:
        raise SystemExit(f"No talk is named {unknown[0]}. They are: {', '.join(sorted(known))}.")
    return tuple(talk for talk in every if not names or talk.name in names)


@contextmanager
def answering(url: str | None, name: str) -> Iterator[Endpoint]:
    """Gives how another model is asked, or serves the one that comes with the runs."""
    if url is not None:
        yield asked_at(url, name, os.environ.get("ATTUNE_LIVE_KEY", ""))
        return
    with serving(built(ROOM)) as endpoint:
        yield endpoint


if __name__ == "__main__":
    main(sys.argv[1:])
