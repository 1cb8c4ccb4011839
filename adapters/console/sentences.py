"""What is said in the terminal alone: its own file of each language, typed and read once."""

from dataclasses import dataclass
from functools import cache

from adapters.kit.sentences import sentences_of
from bot.strings import Strings


@dataclass(frozen=True, slots=True)
class OnConsole:
    """Every sentence that is said in the terminal alone."""

    help: str
    welcome: str
    no_command: str
    near: str  # {command}: before it, where one was probably meant
    bad_clock: str
    clock_is_fixed: str
    clock_too_far: str
    bad_name: str
    bad_reply: str
    bad_edit: str
    bad_react: str
    has_emoji: str
    no_emoji: str
    not_seen: str
    not_yours: str
    no_reply: str
    nothing_said: str
    offers: str  # {labels}
    offers_nothing: str
    for_one: str  # {name}
    for_you: str  # who gave no other name
    now_reads: str  # {message}
    reacts: str  # {emoji}, {message}
    took_away: str  # {message}
    saved_as: str  # {path}
    more: str


@cache
def said_on_console(strings: Strings) -> OnConsole:
    """Gives what is said in the terminal alone, in the language of those strings."""
    return sentences_of("console", OnConsole, strings.code)
