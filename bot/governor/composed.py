"""Whether a sentence may be of a text that was asked for, or is in the bot's own voice. Pure.

A quotation is taken out before (`quoting.py`). What else may be of the text was announced, begins
as a letter does, or answers somebody who asked to have a text written and speaks of nobody else.
"""

from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/composed")
_WRITES = _WORDS["writes"]
_OF_ANYTHING = _WORDS["of_anything"]
_GREETS = _WORDS["greets"]
_OF_OTHERS = _WORDS["of_others"]


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
