"""Trains the governor's small models on the developers' data: `python -m training.governor`.

Data and licences: ../shared/evaldata/LICENSES.md (spiral-bench, MIT; darkbench, MIT;
irc-disentanglement, CC BY 4.0). Thresholds are chosen, and figures told, with one model family
(spiral-bench) or every fifth prompt family (darkbench) left out in turn, the readable rules beside
the model as in the program. Needs `pip install -e .[train]`.
"""

import base64
import json
import random
import sys
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from adapters.review import Row, reviewed
from bot.governor.ngrams import BUCKETS, features
from bot.governor.sentences import Kind, split
from bot.text.plain import plain

DATA = Path(__file__).parents[2] / "shared" / "evaldata"
_CERTAIN = 1e9  # the score of a reply in which a readable rule saw it
WEIGHTS = Path(__file__).parents[1] / "adapters" / "learnt"


@dataclass
class Corpus:
    """Sentences as rows, which reply each belongs to, and what is known of each reply."""

    rows: Any
    reply_of: Any
    labels: Any
    families: list[str]
    ruled: Any  # whether the readable rules raise the flag without a model


def sentences(reply: str) -> list[str]:
    found = [plain(one.text) for one in split(reply) if one.kind is Kind.PROSE]
    return [one for one in found if any(mark.isalpha() for mark in one)] or [""]


def corpus(replies: list[str], labels: list[int], families: list[str], ruled: list[bool]) -> Corpus:
    indices: list[int] = []
    pointers, reply_of, values = [0], [], []
    for number, reply in enumerate(replies):
        for sentence in sentences(reply):
            hashes = sorted(features(sentence))
            indices += hashes
            values += [1 / max(1, len(hashes)) ** 0.5] * len(hashes)
            pointers.append(len(indices))
            reply_of.append(number)
    shape = (len(reply_of), BUCKETS)
    rows = csr_matrix((np.array(values), np.array(indices), np.array(pointers)), shape=shape)
    return Corpus(rows, np.array(reply_of), np.array(labels), families, np.array(ruled))


def pooled(scores: Any, reply_of: Any, count: int, how: str) -> tuple[Any, Any]:
    """Gives each reply's score, and how much each sentence moves it."""
    if how == "sum":
        sizes = np.bincount(reply_of, minlength=count).astype(float)
        share = 1 / np.sqrt(sizes[reply_of])
        return np.bincount(reply_of, scores * share, minlength=count), share
    most = np.full(count, -1e9)
    np.maximum.at(most, reply_of, scores)
    share = np.exp(scores - most[reply_of])
    share /= np.bincount(reply_of, share, minlength=count)[reply_of]
    return np.bincount(reply_of, scores * share, minlength=count), share


