"""Learns the heads that pick a situation for the demonstration voice: `make situations`.

It tells first how they hear a writer whose lines they did not learn, and how often ordinary talk
(the developers' data, half of which they learn as no situation) seems to be one. The bounds are
laid where writers who were left out were heard right. Then it learns all lines and writes
`adapters/learnt/situations.npz` and `.json`. Without the developers' data the bounds stay.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy
from numpy.typing import NDArray

from adapters.cli.weights import FOLDER
from bot.crisis.chunks import chunks
from bot.model.hidden import LAYERS, layers_of
from bot.model.situations import MOST, MOVED, Head, Scores, head_of
from bot.strings.demonstration import demonstration
from bot.text.normalize import normalized
from bot.text.wordpiece import encoded, vocabulary
from training.crisis.ordinary import DATA
from training.situations.learning import Learner, Lines, counted
from training.situations.lines import Example, read

EVERY = 12  # of ordinary talk, so many lines are one that is read
RIGHT = 0.9  # share that is heard right of writers left out: of situations, and of some tones
FITTING = 0.85  # of the tones whose replies fit other tones as well
LIKELIER = 0.5  # a tone is at least as likely as all others, but for the one that fits most
FITS = {
    "heavy": {"mixed"},
    "mixed": {"heavy", "glad", "life"},
    "life": {"heavy", "mixed"},
    "light": {"glad", "play"},
    "asking": {"opinion", "task"},
    "opinion": {"asking"},
    "task": {"asking", "play"},
    "play": {"task"},
}
QUIET = 0.97  # share of ordinary talk that no situation is heard in
Numbers = NDArray[numpy.float32]


@dataclass(frozen=True, slots=True)
class Heard:
    """What heads that did not learn a line make of it."""

    example: Example
    scores: Scores


def first_chunk(text: str) -> str:
    """Gives the beginning of a text as the heads read it."""
    return (chunks(normalized(text)) or ("",))[0]


def layers(texts: Sequence[str]) -> Numbers:
    """Gives the hidden layers of the beginning of each text."""
    pieces = vocabulary((FOLDER / "vocab.txt").read_text("utf-8"))
    network = layers_of(FOLDER / "crisis.onnx")
    told = [network(encoded(one, pieces, MOST)) for one in texts]
    return numpy.array(told, numpy.float32) if told else numpy.zeros((0, LAYERS, 384), "float32")


def ordinary() -> list[str]:
    """Gives some lines of ordinary talk, of the developers' data where it is."""
    files = (DATA / "messages_irc.jsonl", DATA / "messages_reddit.jsonl")
    lines = [line for file in files if file.exists() for line in file.open(encoding="utf-8")]
    return [json.loads(line)["text"] for line in lines[::EVERY]]


def left_out(learner: Learner, told: Lines, talk: Lines) -> Iterator[Heard]:
    """Yields each line as heads hear it that learnt no line of its writer."""
    for writer in sorted({one.writer for one in told.examples}):
        mine = numpy.array([one.writer == writer for one in told.examples])
        head = learner.learnt(told.only(~mine), talk)
        of = told.only(mine)
        for example, seen, text in zip(of.examples, of.layers, of.texts, strict=True):
            yield Heard(example, head.scores(seen, text))


def bounded(head: Head, heard: Sequence[Heard], talk: Sequence[Scores]) -> Head:
    """Gives a head with its bounds where those who were left out are heard right."""
    names = numpy.array([_is_right(one, head) for one in heard])
    best = numpy.array([one.scores.situations.max() for one in heard])
    quiet = [float(one.situations.max()) for one in talk] or [0.0]
    sure = max(_bound(best, names, RIGHT), round(float(numpy.quantile(quiet, QUIET)), 4))
    likely = {tone: _likely(head, heard, tone) for tone in head.tones if tone}
    return replace(head, sure=sure, likely=likely)


def _is_right(one: Heard, head: Head) -> bool:
    """Returns whether the best situation is the line's; of a line without one, if the tone is."""
    best, wanted = head.names[int(one.scores.situations.argmax())], one.example
    return wanted.situation == best if wanted.situation else head.families[best] == wanted.family


def _tone(one: Heard, head: Head) -> str:
    return head.tones[int(one.scores.tones.argmax())]


