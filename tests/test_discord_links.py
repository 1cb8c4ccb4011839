"""Commands in the bot's own pieces are links that begin them, once Discord said their ids."""

import pytest

from adapters.discord.commands import GROUPED
from adapters.discord.components import MOST
from adapters.discord.links import linked, unlinked
from bot.commands import COMMANDS, GROUPS

IDS = {"attune": "1", "attune-admin": "2"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("How to stop: /attune off, or say so.", "How to stop: </attune off:1>, or say so."),
        ("/attune on warm begins it.", "</attune on:1> warm begins it."),
        ("`/attune help` lists them.", "</attune help:1> lists them."),
        ("/attune-admin reports.", "</attune-admin reports:2>."),
        ("/attune ignore-me off", "</attune ignore-me:1> off"),
        ("> /attune on\n/attune off", "> /attune on\n</attune off:1>"),
        ("/attune receipt", "</attune data:1> what:receipt"),
        ("/attune resume ends it.", "</attune pause:1> end:now ends it."),
        ("/attune data export", "</attune data:1> export"),
    ],
)
def test_a_command_is_a_link_to_where_discord_has_it(text: str, shown: str) -> None:
    assert linked(text, IDS) == shown
    assert linked(shown, IDS) == shown
    assert linked(text, {}) == text
    assert unlinked(shown) == text.replace("`", "")


@pytest.mark.parametrize(
    "text",
    [
        "/attune nothing-of-the-kind",
        "/attune reports",  # it is the admins'
        "/attune-admin off",
        "`/attune on warm`",
        "```\n/attune off\n```",
        "> they wrote /attune off",
        "https://a.example/attune off",
        "an/attune off",
        "/attune",
    ],
)
def test_what_is_no_command_of_its_own_stays_as_it_is(text: str) -> None:
    assert linked(text, IDS) == text


def test_every_command_is_a_link_to_a_subcommand_that_exists() -> None:
    known = {(group, sub.name) for group, subs in GROUPED.items() for sub in subs}
    for one in COMMANDS:
        group = GROUPS[one.for_admins]
        told = linked(f"/{group} {one.name}", IDS)
        sub = told.removeprefix(f"</{group} ").partition(":")[0]
        assert (group, sub) in known
        assert unlinked(told) == f"/{group} {one.name}"


def test_a_link_is_read_again_as_the_command_and_another_link_is_left() -> None:
    assert unlinked("Say </attune off:123> or </other thing:5>.") == (
        "Say /attune off or </other thing:5>."
    )
    assert unlinked("</attune off:1> what:ever, </attune why:1> what:ever") == (
        "/attune off what:ever, /attune why what:ever"
    )


def test_where_links_find_no_room_the_commands_are_plain() -> None:
    text = "/attune off " * 150
    assert linked(text, IDS) == text
    assert len(linked("/attune off " * 100, IDS)) <= MOST
