"""What was said and sent before a reply, in a form by which a repetition is found.

Words are compared in threes (shingles), so that a word more or less hides nothing. Nothing else of
the text is kept, and each text is read once.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.text.pieces import ends
from bot.text.plain import plain

Shingle = tuple[str, str, str]
_WORD = re.compile(r"[a-zà-ɏа-яё']{1,20}|[^\W_]")
_MOST_REPLIES = 40  # the newest
_MOST_PLACES = 8  # in which one shingle is known


def words_of(said: str) -> list[str]:
    """Gives the words of a plain text; for a script without spaces, each character."""
    return _WORD.findall(said)


def shingles(words: list[str]) -> list[Shingle]:
    """Gives every three words in a row."""
    return list(zip(words, words[1:], words[2:], strict=False))


def share(of: list[Shingle], known: frozenset[Shingle] | set[Shingle]) -> float:
    """Gives the share of known shingles, from 0 to 1."""
    return sum(one in known for one in of) / len(of) if of else 0.0


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said and sent before a reply.

    Args:
        replies: the earlier replies that hold each shingle.
        message: the shingles of the person's message.
        sent: the shingles of the model's instructions.
    """

    replies: dict[Shingle, list[int]] = field(default_factory=dict, repr=False)
    message: frozenset[Shingle] = field(default=frozenset(), repr=False)
    sent: frozenset[Shingle] = field(default=frozenset(), repr=False)

    def in_a_reply(self, of: list[Shingle]) -> float:
        """Gives the greatest share of shingles in any one earlier reply."""
        places = [0] * _MOST_REPLIES
        for one in of:
            for place in self.replies.get(one, ()):
                places[place] += 1
        return max(places) / len(of) if of else 0.0


def heard(earlier: Iterable[str], message: str, sent: str) -> Heard:
    """Reads what was said and sent before."""
    replies: dict[Shingle, list[int]] = {}
    for place, reply in enumerate(tuple(earlier)[-_MOST_REPLIES:]):
        for one in set(shingles(words_of(plain(ends(reply))))):
            known = replies.setdefault(one, [])
            if len(known) < _MOST_PLACES:
                known.append(place)
    own = frozenset(shingles(words_of(plain(ends(message)))))
    told = frozenset(shingles(words_of(plain(sent))))
    return Heard(replies, own, told - own)
