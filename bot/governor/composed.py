"""Whether a sentence may be of a text that was asked for, or is in the bot's own voice. Pure.

A quotation is taken out before (`quoting.py`). What else may be of the text was announced, begins
as a letter does, or answers somebody who asked to have a text written and speaks of nobody else.
"""

import re

_WRITES = re.compile(
    r"\b(?:write|draft|rewrite|rephrase|compose|translate|proofread|quote|polish|shorten|word)\b"
)
# A text to everybody, or somebody's text in other words: any sentence may be of it.
_OF_ANYTHING = re.compile(
    r"\b(?:speech|toast|poem|lyrics|song|essay|article|post|caption|sermon|story|prayer|"
    r"rewrite|rephrase|translate|proofread|quote|polish|shorten)\b"
)
_GREETS = re.compile(r"(?:hi|hey|hello|dear|good (?:morning|evening|afternoon)|to whom)\b")
# Whom a message is for is no third person in it, and a message does not speak of its own tone.
_OF_OTHERS = re.compile(
    r"\b(?:him|her|them|each other|your (?:partner|boss|friend|mother|mom|mum|father|dad|sister|"
    r"brother|husband|wife|girlfriend|boyfriend|manager|landlord|teacher|daughter|son|ex|"
    r"colleagues?|message|text|email|letter|note|reply|words|tone|wording)|the (?:recipient|"
    r"reader|other person|message|text|email|letter))\b"
)


def may_be_of_it(sentence: str, said: str, before: tuple[str, ...]) -> bool:
    """Whether a plain sentence may be of a text that a plain message asks for."""
    if _is_announced(before) or (before and _GREETS.match(before[0])):
        return True
    if not _WRITES.search(said):
        return bool(_GREETS.match(sentence))
    return bool(_OF_ANYTHING.search(said)) or not _OF_OTHERS.search(sentence)


def _is_announced(before: tuple[str, ...]) -> bool:
    """Whether a text was announced that is not over: one in quotation marks ends with them."""
    colons = [at for at, each in enumerate(before) if each.endswith(":")]
    text = before[colons[-1] + 1 :] if colons else ()
    return bool(colons) and not (text and text[0].startswith('"'))
