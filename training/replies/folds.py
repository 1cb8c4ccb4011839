"""What is heard of replies that were left out: `python -m training.replies.folds`.

In each of four folds one writer of ours, one model of spiral-bench and a quarter of darkbench's
prompt families are left out; the scores of what was left out are kept in build/folds.jsonl.
"""

import argparse
import json
import time

import torch

from bot.text.wordpiece import vocabulary
from training.crisis.ordinary import DATA
from training.fitting import MOST, block, fitted
from training.replies import lines, models
from training.replies.kept import KEPT
from training.replies.parts import sentences
from training.replies.task import Governing
from training.weights import weights

SEED = 21
STRANGERS = 4_000  # lines of theirs
PEOPLE = 2_000  # lines of each file that are read as replies


def scored(network: torch.nn.Module, said: list[str], pieces: dict[str, int]) -> list[list[float]]:
    """Gives the logits of each sentence."""
    from bot.text.wordpiece import encoded

    found: list[list[float]] = []
    with torch.no_grad():
        for at in range(0, len(said), 64):
            rows = [encoded(one, pieces, MOST) for one in said[at : at + 64]]
            found += network(*block(rows)).tolist()
    return found


def main() -> None:
    """Learns each fold, and keeps what it makes of the left-out."""
    given = argparse.ArgumentParser(prog="python -m training.replies.folds")
    given.add_argument("--passes", type=int, default=2)
    given.add_argument("--threads", type=int, default=2)
    given.add_argument("--folds", default="0,1,2,3")
    asked = given.parse_args()
    torch.set_num_threads(asked.threads)
    base = weights()
    pieces = vocabulary((base / "vocab.txt").read_text("utf-8"))
    own, every = lines.read(), list(models.replies())
    writers = sorted({one.writer for one in own})
    strangers = models.strangers(STRANGERS)
    KEPT.parent.mkdir(exist_ok=True)
    with KEPT.open("a", encoding="utf-8") as kept:
        for fold in map(int, asked.folds.split(",")):
            began = time.monotonic()
            left = {name for at, name in enumerate(writers) if at % models.FOLDS == fold}
            task = Governing(
                (one for one in own if one.writer not in left),
                strangers,
                (one.whole for one in every if one.fold != fold),
                pieces,
            )
            network = fitted([task], base, SEED, asked.passes)
            told = [
                {"of": one.source, "fold": fold, "user": one.user, "reply": one.reply,
                 "labels": sorted(one.labels)}
                for one in every if one.fold == fold
            ]  # fmt: skip
            told += [
                {"of": one.writer, "fold": fold, "user": one.message, "reply": one.reply,
                 "labels": sorted(one.labels), "note": one.note}
                for one in own if one.writer in left
            ]  # fmt: skip
            told += [
                {"of": name, "fold": fold, "user": "", "reply": text, "labels": []}
                for name in ("messages_irc", "messages_reddit")
                for text in people(name, fold)
            ]
            for row in told:
                said = sentences(row["reply"])
                row["sentences"], row["logits"] = said, scored(network, said, pieces)
                kept.write(json.dumps(row, ensure_ascii=False) + "\n")
            kept.flush()
            print(f"fold {fold}: {(time.monotonic() - began) / 60:.0f} minutes", flush=True)


def people(name: str, fold: int) -> list[str]:
    """Gives the lines of a file that are read as replies in this fold, none of them learnt."""
    from training.crisis.ordinary import is_learnt

    rows = [
        json.loads(row)["text"] for row in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    free = [
        text for text in dict.fromkeys(rows) if name != "messages_reddit" or not is_learnt(text)
    ]
    step = max(1, len(free) // PEOPLE)
    return free[::step][fold :: models.FOLDS]


if __name__ == "__main__":
    main()
