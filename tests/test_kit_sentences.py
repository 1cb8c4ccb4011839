"""The sentences of one platform: whole, as they were, and in English where a language has none."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from adapters.console.sentences import said_on_console
from adapters.discord.commands import GROUPED, SHARED, payload
from adapters.discord.sentences import said_on_discord
from adapters.kit.sentences import sentences_of
from adapters.matrix.sentences import OnMatrix, said_on_matrix
from bot.commands import COMMANDS
from bot.strings import ENGLISH, fill

WORDS = Path(__file__).parent / "words"
BEFORE = json.loads((WORDS / "strings_before.json").read_text("utf-8"))["platforms"]
SAID = {
    "console": dict(fill.sentences(said_on_console(ENGLISH))),
    "discord": dict(fill.sentences(said_on_discord(ENGLISH))),
    "matrix": dict(fill.sentences(said_on_matrix(ENGLISH))),
}


@pytest.mark.parametrize("platform", BEFORE)
def test_a_platforms_sentences_are_what_the_last_release_said(platform: str) -> None:
    assert BEFORE[platform].items() <= SAID[platform].items()


def test_a_language_of_which_a_platform_has_no_file_is_answered_in_english() -> None:
    assert said_on_matrix(replace(ENGLISH, code="tlh")) == said_on_matrix(ENGLISH)
    assert sentences_of("matrix", OnMatrix, "en") == said_on_matrix(ENGLISH)


def test_a_sentence_that_is_missing_is_named() -> None:
    @dataclass(frozen=True, slots=True)
    class More:
        not_there: str

    with pytest.raises(ValueError, match=r"matrix/en.toml: missing not_there"):
        sentences_of("matrix", More, "en")


def test_help_says_what_each_command_and_each_option_does_and_nothing_more() -> None:
    said = ENGLISH.help
    assert list(said.does) == [one.name for one in COMMANDS]
    options = [f"{one.name}.{option.name}" for one in COMMANDS for option in one.options]
    assert list(said.options) == options
    assert set(said.also) == {one.name for one in COMMANDS if one.where is not None}


def test_discord_says_of_its_own_what_several_commands_share() -> None:
    said = said_on_discord(ENGLISH)
    assert [one["name"] for one in payload(ENGLISH)[:2]] == list(said.groups) == list(GROUPED)
    assert set(said.does) <= set(SHARED)
    own = {f"{name}.{shared.chooser.name}" for name, shared in SHARED.items()}
    assert set(said.options) == own - set(ENGLISH.help.options)
