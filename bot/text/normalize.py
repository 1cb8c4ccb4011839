"""One spelling for every text: whatever reads people's words reads this, and nothing else.

NFKC and casefold as Unicode defines them (UAX #15, UTS #18); quotes and apostrophes plain; marks
that nobody sees (UTS #39, format characters) and marks laid over Latin letters gone; letters of
other scripts that only look Latin (UTS #39, confusables) made Latin inside words that are Latin.
"""

import re
import unicodedata

_APOSTROPHES = dict.fromkeys("‘’‚‛ʼʹʻʽ´′＇", "'")
_QUOTES = dict.fromkeys("“”„‟«»″〝〞〟＂", '"')
_PLAIN = str.maketrans(_APOSTROPHES | _QUOTES)
_LOOKALIKES = str.maketrans("аеіјорсухѕԁһӏкмтвнгпαεικνοτυρχ", "aeijopcyxsdhlkmtbhrnaeiknotupx")
_LATIN = re.compile("[a-z]")
_STRANGE = re.compile("[α-ωа-ӿԁһ]")
_WORD = re.compile(r"\w+")
MOST_MARKS = 8  # laid over one letter; the order of more is not put right, which takes their square
_BACKTICK = re.compile(r"(?<=\w)`(?=\w)")  # one that is no code


def normalized(text: str) -> str:
    """Gives the text in its one spelling, in time linear in its length; lines stay lines."""
    text = _BACKTICK.sub("'", text.translate(_PLAIN))
    if text.isascii():
        return text.casefold()
    # U+00B4 falls apart under NFKC, U+FF07 is made by it: plain on both sides.
    plain = unicodedata.normalize("NFKC", _unstacked(text)).translate(_PLAIN).casefold()
    return _latin("".join(_seen(plain)))


def _unstacked(text: str) -> str:
    """Gives the text without the marks that are laid over a letter beyond the first few."""
    kept, marks = [], 0
    for mark in text:
        marks = marks + 1 if unicodedata.combining(mark) else 0
        if marks <= MOST_MARKS:
            kept.append(mark)
    return "".join(kept)


def _seen(text: str) -> list[str]:
    """Gives the marks that people see: none that formats, none laid over a Latin letter."""
    seen: list[str] = []
    is_latin = False
    for mark in text:
        kind = unicodedata.category(mark)
        if kind == "Cf" or (kind in ("Mn", "Me") and (is_latin or "\ufe00" <= mark <= "\ufe0f")):
            continue
        is_latin = mark.isascii()
        seen.append(mark)
    return seen


def _latin(text: str) -> str:
    if not (_STRANGE.search(text) and _LATIN.search(text)):
        return text
    return _WORD.sub(_latin_word, text)


def _latin_word(found: re.Match[str]) -> str:
    word = found[0]
    return word.translate(_LOOKALIKES) if _LATIN.search(word) else word
