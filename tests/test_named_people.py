"""Whom an admin's command names: by the platform's own id or mention, and never by a shown name."""

import pytest

from adapters.console.ids import person_called
from adapters.discord.commands import payload
from adapters.discord.interaction_data import person_of
from adapters.matrix.translate import _whom
from bot.commands.values import Help, MutePerson
from bot.strings import ENGLISH

ME = "@attune:example.org"


@pytest.mark.parametrize(
    ("named", "mentions", "whom"),
    [
        ("@bo:example.org", None, "matrix:@bo:example.org"),
        ("Bo", {"user_ids": ["@bo:example.org", ME]}, "matrix:@bo:example.org"),
        ("Bo", {"user_ids": ["@bo:example.org", "@cy:example.org"]}, None),
        ("Bo", {"user_ids": "@bo:example.org"}, None),
        ("Bo", {"user_ids": [7]}, None),
        ("Bo", None, None),
        ("@bo", None, None),
    ],
)
def test_on_matrix_it_is_an_id_or_the_only_mention(
    named: str, mentions: object, whom: str | None
) -> None:
    content = {} if mentions is None else {"m.mentions": mentions}
    assert _whom(MutePerson(named, None), content, ME) == whom


def test_on_discord_it_is_picked_by_discord_itself() -> None:
    assert person_of(MutePerson("123", None)) == "discord:123"
    assert person_of(MutePerson("@ada", None)) is None
    assert person_of(Help()) is None
    (group,) = (one for one in payload(ENGLISH) if one["name"] == "attune-admin")
    (mute,) = (one for one in group["options"] if one["name"] == "mute")
    assert [(one["name"], one["type"]) for one in mute["options"]] == [("person", 6), ("time", 3)]


def test_at_the_console_it_is_a_name_as_people_type_it() -> None:
    assert person_called("ada") == "console:ada"
    assert person_called("a b") is None
