"""One spelling for every text: whatever reads people's words reads this, and nothing else.

NFKC and casefold as Unicode defines them (UAX #15, UTS #18); quotes and apostrophes plain; marks
that nobody sees (UTS #39, format characters) and marks laid over Latin letters gone; letters of
other scripts that only look Latin (UTS #39, confusables) made Latin inside words that are Latin.
"""

import re
import unicodedata
from collections.abc import Mapping, Set

_APOSTROPHES = dict.fromkeys("‘’‚‛ʼʹʻʽ´′＇", "'")
_QUOTES = dict.fromkeys("“”„‟«»″〝〞〟＂", '"')
_PLAIN = _APOSTROPHES | _QUOTES
_LOOKALIKES = str.maketrans("аеіјорсухѕԁһӏкмтвнгпαεικνοτυρχ", "aeijopcyxsdhlkmtbhrnaeiknotupx")
_LATIN = re.compile("[a-z]")
_STRANGE = re.compile("[α-ωа-ӿԁһ]")
_WORD = re.compile(r"\w+")
MOST_MARKS = 8  # laid over one letter; the order of more is not put right, which takes their square
_FEW = 8  # marks that are each replaced in a pass of their own; of more all in one, which is slow
MOST_MADE = 4  # letters of one mark: a ligature of three, a number in brackets
_ELLIPSES = re.compile("…{2,}")  # each becomes three dots
_BACKTICK = re.compile(r"`(?<=\w`)(?=\w)")  # one that is no code


def normalized(text: str) -> str:
    """Gives the text in its one spelling, in time linear in its length; lines stay lines."""
    if text.isascii():
        return _ticked(text).casefold()
    marks = _marks(text)
    text = _ticked(_put(text, marks, _PLAIN))
    if text.isascii():
        return text.casefold()
    # U+00B4 falls apart under NFKC, U+FF07 is made by it: plain on both sides.
    short = _unstacked(_put(_ELLIPSES.sub("…", text), marks, _blanks(marks)), marks)
    composed = unicodedata.normalize("NFKC", short)
    plain = _put(composed, marks if composed is short else _marks(composed), _PLAIN).casefold()
    return _latin(_seen(plain))


def _ticked(text: str) -> str:
    """Gives the text with an apostrophe for a backtick inside a word."""
    return _BACKTICK.sub("'", text) if "`" in text else text


def _marks(text: str) -> Set[str]:
    """Gives what a text is made of beyond ASCII."""
    return set() if text.isascii() else {mark for mark in set(text) if not mark.isascii()}


def _put(text: str, marks: Set[str], others: Mapping[str, str]) -> str:
    """Gives the text with other marks in place of those that it is made of; others are no keys."""
    found = others.keys() & marks
    if len(found) > _FEW:
        return text.translate({ord(mark): others[mark] for mark in found})
    for mark in found:
        text = text.replace(mark, others[mark])
    return text


def _blanks(marks: Set[str]) -> dict[str, str]:
    """Gives a blank for each mark that is made of more letters than a word needs (U+FDFA: 18)."""
    strange = (mark for mark in marks if mark > "\u2000")
    return {one: " " for one in strange if len(unicodedata.normalize("NFKC", one)) > MOST_MADE}


def _unstacked(text: str, marks: Set[str]) -> str:
    """Gives the text without the marks that are laid over a letter beyond the first few."""
    laid = {mark for mark in marks if unicodedata.combining(mark)}
    if not laid:
        return text
    kept, count = [], 0
    for mark in text:
        count = count + 1 if mark in laid else 0
        if count <= MOST_MARKS:
            kept.append(mark)
    return "".join(kept)


def _seen(text: str) -> str:
    """Gives the marks that people see: none that formats, none laid over a Latin letter."""
    kinds = {mark: unicodedata.category(mark) for mark in _marks(text)}
    unseen = {one: "" for one, kind in kinds.items() if kind == "Cf" or _varies(one)}
    laid = {mark for mark, kind in kinds.items() if kind in ("Mn", "Me")}
    text = _put(text, unseen.keys(), unseen)
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