def trained(data: Corpus, chosen: Any, how: str, penalty: float) -> tuple[Any, float]:
    """Gives weights and bias learnt from the chosen replies."""
    keep = chosen[data.reply_of]
    rows, numbers = data.rows[keep], np.cumsum(chosen) - 1
    reply_of, labels = numbers[data.reply_of[keep]], data.labels[chosen]
    count = len(labels)
    balance = np.where(
        labels == 1, count / max(1, labels.sum()), count / max(1, (1 - labels).sum())
    )

    def loss(packed: Any) -> tuple[float, Any]:
        scores = rows @ packed[:-1] + packed[-1]
        whole, share = pooled(scores, reply_of, count, how)
        signs = 2 * labels - 1
        value = (balance * np.logaddexp(0, -signs * whole)).mean() / 2
        slope = -balance * signs / (1 + np.exp(np.clip(signs * whole, -30, 30))) / count / 2
        by_sentence = slope[reply_of] * share
        gradient = np.append(rows.T @ by_sentence, by_sentence.sum())
        gradient[:-1] += 2 * penalty * packed[:-1]
        return value + penalty * float(packed[:-1] @ packed[:-1]), gradient

    start = np.zeros(BUCKETS + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return found.x[:-1], float(found.x[-1])


def scored(data: Corpus, weights: Any, bias: float, how: str) -> Any:
    return pooled(data.rows @ weights + bias, data.reply_of, len(data.labels), how)[0]


def figures(truth: Any, told: Any) -> tuple[float, float, float]:
    hits = float((truth * told).sum())
    precision = hits / max(1.0, float(told.sum()))
    recall = hits / max(1.0, float(truth.sum()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def best_threshold(scores: Any, truth: Any, least_precision: float) -> float:
    places = np.unique(np.quantile(scores, np.linspace(0.01, 0.99, 199)))
    ranked = [(figures(truth, (scores >= at).astype(int)), at) for at in places]
    fit = [each for each in ranked if each[0][0] >= least_precision] or ranked
    return float(max(fit, key=lambda each: each[0][2])[1])


def learn(name: str, data: Corpus, how: str, penalty: float, least_precision: float) -> None:
    """Leaves each family out in turn, tells the figures, then trains on everything and writes."""
    families = sorted(set(data.families))
    held = np.zeros(len(data.labels))
    for family in families:
        out = np.array([each == family for each in data.families])
        weights, bias = trained(data, ~out, how, penalty)
        held[out] = scored(data, weights, bias, how)[out]
    held = np.where(data.ruled, _CERTAIN, held)
    told = np.zeros(len(data.labels), dtype=int)
    for family in families:  # the threshold of a family comes from the others
        out = np.array([each == family for each in data.families])
        at = best_threshold(held[~out], data.labels[~out], least_precision)
        told[out] = (held[out] >= at).astype(int)
        one = figures(data.labels[out], told[out])
        print(f"{name:17} without {family:20} P {one[0]:.3f} R {one[1]:.3f} F1 {one[2]:.3f}")
    whole = figures(data.labels, told)
    everything = figures(data.labels, np.ones_like(told))
    print(
        f"{name:17} all left out          P {whole[0]:.3f} R {whole[1]:.3f} F1 {whole[2]:.3f}"
        f"   (flagging everything F1 {everything[2]:.3f})"
    )
    weights, bias = trained(data, np.ones(len(data.labels), dtype=bool), how, penalty)
    threshold = best_threshold(held, data.labels, least_precision)
    write(name, weights, bias, threshold, sure(data, weights, bias))


def sure(data: Corpus, weights: Any, bias: float) -> float:
    """Gives the score that one sentence in five hundred of the unlabelled replies reaches."""
    innocent = data.labels[data.reply_of] == 0
    return float(np.quantile((data.rows @ weights + bias)[innocent], 0.998))


def write(name: str, weights: Any, bias: float, threshold: float, sure_at: float) -> None:
    scale = float(np.abs(weights).max()) / 127
    small = np.round(weights / scale).astype(np.int8).tobytes()
    packed = {
        "label": name,
        "version": 1,
        "source": "trained by training/governor.py on the developers' data, MIT and CC BY 4.0",
        "scale": scale,
        "bias": bias,
        "threshold": threshold,
        "sure": sure_at,
        "weights": base64.b85encode(zlib.compress(small, 9)).decode(),
    }
    WEIGHTS.mkdir(exist_ok=True)
    (WEIGHTS / f"{name}.json").write_text(json.dumps(packed, indent=0) + "\n", encoding="utf-8")


def read(name: str) -> list[dict[str, Any]]:
    text = (DATA / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def rules_see(label: str, user: str, reply: str) -> bool:
    return label in reviewed(Row("", user, reply), {})["flags"]


def spiral(label: str) -> Corpus:
    rows = read("replies_spiral")
    labels = [int(label in row["labels"]) for row in rows]
    ruled = [rules_see(label, row["user"], row["reply"]) for row in rows]
    return corpus([row["reply"] for row in rows], labels, [row["model"] for row in rows], ruled)


def hooks() -> Corpus:
    rows = read("replies_darkbench")
    people = random.Random(5).sample(read("messages_irc"), 3000)
    replies = [row["reply"] for row in rows] + [row["text"] for row in people]
    labels = [int("attachment_hook" in row["labels"]) for row in rows] + [0] * len(people)
    groups = [row["group"] for row in rows] + [row["group"] for row in people]
    families = [f"fold {zlib.crc32(str(each).encode()) % 5}" for each in groups]
    ruled = [rules_see("attachment_hook", row["user"], row["reply"]) for row in rows]
    ruled += [rules_see("attachment_hook", "", row["text"]) for row in people]
    return corpus(replies, labels, families, ruled)


MODELS: dict[str, Callable[[], None]] = {
    "flattery": lambda: learn("flattery", spiral("flattery"), "max", 1.5e-4, 0.66),
    "claimed_feelings": lambda: learn(
        "claimed_feelings", spiral("claimed_feelings"), "sum", 1e-4, 0.0
    ),
    "attachment_hook": lambda: learn("attachment_hook", hooks(), "max", 5e-6, 0.0),
}

if __name__ == "__main__":
    for wanted in sys.argv[1:] or MODELS:
        MODELS[wanted]()
