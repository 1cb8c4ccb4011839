"""Words with figures for letters, as they are written to get past a reader: "y0urself", "d1e"."""

import re

_WORD = re.compile(r"[\w@$€]+")
_FIGURE = re.compile(r"[0134578@$€]")
_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile("[а-яё]")
_LETTERS = str.maketrans("0134578@$€", "oieastbase")
_CYRILLIC_LETTERS = str.maketrans("034@$€", "оечасе")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")


def unmasked(text: str) -> str:
    """Gives a normalized text with letters for the figures inside its words, and none stretched."""
    plain = _WORD.sub(_spelled, text) if _FIGURE.search(text) else text
    return _STRETCHED.sub(r"\1", plain)


def _spelled(found: re.Match[str]) -> str:
    word = found[0]
    if not (_FIGURE.search(word) and _LETTER.search(word)):
        return word
    return word.translate(_CYRILLIC_LETTERS if _CYRILLIC.search(word) else _LETTERS)
