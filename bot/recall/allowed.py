"""Which rows may be used in a room at all, whatever they are about. Pure.

Alone with its person every row of the scope may be, but for those that they keep out of that room.
Where others read along, only what was said openly in that very room or may be mentioned there; and
never what names, or may name, somebody else who is there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.holding import HeldRow, is_open_in
from bot.ids import PersonId
from bot.recall.terms import AKIN, likeness, names_in, spelled, words_of
from bot.words import Said

_MENTION = re.compile(r"[@＠#＃]\w|<[@#]")
_LEAST = 2  # letters of a name
_MOST_MESSAGES = 400  # the newest


@dataclass(frozen=True, slots=True)
class Readers:
    """Who reads a reply.

    Args:
        room: the keyed hash of its room.
        others: the names of the others there, spelled; none where its person reads alone.
        are_known: each of the others that spoke there has a name that is known.
        codes: of the languages that a row may be in.
    """

    room: str
    is_direct: bool
    others: frozenset[str] = field(default=frozenset(), repr=False)
    are_known: bool = True
    codes: tuple[str, ...] = ("en",)


def with_others(room: str, said: Iterable[Said], person: PersonId) -> Readers:
    """Gives who reads a reply in a shared room, as far as its messages show them."""
    spoke = [one for one in said if one.by not in (None, person)][-_MOST_MESSAGES:]
    called = {f"{one.name} {_in_an_id(one.by or '')}" for one in spoke}
    words = frozenset(word for name in called for word in _words(spelled(name)))
    names = frozenset(word for word in words if len(word) >= _LEAST and not word.isdecimal())
    are_known = all(one.name for one in spoke)
    return Readers(room, is_direct=False, others=names, are_known=are_known)


def _in_an_id(person: str) -> str:
    """Gives the name that an id holds after its platform and before its server, if any."""
    named = person.partition(":")[2].lstrip("@").partition(":")[0]
    return "" if named.isdecimal() else named


def may_be_used(row: HeldRow, by: Readers) -> bool:
    """Returns whether a row may be used before these readers."""
    if by.room in row.not_in.split():
        return False
    return by.is_direct or (is_open_in(row, by.room) and not _is_of_others(row, by))


def _words(said: str) -> tuple[str, ...]:
    """Gives the words of a spelled text, and what stands between its blanks, whatever script."""
    return (*words_of(said), *said.split())


def _is_of_others(row: HeldRow, by: Readers) -> bool:
    """Returns whether a row names somebody else there, or may: what is unsure counts as one."""
    if _MENTION.search(row.body):
        return True
    if not by.are_known and names_in(row.body, by.codes):
        return True
    said = spelled(row.body)
    words = [word for word in _words(said) if len(word) >= _LEAST]
    is_named = any(likeness(name, word) >= AKIN for name in by.others for word in words)
    return is_named or any(name in said for name in by.others if not name.isascii())
