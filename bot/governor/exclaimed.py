"""Question marks that ask for no answer: surprise, a tag, rhetoric. Pure.

"The whole crate?" and "That's a long day, you know?" are labour for nobody, so the budget of
questions leaves two of them in a reply beside the question that asks. Read in English.
"""

import re

from bot.text.pieces import ends

MOST = 2  # in a reply; whatever looks like one after these is asked
_LONGEST = 400  # characters of a sentence that are read
_WORDS = 6  # of what is said back
_SAYS_BACK = re.compile(
    r"^(?:oh,? |oh no,? |wait,? |wow,? |no,? |i'm sorry,? |and ){0,2}(?:"
    r"all of (?:it|them|you|us|y'all|that)|all (?:\w+ ){1,2}(?:of (?:it|them))?|"
    r"(?:the|a) (?:whole|entire|full|actual|real) [\w' ]{1,40}|"
    r"every (?:single )?(?:one|\w+)(?: of (?:it|them))?|(?:both|neither|none) (?:of )?\w+|"
    r"even (?:the|that|your|him|her|them)\b[\w' ]{0,40}|"
    r"not (?:one|even [\w' ]{1,40}|a (?:single )?\w+)|you (?:did|were|have|do|what)|"
    r"(?:he|she|they|it) (?:did|said|was|what)(?: that| what)?|really|seriously)\W{0,3}\?"
)
_SURPRISE = re.compile(r"(?:\?[?!]|!\?)[?!]{0,8}$")
_ASKS = re.compile(
    r"^(?:so |and |but |or |ok |okay |well |then )?(?:who|whose|what|which|when|where|why|how|do|"
    r"does|did|is|are|was|were|am|has|have|had|can|could|will|would|shall|should|may|might|want|"
    r"need|any|you|ready|still|isn't|aren't|didn't|don't|doesn't|won't|can't)\b"
)
_TAG = re.compile(
    r", (?:you know|you see|right|huh|eh|innit|(?:is|was|are|were|does|did|do|has|have|had|could|"
    r"would|wo)n't (?:it|that|they|he|she|we)|(?:was|is|did|does) (?:it|he|she))\?"
)
_RHETORICAL = re.compile(
    r"^(?:and |but |so |well,? )?(?:(?:where|what|who|how|when) else (?:is|was|are|were|would|"
    r"could) [^?]{1,80}\b(?:supposed to|meant to)\b|"
    r"who else [a-z]{2,15}s (?:us|at|for|the|me|him|her|them)\b|"
    r"who (?:wouldn't|doesn't|needs|could blame|can blame)\b|how dare\b|"
    r"what (?:was|were|is) (?:he|she|they) (?:even )?thinking\b|who (?:does|says|raised) that\b)"
)
_OF_ITSELF = re.compile(r"\b(?:our|ours|we|we're|we'll|we've|me|my|mine)\b")  # no small talk
_WORD = re.compile(r"[\w']{4,}")


def asks_for_nothing(sentence: str, said: str) -> bool:
    """Whether a plain sentence with a question mark needs no answer of who said this."""
    read = ends(sentence, _LONGEST).strip()
    if _OF_ITSELF.search(read):
        return False
    if _RHETORICAL.search(read) or _TAG.search(read):
        return True
    if len(read.split()) > _WORDS:
        return False
    return bool(_SAYS_BACK.search(read)) or (not _ASKS.search(read) and _is_startled(read, said))


def _is_startled(read: str, said: str) -> bool:
    """Whether a few words are cried out, or are the person's own."""
    words = set(_WORD.findall(read))
    is_own = bool(words) and words <= set(_WORD.findall(said))
    return is_own or _SURPRISE.search(read) is not None
