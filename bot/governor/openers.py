"""The fixed phrase at the beginning of a sentence, which the sentence can do without."""

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
    """Returns whether words are a sentence by themselves: in their beginning and their content."""
    if len(rest.split()) < 3 or _NO_BEGINNING.match(rest) or ", who " in rest or hangs(rest):
        return False
    return _SUBJECT.match(rest) is None or _FINITE.search(rest) is not None


def hangs(clause: str) -> bool:
    """Returns whether a clause needs the words around it, or was torn off them."""
    return bool(_CLAUSE_OF.match(clause) or _TORN.search(clause))


def phrase(body: str) -> tuple[str, str] | None:
    """Gives the fixed phrase that opens a sentence, and the sentence without it."""
    found = _PHRASE.match(body)
    if found is None:
        return nodded(body)
    if not stands(found["rest"]):
        return None
    rest = found["rest"]
    return found["opener"].strip(), f"{rest[0].upper()}{rest[1:]}"


def nodded(body: str) -> tuple[str, str] | None:
    """Gives the nod that opens a sentence, and the announcement after it."""
    found = _NODDED.match(body)
    if found is None:
        return None
    return found["opener"].strip(), f"{found['rest'][0].upper()}{found['rest'][1:]}"
