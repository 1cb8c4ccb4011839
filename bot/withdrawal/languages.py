"""The words of leaving in every language: each a file of the lexicon."""

from bot.lexicon import Lexicon, lexicon
from bot.withdrawal.words import LeavingWords

IN_EVERY = lexicon("mul/withdrawal")
_FILES = {
    "English": lexicon("en/withdrawal"),
    "Spanish": lexicon("es/withdrawal"),
    "French": lexicon("fr/withdrawal"),
    "German": lexicon("de/withdrawal"),
    "Portuguese": lexicon("pt/withdrawal"),
    "Italian": lexicon("it/withdrawal"),
    "Dutch": lexicon("nl/withdrawal"),
    "Polish": lexicon("pl/withdrawal"),
    "Russian": lexicon("ru/withdrawal"),
    "Turkish": lexicon("tr/withdrawal"),
    "Japanese": lexicon("ja/withdrawal"),
}


def _leaving(language: str, file: Lexicon) -> LeavingWords:
    return LeavingWords(language, **file.phrases)


LANGUAGES = tuple(_leaving(language, file) for language, file in _FILES.items())


def words_of_every(kind: str) -> frozenset[str]:
    """Gives a set of words of all languages together; some languages have none of a kind."""
    return frozenset().union(*(file.words.get(kind, frozenset()) for file in _FILES.values()))
