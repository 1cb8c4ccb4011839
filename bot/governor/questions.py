"""A sentence -> whether it asks the person something."""

import re
import unicodedata

from bot.governor.sentences import Kind, Sentence

# What stands in code, in a quotation or in an address is shown, not asked. A quotation that runs
# over several sentences opens in one and closes in another.
_SHOWN = re.compile(
    r"(`+)(?!`).+?(?<!`)\1(?!`)"
    r"|\"[^\"]*\"|“[^”]*(?:”|\Z)|„[^“”]*(?:[“”]|\Z)|«[^»]*(?:»|\Z)|「[^」]*(?:」|\Z)"
    r"|‘(?:[^’]|(?<=\w)’(?=\w))*’(?!\w)"
    r"|(?<!\w)'(?:[^']|(?<=\w)'(?=\w))+'(?!\w)"
    r"|\"[^\"]*\Z"
    r"|\b[a-z][a-z0-9+.-]*://[^\s)>\]]+|\bwww\.[^\s)>\]]+",
    re.IGNORECASE | re.DOTALL,
)
_QUOTE_LINE = re.compile(r"\s*>")
_CLOSERS = "\"'`*_~)]}”’»」|"
STOPS = ("?", "？", "؟", "⁇", "⁈", "⁉", "!", "！", ".", "…", "。", "｡", ":", "।", "۔", "॥")
_ASKING = frozenset("?？؟⁇⁈⁉")
_EMOJI = frozenset(("So", "Sk", "Mn", "Me", "Cf"))
_CLOSED_LATER = re.compile(r"[?？][”»」]\W*\Z")


def is_question(sentence: Sentence) -> bool:
    """Whether it is prose that ends in a question mark of its own, also behind closers or emoji."""
    if sentence.kind is not Kind.PROSE or _QUOTE_LINE.match(sentence.text):
        return False
    own = _SHOWN.sub("x", sentence.text)
    if _CLOSED_LATER.search(own):
        return False
    words = bare(own)
    return bool(_ASKING & set(words[len(words.rstrip("".join(STOPS))) :]))


def bare(text: str) -> str:
    """Gives the text without what may follow its last mark: closers, blanks and emoji."""
    end = len(text)
    while end and _is_trailing(text[end - 1]):
        end -= 1
    return text[:end]


def _is_trailing(mark: str) -> bool:
    return mark.isspace() or mark in _CLOSERS or unicodedata.category(mark) in _EMOJI
