"""What a choice may do, as it is kept: a verb and its words. What cannot be read means nothing."""

from collections.abc import Callable

from bot.crisis.signs import What, Who
from bot.crisis.signs.languages import LANGUAGES
from bot.crisis.tiers import Tier
from bot.levels import Stance, level_named
from bot.rupture import Rupture

Words = list[str]


def can_be_read(does: str) -> bool:
    """Whether a choice that was kept means something today: an older release wrote others."""
    verb, *words = does.split(" ")
    reads = _VERBS.get(verb)
    return reads is not None and reads(words)


def _nothing(words: Words) -> bool:
    return not words


def _yes(words: Words) -> bool:
    return len(words) > 2 and level_named(words[0]) is not None


def _level(words: Words) -> bool:
    return len(words) == 1 and level_named(words[0]) is not None


def _stance(words: Words) -> bool:
    return len(words) == 1 and words[0] in {stance.value for stance in Stance}


def _kind(words: Words) -> bool:
    return " ".join(words) in {kind.value for kind in Rupture}


def _again(words: Words) -> bool:
    """By what it was asked for, where it goes, and of what kind; the last may be empty."""
    is_whole = len(words) > 2 and words[1] in ("there", "below")
    return is_whole and (words[2:] == [""] or _kind(words[2:]))


def _verdict(words: Words) -> bool:
    """How grave, whose, what; after them may stand the language in which it was said."""
    if len(words) not in (3, 4) or words[0].upper() not in Tier.__members__:
        return False
    if words[3:] and words[3] not in LANGUAGES:
        return False
    whose, what = {one.value for one in Who}, {one.value for one in What}
    return words[1] in {str(one) for one in whose} and words[2] in {str(one) for one in what}


def _some(words: Words) -> bool:
    return bool(words)


def _one(words: Words) -> bool:
    return len(words) == 1 and bool(words[0])


_VERBS: dict[str, Callable[[Words], bool]] = {
    "accept": _yes,
    "renew": _yes,
    "not-now": _level,
    "off": _nothing,
    "stay-on": _nothing,
    "stance": _stance,
    "age-yes": _nothing,
    "age-no": _nothing,
    "crisis-read": _verdict,
    "crisis-away": _nothing,
    "crisis-line": _some,
    "leave-line": _nothing,
    "report-it": _one,  # "report" of an earlier release held what was typed
    "clear-reports": _nothing,
    "erase-card": _nothing,
    "erase": _nothing,
    "erase-all": _nothing,
    "keep": _nothing,
    "repair": _kind,
    "more": _nothing,
    "put-back": _nothing,
    "what-changed": _nothing,
    "retry": _nothing,
    "again": _again,
}
VERBS = frozenset(_VERBS)
