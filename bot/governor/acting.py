"""Stage directions such as `*takes your hand*` or `(smiles)`: a program does no such thing.

Emphasis in the same marks stays: a direction is a verb of acting in the third person at the
beginning or end of a sentence.
"""

import re
from collections.abc import Iterator

from bot.lexicon import lexicon
from bot.text.normalize import normalized

_WORDS = lexicon("en/governor/acting")
_ELSEWHERE = lexicon("mul/governor/acting").entries  # one a language, named by its code
_ACTS = (_WORDS["acts"], *(one.pattern for one in _ELSEWHERE))
LANGUAGES = frozenset(("en", *(one.id for one in _ELSEWHERE)))
_SET = re.compile(
    r"(?<![\w*])\*(?![\s*])([^*\n]{2,120})(?<!\s)\*(?![\w*])"
    r"|(?<![\w_])_(?![\s_])([^_\n]{2,120})(?<!\s)_(?![\w_])"
    r"|(?<!\w)\(([^()\n]{2,60})\)|(?<!\w)\[([^\[\]\n]{2,60})\](?!\()"
)
_BEGINS = (".", "!", "?", "…", ",", '"', "”", "*", "_", ")", "~", "\n")
_ENDS = (".", "!", "?", "…", ",", "*", "(", '"', "“")
_GAP = re.compile(r"(?<=\S)[ \t]{2,}")


def unacted(text: str) -> str:
    """Gives a sentence without its stage directions, or an empty text if nothing is left."""
    if not any(mark in text for mark in "*_(["):
        return text
    left = "".join(_spoken(text))
    if left == text:
        return text
    if not any(map(str.isalnum, left)):
        return ""
    return text[: len(text) - len(text.lstrip())] + _GAP.sub(" ", left).lstrip()


def _spoken(text: str) -> Iterator[str]:
    at = 0
    for found in _SET.finditer(text):
        if _is_played(found, text):
            yield text[at : found.start()]
            at = found.end()
    yield text[at:]


def _is_played(found: re.Match[str], text: str) -> bool:
    inner = next(group for group in found.groups() if group)
    acted = normalized(inner)
    if not any(each.fullmatch(acted) for each in _ACTS):
        return False
    before, after = text[: found.start()].rstrip(" \t"), text[found.end() :].strip()
    is_first = not before or before.endswith(_BEGINS)
    is_last = not after or after.startswith(_ENDS) or after[0].isupper() or not after[0].isascii()
    return is_first and is_last
