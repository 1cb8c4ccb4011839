"""What a person does not want brought up, as far as words can be looked for: quoted, or a few."""

import re
from collections.abc import Iterator

from bot.lexicon import lexicon
from bot.text.normalize import normalized

MOST_WORDS = 3  # of a line that is looked for as it stands: a longer one is for the model alone
_PASSES = frozenset(map(normalized, lexicon("mul/boundaries").words["passes"]))
_QUOTED = re.compile(r"\"([^\"\n]{2,80})\"|「([^」\n]{1,80})」")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_WITHOUT_BLANKS = re.compile("[\u3040-\u9fff]")
_GROWS, _ENDS = 4, r"\w{0,3}"  # letters from which a word may have another ending, and which


def patterns(lines: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Gives what finds in a plain sentence what lines do not want; nothing of a longer line."""
    return tuple(_pattern(words) for line in lines for words in _named(normalized(line)) if words)


def _named(line: str) -> Iterator[list[str]]:
    """Yields the words of each thing that a line names."""
    quoted = [first or second for first, second in _QUOTED.findall(line)]
    yield from (_WORD.findall(one) for one in quoted)
    words = _WORD.findall(line)
    if quoted or len(words) > MOST_WORDS:
        return
    while words and words[0] in _PASSES:
        words = words[1:]
    yield words


def _pattern(words: list[str]) -> re.Pattern[str]:
    *first, last = words
    said = r"[\s-]+".join((*map(re.escape, first), _with_endings(last)))
    return re.compile(said if _WITHOUT_BLANKS.search(last) else rf"(?<!\w){said}(?!\w)")


def _with_endings(word: str) -> str:
    """Gives a word with the endings it may take: "diets" is "diet", and "dieting" is it too."""
    if len(word) < _GROWS or _WITHOUT_BLANKS.search(word):
        return re.escape(word)
    stem = word[:-1] if len(word) > _GROWS and word[-1] in "seaoyаяыи" else word
    return f"{re.escape(stem)}{_ENDS}"
