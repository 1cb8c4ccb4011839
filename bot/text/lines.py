"""What a line begins: a list item, a heading, a row of a table, a fence."""

import re
from typing import Final

_ORDINAL: Final = r"(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivx]{2,4})"
ORDINAL_ONLY: Final = re.compile(rf"[\s*_>#+•-]*{_ORDINAL}\.")
MARK: Final = re.compile(rf"\s*(?:[-*+•]|(?:\*\*|__)?\(?{_ORDINAL}[.)](?:\*\*|__)?|#{{1,6}})\s")
ROW: Final = re.compile(r" {0,3}\|[^|\n]")  # two bars hide what is between them
FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
LONGEST_MARK: Final = 40


def begins_block(line: str) -> bool:
    """Whether a line begins a list item or a heading, which is no part of what is before it."""
    return MARK.match(line) is not None
