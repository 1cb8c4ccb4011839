"""The words of a message as they are compared with what it said before: case and marks aside."""

import re

from bot.text.normalize import normalized

_WORD = re.compile(r"\w+|\?")


def wording(text: str) -> str:
    """Gives the words of a text, by which two texts say the same; of one without words, its marks.

    A question mark counts: it asks where the same words tell.
    """
    spelled = normalized(text)
    return " ".join(_WORD.findall(spelled) or spelled.split())
