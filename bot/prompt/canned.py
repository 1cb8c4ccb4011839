"""What the program said itself, taken out of what a model is shown as its own words.

A model that reads a notice, a receipt or the lead of a repair as its own turn says the like again.
It is known by its words, in every language at once, so that a change of language changes nothing;
and by a part of them, where a platform cut a message in two. What asks something, or answers a
question about another's life, stays: what a person says next is said to that.
"""

import re

from bot import phrases
from bot.crisis import texts
from bot.crisis.signs import What
from bot.phrases.identity import IS_AI_IN
from bot.repair.leads import EVERY as LEADS
from bot.strings.crisis import FloorWords

_STAYS = frozenset((phrases.NO_ROMANCE, phrases.CARRIED_OVER, texts.UNSURE))
_LEAST = 8  # characters of the beginning or the end of a text, where it was cut
_LEAST_WITHIN = 24  # of the middle of one
_SMALL = "-#*_ "  # how platforms write a small line
_END = "\x00"
_SENTENCE = re.compile(r"^— |[.:!?)。।۔؟]$")  # and no word on a button


def _of_language(words: FloorWords) -> tuple[str, ...]:
    bodies = (words.body(what) for what in (None, *What))
    lines = (words.steady, words.aloud, words.an_ai, words.write_on, *bodies)
    return (*words.only_the_programs, *lines)


def _fixed() -> tuple[str, ...]:
    said = (*vars(phrases).items(), ("NIGHT_CARD", texts.NIGHT_CARD))
    plain = (text for name, text in said if name.isupper() and isinstance(text, str))
    every = (*plain, *phrases.STANCES.values(), *IS_AI_IN.values(), *LEADS)
    spoken = (each for words in texts.EVERY for each in _of_language(words))
    said_whole = (each for each in (*every, *spoken) if _SENTENCE.search(each))
    return tuple(each for each in said_whole if each not in _STAYS)


_FIXED = _fixed()
_LINES = tuple(" ".join(line.split()) for each in _FIXED for line in each.split("\n"))
_ALL = _END + _END.join(_LINES) + _END
_GREETS = (", an AI run by ", "unless you ask me to. 🔧")
# How texts begin that are filled in, as far as they say enough to be known by.
_FILLED = tuple(
    begins for line in _LINES if "{" in line and len(begins := line.partition("{")[0]) >= _LEAST * 2
)
_TAILS = (phrases.HONEST_INSTEAD, *(words.steady for words in texts.EVERY))


def own_words(text: str) -> str:
    """Gives what a model wrote of a message of the bot's; empty where it wrote none of it."""
    if texts.is_vital(text) and not text.startswith(_ASKED):
        return ""
    lines = _before_help(text.strip().split("\n"))
    while lines and _is_canned(lines[-1]):
        lines.pop()
    while lines and _is_canned(lines[0]):
        lines.pop(0)
    left = "\n".join(lines).strip()
    for tail in _TAILS:
        left = left.removesuffix(tail).rstrip()
    return left or (text.strip() if text.strip() in _IS_AI else "")


_IS_AI = frozenset((phrases.IS_AI, *IS_AI_IN.values()))  # alone it is an answer, and stays one
_ASKED = tuple(
    each for words in texts.EVERY for each in (words.asked, words.concern, *words.asks.values())
)


def _before_help(lines: list[str]) -> list[str]:
    """Gives the lines before the line of help; the admins' own line stands after that."""
    at = (place for place, line in enumerate(lines) if line.startswith(texts.HELPS))
    return lines[: next(at, len(lines))]


def _is_canned(line: str) -> bool:
    """Whether a line is blank, or the program's own, whole or a part of it."""
    plain = " ".join(line.split()).strip(_SMALL)
    if not plain or f"{_END}{plain}{_END}" in _ALL or plain.startswith(_FILLED):
        return True
    if all(each in plain for each in _GREETS):
        return True
    is_edge = f"{_END}{plain}" in _ALL or f"{plain}{_END}" in _ALL
    return (is_edge and len(plain) >= _LEAST) or (len(plain) >= _LEAST_WITHIN and plain in _ALL)
