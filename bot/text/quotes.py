"""What a sentence says in its own voice: quotations, code and addresses are shown, not said."""

import re
from dataclasses import dataclass

# A quotation that runs over several sentences opens in one and closes in another.
SHOWN = re.compile(
    r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)"
    r"|\"[^\"]*\"|“[^”]*(?:”|\Z)|„[^“”]*(?:[“”]|\Z)|«[^»]*(?:»|\Z)|「[^」]*(?:」|\Z)"
    r"|‘(?:[^‘’]|(?<=\w)’(?=\w))*’(?!\w)"
    r"|(?<!\w)'(?:[^']|(?<=\w)'(?=\w))+'(?!\w)"
    r"|\"[^\"]*\Z"
    r"|\b[a-z][a-z0-9+.-]{0,20}://[^\s)>\]]+|\bwww\.[^\s)>\]]+",
    re.IGNORECASE | re.DOTALL,
)
IN_CODE = re.compile(r"(`{1,4})(?!`)[^`]{1,400}`{1,4}")
_NUMBER_IN_CODE = re.compile(r"`{1,4} ?\d[\d .-]{1,8}`{1,4}")
QUOTE_LINE = re.compile(r"\s*>")
_OPENERS, _CLOSERS = "“„«「", "”»」"
_QUOTE_MARKS = frozenset(f'{_OPENERS}{_CLOSERS}"')
_CLOSES = re.compile('^[^“„«「”»」"]*[”»」"]')
_CLOSES_LOW = re.compile('^[^“„«「”»」"]*[“”"]')  # what „ opened
_MATCHING = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」"}
_INCHES = re.compile(r"\d\"")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Quoting:
    """Where a sentence stands: inside an open quotation, or right after what announces one."""

    is_open: bool = False
    is_announced: bool = False
    opened: str = ""  # the mark that opened what is open

    @property
    def closer(self) -> str:
        """The mark that closes what is open; empty where nothing is."""
        return _MATCHING.get(self.opened, "") if self.is_open else ""

    def after(self, text: str) -> "Quoting":
        """Gives where the next sentence stands."""
        announces = text.rstrip().rstrip("*_").endswith(":")
        if "\n\n" in text:
            return Quoting(is_announced=announces)
        opened = self.opened if self.is_open else ""
        if _QUOTE_MARKS.isdisjoint(text):
            return Quoting(bool(opened), announces, opened)
        may_open = self.is_announced or bool(_LETTER.search(SHOWN.sub("", text)))
        for mark in _INCHES.sub("", text):
            if opened and _closes(mark, opened):
                opened = ""
            elif may_open and not opened and (mark == '"' or mark in _OPENERS):
                opened = mark
        return Quoting(bool(opened), announces, opened)

    def closed_by(self, text: str) -> str:
        """Gives the mark that closes in a text what was open before it; empty where none does."""
        if not self.is_open or self.after(text.strip()).is_open:
            return ""
        return next((mark for mark in text if _closes(mark, self.opened)), "")


def _closes(mark: str, opened: str) -> bool:
    return mark == '"' or mark in _CLOSERS or (mark == "“" and opened == "„")


NOWHERE = Quoting()


def left_open(text: str) -> str:
    """Gives the mark of a quotation that a text opens and does not close; else it is empty."""
    has_words = any(map(str.isalnum, text))
    return Quoting(is_announced=True).after(text.strip()).opened if has_words else ""


def without_closer(text: str, opened: str) -> tuple[str, str]:
    """Gives a text without the mark that closes what such a mark opened, and what is open then."""
    for at, mark in enumerate(text):
        is_first = at == 0 or text[at - 1].isspace()
        begins = mark == '"' and is_first and text[at + 1 : at + 2].strip() != ""
        if _closes(mark, opened) and not begins:
            return text[:at] + text[at + 1 :], ""
        if begins or mark in _OPENERS:
            return text, ""
    return text, opened


def without_code(text: str) -> str:
    """Gives the text with an x for its code; a short number is no code, whatever it stands in."""
    return IN_CODE.sub(lambda code: code[0] if _NUMBER_IN_CODE.fullmatch(code[0]) else "x", text)


def spoken(text: str, quoting: Quoting = NOWHERE, *, asked_for: bool = False) -> str:
    """Gives the text with an x for what it only shows.

    A sentence that is nothing but a quotation is one only where something announces it, or where
    the person asked for words; else quotation marks around a reply would hide it.
    """
    if QUOTE_LINE.match(text):
        return ""
    if quoting.is_open:
        closes = _CLOSES_LOW if quoting.opened == "„" else _CLOSES
        text = closes.sub("x", text) if closes.search(text) else "x"
    own = SHOWN.sub("x", text)
    is_only_shown = not _LETTER.search(own.replace("x", ""))
    may_be = quoting.is_open or quoting.is_announced or asked_for
    return text if is_only_shown and not may_be else own
