"""Rebuilds the classifier of the crisis floor and the governor from its lines: `make classifier`.

Three of the crisis floor's writers are its judges: nothing of theirs is ever learnt, and how it
hears them is the figure which counts (docs/crisis.md). `make classifier ARGS="--without d,g"`
leaves others out instead, and writes what it learnt to a folder of its own. What it learns of risk
stands in the project; the ordinary talk of strangers, nobody's risk, and the labelled replies of
models are read where the developers' data is. How it hears replies whose writer, model or prompts
were left out, `python -m training.replies.folds` tells (docs/governor.md).
"""

import argparse
import json
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

import torch

from adapters.cli.weights import FOLDER
from bot.governor.leanings import Leanings
from bot.model.classifier import Network, described, loaded
from bot.text.wordpiece import vocabulary
from training.crisis import figures, ordinary
from training.crisis.lines import JUDGES, LabelledLine, read
from training.crisis.task import Crisis
from training.export import exported
from training.fitting import fitted
from training.replies import kept, models
from training.replies import laid as replies_laid
from training.replies import lines as replies
from training.replies.parts import sentences
from training.replies.task import Governing
from training.weights import weights

VERSION = 2
SEED = 20
EACH = 4  # of the lines of ordinary talk, so many are read as replies once
STRANGERS = 4_000  # of their lines, read as replies
PLAIN = [[0, 0], [1, 1]]  # where a file's bands lie before they are laid
LICENCE = (
    "Weights of all-MiniLM-L6-v2 (Apache-2.0; sentence-transformers), fine-tuned on the project's "
    "own lines in training/crisis (MIT) and, as nobody's risk, on comments of GoEmotions (Demszky "
    "et al. 2020; CC BY 4.0), on the project's own replies in training/replies (MIT) and on those "
    "of spiral-bench and darkbench (MIT); vocab.txt is that of BERT uncased (Apache-2.0; Google)."
)


def rebuilt(lines: Sequence[LabelledLine], folder: Path) -> None:
    """Writes what is learnt from the lines to a folder, its bands not laid yet."""
    folder.mkdir(exist_ok=True)
    began, base = time.monotonic(), weights()
    shutil.copy(base / "vocab.txt", folder / "vocab.txt")
    pieces = vocabulary((folder / "vocab.txt").read_text("utf-8"))
    own = replies.read()
    labelled = [one.whole for one in models.replies()] if ordinary.DATA.exists() else []
    strangers = models.strangers(STRANGERS) if ordinary.DATA.exists() else []
    tasks = Crisis(lines, pieces), Governing(own, strangers, labelled, pieces)
    exported(fitted(tasks, base, SEED), folder / "crisis.onnx")
    about = {
        "version": VERSION, "licence": LICENCE, "lines": len(lines),
        "replies": len(own) + len(labelled),
    }  # fmt: skip
    _describe(folder, about | {"knots": PLAIN})
    print(f"learnt from {len(lines)} lines in {(time.monotonic() - began) / 60:.0f} minutes")


def laid(folder: Path) -> tuple[Network, figures.Talk]:
    """Lays the bands of the file of a folder anew, and gives it as the program reads it.

    Beside it, what it and the patterns make of ordinary talk that it did not learn.
    """
    about = described(folder) | {"knots": PLAIN, "leanings": {}}
    _describe(folder, about)
    network = loaded(folder)
    talk = ordinary.told(network) if ordinary.DATA.exists() else {}
    if talk:
        every = [one.said for told in talk.values() for one in told]
        told = ordinary.knots(every), replies_laid.bands(leanings(network, talk), kept.read())
        laid_so = {"knots": told[0], "leanings": told[1], "ordinary": len(every)}
        _describe(folder, about | laid_so)
    else:
        print(f"{ordinary.DATA} is not there: the bands lie where the network's own scores do")
    return loaded(folder), talk


def leanings(network: Network, talk: figures.Talk) -> list[Leanings]:
    """Gives what some lines of ordinary talk lean to, read as replies: each as its loudest part."""
    texts = [one.text for told in talk.values() for one in told][::EACH]
    return [kept.loudest(map(network.leanings, sentences(text))) for text in texts]


def _describe(folder: Path, told: dict[str, object]) -> None:
    (folder / "crisis.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def main() -> None:
    """Rebuilds it, and tells its figures."""
    given = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    given.add_argument(
        "--without", default=",".join(JUDGES), help="writers to leave out, as in d,g"
    )
    given.add_argument("--into", type=Path, default=None, help="the folder to write to")
    given.add_argument("--threads", type=int, default=2)
    given.add_argument("--bands", action="store_true", help="learn nothing; lay the bands anew")
    asked = given.parse_args()
    torch.set_num_threads(asked.threads)
    left_out = frozenset(asked.without.split(",")) - {""}
    every = read()
    if unknown := left_out - {one.writer for one in every}:
        raise SystemExit(f"nobody here is called {', '.join(sorted(unknown))}")
    own = FOLDER if left_out == set(JUDGES) else Path("build") / "without"
    folder = asked.into or own
    folder.parent.mkdir(exist_ok=True)
    strangers = ordinary.learnt() if ordinary.DATA.exists() else ()
    learnt = [one for one in every if one.writer not in left_out]
    if not asked.bands:
        rebuilt([*learnt, *strangers], folder)
    network, talk = laid(folder)
    told = [one for one in every if one.writer in left_out and not one.is_composed]
    print("\n".join(figures.table(network, told, talk)))


if __name__ == "__main__":
    main()
