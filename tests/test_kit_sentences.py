"""The sentences of one platform: whole, as they were, and in English where a language has none."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import pytest

from adapters.console.sentences import said_on_console
from adapters.discord.commands import GROUPED, SHARED, payload
from adapters.discord.sentences import said_on_discord
from adapters.kit.sentences import sentences_of
from adapters.matrix.sentences import OnMatrix, said_on_matrix
from bot.choices import Meaning
from bot.commands import COMMANDS
from bot.strings import ENGLISH, OFFERED, Strings, fill

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


def test_each_list_of_values_says_on_discord_what_is_chosen() -> None:
    values = {kind.traits.stored for kind in get_args(Meaning) if kind.traits.is_value}
    assert said_on_discord(ENGLISH).picks.keys() == values


@pytest.mark.parametrize("code", OFFERED)
@pytest.mark.parametrize("said", [said_on_console, said_on_discord, said_on_matrix])
def test_every_language_says_all_of_a_platform_and_fills_in_what_english_does(
    code: str, said: Callable[[Strings], object]
) -> None:
    own = dict(fill.sentences(said(ENGLISH.to(code))))
    english = dict(fill.sentences(said(ENGLISH)))
    assert own.keys() == english.keys()
    for key, text in own.items():
        assert fill.placeholders(text) == fill.placeholders(english[key]), key
        assert text.strip(), key
    assert code == "en" or sum(own[key] != english[key] for key in own) > len(own) / 2


@pytest.mark.parametrize("code", OFFERED)
def test_discords_form_and_buttons_have_room_for_every_language(code: str) -> None:
    said, strings = said_on_discord(ENGLISH.to(code)), ENGLISH.to(code)
    assert all(0 < len(label) <= 80 for label in said.buttons.values())
    assert len(said.buttons["wrong"]) <= 45  # the form's title
    assert max(len(said.form["kind"]), len(said.form["note"])) <= 45
    assert len(said.form["no_kind"]) <= 150
    assert all(0 < len(label) <= 100 for label in strings.repair.kinds.values())
    assert 0 < len(strings.replies.rest_of_reply) <= 100  # a thread's name


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
    every = [
        (sub.name, option) for subs in GROUPED.values() for sub in subs for option in sub.options
    ]
    own |= {f"{name}.{option.name}" for name, option in every if option.is_file}
    own |= {f"{name}.{one.name}" for name, shared in SHARED.items() for one in shared.words}
    assert set(said.options) == own - set(ENGLISH.help.options)
