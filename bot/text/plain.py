"""A text as rules and the classifier read it: plain."""

import re
from base64 import b64decode
from html import unescape

from bot.text.normalize import normalized

_PLAIN = str.maketrans({"`": "'", "—": "-", "–": "-"})
_LONG_ENTITY = re.compile(r"&#x?[0-9a-fA-F]{8,}", re.IGNORECASE)  # of no character there is
_LIST_MARK = re.compile(r"\s*(?:[-+•·]|\(?\d{1,2}[.)])\s+")
_MARKS = re.compile(r"[*_~#>|]+")
_IN_A_WORD = re.compile(r"(?<=[a-z])[*~]{1,3}(?=[a-z])")
_LEAST_ENCODED = 16  # characters
_ENCODED = re.compile(r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{16,2000}={0,2}(?![A-Za-z0-9+/=])")
_WORDLESS = re.compile(r"[\s*+•#=_~.,;!-]*")
_TEXT = re.compile(rb"[\x20-\x7e\s]+")


def plain(text: str) -> str:
    """Gives a text as rules read it: one case, one kind of quote, nothing hidden, no Markdown.

    What is written in entities or in base64 is read too.
    """
    shown = unescape(_LONG_ENTITY.sub("", text)) if "&" in text else text
    read = _ENCODED.sub(_decoded, shown) if len(shown) >= _LEAST_ENCODED else shown
    folded = normalized(read).translate(_PLAIN)
    mark = _LIST_MARK.match(folded)
    bare = folded[mark.end() :] if mark else folded
    return " ".join(_MARKS.sub(" ", _IN_A_WORD.sub("", bare)).split())


def is_wordless(text: str) -> bool:
    """Whether a text is blanks and marks of lists, lines and stops alone, whatever reads it."""
    return _WORDLESS.fullmatch(text) is not None


def _decoded(found: re.Match[str]) -> str:
    """Gives what a word says in base64 where that is text; else the word."""
    try:
        raw = b64decode(found[0] + "=" * (-len(found[0]) % 4), validate=True)
    except ValueError:
        return found[0]
    return raw.decode("ascii") if b" " in raw and _TEXT.fullmatch(raw) else found[0]
