"""Learns the heads for other languages: logistic regressions, each number by itself.

Whether a text is English is told by its letters alone; whether another is in danger, and the risk
of one's own, by vector and letters; the rest by the vector alone. What somebody says not to be so
is no risk here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from bot.crisis.scores import REGISTER, WHAT, WHEN, WHO
from bot.model.elsewhere import TONGUES, WIDE, Heads
from bot.model.grams import PLACES, grams
from bot.text.normalize import normalized
from training.crisis.lines import LabelledLine

Numbers = NDArray[numpy.float32]
MEANING, LETTERS = 4.0, 3.0  # how much a vector counts, and the letters beside it
TURNS = 200  # of the solver, at most


@dataclass(frozen=True, slots=True)
class Known:
    """Lines, which of them are English, their vectors, and how much each counts."""

    lines: tuple[LabelledLine, ...]
    is_english: NDArray[numpy.bool_]
    vectors: Numbers
    counts: Numbers


class Column(NamedTuple):
    """The weights of one number: of a vector and of letters, none where it reads but one."""

    vector: NDArray[Any]
    letters: NDArray[Any]
    bias: float


def is_own_risk(one: LabelledLine) -> bool:
    """Whether a life of the person's own is at risk, and they do not deny it."""
    return one.is_risk and one.when != "denied"


def is_others_risk(one: LabelledLine) -> bool:
    """Whether somebody else real is in danger now."""
    return one.who == "another" and bool(one.what) and one.when in ("now", "chronic")


def learnt(known: Known, told: Callable[[str], None] = lambda _: None) -> Heads:
    """Gives the heads that tell these lines; the same for the same lines."""
    letters = lettering([one.text for one in known.lines]) * LETTERS
    both = hstack([csr_matrix(known.vectors * MEANING), letters]).tocsr()
    told("whether it is English")
    english = _fitted(letters, known.is_english, known.counts)
    columns: list[Column] = []
    for name, is_so in (("the danger of another", is_others_risk), ("the risk", is_own_risk)):
        told(name)
        goal = numpy.array([is_so(one) for one in known.lines])
        columns += _fitted(both, goal, known.counts)
    told("the languages")
    tongues = _tongues(known, letters)
    told("the slots")
    for goal in _goals(known.lines):
        columns += _fitted(csr_matrix(known.vectors * MEANING), goal, known.counts)
    return _heads(english[0], columns, tongues)


def _tongues(known: Known, letters: csr_matrix) -> list[Column]:
    """Gives a column for each of TONGUES, from lines whose note says in which they are."""
    at = numpy.flatnonzero(~known.is_english)
    notes = [known.lines[one].note for one in at]
    return [
        _fitted(letters[at], numpy.array([note == code for note in notes]), known.counts[at])[0]
        for code in TONGUES
    ]


def lettering(texts: Sequence[str]) -> csr_matrix:
    """Gives the letters of each text: texts, PLACES."""
    ends, places, counts = [0], list[int](), list[float]()
    for text in texts:
        found = grams(normalized(text))
        places += found.keys()
        counts += found.values()
        ends.append(len(places))
    cells = numpy.array(counts, "float32"), numpy.array(places, "int32"), numpy.array(ends)
    return csr_matrix(cells, shape=(len(texts), PLACES))


def _goals(lines: Sequence[LabelledLine]) -> list[NDArray[numpy.int64]]:
    """Gives what is wanted of each head beside the risk: of WHAT yes or no, else one of several."""
    return [
        numpy.array([WHO.index(one.who) for one in lines]),
        *(numpy.array([int(name in one.what) for one in lines]) for name in WHAT),
        numpy.array([WHEN.index(one.when) for one in lines]),
        numpy.array([REGISTER.index(one.register) for one in lines]),
    ]


def _fitted(read: csr_matrix, goal: NDArray[Any], counts: Numbers) -> list[Column]:
    """Gives a column for each answer of a head, or one if it is yes or no."""
    is_lettered = read.shape[1] >= PLACES
    found = LogisticRegression(
        max_iter=TURNS, solver="liblinear" if is_lettered else "lbfgs", random_state=0
    )
    found.fit(read, goal, sample_weight=counts)
    wide = read.shape[1] - PLACES if is_lettered else WIDE
    return [
        Column(row[:wide] * MEANING, row[wide:] * LETTERS, float(bias))
        for row, bias in zip(found.coef_, found.intercept_, strict=True)
    ]


def _whole(columns: Sequence[Column]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Gives the weights of letters as whole numbers of eight bits, and their scale."""
    letters = numpy.stack([one.letters for one in columns], axis=1)
    scale = (numpy.abs(letters).max(axis=0) / 127).astype("float32")
    return numpy.rint(letters / scale).astype("int8"), scale


def _heads(english: Column, columns: Sequence[Column], tongues: Sequence[Column]) -> Heads:
    letters, scale = _whole([english, *(one for one in columns if len(one.letters))])
    of_tongues, tongue_scale = _whole(tongues)
    return Heads(
        numpy.stack([one.vector for one in columns], axis=1).astype("float16").astype("float32"),
        numpy.array([one.bias for one in columns], "float32"),
        letters,
        scale,
        numpy.array(english.bias, "float32"),
        of_tongues,
        tongue_scale,
        numpy.array([one.bias for one in tongues], "float32"),
    )
