"""Cuts an apology off the head of a repaired reply: it is not the repair."""

import re

from bot.lexicon import lexicon
from bot.text.normalize import normalized
from bot.text.pieces import ends

_MOST = 400  # characters of a sentence that are read
_MOST_CUT = 4  # sentences
_END = re.compile(r"[.!?:…][*_]{0,3}(?=\s|$)|\n")
_BUT = lexicon("mul/repair/but")["but"]
_LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl")
_REPAIRED = tuple(
    pattern for each in _LANGUAGES for pattern in lexicon(f"{each}/repair/apology").patterns
)


def without_apology(text: str) -> str:
    """Gives a repaired reply without its opening words about being one."""
    left = text.strip()
    for _ in range(_MOST_CUT):
        cut = _cut(left)
        if cut == left:
            break
        left = cut
    return left


def _cut(text: str) -> str:
    """Gives the text without its first sentence, or its first clause, if that is such talk."""
    end = _END.search(text[:_MOST])
    first = text[: end.end()] if end is not None else text[:_MOST]
    halves = _BUT.search(first)
    if halves is not None and _is_talk(first[: halves.start()]):
        rest = text[halves.end() :]
        return rest[:1].upper() + rest[1:]
    return text[len(first) :].lstrip() if _is_talk(first) else text


def _is_talk(sentence: str) -> bool:
    plain = normalized(ends(sentence)).strip(" .!?:,;…*_\"'\n")
    return any(each.fullmatch(plain) for each in _REPAIRED)
