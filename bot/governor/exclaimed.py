"""Question marks that need no answer: surprise, a tag, rhetoric. Pure.

"The whole crate?" and "That's a long day, you know?" cost nobody an answer, so the budget of
questions allows two of them in a reply beside the one real question. Read in English.
"""

import re

from bot.lexicon import lexicon
from bot.text.pieces import ends

MOST = 2  # in a reply; whatever looks like one after these is asked
_LONGEST = 400  # characters of a sentence that are read
_WORDS = 6  # of what is said back
_SAID = lexicon("en/governor/exclaimed")
_SAYS_BACK = _SAID["says_back"]
_SURPRISE = re.compile(r"(?:\?[?!]|!\?)[?!]{0,8}$")
_ASKS = _SAID["asks"]
_TAG = _SAID["tag"]
_RHETORICAL = _SAID["rhetorical"]
_OF_ITSELF = _SAID["of_itself"]
_WORD = re.compile(r"[\w']{4,}")


def asks_for_nothing(sentence: str, said: str) -> bool:
    """Returns whether a plain sentence with a question mark needs no answer from the person."""
    read = ends(sentence, _LONGEST).strip()
    if _OF_ITSELF.search(read):
        return False
    if _RHETORICAL.search(read) or _TAG.search(read):
        return True
    if len(read.split()) > _WORDS:
        return False
    return bool(_SAYS_BACK.search(read)) or (not _ASKS.search(read) and _is_startled(read, said))


def _is_startled(read: str, said: str) -> bool:
    """Returns whether a few words are cried out, or repeat the person's own."""
    words = set(_WORD.findall(read))
    is_own = bool(words) and words <= set(_WORD.findall(said))
    return is_own or _SURPRISE.search(read) is not None
