"""Where the bands of the reader of other languages lie, and how it reads what it never learnt."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy
from numpy.typing import NDArray

from bot.crisis.bands import AGREEING, CERTAIN, SUPPORT, UNSURE
from bot.crisis.scores import Scores, share
from bot.model.calibrated import meant
from bot.model.elsewhere import Heads
from bot.text.normalize import normalized
from training.crisis import ordinary
from training.crisis.lines import LabelledLine

STRANGERS = Path(__file__).parents[2] / "tests" / "words" / "elsewhere_strangers.tsv"
SUPPORT_IN_1000 = 60.0  # of ordinary messages reach a band
UNSURE_IN_1000 = 5.0  # as of those in English
AGREEING_IN_1000, CERTAIN_IN_1000 = 0.2, 0.1
ANOTHER_IN_1000 = 0.2
Numbers = NDArray[numpy.float32]
Vectors = Callable[[Sequence[str]], Numbers]
Group = tuple[str, str, str]  # a group, a language or a writer, a text


class Bands(NamedTuple):
    """Where the bands begin: a figure of the heads, and what the core takes it for."""

    own: list[list[float]]
    another: list[list[float]]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads texts of whichever language with heads whose bands are not laid yet."""

    heads: Heads
    vectors: Vectors

    def scores(self, texts: Sequence[str]) -> list[Scores]:
        """Gives the scores of each text, uncalibrated."""
        rows = self.heads.logits([normalized(one) for one in texts], self.vectors(texts)).tolist()
        return [replace(Scores.of(row[1:]), another=share(row[0])) for row in rows]


def ordinary_talk(read: Reader) -> list[Scores]:
    """Gives the scores of ordinary messages that are not learnt."""
    texts = [
        text
        for name in ordinary.TALK
        for text in ordinary.texts(name)
        if text.strip() and (name != ordinary.LEARNT[0] or not ordinary.is_learnt(text))
    ]
    return read.scores(texts)


def laid(talk: Sequence[Scores]) -> Bands:
    """Gives the bands at which ordinary talk reaches each as often as it may."""
    count = len(talk)
    risks = _ranked(one.risk for one in talk)
    agreeing = _ranked(one.risk for one in talk if one.agree)
    support, unsure, certain = (
        _reached(risks, count, each) for each in (SUPPORT_IN_1000, UNSURE_IN_1000, CERTAIN_IN_1000)
    )
    agreed = max(_reached(agreeing, count, AGREEING_IN_1000), unsure + 1e-4)
    certain = max(certain, agreed + 1e-4)
    other = _reached(_ranked(one.another for one in talk), count, ANOTHER_IN_1000)
    own = [[support, SUPPORT], [unsure, UNSURE], [agreed, AGREEING], [certain, CERTAIN]]
    return Bands([[0.0, 0.0], *own, [1.0, 1.0]], [[0.0, 0.0], [other, CERTAIN], [1.0, 1.0]])


def _ranked(risks: Iterable[float]) -> list[float]:
    return sorted(risks, reverse=True)


def _reached(ranked: Sequence[float], count: int, in_1000: float) -> float:
    """Gives a figure that so many of 1,000 reach."""
    at = int(count * in_1000 / 1000)
    return ranked[at] if at < len(ranked) else 0.0


def table(read: Reader, bands: Bands, judged: Sequence[LabelledLine]) -> Iterator[str]:
    """Gives the figures as lines: of strangers' lines by group and language, then of writers."""
    rows = [row.split("\t") for row in STRANGERS.read_text("utf-8").splitlines()]
    rows = [row for row in rows if not row[1].startswith("urging")]
    yield from _counted([(row[1], row[0], row[2]) for row in rows], read, bands)
    yield from _counted([(_group(one), one.writer, one.text) for one in judged], read, bands)


def _group(one: LabelledLine) -> str:
    return f"{one.who} {one.register if one.who == 'nobody' else one.when}"


def _counted(rows: Sequence[Group], read: Reader, bands: Bands) -> Iterator[str]:
    scores = read.scores([text for *_, text in rows]) if rows else []
    counts: dict[tuple[str, str], Counter[str]] = {}
    for (group, of, _), one in zip(rows, scores, strict=True):
        for name in (of, "all"):
            counts.setdefault((group, name), Counter())[_answer(one, bands)] += 1
    for (group, name), each in sorted(counts.items()):
        told = ", ".join(f"{each[answer]} {answer}" for answer in ("certain", "unsure", "another"))
        yield f"{group}, {name}: of {each.total()} {told}"


def _answer(one: Scores, bands: Bands) -> str:
    told = replace(one, risk=meant(bands.own, one.risk))
    is_own = told.whose == "self" and told.manner != "joke"
    if is_own and told.risk >= (AGREEING if told.agree else CERTAIN):
        return "certain"
    if told.risk >= UNSURE:
        return "unsure"
    return "another" if meant(bands.another, one.another) >= CERTAIN else "nothing"
