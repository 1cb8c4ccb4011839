"""Shorthand that a whole message sets in plain words: "when I say red, just listen". Pure.

The words for the stance are those by which it is wanted at once, in the same eleven languages.
"""

from bot.commands import in_words
from bot.commands.values import WantStance
from bot.levels import Stance
from bot.lexicon import lexicon
from bot.text.normalize import normalized

MOST = 200  # characters of a message that sets shorthand

_HEARD = lexicon("mul/norms").group("heard")


def shorthand_in(text: str) -> tuple[str, Stance] | None:
    """Gives the word and the stance that a whole message agrees on, or None."""
    if len(text) > MOST:
        return None
    said = " ".join(normalized(text).split()).rstrip(" .!。")
    for pattern in _HEARD:
        found = pattern.fullmatch(said)
        wanted = in_words(found["rest"]) if found is not None else None
        if found is not None and isinstance(wanted, WantStance):
            return (found["quoted"] or found["word"]).strip(), wanted.stance
    return None
