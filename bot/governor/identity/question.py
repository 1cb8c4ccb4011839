"""Whether somebody asks if they talk with a person, and in what language. Pure.

The fifteen languages with most speakers, and Dutch, Polish, Korean, Vietnamese and Ukrainian. A
question ends with the noun or goes on with "or": "are you human to him" asks something else.
"""

from bot.governor.identity.languages import group
from bot.text.pieces import ends

LONGEST = 1_500  # characters: a question stands where a message begins, or ends

ASKED = group("asked")


def language_of_asking(words: str) -> str:
    """Gives the language of a plain text that asks if this is a person, or an empty text."""
    read = ends(words, LONGEST)
    found = (language for language, pattern in ASKED if pattern.search(read))
    return next(found, "")
