"""Learns the head that picks a situation for the demonstration voice: `make situations`.

It tells first how it hears a writer whose lines it did not learn, three times over, and how often
ordinary talk (the developers' data, half of which it learns as no situation) seems to be one. Then
it learns all lines and writes `adapters/learnt/situations.npz` and `.json`. Without the developers'
data the bounds of the file that stands are kept.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy
from numpy.typing import NDArray

from adapters.cli.weights import FOLDER
from bot.crisis.chunks import chunks
from bot.model.hidden import LAYERS, layers_of
from bot.model.situations import MOST, Head, featured, head_of
from bot.strings.demonstration import demonstration
from bot.text.normalize import normalized
from bot.text.wordpiece import encoded, vocabulary
from training.crisis.ordinary import DATA
from training.situations.lines import Example, read

EVEN = 0.3  # how strongly weights are held small
EVERY = 12  # of ordinary talk, so many lines are one that is read
SURE, LIKELY = 0.97, 0.95  # shares of ordinary talk below the two bounds
Numbers = NDArray[numpy.float32]


@dataclass(frozen=True, slots=True)
class Learner:
    """What all heads learnt here have in common."""

    names: tuple[str, ...]
    families: dict[str, str]
    mean: Numbers
    spread: Numbers

    def learnt(self, layers: Numbers, named: Sequence[str], other: Numbers) -> Head:
        """Gives the head that tells these lines, and gives none of the others a name (ridge)."""
        head = Head(numpy.zeros(0), self.mean, self.spread, self.names, self.families, 1.0, 1.0)
        lines = numpy.stack([featured(one, head) for one in (*layers, *other)]).astype("float64")
        every = (*self.names, *head.kinds)
        wanted = numpy.zeros((len(lines), len(every)))
        for at, name in enumerate(named):
            wanted[at, [every.index(name), every.index(self.families[name])]] = 1
        held = lines.T @ lines + EVEN * numpy.eye(lines.shape[1])
        weights = numpy.linalg.solve(held, lines.T @ wanted).astype(numpy.float16)
        return replace(head, weights=weights.astype(numpy.float32))


def bounded(head: Head, talk: Numbers, floor: Head) -> Head:
    """Gives a head with its bounds where ordinary talk seldom comes."""
    if not len(talk):
        return replace(head, sure=floor.sure, likely=floor.likely)
    told, count = scores(head, talk), len(head.names)
    sure, likely = told[:, :count].max(1), told[:, count:].max(1)
    return replace(head, sure=_bound(sure, SURE), likely=_bound(likely, LIKELY))


def _bound(best: Numbers, share: float) -> float:
    return round(float(numpy.quantile(best, share)), 4)


def scores(head: Head, layers: Numbers) -> Numbers:
    """Gives the scores of texts by their layers."""
    return numpy.stack([featured(one, head) @ head.weights for one in layers])


def layers(texts: Sequence[str]) -> Numbers:
    """Gives the hidden layers of the beginning of each text."""
    pieces = vocabulary((FOLDER / "vocab.txt").read_text("utf-8"))
    network = layers_of(FOLDER / "crisis.onnx")
    begins = (chunks(normalized(text)) or ("",) for text in texts)
    told = [network(encoded(one[0], pieces, MOST)) for one in begins]
    return numpy.array(told, numpy.float32) if told else numpy.zeros((0, LAYERS, 384), "float32")


def ordinary() -> list[str]:
    """Gives some lines of ordinary talk, of the developers' data where it is."""
    files = (DATA / "messages_irc.jsonl", DATA / "messages_reddit.jsonl")
    lines = [line for file in files if file.exists() for line in file.open(encoding="utf-8")]
    return [json.loads(line)["text"] for line in lines[::EVERY]]


def figures(learner: Learner, told: Sequence[Example], seen: Numbers, talk: Numbers) -> list[str]:
    """Gives how heads hear the writer whom each did not learn, and ordinary talk."""
    writers = sorted({one.writer for one in told})
    return [_figure(learner, told, (seen, talk), held) for held in writers]


def _figure(
    learner: Learner, told: Sequence[Example], read: tuple[Numbers, Numbers], held: str
) -> str:
    seen, talk = read
    is_held = numpy.array([one.writer == held for one in told])
    named = [one.situation for one in told if one.writer != held]
    head = learner.learnt(seen[~is_held], named, talk[::2])
    head = bounded(head, talk[1::2], head)
    pairs = [
        (head.heard(one), line.situation)
        for one, line in zip(scores(head, seen[is_held]), _only(told, held), strict=True)
    ]
    return f"writer {held}, not learnt: {_told(pairs, head)}; {_of_talk(head, talk[1::2])}"


def _only(told: Sequence[Example], writer: str) -> list[Example]:
    return [one for one in told if one.writer == writer]


def _told(pairs: Sequence[tuple[object, str]], head: Head) -> str:
    count = len(pairs)
    heard = [(one.situation, one.family, wanted) for one, wanted in pairs]  # type: ignore[attr-defined]
    sure = [wanted for name, _, wanted in heard if name]
    right = sum(name == wanted for name, _, wanted in heard)
    kin = sum(bool(name) and family == head.families[wanted] for name, family, wanted in heard)
    likely = [
        family == head.families[wanted] for name, family, wanted in heard if family and not name
    ]
    return (
        f"{count} lines, sure of {len(sure) / count:.0%}: {right / len(sure):.0%} right, "
        f"{kin / len(sure):.0%} of the right family; only a family {len(likely) / count:.0%}"
        f" ({sum(likely) / max(len(likely), 1):.0%} right)"
    )


def _of_talk(head: Head, talk: Numbers) -> str:
    heard = [head.heard(one) for one in scores(head, talk)] if len(talk) else []
    named, kin = (sum(bool(getattr(one, of)) for one in heard) for of in ("situation", "family"))
    return (
        f"of {len(heard)} lines of ordinary talk {named} seem a situation, {kin - named} a family"
    )


def written(head: Head) -> None:
    """Writes a head where the program finds it."""
    kept = {"weights": head.weights.astype(numpy.float16)}
    kept |= {"mean": head.mean.astype(numpy.float32), "spread": head.spread.astype(numpy.float32)}
    numpy.savez(FOLDER / "situations.npz", **kept)
    about = {
        "licence": "Learnt from the project's own lines in training/situations (MIT) and, as no "
        "situation, from comments of GoEmotions (Demszky et al. 2020; CC BY 4.0) and lines of "
        "irc-disentanglement (Kummerfeld et al. 2019; CC BY 4.0).",
        "sure": head.sure, "likely": head.likely, "families": dict(head.families),
    }  # fmt: skip
    (FOLDER / "situations.json").write_text(json.dumps(about, indent=1) + "\n", "utf-8")


def main() -> None:
    """Tells the figures, then learns all lines."""
    told, every = read(), demonstration("en").situations
    families = {name: every[name].family for name in sorted({one.situation for one in told})}
    seen, talk = layers([one.text for one in told]), layers(ordinary())
    learner = Learner(tuple(families), families, seen.mean(0), seen.std(0))
    print("\n".join(figures(learner, told, seen, talk)))
    head = learner.learnt(seen, [one.situation for one in told], talk[::2])
    floor = head if len(talk) else head_of(FOLDER)
    written(bounded(head, talk[1::2], floor))


if __name__ == "__main__":
    main()
