"""What people write in each of the ten other languages, as it is compared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from bot.levels import Level
from bot.lexicon import Lexicon, is_written, lexicon
from bot.strings.load import level_names
from bot.whole_messages.lines import Line, Value, Values, head_of, heads, lines_of, values_in
from bot.withdrawal.fillers import Fillers, fillers_of
from bot.withdrawal.words import folded

LANGUAGES = ("de", "es", "fr", "pt", "it", "nl", "pl", "tr", "ru", "ja")
ADULT = 18
YOUNGEST = 5  # a smaller number is no age of anybody who writes
_WITHOUT_BLANKS = ("ja",)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that people say: the id of its phrases, and the age or the level in it."""

    what: str
    value: Value = None


@dataclass(frozen=True, slots=True)
class Language:
    """One language as it is compared.

    Args:
        lines: by the heads of their phrases, each with the id of those.
        joints: what joins two things that are said.
        negations: what turns a phrase into its opposite, where "no" as an answer is the same word.
    """

    code: str
    gap: str  # between two words: Japanese is written without blanks
    lines: Mapping[str, tuple[tuple[str, Line], ...]]
    fillers: Fillers
    joints: frozenset[str]
    negations: frozenset[str] = frozenset()

    def may_begin(self, clause: str) -> bool:
        """Returns whether anything in the table, or around it, begins as a clause does."""
        first = clause.split()[0]
        return head_of(clause) in self.lines or first in self.fillers.first or first in self.joints

    def said(self, clause: str) -> Said | None:
        """Gives what a clause says, also between words that mean nothing by themselves."""
        bare = self.fillers.stripped(clause.split())
        whole = self._whole(clause)
        if whole is not None or bare == clause or self._is_denied(bare, clause):
            return whole
        return self._whole(bare)

    def _is_denied(self, bare: str, clause: str) -> bool:
        """Returns whether the word before a phrase turns it into its opposite."""
        before = clause.partition(bare)[0].split()
        return bool(before) and before[-1] in self.negations

    def first_said(self, clause: str) -> Said | None:
        """Gives what a clause says, whole or up to the first word that joins something to it."""
        if (whole := self.said(clause)) is not None:
            return whole
        words = clause.split()
        joints = [at for at, word in enumerate(words) if word in self.joints]
        begins = next((at for at in range(len(words)) if at not in joints), 0)
        ends = next((at for at in joints if at > begins), len(words))
        return self.said(" ".join(words[begins:ends]))

    def _whole(self, clause: str) -> Said | None:
        for what, line in self.lines.get(head_of(clause), ()):
            if values := values_in(line, clause):
                return Said(what, values[0])
        return None


@cache
def tables() -> tuple[Language, ...]:
    """Gives every language that is written: read once, at the first reading."""
    return tuple(map(_language, written()))


@cache
def first_words() -> frozenset[str]:
    """Gives the heads of all that is in any table, and of what may stand around it."""
    heads = (head for one in tables() for head in one.lines)
    around = (head_of(word) for one in tables() for word in (*one.fillers.first, *one.joints))
    return frozenset((*heads, *around))


def written() -> tuple[str, ...]:
    """Gives the languages that have a table."""
    return tuple(code for code in LANGUAGES if is_written(_name(code)))


def _name(code: str) -> str:
    return f"{code}/plain_words"


def _language(code: str) -> Language:
    words, leaving = lexicon(_name(code)), lexicon(f"{code}/withdrawal")
    anywhere = lexicon("mul/withdrawal").phrases["anywhere"]
    fillers = fillers_of((*leaving.phrases["around"], *anywhere))
    joints = frozenset(map(folded, leaving.words.get("joints", ())))
    negations = frozenset(map(folded, words.words.get("negations", ())))
    gap = "" if code in _WITHOUT_BLANKS else " "
    return Language(code, gap, by_head(_lines(words, code, gap)), fillers, joints, negations)


def _lines(words: Lexicon, code: str, gap: str) -> Iterator[tuple[str, Line]]:
    """Yields each line of a file, after the id of its phrases."""
    values: Values = {"{age}": ages(words), "{level}": _levels(code)}
    written = [(what, line) for what, lines in words.phrases.items() for line in lines]
    every = lines_of((line for _, line in written), values, gap)
    yield from ((what, line) for (what, _), line in zip(written, every, strict=True))


def by_head(every: Iterable[tuple[str, Line]]) -> dict[str, tuple[tuple[str, Line], ...]]:
    found: dict[str, list[tuple[str, Line]]] = {}
    for what, line in every:
        for head in heads(line):
            found.setdefault(head, []).append((what, line))
    return {head: tuple(lines) for head, lines in found.items()}


def ages(words: Lexicon) -> dict[str, int]:
    """Gives the ages below that of an adult, by how they are written."""
    pairs = (one.rpartition("=") for one in sorted(words.words.get("numerals", ())))
    named = {numeral.replace(" ", "_"): int(number) for numeral, _, number in pairs}
    figures = {str(age): age for age in range(YOUNGEST, ADULT)}
    return figures | {one: age for one, age in named.items() if YOUNGEST <= age < ADULT}


def _levels(code: str) -> dict[str, Level]:
    """Gives the levels by their English words, and by what a language calls them."""
    names = level_names(code)
    called = {names.get(level.word, level.word).replace(" ", "_"): level for level in Level}
    return called | {level.word: level for level in Level}
