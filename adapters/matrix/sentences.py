"""What is said on Matrix alone: its own file of each language, typed and read once."""

from dataclasses import dataclass
from functools import cache

from adapters.kit.sentences import sentences_of
from bot.strings import Strings


@dataclass(frozen=True, slots=True)
class OnMatrix:
    """Every sentence that is said on Matrix alone."""

    unanswered: str  # {where}
    unanswered_then: str  # {where}
    unanswered_gone: str  # {where}
    leaving: str
    more: str
    first_choices: str


@cache
def said_on_matrix(strings: Strings) -> OnMatrix:
    """Gives what is said on Matrix alone, in the language of those strings."""
    return sentences_of("matrix", OnMatrix, strings.code)
