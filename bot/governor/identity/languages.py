"""The lexicon of questions and answers about what the bot is, language by language. Pure."""

import re

from bot.lexicon import lexicon

# The fifteen languages with most speakers, Dutch, Polish, Korean, Vietnamese and Ukrainian.
LANGUAGES = (
    *("en", "de", "es", "fr", "pt", "it", "nl", "pl", "ru", "uk", "tr", "id", "vi", "zh", "ja"),
    *("ko", "hi", "hi-Latn", "ur", "bn", "ar"),
)
_LEXICONS = {language: lexicon(f"{language}/governor/identity") for language in LANGUAGES}
OF_ALL = lexicon("mul/governor/identity")  # what reads every language at once


def group(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Gives the patterns of a group with their languages; not every language has each group."""
    return tuple(
        (language, entry.pattern)
        for language, words in _LEXICONS.items()
        for entry in words.entries
        if entry.group == name
    )


def patterns(name: str) -> tuple[re.Pattern[str], ...]:
    """Gives the patterns of a group, whatever their language."""
    return tuple(pattern for _, pattern in group(name))