def _likely(head: Head, heard: Sequence[Heard], tone: str) -> float:
    of = [one for one in heard if _tone(one, head) == tone]
    fitting = {tone, *FITS.get(tone, ())}
    right = numpy.array([one.example.family in fitting for one in of])
    counts = numpy.array([counted(one.example) for one in of])
    best = numpy.array([one.scores.tones.max() for one in of])
    if tone == MOVED:
        return _bound(best, right, FITTING, counts)
    return max(LIKELIER, _bound(best, right, FITTING if tone in FITS else RIGHT, counts))


def _bound(
    scores: Numbers, right: NDArray[numpy.bool_], share: float, counts: Numbers | float = 1.0
) -> float:
    """Gives the lowest score from which on so large a share is right."""
    order, weighed = numpy.argsort(-scores), numpy.broadcast_to(counts, len(scores))
    shares = numpy.cumsum((right * weighed)[order]) / numpy.cumsum(weighed[order])
    enough = numpy.flatnonzero(shares >= share)
    return round(float(scores[order[enough[-1]]]), 4) if len(enough) else 1.0


def figures(head: Head, heard: Sequence[Heard], talk: Sequence[Scores]) -> Iterator[str]:
    """Yields how each writer who was left out is heard, and ordinary talk."""
    for writer in sorted({one.example.writer for one in heard}):
        of = [one for one in heard if one.example.writer == writer]
        yield f"writer {writer}, not learnt: {_told(head, of)}"
    some = [head.heard(one) for one in talk]
    named, toned = (sum(bool(getattr(one, of)) for one in some) for of in ("situation", "family"))
    yield f"of {len(some)} lines of ordinary talk {named} seem a situation, {toned - named} a tone"


def _told(head: Head, heard: Sequence[Heard]) -> str:
    pairs = [(head.heard(one.scores), one.example) for one in heard]
    sure = [(one, wanted) for one, wanted in pairs if one.situation]
    toned = [(one, wanted) for one, wanted in pairs if one.family and not one.situation]
    right = sum(one.situation == wanted.situation for one, wanted in sure)
    kin = sum(one.family == wanted.family for one, wanted in sure)
    alike = sum(one.family == wanted.family for one, wanted in toned)
    return (
        f"{len(pairs)} lines, sure of {len(sure)}: {right} right, {kin} of the right tone; "
        f"only a tone {len(toned)}: {alike} right"
    )


def written(head: Head) -> None:
    """Writes heads where the program finds them."""
    kept = {name: getattr(head, name).astype(numpy.float16) for name in ("weights", "toning")}
    kept |= {"mean": head.mean.astype(numpy.float32), "spread": head.spread.astype(numpy.float32)}
    numpy.savez(FOLDER / "situations.npz", **kept)
    about = {
        "licence": "Learnt from the project's own lines in training/situations (MIT) and, as no "
        "situation, from comments of GoEmotions (Demszky et al. 2020; CC BY 4.0) and lines of "
        "irc-disentanglement (Kummerfeld et al. 2019; CC BY 4.0).",
        "sure": head.sure, "likely": dict(head.likely), "families": dict(head.families),
    }  # fmt: skip
    (FOLDER / "situations.json").write_text(json.dumps(about, indent=1) + "\n", "utf-8")


def lines(told: Sequence[Example]) -> Lines:
    """Gives lines with what the heads read of them."""
    texts = tuple(first_chunk(one.text) for one in told)
    return Lines(tuple(told), texts, layers(texts))


def main() -> None:
    """Tells the figures, then learns all lines."""
    families = {name: one.family for name, one in demonstration("en").situations.items()}
    told = lines(read(families=families))
    talk = lines([Example("", "", "", text) for text in ordinary()])
    halves = [talk.only(numpy.arange(len(talk.texts)) % 2 == at) for at in (0, 1)]
    learner = Learner.of(told, families)
    head = learner.learnt(told, halves[0])
    if not talk.texts:
        floor = head_of(FOLDER)
        written(replace(head, sure=floor.sure, likely=floor.likely))
        return
    heard = list(left_out(learner, told, halves[0]))
    pairs = zip(halves[1].layers, halves[1].texts, strict=True)
    other = [head.scores(seen, text) for seen, text in pairs]
    head = bounded(head, heard, other)
    print("\n".join(figures(head, heard, other)))
    written(head)


if __name__ == "__main__":
    main()
