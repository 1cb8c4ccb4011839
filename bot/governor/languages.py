"""What a family of rules reads in other languages than English: one file a family and language.

The language is that of the talk. A file is read when somebody first talks in its language; where a
family has none, it reads nothing there. Pure.
"""

from functools import cache

from bot.governor.context import Context
from bot.lexicon import Lexicon, is_written, lexicon

ELSEWHERE = "-elsewhere"  # ends the name of a rule that reads other languages alone
FAMILIES = ("flattery", "hooks", "boilerplate")  # which have a file a language


def words_of(family: str, language: str) -> Lexicon | None:
    """Gives what a family reads in a language; None where nobody has written that."""
    name, read = f"{language}/governor/{family}", _read()
    if name not in read:
        read[name] = lexicon(name) if is_written(name) else None
    return read[name]


@cache
def _read() -> dict[str, Lexicon | None]:
    """Holds what was asked for, at most each family in each language that is told."""
    return {}


def words_for(family: str, sentence: str, context: Context) -> Lexicon | None:
    """Gives what a family reads of a plain sentence beside its English; None where nothing is."""
    language = context.language_of(sentence)
    return words_of(family, language) if language not in ("", "en") else None


def finds(words: Lexicon, group: str, sentence: str) -> bool:
    """Returns whether any pattern of a group finds something; a file may lack the group."""
    return any(one.pattern.search(sentence) for one in words.entries if one.group == group)


def entry_finds(words: Lexicon, name: str, text: str) -> bool:
    """Returns whether an entry finds something; a file may lack the entry."""
    return any(one.id == name and one.pattern.search(text) for one in words.entries)
