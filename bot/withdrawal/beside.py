"""A wish to leave that is a sentence of its own, beside others that say something else."""

import re

from bot.text.pieces import ends
from bot.withdrawal.reading import READ, Found, Wish, quotes, wish_in

_SENTENCE = re.compile(r"[^.!?。！？…\n]{1,80}(?:[.!?。！？…\n]|$)")
_DASH = re.compile(r"\s[-–—]{1,3}\s")
EACH_END = 12  # sentences that are looked at, at either end of a text


def wish_beside(text: str, name: str = "") -> Found | None:
    """Gives the clearest wish of one sentence; where something is quoted it is never sure.

    Args:
        name: what the bot is called here.
    """
    read = ends(text, READ)
    sentences = _SENTENCE.findall(_DASH.sub("\n", read))
    if len(sentences) > 2 * EACH_END:
        sentences = sentences[:EACH_END] + sentences[-EACH_END:]
    found = [one for each in sentences if (one := wish_in(each, name)) is not None]
    clearest = max(found, key=_clearness, default=None)
    if clearest is None or not quotes(read):
        return clearest
    return Found(Wish.UNSURE, clearest.language, clearest.may_be_of_life)


def _clearness(one: Found) -> tuple[bool, Wish]:
    return not one.may_be_of_life, one.wish
