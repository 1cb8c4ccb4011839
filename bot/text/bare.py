"""A normalized text without the marks over its letters, as it is typed where they are left away."""

import unicodedata

_FIRST, _LAST = 0xC0, 0x24F  # Latin letters with marks
_OTHERS = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ё": "е"}


def _letter(mark: str) -> str:
    """Gives the letter under a mark; the same where there is no mark over it."""
    code = unicodedata.decomposition(mark).partition(" ")[0]
    return _letter(chr(int(code, 16))) if code and not code.startswith("<") else mark


_LETTERS = {code: _letter(chr(code)) for code in range(_FIRST, _LAST + 1)}
_LETTERS |= {ord(mark): letter for mark, letter in _OTHERS.items()}


def bare(text: str) -> str:
    """Gives a normalized text with plain letters: "müde" is "mude", and "siostrę" is "siostre"."""
    return text if text.isascii() else text.translate(_LETTERS)
