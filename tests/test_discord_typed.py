"""Commands that were typed as a message, and where Discord has them."""

import pytest

from adapters.discord.commands import GROUPED, picked_as
from adapters.discord.history import Me
from adapters.discord.registered import Registered
from adapters.discord.typed import command, lone, takes_effect
from bot.commands import COMMANDS, parse
from bot.strings import ENGLISH


@pytest.mark.parametrize(
    "text",
    ["/attune on", "attune on", "!attune help", "Attune status", "/attune night-card a b c d e",
     "attune pause 2h", "/attune-admin ceiling warm", "attune"],
)  # fmt: skip
def test_a_typed_command_is_one(text: str) -> None:
    assert command(text) == parse(text) is not None


@pytest.mark.parametrize(
    "text",
    ["attune your guitar", "attune help me with my essay", "attune do the dishes before noon",
     "on", "hello", "", "attunement is on", "/attune ask what is a heron?", "/attune dance"],
)  # fmt: skip
def test_what_only_begins_like_a_command_is_none(text: str) -> None:
    assert command(text) is None


def test_one_word_alone_can_mean_a_command() -> None:
    assert [lone(text) for text in ("help", "Help.", "commands?", "status")] == [
        *("help", "help", "help", "status"),
    ]
    assert [lone(text) for text in ("help me", "why", "on", "stay", "off", "")] == [None] * 6


def test_off_and_stop_hold_wherever_they_are_said() -> None:
    words = ("attune off", "/attune stop", "attune stop now", "attune-admin off", "attune on", "")
    found = [takes_effect(command(one), one) for one in words]
    assert found == ["off", "stop", "", "", "", ""]


def test_every_command_is_linked_to_where_discord_has_it() -> None:
    known = {(name, sub.name) for name, subs in GROUPED.items() for sub in subs}
    assert {picked_as(one.name) for one in COMMANDS} == known
    registered = Registered(None, None, Me("100"), ENGLISH)  # type: ignore[arg-type]
    assert registered.link("stay") == "`/attune stance`"  # Discord said no id yet
