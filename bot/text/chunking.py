"""A long text -> parts that each fit one message: split, never cut.

Fences after CommonMark 0.31, section 4.5: three or more backticks or tildes open one, a line of
at least as many of the same closes it, and the end of the text closes what is left open.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

_FENCE_LINE = re.compile(r"^ {0,3}(?:`{3,}|~{3,})[^\n]*(?:\n|\Z)", re.MULTILINE)
_OPENS = re.compile(r" {0,3}(`{3,}(?=[^`\n]*$)|~{3,})[^\n]*$")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_BLANK_LINE = re.compile(r"[^\S\n]*\n")
_SENTENCE = re.compile(r"[.!?…][\"')\]*_~`”’»]*\s+|[。！？]\s*|\n\s*")
_WORD = re.compile(r"\s+")
_JOINERS = "\u200c\u200d"
_LONGEST_CLUSTER = 32  # what is longer is no grapheme a person typed
_LEAST_BODY = 8  # a fence whose own lines leave less room than this is split as prose


@dataclass(frozen=True, slots=True)
class _Fence:
    """Where a fence stands in a text, and how to open and close it again."""

    start: int
    end: int
    opener: str
    marks: str


def parts(text: str, *longest: int) -> tuple[str, ...]:
    """Splits at paragraphs and fences into parts that hold every character, none too long.

    Only a fence longer than a message gains lines: it is closed and opened again as it was. A part
    is never blank: where whitespace alone would fill one, there is none.

    Args:
        longest: the most characters of the first part, of the second and so on; the last of these
            holds for every part after it.
    """
    if not longest or min(longest) < 1:
        raise ValueError("a message must hold at least one character")
    found: list[str] = []
    while text:
        part, text = _next(text, longest[min(len(found), len(longest) - 1)])
        found.append(part)
    return tuple(part for part in found if part.strip())


def _next(text: str, longest: int) -> tuple[str, str]:
    if len(text) <= longest:
        return text, ""
    fences = tuple(_fences(text, longest))
    at = _last_boundary(text, fences, longest)
    if at:
        return text[:at], text[at:]
    first = fences[0] if fences else None
    if first is not None and not text[: first.start].strip():
        return _through_fence(text, first, longest)
    at = _inside_paragraph(text, longest)
    return text[:at], text[at:]


def _fences(text: str, longest: int) -> Iterator[_Fence]:
    """Gives the fences that begin within a length; whatever closes later closes beyond it."""
    opened: _Fence | None = None
    last = text.rfind("\n", 0, longest) + 1
    whole = _FENCE_LINE.match(text, last)
    for line in _FENCE_LINE.finditer(text, 0, whole.end() if whole else last):
        bare = line[0].rstrip("\n")
        if opened is None:
            found = _OPENS.match(bare)
            if found:
                opened = _Fence(line.start(), len(text), bare, found[1])
        elif _closes(bare, opened.marks):
            yield _Fence(opened.start, line.end(), opened.opener, opened.marks)
            opened = None
    if opened is not None:
        yield opened


def _closes(line: str, marks: str) -> bool:
    bare = line.strip()
    is_run = len(bare) >= len(marks) and not bare.strip(marks[0])
    return is_run and len(line) - len(line.lstrip(" ")) <= 3


def _last_boundary(text: str, fences: tuple[_Fence, ...], longest: int) -> int:
    edges = [edge for fence in fences for edge in (fence.start, fence.end)]
    edges += (found.end() for found in _PARAGRAPH.finditer(text, 0, longest + 1))
    if _breaks_at(text, longest):
        edges.append(longest)  # the blank lines that do not fit begin the next part
    blank = _blank(text, longest)
    fit = (edge for edge in sorted(edges, reverse=True) if blank < edge <= longest)
    return next((edge for edge in fit if not _is_within(edge, fences)), 0)


def _breaks_at(text: str, longest: int) -> bool:
    """Says whether a paragraph's end begins within a length and goes on beyond it."""
    if not text[longest].isspace():
        return False
    run = longest - len(text[:longest].rstrip())
    newline = text.find("\n", longest - run, longest)
    # A blank line is two line ends; the second is sought only as far as blanks go.
    return newline >= 0 and bool(_BLANK_LINE.match(text, newline + 1))


def _blank(text: str, longest: int) -> int:
    """Gives how many blanks a text begins with, as far as one part could hold them."""
    first = text[: longest + 1]
    return len(first) - len(first.lstrip())


def _is_within(edge: int, fences: tuple[_Fence, ...]) -> bool:
    """Whether a place is inside one of the fences, which are in order."""
    at = bisect_left(fences, edge, key=lambda fence: fence.start)
    return at > 0 and edge < fences[at - 1].end


def _through_fence(text: str, fence: _Fence, longest: int) -> tuple[str, str]:
    opened = fence.start + len(fence.opener) + 1
    room = longest - len(fence.marks) - 1
    if room - opened < _LEAST_BODY:
        at = _inside_paragraph(text, longest)
        return text[:at], text[at:]
    at = text.rfind("\n", opened, room) + 1 or max(_whole_mark(text, room), opened + 1)
    part = text[:at] if text[at - 1] == "\n" else text[:at] + "\n"
    return part + fence.marks, _opened_again(text[at:], fence)


def _opened_again(rest: str, fence: _Fence) -> str:
    line, newline, after = rest.partition("\n")
    if line == fence.marks:
        return newline + after  # the line that closed the part before is this one
    return f"{fence.opener}\n{rest}" if rest else ""


def _inside_paragraph(text: str, longest: int) -> int:
    blank = _blank(text, longest)
    for kind in (_SENTENCE, _WORD):
        ends = [found.end() for found in kind.finditer(text[: longest + 1])]
        if ends and ends[-1] > longest:
            # A blank that does not fit may begin the next part; a full stop may not.
            ends[-1] = longest if text[longest].isspace() else 0
        fit = [end for end in ends if end > blank]
        if fit:
            return max(fit)
    at = _whole_mark(text, longest)
    return at if at > blank else longest


def _whole_mark(text: str, at: int) -> int:
    for back in range(min(_LONGEST_CLUSTER, at)):
        if not _is_joined(text, at - back):
            return at - back
    return at


def _is_joined(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if _is_region(before) and _is_region(after):
        start = at
        while start and _is_region(text[start - 1]):
            start -= 1
        return (at - start) % 2 == 1
    is_tail = unicodedata.category(after) in ("Mn", "Mc", "Me") or after in _JOINERS
    is_tone_or_tag = "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f"
    return is_tail or is_tone_or_tag or before == "\u200d" or before + after == "\r\n"


def _is_region(mark: str) -> bool:
    return "\U0001f1e6" <= mark <= "\U0001f1ff"
