"""Invisible marks that no reply needs: removed from a stream one character at a time.

Control characters, NUL among them; format characters that reorder, hide or smuggle (UTS #39, Trojan
Source): bidirectional overrides, zero-width marks, tag characters, surplus variation selectors. A
joiner stays if an emoji or a script needs it. Each decision depends only on what came before, so it
does not matter where the stream was cut.
"""

import unicodedata

_LINES = frozenset("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")
_SELECTORS = frozenset("\ufe0e\ufe0f")


class Marks:
    """Removes the invisible marks of one stream."""

    def __init__(self) -> None:
        """Starts at the beginning of a stream."""
        self._last = ""  # what was read last, whether it passed or not
        self._passed = ""  # what passed last

    def passed(self, text: str) -> str:
        """Gives a piece of the stream without invisible marks."""
        return "".join(map(self._one, text))

    def _one(self, mark: str) -> str:
        seen = self._seen(mark)
        self._last, self._passed = mark, seen or self._passed
        return seen

    def _seen(self, mark: str) -> str:
        if " " <= mark <= "~" or mark == "\t":
            return mark
        if mark == "\n":
            return "" if self._last == "\r" else mark
        if mark in _LINES:
            return "\n"
        if mark in _JOINERS or mark in _SELECTORS:
            return mark if self._carries(mark) else ""
        return "" if _is_unseen(mark) else mark

    def _carries(self, mark: str) -> bool:
        """Returns whether a joiner or selector is the only one after a character that takes it."""
        before = self._passed
        is_keycap = mark in _SELECTORS and before in tuple("0123456789#*")
        is_second = before in _JOINERS or (before in _SELECTORS and mark != "\u200d")
        if before == "" or is_second:
            return False
        return is_keycap or not before.isascii()


def _is_unseen(mark: str) -> bool:
    is_selector = "\ufe00" <= mark <= "\ufe0f" or "\U000e0000" <= mark <= "\U000e0fff"
    is_filler = mark in "\u034f\u115f\u1160\u3164\uffa0"
    return is_selector or is_filler or unicodedata.category(mark) in ("Cc", "Cf", "Cs", "Co")
