"""A reply wrapped in JSON, `{"response": "…"}`: its text, while it streams.

Only a draft that begins as such an object is unwrapped; its other fields are left out.
"""

import re

_KEYS = (
    r"(?:response|reply|message|text|content|answer|output|final|assistant|attune|bot|say|"
    r"result|utterance)"
)
_LEADS = (
    r"(?:\"(?:role|type|from|speaker|status|lang(?:uage)?)\"\s{0,4}:\s{0,4}\"\w{1,20}\""
    r"\s{0,4},\s{0,8}){0,2}"
)
_OPENS = re.compile(
    rf"\s{{0,8}}(?:```(?:json)?\s{{0,4}})?\[?\s{{0,4}}\{{\s{{0,8}}{_LEADS}\"{_KEYS}\""
    r"\s{0,4}:\s{0,4}\"",
    re.IGNORECASE,
)
_MAY_OPEN = re.compile(
    r"\s{0,8}(?:`{1,3}|```j(?:s(?:o(?:n)?)?)?|```(?:json)?\s{0,4}(?:[\[{].*)?|[\[{].*)?", re.DOTALL
)
_MOST = 160  # characters before what it says
_ESCAPES = {"n": "\n", "t": "\t", "r": "\n", "b": "", "f": ""}
_HEX = 4


class Unwrapped:
    """Gives the text of a stream without the JSON around it."""

    def __init__(self) -> None:
        """Starts at the beginning of a draft."""
        self._held: str | None = ""  # until it is clear whether it is wrapped
        self._is_inside = self._is_over = False
        self._escape: str | None = None  # what follows a backslash, so far
        self._half = ""  # the first half of a character that is written as two

    @property
    def is_wrapped(self) -> bool:
        """Returns whether the draft came wrapped."""
        return self._is_inside or self._is_over

    def feed(self, text: str) -> str:
        """Gives the text in a piece that may be passed on."""
        return "".join(map(self._read, text)) if self._held is not None or self.is_wrapped else text

    def end(self) -> str:
        """Gives the text held back so far, because the stream has ended."""
        held, self._held = self._held or "", None
        return held

    def _read(self, mark: str) -> str:
        if self._held is None:
            return self._inside(mark) if self.is_wrapped else mark
        self._held += mark
        if _OPENS.fullmatch(self._held):
            self._held, self._is_inside = None, True
            return ""
        may_open = len(self._held) < _MOST and _MAY_OPEN.fullmatch(self._held) is not None
        return "" if may_open else self.end()

    def _inside(self, mark: str) -> str:
        if self._is_over:
            return ""
        if self._escape is not None:
            return self._escaped(self._escape + mark)
        if mark == "\\":
            self._escape = ""
        elif mark == '"':
            self._is_over, self._is_inside = True, False
        return "" if mark in '\\"' else mark

    def _escaped(self, so_far: str) -> str:
        if so_far[0] != "u":
            self._escape = None
            return _ESCAPES.get(so_far, so_far)
        if len(so_far) <= _HEX:
            self._escape = so_far
            return ""
        self._escape = None
        return self._character(so_far[1:])

    def _character(self, digits: str) -> str:
        try:
            mark = chr(int(digits, 16))
        except ValueError:
            return ""
        half, self._half = self._half, ""
        if "\ud800" <= mark <= "\udbff":
            self._half = mark
            return ""
        return (half + mark).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
