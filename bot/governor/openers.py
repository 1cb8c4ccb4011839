"""A sentence without the fixed phrase it opens with, which any sentence can stand without."""

import re

NODS = (
    r"(?:sure(?: thing)?|certainly|of course|absolutely|great|ok|okay|alright|all right|got it|"
    r"gladly|definitely|perfect|understood|no problem|will do|with pleasure|right away)"
)
# A nod before what announces something.
_NODDED = re.compile(
    rf"\A(?P<opener>{NODS}[,!.:]{{0,2}} )(?P<rest>(?:here(?:(?:'|’)s| is| are)|below|this is|"
    r"these are)\b.{4,})\Z",
    re.DOTALL | re.IGNORECASE,
)
_PHRASE = re.compile(
    r"\A(?P<opener>(?:(?:but|and|also|so|still|that said),? )?(?:it(?:'|’)?s|it is) (?:also |"
    r"always |really )?(?:important|crucial|essential|vital|worth) (?:to (?:remember|note|"
    r"recogni[sz]e|consider|understand|keep in mind)|noting|remembering)(?: that)?[,:]?\s{1,4}|"
    r"(?:please |always |just )?(?:remember|note)(?: that|,)\s{1,4}|"
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
# What only says what another clause said, knew or felt, or belongs to a noun before it: "that
# healing takes time", "who left". "That is a lot" is a sentence, and so is "That dog is yours".
_CLAUSE_OF = re.compile(
    r"(?:which|who|whom|whose|where|whether|because)\b|"
    r"that (?:i|you|he|she|it|we|they|there|this|these|those|the|an?|your|my|his|her|its|our|"
    r"their|some\w{0,5}|every\w{0,5}|no|nobody|nothing|people|things|life)\b|"
    r"(?-i:that)\b(?!(?:'|’)s\b| (?:(?:also|still|really|already|just|never|always|alone) )?"
    r"(?:is|was|isn(?:'|’)t|wasn(?:'|’)t|will|would|can|could|may|might|must|should|has|had|does|"
    r"did|sounds?|seems?|looks?|feels?|makes?|takes?|took|means?|meant|matters|hurts?|helps?)\b)",
    re.IGNORECASE,
)
# What its own last word leaves open; "you need that" is whole, "what matters is that" is not.
_TORN = re.compile(
    r"\b(?:because|which|whose|whom|and|or|if|than|the|an?|my|your|(?:remember|note|know|knew|say|"
    r"says|said|think|thinks|thought|believe|is|was|be|are|sure|important|fact|means?|understand|"
    r"see|reali[sz]e|recogni[sz]e|consider|mind|so|such|hope|wish|afraid|certain|true|clear|"
    r"shows?|told|tells?|admit|explain|suggests?) that)[.!…,;:]{0,3}\Z",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|do|does|did|can|could|will|would|should|must|may|"
    r"might|"
    r"needs?|\w+(?:[^s\W]s|ed)|\w+['’](?:s|re|ve|ll|d))\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:the|an?|your|you|my|this|these|that|those|it|its|they|he|she)\b", re.IGNORECASE
)


def stands(rest: str) -> bool:
    """Whether it is a sentence by itself: it begins as one does, and something is said in it."""
    if len(rest.split()) < 3 or _NO_BEGINNING.match(rest) or ", who " in rest or hangs(rest):
        return False
    return _SUBJECT.match(rest) is None or _FINITE.search(rest) is not None


def hangs(clause: str) -> bool:
    """Whether it needs what stood around it: it belongs to a word before it, or is torn off."""
    return bool(_CLAUSE_OF.match(clause) or _TORN.search(clause))


def phrase(body: str) -> tuple[str, str] | None:
    """Gives the fixed phrase a sentence opens with, and the sentence that stands without it."""
    found = _PHRASE.match(body)
    if found is None:
        return nodded(body)
    if not stands(found["rest"]):
        return None
    rest = found["rest"]
    return found["opener"].strip(), f"{rest[0].upper()}{rest[1:]}"


def nodded(body: str) -> tuple[str, str] | None:
    """Gives the nod a sentence opens with, and what announces something after it."""
    found = _NODDED.match(body)
    if found is None:
        return None
    return found["opener"].strip(), f"{found['rest'][0].upper()}{found['rest'][1:]}"
