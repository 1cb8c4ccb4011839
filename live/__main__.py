"""`make live`: thirty scripted talks with a real model, counted, each finding with its sentence.

python -m live            plays every talk, prints the counts and findings, keeps the run
python -m live NAME ...   plays only these talks
python -m live --days     plays the talks that go over several days, with what was asked to be held
python -m live --counts   prints the counts and the findings of the run that is kept
"""

import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from bot.model.remote import Endpoint, RemoteModel
from live import measures, talks
from live.model import NAME, built
from live.playing import ROOM, RUN, Reply, kept_run, played


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
            yield Endpoint(url, NAME, key, max_tokens=400, temperature=0.7)
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
    if words == ["--counts"]:
        tell(kept_run())
        return
    over_days = words[:1] == ["--days"]
    every = talks.over_days() if over_days else talks.read(talks.FILE.read_text(encoding="utf-8"))
    words, names = words[over_days:], {talk.name for talk in every}
    if unknown := [word for word in words if word not in names]:
        raise SystemExit(f"No talk is named {unknown[0]}. They are: {', '.join(sorted(names))}.")
    chosen = tuple(talk for talk in every if not words or talk.name in words)
    ROOM.mkdir(parents=True, exist_ok=True)
    with serving(built(ROOM)) as asked:
        replies = asyncio.run(play(chosen, asked))
    tell(replies)


if __name__ == "__main__":
    main(sys.argv[1:])
