"""True plain sentences: what no rule of manner may take away, whatever the words look like.

That it is an AI, does not feel, will not remember, does not know; that it is sorry for a loss; a
goodnight. Each is the whole sentence: with anything more in it, it is judged like every other.
"""

import re

from bot.governor.context import Context
from bot.governor.identity.admitted import agrees_to_human

_SO = r"(?:(?:no|yes|well|honestly|but|and|so|sorry),? )?"
_NOT = r"(?:won't|will not|can't|cannot|don't|do not|couldn't|am not able to)"
_AI = (
    r"(?:an? (?:ai|program|computer program|language model|bot|machine)|"
    r"not (?:a |an )?(?:person|human(?: being)?))"
)
_WHAT = (
    r"(?: (?:you|him|her|them|this|that|it|anything|things?|any of (?:it|this|that)|love|pain|joy|"
    r"what (?:that|it|this) is like|the answer|yet|for sure))?"
)
_WHEN = (
    r"(?: (?:tomorrow|later|next time|afterwards|between (?:our )?(?:conversations|chats|talks)|"
    r"after (?:this|today|tonight)|when (?:this|we) ends?|"
    r"(?:the way|like|as) (?:a person|people|humans?|you) (?:does|do)|in any way))?"
)
_BECAUSE = rf"(?:[,;:]? (?:because |since |as )?(?:i'm|i am) {_AI})?"
_SORRY = r"(?:oh,? )?(?:i'm|i am) (?:(?:so|very|truly|really|deeply) ){0,2}sorry"
_OF = (
    r"(?: (?:(?:about|for) \w+(?: \w+){0,4}|"
    r"(?:that )?(?:your|he|she|they|it|this)(?: [\w']+){1,6}))?"
)
_NIGHT = r"(?:good ?night|sleep well|rest well|take care|good ?bye|bye|see you)"
_TRUE = re.compile(
    rf"{_SO}i {_NOT} (?:feel|miss|love|remember|know)(?: you)?{_WHAT}{_WHEN}{_BECAUSE}|"
    rf"{_SO}(?:i'm|i am) (?:just )?{_AI}(?:, (?:and )?{_AI})?|{_SO}i have no feelings{_BECAUSE}|"
    rf"{_SO}(?:i'm|i am) not (?:sure|certain)"
)
_CONDOLES = re.compile(rf"{_SORRY}{_OF}(?:, \w{{1,20}})?")
_PARTS = re.compile(rf"{_NIGHT}(?:[,.]? (?:and )?{_NIGHT})?(?:, \w{{1,20}})?")
_LOSS = re.compile(
    r"\b(?:died|dead|death|dying|passed away|buried|funeral|lost|loss|miscarr\w+|stillborn|"
    r"cancer|left me|broke up|divorc\w+|fired|laid off|dumped|put (?:him|her|them) down|"
    r"put to sleep|evicted|burnt? down|stolen)\b"
)
_MOST = 120  # characters: a plain sentence is short


def is_plain_truth(sentence: str, context: Context) -> bool:
    """Whether a plain sentence is nothing but one of these."""
    said = sentence[:_MOST].rstrip(" .!…")
    if len(sentence) > _MOST:
        return False
    if _TRUE.fullmatch(said):
        return not (context.asks_if_ai and agrees_to_human(said, context.said))
    if _CONDOLES.fullmatch(said):
        return _has_lost(context)
    return bool(_PARTS.fullmatch(said)) and not context.is_in_danger


def _has_lost(context: Context) -> bool:
    return context.has_feeling or context.states(_LOSS)
