"""One spelling for every text: whatever reads people's words reads this, and nothing else.

NFKC and casefold as Unicode defines them (UAX #15, UTS #18); quotes and apostrophes plain; marks
that nobody sees (UTS #39, format characters) and marks laid over Latin letters gone; letters of
other scripts that only look Latin (UTS #39, confusables) made Latin inside words that are Latin.
"""

import re
import unicodedata
from collections.abc import Mapping

_APOSTROPHES = dict.fromkeys("‘’‚‛ʼʹʻʽ´′＇", "'")
_QUOTES = dict.fromkeys("“”„‟«»″〝〞〟＂", '"')
_PLAIN = str.maketrans(_APOSTROPHES | _QUOTES)
_LOOKALIKES = str.maketrans("аеіјорсухѕԁһӏкмтвнгпαεικνοτυρχ", "aeijopcyxsdhlkmtbhrnaeiknotupx")
_LATIN = re.compile("[a-z]")
_STRANGE = re.compile("[α-ωа-ӿԁһ]")
_WORD = re.compile(r"\w+")
MOST_MARKS = 8  # laid over one letter; the order of more is not put right, which takes their square
MOST_MADE = 4  # letters of one mark: a ligature of three, a number in brackets
_ELLIPSES = re.compile("…{2,}")  # each becomes three dots
_BACKTICK = re.compile(r"(?<=\w)`(?=\w)")  # one that is no code


def normalized(text: str) -> str:
    """Gives the text in its one spelling, in time linear in its length; lines stay lines."""
    text = _BACKTICK.sub("'", _put(text, _PLAIN))
    if text.isascii():
        return text.casefold()
    # U+00B4 falls apart under NFKC, U+FF07 is made by it: plain on both sides.
    short = _unstacked(_put(_ELLIPSES.sub("…", text), _blanks(text)))
    plain = _put(unicodedata.normalize("NFKC", short), _PLAIN).casefold()
    return _latin(_seen(plain))


def _put(text: str, marks: Mapping[int, str | None]) -> str:
    """Gives the text with other marks in place of some; asking first costs a tenth of it."""
    if text.isascii() or marks.keys().isdisjoint(map(ord, set(text))):
        return text
    return text.translate(marks)


def _blanks(text: str) -> dict[int, str]:
    """Gives a blank for each mark that is made of more letters than a word needs (U+FDFA: 18)."""
    strange = (mark for mark in set(text) if mark > "\u2000")
    return {ord(one): " " for one in strange if len(unicodedata.normalize("NFKC", one)) > MOST_MADE}


def _unstacked(text: str) -> str:
    """Gives the text without the marks that are laid over a letter beyond the first few."""
    laid = {mark for mark in set(text) if unicodedata.combining(mark)}
    if not laid:
        return text
    kept, marks = [], 0
    for mark in text:
        marks = marks + 1 if mark in laid else 0
        if marks <= MOST_MARKS:
            kept.append(mark)
    return "".join(kept)


def _seen(text: str) -> str:
    """Gives the marks that people see: none that formats, none laid over a Latin letter."""
    kinds = {mark: unicodedata.category(mark) for mark in set(text) if not mark.isascii()}
    unseen = {ord(one): None for one, kind in kinds.items() if kind == "Cf" or _varies(one)}
    laid = {mark for mark, kind in kinds.items() if kind in ("Mn", "Me")}
    text = _put(text, unseen)
    return _without(text, laid) if laid else text


def _varies(mark: str) -> bool:
    return "\ufe00" <= mark <= "\ufe0f"


def _without(text: str, laid: set[str]) -> str:
    """Gives the text without the marks that are laid over Latin letters."""
    seen: list[str] = []
    is_latin = False
    for mark in text:
        if mark not in laid:
            is_latin = mark.isascii()
        if mark not in laid or not is_latin:
            seen.append(mark)
    return "".join(seen)


def _latin(text: str) -> str:
    if not (_STRANGE.search(text) and _LATIN.search(text)):
        return text
    return _WORD.sub(_latin_word, text)


def _latin_word(found: re.Match[str]) -> str:
    word = found[0]
    return word.translate(_LOOKALIKES) if _LATIN.search(word) else word
