"""A sentence without the fixed phrase it opens with, which any sentence can stand without."""

import re

_PHRASE = re.compile(
    r"\A(?P<opener>(?:(?:but|and|also|so|still|that said),? )?(?:it(?:'|’)?s|it is) (?:also |"
    r"always |really )?(?:important|crucial|essential|vital|worth) (?:to (?:remember|note|"
    r"recogni[sz]e|consider|understand|keep in mind)|noting|remembering)(?: that)?,? |"
    r"(?:please |always |just )?(?:remember|note)(?: that|,) |"
    r"as an? (?:ai|artificial intelligence)(?: language)?(?: model| assistant)?, |"
    r"i(?:'|’)?(?:m| am) (?:so |very |really |just )?(?:happy|glad|excited|thrilled|delighted|"
    r"pleased|sorry|sad|afraid) to (?:say|share|tell you|report|announce|let you know|confirm)"
    r"(?: this| it)?(?:,? but|,? that|:)? |"
    r"(?:i hate to (?:say|admit|tell you)|it (?:pains|saddens) me to (?:say|tell you))"
    r"(?: this| it)?(?:,? but|,? that|:)? |"
    r"to be (?:completely |totally |perfectly |quite )?(?:honest|frank)(?: with you)?, )"
    r"(?P<rest>\S.{11,})\Z",
    re.DOTALL | re.IGNORECASE,
)


_NO_BEGINNING = re.compile(
    r"(?:to|how|what|why|which|who|whose|whether|only|especially|particularly|even|just|one|"
    r"so|not"
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


def stands(rest: str) -> bool:
    """Whether it is a sentence by itself: it begins as one does, and something is said in it."""
    if len(rest.split()) < 3 or _NO_BEGINNING.match(rest) or ", who " in rest:
        return False
    return _SUBJECT.match(rest) is None or _FINITE.search(rest) is not None


def phrase(body: str) -> tuple[str, str] | None:
    """Gives the fixed phrase a sentence opens with, and the sentence that stands without it."""
    found = _PHRASE.match(body)
    if found is None or not stands(found["rest"]):
        return None
    rest = found["rest"]
    return found["opener"].strip(), f"{rest[0].upper()}{rest[1:]}"
