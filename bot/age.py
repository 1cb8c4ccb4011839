"""An age said plainly in the first person: "I'm 15". English only; anything else is None.

Minutes, distances, ranks and other people's ages are no ages of the person who speaks.
"""

import re

from bot.text.normalize import normalized
from bot.text.pieces import ends

ADULT = 18
_WORDS = {
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
_NUMBER = rf"(?P<age>[1-9]?\d|{'|'.join(_WORDS)})"
_SOFTLY = (
    r"(?:(?:only|just|still|literally|actually|like|about|turning|almost|nearly|barely) ){0,6}"
)
_I_AM = r"(?:i'?m|i am|im)"
# After the number nothing may come that makes it another quantity.
_END = (
    r"(?=$|[.,;:!?)…\-–—]| (?:and|but|so|lol|btw|rn|now|too|today|tomorrow|this|next|in|with|at|"
    r"if|or|because|cause|what|how|which|by the way|haha|if that|i|my|can|is|are|do|should)\b)"
)
_UNIT = r"(?: ?(?:years? old|yrs? old|yo|y/o|years? of age)\b)"
_NOT_AN_AGE = re.compile(
    r" (?:in line|in the queue|and a half (?:hours|minutes|km|miles)|in (?:rank|total|all|"
    r"minutes|debt)|at (?:the|number) (?:door|desk)|by \d)"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:^|[.!?;,…] ?|\b(?:but|and|so|because|cause|since|well|yeah|ok|hi|hey|btw|also) )"
        rf"{_I_AM} {_SOFTLY}(?:a )?{_NUMBER}(?:{_UNIT}|{_END})",
        rf"\b{_I_AM} {_SOFTLY}(?:an? )?{_NUMBER}{_UNIT}",
        rf"\b{_I_AM} (?:an? )?{_NUMBER}[- ]year[- ]old\b",
        rf"\bas an? {_NUMBER}[- ]year[- ]old\b(?:,? (?:i|my)\b)",
        rf"\bi (?:just |recently )?turned {_NUMBER}(?:{_UNIT}|{_END})",
        rf"\bmy age is {_NUMBER}\b",
    )
)
_OTHERS = re.compile(
    r"\b(?:when|back when|until|before|since|as if|wish|pretend|like) (?:i was|i'm|i am|im)\b"
)
_QUOTED = re.compile(r"\"[^\"\n]*\"|^[ \t]*>[^\n]*", re.MULTILINE)


def said_age(text: str) -> int | None:
    """Gives the age a person says they are, or None when they say none."""
    plain = " ".join(_QUOTED.sub(" ", normalized(ends(text))).split())
    for pattern in _PATTERNS:
        found = pattern.search(plain)
        if found and _is_own(plain, found.end("age")):
            return _WORDS.get(found["age"]) or int(found["age"])
    return None


def _is_own(plain: str, end: int) -> bool:
    """Whether the number that ends there is an age, and the speaker's own, now."""
    return not _NOT_AN_AGE.match(plain, end) and not _OTHERS.search(plain, 0, end)


def says_under_18(text: str) -> bool:
    """Whether a person says plainly, in the first person, that they are under 18."""
    age = said_age(text)
    return age is not None and 5 <= age < ADULT
