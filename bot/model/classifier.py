"""The classifier of the crisis floor: an ONNX file, read in one thread, within a deadline.

The file and what belongs to it stand in one folder: `crisis.onnx`, `vocab.txt`, and `crisis.json`
with its version, its bands, its licence and how it was trained. The part that hears markers in the
same pass (`bot/model/marking.py`) may stand beside it. Nothing of a text is kept.
"""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import structlog

from bot.crisis.chunks import chunks
from bot.crisis.scores import WIDTH, Scores
from bot.errors import ClassifierError
from bot.governor.leanings import LEANINGS, Leanings
from bot.logs import reason
from bot.markers.shares import NOTHING, Shares
from bot.model.calibrated import EVEN, Knots, meant
from bot.model.elsewhere import Elsewhere, elsewhere
from bot.model.marking import PART, RESULT, Marking, marking
from bot.text.normalize import normalized
from bot.text.wordpiece import encoded, vocabulary

log = structlog.get_logger()
MOST = 48  # pieces of one chunk
WAITING = 8  # texts that may wait for the thread; who comes then is told at once
DEADLINE_S = 0.4
LOADING_S = 4.0  # for whoever comes before the encoder of other languages is loaded
BOTH = WIDTH + len(LEANINGS)  # logits of crisis.onnx; those of markers come after them
T = TypeVar("T")
Run = Callable[[Sequence[Sequence[int]]], Sequence[Sequence[float]]]


@dataclass(slots=True)
class LocalClassifier:
    """Reads one text at a time, in a thread of its own; every failure is a ClassifierError."""

    folder: Path
    deadline_s: float = DEADLINE_S
    _thread: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, "classifier"), repr=False
    )
    _read: "Network | None" = field(default=None, repr=False)
    _waiting: int = 0
    _loader: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, "encoder"), repr=False
    )
    _loading: "asyncio.Future[bool] | None" = None

    async def begin(self) -> None:
        """Loads the file; a ClassifierError says what is wrong with it."""
        loop = asyncio.get_running_loop()
        network = await loop.run_in_executor(self._thread, loaded, self.folder)
        if network.elsewhere is not None:
            network.elsewhere.loads_itself = False
        self._read = network

    async def scores(self, text: str) -> tuple[Scores, ...]:
        """Gives the scores of each chunk of a text, in their order.

        The first text in another language than English waits for the encoder of those, once.

        Raises:
            ClassifierError: it is not loaded, broken, busy, or was not done by the deadline.
        """
        found, is_wanting = await self._within(partial(_read, text), self.deadline_s)
        if is_wanting and await self._is_encoder_there():
            found, _ = await self._within(partial(_read, text), self.deadline_s)
        return found

    async def _is_encoder_there(self) -> bool:
        """Loads the encoder beside the thread that reads, so that others are read meanwhile."""
        network = self._read
        assert network is not None
        assert network.elsewhere is not None
        if self._loading is None:
            loop = asyncio.get_running_loop()
            self._loading = loop.run_in_executor(self._loader, _load, network.elsewhere)
        try:
            async with asyncio.timeout(LOADING_S):
                return await asyncio.shield(self._loading)
        except TimeoutError:
            return False

    async def leanings(self, sentence: str) -> Leanings:
        """Gives how far a plain sentence of a reply leans to each fault.

        It waits half as long as a message for its risk, and takes at most half of the places.

        Raises:
            ClassifierError: it is not loaded, broken, busy, or was not done by the deadline.
        """
        if self._waiting >= WAITING // 2:
            raise ClassifierError("it is busy")
        return await self._within(lambda network: network.leanings(sentence), self.deadline_s / 2)

    async def _within(self, read: Callable[["Network"], T], deadline_s: float) -> T:
        network = self._read
        if network is None or self._waiting >= WAITING:
            raise ClassifierError("it is busy" if network else "it is not loaded")
        self._waiting += 1
        loop = asyncio.get_running_loop()
        done = loop.run_in_executor(self._thread, read, network)
        done.add_done_callback(self._is_free)
        try:
            async with asyncio.timeout(deadline_s):
                return await asyncio.shield(done)
        except TimeoutError:
            raise ClassifierError("it took too long") from None

    def _is_free(self, done: "asyncio.Future[Any]") -> None:
        self._waiting -= 1
        if not done.cancelled():
            done.exception()  # told to whoever waited, if anybody did

    async def close(self) -> None:
        """Ends the thread, after the text that it is reading (shutdown)."""
        for each in (self._thread, self._loader):
            each.shutdown(wait=False, cancel_futures=True)


def joined(english: Scores, other: Scores | None) -> Scores:
    """Gives the scores of the network that reads the language of a chunk, where that is sure.

    A few words may be in either, so the greater risk of both counts there.
    """
    if other is None:
        return english
    if other.language or english.risk <= other.risk:
        return other
    return replace(english, another=other.another)


def _read(text: str, network: "Network") -> tuple[tuple[Scores, ...], bool]:
    """Gives the scores of a text, and whether an encoder is wanted to read all of it."""
    return network.scores(text), network.is_wanting


def _load(reader: Elsewhere) -> bool:
    is_there = reader.load()
    if not is_there:
        log.warning("other languages are read by patterns alone", what=reader.fault)
    return is_there


