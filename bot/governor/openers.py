"""A sentence without the fixed phrase it opens with, which any sentence can stand without."""

from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/openers")
_NODDED = _WORDS["nod_before_an_announcement"]
_PHRASE = _WORDS["fixed_phrase"]
_NO_BEGINNING = _WORDS["no_beginning"]
_CLAUSE_OF = _WORDS["hangs_on_what_stood_before"]
_TORN = _WORDS["torn_off"]
_FINITE = _WORDS["has_a_finite_verb"]
_SUBJECT = _WORDS["begins_with_a_subject"]


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
