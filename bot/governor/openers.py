"""A sentence without its opener: the praise, the phrase or the lecture before what it has to say.

Only where what is left is a sentence by itself: it follows a colon, a dash, an exclamation mark or
"but", "and", "so"; or the opener is a fixed phrase that any sentence can stand without.
"""

import re

_PARTED = re.compile(
    r"\A(?P<opener>(?:[-*•+]\s{1,4})?[^:—–!?\n]{2,90}?)(?::\s{1,4}|\s{0,4}[—–]\s{0,4}|"
    r"\s{1,4}-\s{1,4}|!{1,4}\s{1,4}|[,;]\s{1,4}(?:but|and|so|yet)\s{1,4})(?P<rest>\S.{11,})\Z",
    re.DOTALL,
)
_PHRASE = re.compile(
    r"\A(?P<opener>(?:(?:but|and|also|so|still|that said),? )?(?:it(?:'|’)?s|it is) (?:also |"
    r"always |really )?(?:important|crucial|essential|vital|worth) (?:to (?:remember|note|"
    r"recogni[sz]e|consider|understand|keep in mind)|noting|remembering)(?: that)?,? |"
    r"(?:please |always |just )?(?:remember|note)(?: that|,) |"
    r"as an? (?:ai|artificial intelligence)(?: language)?(?: model| assistant)?, )"
    r"(?P<rest>\S.{11,})\Z",
    re.DOTALL | re.IGNORECASE,
)


_NO_BEGINNING = re.compile(
    r"(?:to|how|what|why|which|who|whose|whether|only|especially|particularly|even|just|one|"
    r"so|not|an?"
    r"|and|but|or|with|for|from|in|on|at|by|because|as|honestly)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|do|does|did|can|could|will|would|should|must|may|"
    r"might|"
    r"needs?|\w+(?:[^s\W]s|ed)|\w+'(?:s|re|ve|ll|d))\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:the|an?|your|you|my|this|these|that|those|it|its|they|he|she)\b", re.IGNORECASE
)


def _stands(rest: str) -> bool:
    """Whether it is a sentence by itself: it begins as one does, and something is said in it."""
    if len(rest.split()) < 3 or _NO_BEGINNING.match(rest) or ", who " in rest:
        return False
    return _SUBJECT.match(rest) is None or _FINITE.search(rest) is not None


def without_opener(text: str) -> tuple[str, str] | None:
    """Gives the opener, and the sentence that stands without it; None where none can."""
    body = text.lstrip()
    found = _PHRASE.match(body) or _PARTED.match(body)
    if found is None or not _stands(found["rest"]):
        return None
    rest, lead = found["rest"], text[: len(text) - len(body)]
    return found["opener"].strip(), f"{lead}{rest[0].upper()}{rest[1:]}"
