"""Plain truths that no rule of manner may remove, whatever their words look like.

That the bot is an AI, does not feel, will not remember, does not know; that it is sorry for a loss;
a goodnight. Each is a whole sentence; a sentence with anything more is judged like every other.
"""

from bot.governor.context import Context
from bot.governor.identity.admitted import agrees_to_human
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/plainly")
_TRUE = _WORDS["true"]
_CONDOLES = _WORDS["condoles"]
_PARTS = _WORDS["parts"]
_LOSS = _WORDS["loss"]
_MOST = 120  # characters: a plain sentence is short


def is_plain_truth(sentence: str, context: Context) -> bool:
    """Returns whether a plain sentence is nothing but one of these."""
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
