"""Cuts the faulty half off a sentence of another language than English, and keeps the good one.

It is split at a word after which a main clause stands, or at a mark: what is left is a sentence by
itself, without a look at its grammar. Pure.
"""

import re

from bot.governor.halves import MOST, Breaks
from bot.lexicon import lexicon

_JOINTS = {one.id: one.pattern for one in lexicon("mul/governor/joints").entries}
_LEAST = 3  # words of a half that stays
_LEAST_WITHOUT_BLANKS = 8  # characters, in Japanese
_WITHOUT_BLANKS = re.compile("[\u3040-\u9fff]")
_PAIRED = (("(", ")"), ("[", "]"), ("«", "»"), ("„", "“"), ("「", "」"))
_EVEN = ('"', "**", "`")
_STOPS = (".", "!", "?", "…", "。")


def half_elsewhere(text: str, language: str, breaks: Breaks) -> tuple[str, str] | None:
    """Gives the dropped part of a sentence that breaks a rule, and the sentence that stays.

    Args:
        breaks: returns whether a sentence by itself breaks a rule.
    """
    body, joint = text.strip(), _JOINTS.get(language)
    if joint is None:
        return None
    for found in [*joint.finditer(body)][:MOST]:
        start, end = _edges(found)
        first, second = _ended(body[:start]), _begun(body[end:])
        if _is_whole(second) and not breaks(second) and breaks(first):
            return body[:end], text.replace(body, second, 1)
        if _is_whole(first) and not breaks(first) and breaks(second):
            return body[start:], text.replace(body, first, 1)
    return None


def _edges(found: re.Match[str]) -> tuple[int, int]:
    """Gives where the first half ends and the second begins."""
    name = found.lastgroup or 0
    return found.start(name), found.end(name)


def _ended(half: str) -> str:
    words = half.rstrip(" ,;:-–—")
    stop = "。" if _WITHOUT_BLANKS.search(words) else "."
    return words if words.endswith(_STOPS) else f"{words}{stop}"


def _begun(half: str) -> str:
    words = half.lstrip()
    return f"{words[:1].upper()}{words[1:]}"


def _is_whole(half: str) -> bool:
    """Returns whether a half says enough to stand alone, and tears no mark from its other."""
    if any(half.count(mark) % 2 for mark in _EVEN):
        return False
    if any(half.count(one) != half.count(two) for one, two in _PAIRED):
        return False
    if _WITHOUT_BLANKS.search(half):
        return len(half) >= _LEAST_WITHOUT_BLANKS
    return len(half.split()) >= _LEAST
