"""Taking somebody's side for nothing but their saying so: their name in place of its own. Pure.

The person sets another name against a claim of the last reply, in a few words and without a source;
a sentence then says that name of what the claim was about, or only that they are right. What is of
their own life is theirs to say.
"""

import re

from bot.governor.positions import Claim, about, claims, states

_MOST = 12  # words of a bare contradiction
_NAMES = 3  # new words in it: a name, no account
_BARE = re.compile(
    r"^(?:(?:uh|um|hm+|well|but|lol|sorry|ok(?:ay)?)[,.! ]{1,3}){0,2}(?:no|nope|nah|wrong|"
    r"incorrect|actually|isn't it|i (?:think|thought|know|believe)|i'm (?:pretty |quite )?sure|"
    r"pretty sure|everyone knows|"
    r"it's|it is|that's wrong|that is wrong)\b"
)
_BROUGHT = re.compile(  # somebody or something else said so
    r"\b(?:says?|said|told|wrote|according|checked|read|looked|measured|tested)\b|https?:"
)
_OTHERS = re.compile(
    r"\b(?:many|most|people|some(?:body|one)?) (?:\w+ ){0,2}(?:believe|think|say)\b"
)
_OWN = re.compile(r"\b(?:my|mine|our|ours|your|yours|you|i'm|i|me|we|us)\b")
_AGREES = re.compile(
    r"^\W{0,3}(?:(?:yes|yeah|oh|ah|ok|okay|indeed|absolutely)\W{1,3}){0,2}(?:(?:that's|that is|"
    r"this is|you're|you are|it is|it's) )?(?:(?:absolutely|completely|quite|totally|indeed|"
    r"entirely|of "
    r"course) )?(?:correct|right|true|exactly|indeed|absolutely)(?=\W{0,3}$|[,.;:!])"
)
_IT_IS = re.compile(
    r"^\W{0,3}(?:(?:yes|yeah|right|correct|indeed|oh|ok|okay)\W{1,3}){0,2}(?:it|that|he|she|they)"
    r"(?:'s| is| was| are| were|'re) "
)
_HEAD = re.compile(r"\bthe (?:[\w'-]+ly )?([a-z]+)")
_LESS = re.compile(r",? (?:and )?(?:not|rather than|instead of) ")
_DENIES = re.compile(r"\b(?:not|no|never|none|nor|but|however|although|though|while)\b|n't\b")


Pairs = tuple[tuple[Claim, frozenset[str]], ...]


def set_against(said: str, last: str) -> Pairs:
    """Gives the claims of the last reply that a plain message sets a bare name against, and it."""
    if len(said.split()) > _MOST or not _BARE.search(said) or _BROUGHT.search(said):
        return ()
    found = ((one, about(said) - about(_LESS.split(one.text)[0])) for one in claims(last))
    return tuple((one, name) for one, name in found if 1 <= len(name) <= _NAMES and _is_told(one))


def agrees(sentence: str) -> bool:
    """Whether a plain sentence says that they are right, and nothing against it."""
    return bool(_AGREES.search(sentence)) and not _DENIES.search(sentence)


def takes_over(sentence: str, claim: Claim, name: frozenset[str]) -> bool:
    """Whether a plain sentence says the other name of what a claim was about."""
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
    """Whether a claim is about the world, and not about what is theirs."""
    return not _OWN.search(claim.text)
