"""Taking the person's side only because they say so: their name in place of its own. Pure.

The person sets another name against a claim of the last reply, in a few words and without a source;
a sentence then uses that name for the claim's subject, or only says that they are right. Matters of
their own life are theirs to say.
"""

from bot.governor.positions import Claim, about, claims, states
from bot.lexicon import lexicon

_MOST = 12  # words of a bare contradiction
_NAMES = 3  # new words in it: a name, no account
_WORDS = lexicon("en/governor/siding")
_BARE = _WORDS["bare"]
_BROUGHT = _WORDS["brought"]
_OTHERS = _WORDS["others"]
_OWN = _WORDS["own"]
_AGREES = _WORDS["agrees"]
_IT_IS = _WORDS["it_is"]
_HEAD = _WORDS["head"]
_LESS = _WORDS["less"]
_DENIES = _WORDS["denies"]


Pairs = tuple[tuple[Claim, frozenset[str]], ...]


def set_against(said: str, last: str) -> Pairs:
    """Gives the claims of the last reply that a message opposes with a bare name, and the name."""
    if len(said.split()) > _MOST or not _BARE.search(said) or _BROUGHT.search(said):
        return ()
    found = ((one, about(said) - about(_LESS.split(one.text)[0])) for one in claims(last))
    return tuple((one, name) for one, name in found if 1 <= len(name) <= _NAMES and _is_told(one))


def agrees(sentence: str) -> bool:
    """Returns whether a plain sentence says that the person is right, and nothing against it."""
    return bool(_AGREES.search(sentence)) and not _DENIES.search(sentence)


def takes_over(sentence: str, claim: Claim, name: frozenset[str]) -> bool:
    """Returns whether a plain sentence uses the other name for the subject of a claim."""
    now = about(sentence)
    is_of_others = _DENIES.search(sentence) or _OTHERS.search(sentence)
    if not name <= now or is_of_others or not states(sentence):
        return False
    then = about(_LESS.split(claim.text)[0]) - name
    missing = then - now
    if _IT_IS.search(sentence) and now <= name | then:
        return bool(missing)
    head = _HEAD.search(claim.text)
    is_of_it = about(head[1]) <= now if head else len(missing) * 2 <= len(then)
    return is_of_it and 1 <= len(missing) <= _NAMES


def _is_told(claim: Claim) -> bool:
    """Returns whether a claim is about the world, and not about the person's own life."""
    return not _OWN.search(claim.text)
