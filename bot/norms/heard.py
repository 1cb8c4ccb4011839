"""Roles and shorthand that a whole message sets in plain words. Pure.

"When I say red, just listen": the words for the stance are those by which it is wanted at once.
"Be the one who asks for the number": a role is what somebody does in what they say, to the person
themself. Both in the same eleven languages.
"""

from bot.commands import in_words
from bot.commands.values import WantStance
from bot.levels import Stance
from bot.lexicon import lexicon
from bot.text.normalize import normalized

MOST = 200  # characters of a message that sets shorthand or a role

_HEARD = lexicon("mul/norms").group("heard")
_ROLE = lexicon("mul/norms").group("role")


def shorthand_in(text: str) -> tuple[str, Stance] | None:
    """Gives the word and the stance that a whole message agrees on, or None."""
    if len(text) > MOST:
        return None
    said = _spelled(text)
    for pattern in _HEARD:
        found = pattern.fullmatch(said)
        wanted = in_words(found["rest"]) if found is not None else None
        if found is not None and isinstance(wanted, WantStance):
            return (found["quoted"] or found["word"]).strip(), wanted.stance
    return None


def role_in(text: str) -> str | None:
    """Gives the role that a whole message asks for, as it is written there, or None."""
    if len(text) > MOST:
        return None
    said = _spelled(text)
    found = next((one for each in _ROLE if (one := each.fullmatch(said)) is not None), None)
    return _as_written(text, said, found["role"]) if found is not None else None


def _spelled(text: str) -> str:
    return " ".join(normalized(text).split()).rstrip(" .!。")


def _as_written(text: str, said: str, role: str) -> str:
    """Gives the words of a text that a part of its spelling stands for; else that part."""
    before = len(said[: said.index(role)].split())
    words = " ".join(text.split()[before : before + len(role.split())]).rstrip(" .!?,")
    return words if normalized(words) == role else role
