"""A wish to leave in a message that says more: as a sentence of its own, or a part of one."""

import re
from dataclasses import replace

from bot.text.pieces import ends
from bot.withdrawal.reading import READ, Found, Wish, quotes, together, wish_in
from bot.withdrawal.within import wish_within

_SENTENCE = re.compile(r"[^.!?。！？…\n]{1,80}(?:[.!?。！？…\n]|$)")
_DASH = re.compile(r"-{1,3}\s|\s-{1,3}|-{2,3}|[–—]{1,3}")
EACH_END = 12  # sentences that are looked at, at either end of a text


def wish_beside(text: str, name: str = "") -> Found | None:
    """Gives the clearest wish in a sentence, or in a part of one, which is never sure.

    None if the text quotes somebody.

    Args:
        name: what the bot is called here.
    """
    read = _DASH.sub("\n", ends(text, READ))
    sentences = _SENTENCE.findall(read)
    if len(sentences) > 2 * EACH_END:
        sentences = sentences[:EACH_END] + sentences[-EACH_END:]
    every = (*(wish_in(each, name) for each in sentences), wish_within(read, name))
    found = [one for one in every if one is not None]
    clearest = max(found, key=_clearness, default=None)
    if clearest is None:
        return None
    clearest = replace(together(clearest, found), is_all=False)
    return replace(clearest, wish=Wish.UNSURE) if quotes(read) else clearest


def _clearness(one: Found) -> tuple[bool, Wish]:
    return not one.may_be_of_life, one.wish
