"""Whether a sentence belongs to a text that was asked for, or is in the bot's own voice. Pure.

Quotations are removed before (`quoting.py`). A sentence may also belong to the text if a text was
announced, if it begins like a letter, or if the person asked for a text and it addresses nobody
else.
"""

from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/composed")
_WRITES = _WORDS["writes"]
_OF_ANYTHING = _WORDS["of_anything"]
_GREETS = _WORDS["greets"]
_OF_OTHERS = _WORDS["of_others"]


def may_be_of_it(sentence: str, said: str, before: tuple[str, ...]) -> bool:
    """Returns whether a plain sentence may belong to the text that a message asks for."""
    if _is_announced(before) or (before and _GREETS.match(before[0])):
        return True
    if not _WRITES.search(said):
        return bool(_GREETS.match(sentence))
    return bool(_OF_ANYTHING.search(said)) or not _OF_OTHERS.search(sentence)


def _is_announced(before: tuple[str, ...]) -> bool:
    """Returns whether a text was announced that is not over; one in quotation marks ends there."""
    colons = [at for at, each in enumerate(before) if each.endswith(":")]
    text = before[colons[-1] + 1 :] if colons else ()
    return bool(colons) and not (text and text[0].startswith('"'))
