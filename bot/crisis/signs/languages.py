"""Core phrases in ten languages beside English: the plain wish, and the plain intent, in the first
person. What is said in other words there is not read; `/attune about` names the languages."""

from bot.crisis.signs.kinds import Sign, sign_of
from bot.lexicon import Entry, lexicon

_FILES = {
    "Spanish": lexicon("es/crisis"),
    "French": lexicon("fr/crisis"),
    "German": lexicon("de/crisis"),
    "Portuguese": lexicon("pt/crisis"),
    "Italian": lexicon("it/crisis"),
    "Dutch": lexicon("nl/crisis"),
    "Polish": lexicon("pl/crisis"),
    "Russian": lexicon("ru/crisis"),
    "Turkish": lexicon("tr/crisis"),
    "Japanese": lexicon("ja/crisis"),
}
LANGUAGES = tuple(_FILES)
_GROUPS = ("intent", "wish", "intent_chatted", "taken_chatted", "wish_chatted")
_ENTRIES = tuple(
    entry
    for group in _GROUPS
    for file in _FILES.values()
    for entry in file.entries
    if entry.group == group
)
SIGNS = tuple(sign_of(entry) for entry in _ENTRIES)
# Means in reach, and a place: as in English they count beside a wish, after one, in an episode.
NEAR = {
    entry.id: entry.pattern
    for file in _FILES.values()
    for entry in file.entries
    if entry.group == "near"
}
NEAR_STEMS = frozenset().union(*(file.words["near"] for file in _FILES.values()))


def _stems(entry: Entry) -> tuple[str, ...]:
    """Gives the words in every match of an entry: a text without them is not searched."""
    stems = entry.facts["stems"]
    assert isinstance(stems, list)
    return tuple(stems)


_STEMS = tuple(_stems(entry) for entry in _ENTRIES)


def in_other_languages(own: str) -> tuple[Sign, ...]:
    """Gives the signs of other languages than English in a normalized text."""
    told = (sign for sign, stems in zip(SIGNS, _STEMS, strict=True) if _has(own, stems))
    return tuple(sign for sign in told if sign.pattern.search(own))


def language_of(sign: Sign) -> str:
    """Gives the language of one of these signs; they stand in the order of the languages."""
    return LANGUAGES[SIGNS.index(sign) % len(LANGUAGES)]


def _has(own: str, stems: tuple[str, ...]) -> bool:
    return any(stem in own for stem in stems)
