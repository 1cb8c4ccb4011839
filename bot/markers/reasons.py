"""In what kind of words a marker is said, and what is none whatever the classifier makes of it.

The reasons are those of the lexicon (`en/markers`), and English: what is said in another language
has no reason, and nothing is observed in it.
"""

from collections.abc import Mapping

from bot.lexicon import Entry, lexicon
from bot.markers import Marker
from bot.markers.shares import Shares

LANGUAGE = "en"  # the only one whose words the heads learnt
_LEXICON = lexicon("en/markers")
_EXEMPT = tuple(one for one in _LEXICON.entries if one.group == "exempt")
_OF = {marker: tuple(one for one in _LEXICON.entries if one.group == marker) for marker in Marker}
REASONS: Mapping[Marker, tuple[str, ...]] = {
    marker: tuple(one.id for one in entries) for marker, entries in _OF.items()
}


def reasons(shares: Shares, said: str) -> dict[Marker, str]:
    """Gives each marker that counts and is not exempt, with the kind of words it was said in.

    Args:
        said: the words, normalized.
    """
    found = (one for one in shares.observed if not _is_exempt(one, said))
    return {marker: _first(_OF[marker], said) for marker in found}


def _first(entries: tuple[Entry, ...], said: str) -> str:
    return next((one.id for one in entries if one.pattern.search(said)), "")


def _is_exempt(marker: Marker, said: str) -> bool:
    named = (one for one in _EXEMPT if marker in _none_of(one))
    return any(one.pattern.search(said) for one in named)


def _none_of(entry: Entry) -> list[str]:
    named = entry.facts["not"]
    return named if isinstance(named, list) else []
