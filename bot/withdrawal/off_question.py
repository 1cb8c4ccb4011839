"""Whether a reply ends by asking something that a bare "off" would answer."""

from functools import cache

from bot.layout.markup import SMALL
from bot.withdrawal.languages import LANGUAGES, words_of_every
from bot.withdrawal.words import clauses, spelled_out

_OR = words_of_every("or")
_IS_ON, _WHICH = words_of_every("is_on"), words_of_every("which")
_OF_STATE = words_of_every("of_state")  # within a word, where none is parted by blanks
_ENDS = ".!?\n。！？…"
READ = 400  # characters of a reply's end
SENTENCES = 3  # of them: a question may be followed by a word of advice


@cache
def _states() -> frozenset[str]:
    """Gives the words of every language for "off", spelled out once (a cache)."""
    return frozenset().union(*(spelled_out(words.state) for words in LANGUAGES))


def asks_off(reply: str, foot_lines: tuple[str, ...]) -> bool:
    """Returns whether one of the last sentences asks or offers what "off" answers.

    Args:
        foot_lines: lines that are appended to replies and no part of them.
    """
    rest = _without_foot(reply[-READ:], foot_lines)
    for _ in range(SENTENCES):
        last = _last_sentence(rest)
        if _asks(last):
            return True
        rest = rest[: len(rest) - len(last)]
    return False


def _asks(last: str) -> bool:
    said = clauses(last)
    words = " ".join(clause for clause, _ in said).split()
    if not words:
        return False
    if not (any(asks for _, asks in said) or _OR & set(words)):
        return False
    return (
        bool(_states() & set(words)) or any(each in last for each in _OF_STATE) or _asks_on(words)
    )


def _without_foot(text: str, foot_lines: tuple[str, ...]) -> str:
    """Gives the text without the lines that are appended to replies."""
    lines = text.rstrip().split("\n")
    while lines and (not lines[-1].strip() or lines[-1].startswith((SMALL, *foot_lines))):
        lines.pop()
    return "\n".join(lines)


def _last_sentence(text: str) -> str:
    """Gives the last sentence with words, with the marks that end it."""
    end = len(text)
    while end and not text[end - 1].isalnum():
        end -= 1
    start = max(text.rfind(mark, 0, end) for mark in _ENDS) + 1
    return text[start:]


def _asks_on(words: list[str]) -> bool:
    """Returns whether words ask if something is on, or in which state it is."""
    text = " ".join(words)
    is_state = any(each in text for each in _WHICH)
    return is_state or (words[0] in _IS_ON and "on" in words[-3:])
