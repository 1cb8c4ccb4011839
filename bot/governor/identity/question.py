"""Whether somebody asks if they talk with a person, and in what language. Pure.

The fifteen languages with most speakers, and Dutch, Polish, Korean, Vietnamese and Ukrainian. A
question ends with the noun or goes on with "or": "are you human to him" asks something else.
"""

import re

from bot.governor.identity import latin, scripts
from bot.text.pieces import ends

LONGEST = 1_500  # characters: a question stands where a message begins, or ends

ASKED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (language, re.compile(pattern))
    for language, patterns in (
        *(("en", latin.ENGLISH), ("de", latin.GERMAN), ("es", latin.SPANISH), ("fr", latin.FRENCH)),
        *(
            ("pt", latin.PORTUGUESE),
            ("it", latin.ITALIAN),
            ("nl", latin.DUTCH),
            ("pl", latin.POLISH),
        ),
        *(
            ("ru", scripts.RUSSIAN),
            ("uk", scripts.UKRAINIAN),
            ("tr", latin.TURKISH),
            ("id", latin.INDONESIAN),
        ),
        *(
            ("vi", latin.VIETNAMESE),
            ("zh", scripts.CHINESE),
            ("ja", scripts.JAPANESE),
            ("ko", scripts.KOREAN),
        ),
        *(
            ("hi", scripts.HINDI),
            ("hi-Latn", latin.HINDUSTANI),
            ("ur", scripts.URDU),
            ("bn", scripts.BENGALI),
        ),
        ("ar", scripts.ARABIC),
    )
    for pattern in patterns
)


def language_of_asking(words: str) -> str:
    """Gives the language in which a plain text asks if this is a person; empty when it does not."""
    read = ends(words, LONGEST)
    found = (language for language, pattern in ASKED if pattern.search(read))
    return next(found, "")
