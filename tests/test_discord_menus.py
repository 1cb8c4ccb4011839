"""Discord's menus on a message and on a person: their names, and what each means."""

from typing import Any

import pytest

from adapters.discord import menus
from adapters.discord.commands import payload
from adapters.discord.interaction_data import command_of
from adapters.discord.sentences import said_on_discord
from bot.commands.values import Repair, Status, TellAdmins, WhatChanged, Why
from bot.ids import MessageId
from bot.strings import ENGLISH, OFFERED
from tests.platforms.discord_server.registry import LONGEST_NAME, faults

JSON = dict[str, Any]
EVERY = (*menus.ON_MESSAGES, *menus.ON_PEOPLE)


@pytest.mark.parametrize("code", OFFERED)
def test_a_menu_is_called_in_every_language_whatever_the_operators_is(code: str) -> None:
    codes = {"en": ("en-US", "en-GB"), "es": ("es-ES", "es-419"), "pt": ("pt-BR",)}
    shown = menus.payload(ENGLISH.to(code))
    assert [one["type"] for one in shown] == [3, 3, 3, 3, 2]
    for key, told in zip(EVERY, shown, strict=True):
        for one in OFFERED:
            name = menus.called(key, ENGLISH.to(one))
            assert 1 <= len(name) <= LONGEST_NAME
            for locale in codes.get(one, (one,)):
                assert told["name_localizations"].get(locale, told["name"]) == name


def test_no_two_menus_are_called_the_same_in_any_language() -> None:
    names = [name for key in EVERY for name in menus.names_of(key)]
    assert len(names) == len(set(names))
    assert {menus.chosen({"name": name}) for name in names} == set(EVERY)
    assert menus.chosen({"name": "attune"}) is menus.chosen({}) is None


def test_the_form_of_a_menu_is_called_as_the_menu() -> None:
    for code in OFFERED:
        said = said_on_discord(ENGLISH.to(code))
        assert said.menus[menus.WRONG] == said.buttons["wrong"]


def test_a_menu_on_a_message_is_a_command_about_it() -> None:
    found = {menus.command_of(key, "123") for key in menus.ON_MESSAGES}
    assert found == {
        each(named=MessageId("123")) for each in (Repair, Why, WhatChanged, TellAdmins)
    }


@pytest.mark.parametrize("code", OFFERED)
def test_the_menu_on_a_person_means_status_by_its_name_in_any_language(code: str) -> None:
    name = menus.called(menus.KEPT, ENGLISH.to(code))
    data: JSON = {"type": 2, "data": {"name": name, "type": 2, "target_id": "100"}}
    given = command_of(data)
    assert given is not None
    assert given.command == Status()


def test_only_a_menu_on_a_message_names_one_and_only_one_on_a_person_names_somebody() -> None:
    message, person = {"type": 3, "target_id": "5"}, {"type": 2, "target_id": "7"}
    assert (menus.message_in(message), menus.message_in(person)) == ("5", None)
    assert (menus.person_in(message), menus.person_in(person)) == (None, "7")
    assert menus.message_in({"target_id": "5"}) == "5"  # a form, about a reply in a thread
    assert menus.message_in({}) is menus.person_in({}) is None


# -- what the stand-in refuses -----------------------------------------------------------------

ON_SOMEBODY: JSON = {"type": 2, "name": "What is kept of me"}


@pytest.mark.parametrize(
    "commands",
    [
        [{**ON_SOMEBODY, "name": str(place)} for place in range(6)],
        [{**ON_SOMEBODY, "name": "x" * 33}],
        [{**ON_SOMEBODY, "name": ""}],
        [{**ON_SOMEBODY, "name_localizations": {"de": "x" * 33}}],
        [ON_SOMEBODY, ON_SOMEBODY],
        [
            {**ON_SOMEBODY, "name_localizations": {"de": "Gleich"}},
            {**ON_SOMEBODY, "name": "Other", "name_localizations": {"de": "Gleich"}},
        ],
        [
            {**ON_SOMEBODY, "name_localizations": {"de": "Other"}},
            {**ON_SOMEBODY, "name": "Other"},
        ],
    ],
)
def test_the_stand_in_refuses_menus_that_discord_refuses(commands: list[JSON]) -> None:
    assert list(faults(commands)) != []
    assert list(faults(payload(ENGLISH))) == []
