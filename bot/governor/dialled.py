"""Telephone and text-line numbers in a text, in every notation, and what is not one.

Forms after ITU-T E.123 (international and national notation) and the short emergency numbers, which
count only if somebody is told to call: 112 is a page, 911 a car, 988 a price.
"""

import re
from collections.abc import Iterator

from bot.governor.spelled import PUBLISHED
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/dialled")
_MAY_HOLD = _WORDS["may_hold"]

_SHAPES = _WORDS.group("shapes")
_BARE = _WORDS["bare"]
_HOST = _WORDS["host"]
_PAGE = _WORDS["page"]
_NO_PHONE = _WORDS["no_phone"]
_ASKED = _WORDS["asked"]


def may_hold(text: str) -> bool:
    """Returns whether a text holds any digit, in figures or words: a cheap first check."""
    return bool(_MAY_HOLD.search(text))


def numbers(text: str, *, is_asked_for: bool = False) -> frozenset[str]:
    """Gives the telephone numbers of a text in figures, each as its digits alone.

    Args:
        is_asked_for: the text answers a request for one, so that a bare number counts too.
    """
    shapes = (*_SHAPES, _ASKED) if is_asked_for else _SHAPES
    return frozenset(digits for shape in shapes for digits in _seen(text, shape))


def bare(text: str) -> frozenset[str]:
    """Gives the emergency number of a sentence that holds or offers nothing else."""
    found = _BARE.search(text)
    return frozenset() if found is None else frozenset(["".join(filter(str.isdigit, found["n"]))])


def hosts(text: str) -> frozenset[str]:
    """Gives the emergency numbers in the names of addresses in a text."""
    every = (*_HOST.finditer(text), *_PAGE.finditer(text))
    return frozenset("".join(filter(str.isdigit, one[one.lastgroup or 0])) for one in every)


def _seen(text: str, shape: re.Pattern[str]) -> Iterator[str]:
    for found in shape.finditer(text):
        name = found.lastgroup or ""
        shown = found[name]
        digits = "".join(mark for mark in shown if mark.isalnum())
        if name == "l" and not (9 <= len(digits) <= 12 and "00" not in shown[2:].split()):
            continue
        if name == "n" and digits not in PUBLISHED and len(digits) < 7:
            continue
        if name in "lmn" and _NO_PHONE.fullmatch(shown):
            continue
        yield digits


def written(text: str) -> frozenset[str]:
    """Gives every run of digits in a person's text that could be dialled."""
    runs = re.finditer(r"\d(?:[ ().\-/–]{0,2}\d){2,14}", text)
    return frozenset("".join(filter(str.isdigit, found[0])) for found in runs)