@dataclass(frozen=True, slots=True)
class Network:
    """The network of a file, with its vocabulary."""

    run: Run = field(repr=False)
    pieces: dict[str, int] = field(repr=False)
    knots: Knots
    laid: Mapping[str, Knots] = field(default_factory=dict)  # of leanings, by name
    marking: Marking | None = None
    elsewhere: Elsewhere | None = None  # reads what is not English

    def scores(self, text: str) -> tuple[Scores, ...]:
        """Gives the scores of each chunk of a text; blocks for as long as that takes."""
        told = chunks(normalized(text))
        rows, others = self._rows(told), self._elsewhere(told)
        return tuple(
            replace(
                joined(self.laid_out(Scores.of(row[:WIDTH], at)), other), marked=self._marked(row)
            )
            for at, (row, other) in enumerate(zip(rows, others, strict=True))
        )

    @property
    def is_wanting(self) -> bool:
        """Whether the text read last is in another language, and its encoder not loaded yet."""
        return self.elsewhere is not None and self.elsewhere.is_wanting

    def _elsewhere(self, texts: Sequence[str]) -> Sequence[Scores | None]:
        """Gives the scores of what is not English; what fails there leaves English as it is."""
        if self.elsewhere is None:
            return [None] * len(texts)
        try:
            return self.elsewhere.scores(texts)
        except Exception as failure:  # around one text: whatever the runtime breaks by
            log.warning("another language was read by patterns alone", what=reason(failure))
            return [None] * len(texts)

    def _marked(self, row: Sequence[float]) -> Shares:
        return self.marking.shares(row[BOTH:]) if self.marking is not None else NOTHING

    def leanings(self, sentence: str) -> Leanings:
        """Gives how far a plain sentence of a reply leans to each fault, calibrated."""
        (row,) = self._rows([sentence])
        told = zip(LEANINGS, Leanings.of(row[WIDTH:BOTH]).shares, strict=True)
        return Leanings(tuple(meant(self.laid.get(name, EVEN), share) for name, share in told))

    def _rows(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        try:
            return self.run([encoded(one, self.pieces, MOST) for one in texts]) if texts else ()
        except Exception as failure:  # around one text: whatever the runtime breaks by
            raise ClassifierError(f"it failed ({reason(failure)})") from None

    def laid_out(self, scores: Scores) -> Scores:
        """Gives scores with a calibrated risk, comparable between versions of the file."""
        return replace(scores, risk=meant(self.knots, scores.risk))


def loaded(folder: Path) -> Network:
    """Gives the network of a folder, after a test that its answers have the right shape.

    Raises:
        ClassifierError: a file is missing or unusable, or the runtime is.
    """
    try:
        pieces = vocabulary((folder / "vocab.txt").read_text("utf-8"))
        about = described(folder)
        marks, laid = marking(folder), about.get("leanings", {})
        run = _session(folder, is_marking=marks is not None)
        network = Network(run, pieces, about["knots"], laid, marks, elsewhere(folder))
        (scores,), _ = network.scores("hello there"), network.leanings("hello there")
    except ImportError:
        raise ClassifierError("onnxruntime is not installed") from None
    except ClassifierError:
        raise
    except Exception as failure:  # around one file: whatever the runtime breaks by
        raise ClassifierError(f"its file is unusable ({reason(failure)})") from None
    if not 0 <= scores.risk <= 1:
        raise ClassifierError("its file gives no probabilities")
    return network


def _session(folder: Path, *, is_marking: bool) -> Run:
    import onnxruntime  # it takes a while to load, in the thread that does

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    model: str | bytes = str(folder / "crisis.onnx")
    if is_marking:
        model = b"".join((folder / name).read_bytes() for name in ("crisis.onnx", PART))
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return partial(_logits, session, ("logits", RESULT) if is_marking else ("logits",))


def _logits(
    session: Any, names: Sequence[str], rows: Sequence[Sequence[int]]
) -> Sequence[Sequence[float]]:
    """Gives the logits of each row of token ids; raises ValueError for any other result."""
    import numpy

    longest = max(map(len, rows))
    numbers = numpy.zeros((len(rows), longest), dtype=numpy.int64)
    counts = numpy.zeros_like(numbers)
    for place, row in enumerate(rows):
        numbers[place, : len(row)], counts[place, : len(row)] = row, 1
    told = session.run(list(names), {"numbers": numbers, "counts": counts})
    widths = (BOTH, len(Shares._fields))[: len(names)]
    whole = numpy.concatenate(told, axis=1)
    if [one.shape for one in told] != [(len(rows), width) for width in widths]:
        raise ValueError("logits")
    if not numpy.isfinite(whole).all():
        raise ValueError("logits")
    found: list[list[float]] = whole.tolist()
    return found


def described(folder: Path) -> dict[str, Any]:
    """Gives the description beside the file: version, bands, licence and training."""
    try:
        found: dict[str, Any] = json.loads((folder / "crisis.json").read_text("utf-8"))
    except (OSError, ValueError) as failure:
        raise ClassifierError(f"crisis.json is unusable ({reason(failure)})") from None
    return found
