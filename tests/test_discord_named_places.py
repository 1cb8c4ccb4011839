"""Channels, roles and admins of a server, as Discord vouches for them: the rest is forged."""

from typing import Any

import pytest

from adapters.discord import granted, ids
from adapters.discord.components import CHANNELS, ROLES, Under, choices, rows, tapped, under_of
from adapters.discord.named_places import NamedPlaces
from bot.ids import Named
from bot.layout.window import Picker

JSON = dict[str, Any]
OURS, THEIRS = "10", "20"
PLACES = NamedPlaces({"1": OURS, "2": THEIRS}.get, lambda guild, role: (guild, role) == (OURS, "5"))
CHANNEL, ROLE = Named("discord:1", "<#1>"), Named("discord:role:5", "<@&5>", is_role=True)


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("<#1>", CHANNEL),
        ("1", CHANNEL),
        ("https://discord.com/channels/10/1", CHANNEL),
        ("<@&5>", ROLE),
        ("5", ROLE),
    ],
)
def test_a_channel_or_role_of_the_server_is_named_by_link_or_id(word: str, one: Named) -> None:
    assert PLACES.in_words(OURS, f"only {word}") == ((word, one),)


@pytest.mark.parametrize("word", ["<#2>", "2", "<@&6>", "<#5>", "<@&1>", "general", "٣", "9" * 30])
def test_what_is_not_the_servers_own_names_nothing(word: str) -> None:
    assert PLACES.in_words(OURS, word) == ()
    assert PLACES.in_words(None, "<#1>") == ()


def picked(kind: int, *values: object, guild: str | None = OURS) -> tuple[Named, ...]:
    """Gives what comes of a list in which those were picked, as a client sent them."""
    return PLACES.picked(
        {"guild_id": guild, "data": {"component_type": kind, "values": list(values)}}
    )


def test_what_is_picked_is_looked_up_in_the_server_it_was_picked_in() -> None:
    assert picked(CHANNELS, "1", "2", "5", "x") == (CHANNEL,)
    assert picked(ROLES, "5", "1", "6") == (ROLE,)
    assert picked(CHANNELS, "1", guild=THEIRS) == ()
    assert picked(CHANNELS, "1", guild=None) == ()
    assert picked(3, "1") == ()
    assert PLACES.picked({"guild_id": OURS, "data": {"component_type": CHANNELS}}) == ()


UNDER = Under(
    ("Everywhere", "Only in", "Roles", "Back"),
    pickers=(Picker("Only in", "rooms"), Picker("Roles", "roles")),
)


def test_a_picker_is_a_list_of_the_servers_own_and_stays_one_when_shown_again() -> None:
    shown = rows(UNDER)
    kinds = [one["type"] for row in shown for one in row["components"]]
    assert kinds == [CHANNELS, ROLES, 2, 2]
    message: JSON = {"components": shown}
    again = under_of(message)
    assert again.pickers == UNDER.pickers
    assert set(choices(message)) == set(UNDER.choices)
    assert rows(again) == shown


def test_a_pick_comes_back_by_the_list_it_was_made_in() -> None:
    data = {"custom_id": "c::Only in", "component_type": CHANNELS, "values": ["c::Everywhere"]}
    assert tapped(data) == "c::Only in"


# -- who is an admin ---------------------------------------------------------------------------


def member(*roles: str) -> JSON:
    """Gives an interaction of somebody with these roles."""
    return {"member": {"user": {"id": "7"}, "roles": list(roles)}}


@pytest.mark.parametrize(
    ("said", "roles", "is_let"),
    [
        ({(1, "5"): True}, ("5",), True),
        ({(1, "5"): True}, (), False),
        ({(1, OURS): True}, (), True),
        ({(2, "7"): True}, (), True),
        ({(2, "7"): False, (1, "5"): True}, ("5",), False),
        ({(1, "5"): False, (1, "6"): True}, ("5", "6"), True),
        ({(3, "5"): True}, ("5",), False),
        ({(1, "5"): "yes"}, ("5",), False),
        ({}, ("5",), False),
    ],
)
def test_a_server_grants_admins_commands_to_people_and_roles(
    said: Any, roles: tuple[str, ...], is_let: bool
) -> None:
    assert granted.allows(said, OURS, member(*roles)) is is_let


def test_a_role_has_a_name_of_its_own() -> None:
    assert ids.role("1") != ids.room("1")
