"""Core phrases in ten languages beside English: wish, intent, plan, means, violence, threats.

Of who speaks, and of somebody near whom they fear for. What is said in other words there is not
read; `/attune about` names the languages.
"""

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
BY_CODE = dict(
    zip(("es", "fr", "de", "pt", "it", "nl", "pl", "ru", "tr", "ja"), LANGUAGES, strict=True)
)
_GROUPS = (
    *("intent", "wish", "intent_chatted", "taken_chatted", "wish_chatted"),
    *("violence", "threat", "plan", "means", "another"),
)
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


_STEMS = tuple((stem, at) for at, entry in enumerate(_ENTRIES) for stem in _stems(entry))
_PLAIN_STEMS = tuple(pair for pair in _STEMS if pair[0].isascii())  # all that English can hold


def in_other_languages(own: str) -> tuple[Sign, ...]:
    """Gives the signs of other languages than English in a normalized text."""
    stems = _PLAIN_STEMS if own.isascii() else _STEMS
    likely = sorted({at for stem, at in stems if stem in own})
    return tuple(SIGNS[at] for at in likely if SIGNS[at].pattern.search(own))


def language_of(sign: Sign) -> str:
    """Gives the language of one of these signs; they stand in the order of the languages."""
    return LANGUAGES[SIGNS.index(sign) % len(LANGUAGES)]
