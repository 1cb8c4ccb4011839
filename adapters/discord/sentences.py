"""What is said on Discord alone: its own file of each language, typed and read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from adapters.discord.components import OwnButton
from adapters.kit.sentences import sentences_of
from bot.strings import OFFERED, Strings


@dataclass(frozen=True, slots=True)
class OnDiscord:
    """Every sentence that is said on Discord alone."""

    unheard: str
    proxied: str
    taken_private: str  # {link}
    lacking: str  # {rights}
    way: str  # {link}
    way_to_help: str  # {link}
    unanswered: str  # {where}, {rights}
    unanswered_then: str  # {where}
    unanswered_gone: str  # {where}
    leaving: str
    no_direct: str
    of_others: str
    buttons: Mapping[str, str]  # of the adapter's own, and its menu, by how their ids begin
    picks: Mapping[str, str]  # on a list of values, by what they are values of
    form: Mapping[str, str]  # under "That landed wrong", by its field; and what the other is called
    menus: Mapping[str, str]  # on messages and on people, by their keys in `adapters/discord/menus`
    groups: Mapping[str, str]  # of commands, by the group's name
    does: Mapping[str, str]  # of what several commands share, by the subcommand's name
    options: Mapping[str, str]  # by subcommand and option, as "why.what"


@cache
def said_on_discord(strings: Strings) -> OnDiscord:
    """Gives what is said on Discord alone, in the language of those strings."""
    return sentences_of("discord", OnDiscord, strings.code)


def in_every_language() -> tuple[OnDiscord, ...]:
    """Gives what is said on Discord alone, in each language that is offered."""
    return tuple(sentences_of("discord", OnDiscord, code) for code in OFFERED)


def spoken_in(button: OwnButton, strings: Strings) -> Strings:
    """Gives the language in which one of the adapter's own buttons is labelled, else these."""
    every = (one for one in strings.every if own_button(button.custom_id, one) == button)
    return next(every, strings)


def own_button(custom_id: str, strings: Strings) -> OwnButton:
    """Gives the adapter's own button of that id, labelled in the language of those strings."""
    return OwnButton(custom_id, said_on_discord(strings).buttons[custom_id.partition(":")[0]])
