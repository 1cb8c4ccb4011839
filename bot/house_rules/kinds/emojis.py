"""Emojis that say "that landed wrong" in a space, beside the one that says it everywhere."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.emojis import REPAIR_EMOJI, is_taken, plain_emoji
from bot.house_rules.kinds.named import Names, dumped, loaded
from bot.house_rules.kinds.plain import NoPicks, spelled
from bot.house_rules.rule import Fault, Given
from bot.ids import Named
from bot.layout.markup import plainly
from bot.strings import Strings
from bot.text.emojis import drawn, emojis_in, is_emoji

MOST: Final = 5
LONGEST: Final = 40  # characters of an emoji that a platform names
LONGEST_ADDRESS: Final = 150  # of one that it names by where its picture stands
SHORT: Final = 20  # characters of a name that are shown; of one that is drawn fewer stand in it
SHORT_WHERE_DRAWN: Final = 10
NONE: Final = ("off", "none")
_LINKS: Final = ("http", "ftp")  # what readers' programs would make a link of
_ADDRESS: Final = re.compile(r"[a-z]{2,10}://[A-Za-z0-9.:\[\]-]+/[A-Za-z0-9_-]+")
_DRAWN: Final = re.compile(r"<(a?):([A-Za-z0-9_]{2,32}):([0-9]{1,20})>")
_UNSEEN: Final = "CZM"  # controls, blanks, what changes the sign before it


class Unread(ValueError):
    """Words hold what can be no emoji for repairs.

    Args:
        why: the key of the sentence, among the values of the strings.
    """

    def __init__(self, why: str, shown: str = "") -> None:
        super().__init__(why)
        self.why, self.shown = why, shown


@dataclass(frozen=True, slots=True)
class OfEmojis(NoPicks):
    """At most five emojis: of Unicode's, or a place's own as its platform vouches for them."""

    def dump(self, value: Names) -> Any:
        """Gives each of them."""
        return [dumped(one) for one in value]

    def load(self, raw: Any) -> Names:
        """Reads each of them, and none that may not be one."""
        every = tuple(replace(loaded(one), is_emoji=True) for one in raw)
        if len(every) > MOST or not all(map(_may_be, every)):
            raise ValueError("are no emojis for repairs")
        return every

    def read(self, given: Given, now: Names) -> Names | None:
        """Reads the word for none, or a list; 🔧 is never of it, as it always works."""
        try:
            return () if spelled(given) in NONE else _listed(given)
        except Unread:
            return None

    def fault(self, given: Given, _now: Names) -> Fault[Names] | None:
        """Says what is wrong with words that are no list, and what to do."""
        says = given.strings.settings.faults
        try:
            _listed(given)
        except Unread as unread:
            return Fault(says[unread.why].format(emoji=unread.shown, most=MOST))
        return None

    def said(self, value: Names, strings: Strings) -> str:
        """Shows what repairs there."""
        return " ".join((REPAIR_EMOJI, *map(shown, value)))

    def fact(self, value: Names) -> str:
        """Gives how many there are."""
        return str(len(value))

    def told(self, fact: str, _strings: Strings) -> str:
        """Shows that 🔧 repairs, and how many do beside it."""
        return f"{REPAIR_EMOJI} +{int(fact)}" if int(fact) else REPAIR_EMOJI

    def taps(self, now: Names) -> tuple[Names, ...]:
        """Gives none beside 🔧."""
        return ((),)


def shown(one: Named) -> str:
    """Gives an emoji as its people see it; of a long name its end."""
    found = _DRAWN.fullmatch(one.shown)
    if found is not None:
        return f"<{found[1]}:{found[2][:SHORT_WHERE_DRAWN]}:{found[3]}>"
    name = one.shown
    return plainly(name if len(name) <= SHORT else f"…{name[1 - SHORT :]}")


def _listed(given: Given) -> Names:
    """Gives what the words name, each once. Raises Unread."""
    found = [one for word in given.words for one in _of_word(given, word)]
    each = {one.id: one for one in found if one.id != REPAIR_EMOJI}
    taken = next((one for one in each.values() if is_taken(one.id)), None)
    if taken is not None:
        raise Unread("taken", shown(taken))
    if not found or not all(map(_may_be, each.values())):
        raise Unread("no_emoji")
    if len(each) > MOST:
        raise Unread("too_many")
    return tuple(each.values())


def _of_word(given: Given, word: str) -> tuple[Named, ...]:
    """Gives the emojis of a word; a platform's own may stand beside each other without a space."""
    if signs := emojis_in(word):
        return tuple(map(_of_unicode, signs))
    own = given.named.get(word)
    if own is not None and own.is_emoji:
        return (own,)
    parts = [one for one in re.split("(<[^<>]*>)", word) if one]
    if len(parts) < 2:
        raise Unread("no_emoji")
    return tuple(one for part in parts for one in _of_word(given, part))


def _of_unicode(sign: str) -> Named:
    plain = plain_emoji(sign)
    return Named(plain, drawn(plain), is_emoji=True)


def _may_be(one: Named) -> bool:
    """Whether this names an emoji that may repair: nothing unseen, nothing that means more."""
    name = one.id
    if is_emoji(name):
        return one.is_emoji and name != REPAIR_EMOJI and not is_taken(name)
    is_short = len(name) <= LONGEST and "://" not in name
    is_address = len(name) <= LONGEST_ADDRESS and _is_address(name)
    is_seen = all(unicodedata.category(mark)[0] not in _UNSEEN for mark in name)
    is_free = bool(name) and name not in NONE and not is_taken(name)
    return one.is_emoji and (is_short or is_address) and is_seen and is_free


def _is_address(name: str) -> bool:
    return not name.startswith(_LINKS) and _ADDRESS.fullmatch(name) is not None
