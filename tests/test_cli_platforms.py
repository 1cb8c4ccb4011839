"""The table of platforms: one row each, and none is served that is not set."""

import pytest

from adapters.cli.checked import Checked
from adapters.cli.platforms import PLATFORMS
from bot.settings import load

MATRIX = {
    "ATTUNE_MATRIX_HOMESERVER": "https://matrix.example.org",
    "ATTUNE_MATRIX_USER": "@attune:example.org",
    "ATTUNE_MATRIX_PASSWORD": "secret",
}
DISCORD = {"ATTUNE_DISCORD_TOKEN": "secret"}


@pytest.mark.parametrize(
    ("given", "served"),
    [
        ({}, []),
        (MATRIX, ["matrix"]),
        (DISCORD, ["discord"]),
        (MATRIX | DISCORD, ["matrix", "discord"]),
    ],
)
def test_the_platforms_that_are_set_are_served(given: dict[str, str], served: list[str]) -> None:
    settings = load(given, None)
    assert [one.name for one in PLATFORMS if one.is_set(settings)] == served


def test_what_was_looked_at_is_one_line() -> None:
    assert str(Checked(True, "serving: nothing")) == "✓ serving: nothing"
    assert str(Checked(False, "matrix: away")) == "✗ matrix: away"
