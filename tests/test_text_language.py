"""The language of a text: told where it is sure, and else not at all."""

import json
from pathlib import Path

import pytest

from bot.governor.rules.tongue import SAID
from bot.text.language import ASKED_IN, language, language_of_talk, own_language

DATA = Path(__file__).parents[2] / "shared" / "evaldata"


@pytest.mark.parametrize("name", SAID)
def test_each_language_is_told_and_its_request_is_written_in_it(name: str) -> None:
    assert language(SAID[name]) == name
    assert language(f"{SAID[name]} {ASKED_IN[name]}") == name


def test_there_is_a_request_in_every_language_that_is_told() -> None:
    assert set(SAID) == set(ASKED_IN)


@pytest.mark.parametrize("text", ["", "lol", "Anna Müller", "no no no no", "ok 👍", "x = y + 2"])
def test_what_says_too_little_tells_no_language(text: str) -> None:
    assert language(text) == ""


def test_two_languages_at_once_tell_none() -> None:
    assert language(f"{SAID['de']} {SAID['fr']}") == ""


def test_a_short_message_is_told_by_those_before_it_and_a_sure_one_by_itself() -> None:
    assert language_of_talk("gute nacht", (SAID["de"],)) == "de"
    assert language_of_talk(SAID["en"], (SAID["de"], SAID["de"])) == "en"
    assert language_of_talk("ok", ()) == ""


def test_hardly_one_english_line_in_ten_thousand_is_taken_for_another_language() -> None:
    if not DATA.exists():
        pytest.skip("the developers' data is not on this machine")
    rows = (DATA / "messages_reddit.jsonl").read_text("utf-8").splitlines()
    told = [language(json.loads(row)["text"]) for row in rows]
    assert sum(one not in ("", "en") for one in told) <= len(told) / 10_000
    assert sum(one == "en" for one in told) >= 0.6 * len(told)


SHOWN = ('"{}"', "„{}“", "«{}»", "`{}`", "```\n{}\n```", "> {}", "> {}\n> {}")


@pytest.mark.parametrize("marks", SHOWN)
def test_what_a_message_quotes_or_shows_is_not_its_own_language(marks: str) -> None:
    shown = marks.format(*[SAID["de"]] * marks.count("{}"))
    assert own_language(shown) == ""
    assert own_language(f"{SAID['es']}\n{shown}") == "es"
    assert own_language(SAID["de"]) == "de"
