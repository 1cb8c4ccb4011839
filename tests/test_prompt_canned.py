"""What the program said itself is not shown to a model as its own words."""

import pytest

from bot import phrases
from bot.phrases import FOOT_LINES, greeting
from bot.phrases.identity import IS_AI_IN
from bot.prompt import build, canned
from bot.strings import ENGLISH
from bot.strings.crisis import FloorWords
from bot.text.chunking import parts
from tests.test_prompt import ADA, asked, said, turns


def own_words(text: str) -> str:
    return canned.own_words(text, ENGLISH)


MODELS = "Tell them first thing.\n\nThen name the new date."
LEADS = [each for leads in ENGLISH.repair.leads.values() for each in leads]
CRISES = [
    text
    for words in ENGLISH.every_crisis
    for text in (words.first, words.body(None), words.quiet, words.aloud, *words.again, words.help)
]


ANSWERS = (phrases.IS_AI, *IS_AI_IN.values())  # alone: to whoever asked if it is a person


@pytest.mark.parametrize(
    "line", [*FOOT_LINES, *IS_AI_IN.values(), phrases.IS_AI, phrases.HONEST_INSTEAD]
)
def test_a_line_below_a_reply_is_left_out_and_the_reply_stays(line: str) -> None:
    assert own_words(f"{MODELS}\n\n{line}") == MODELS
    assert own_words(f"{MODELS}\n\n-# {line}\n") == MODELS
    assert own_words(line) == (line if line in ANSWERS else "")


@pytest.mark.parametrize(
    "lead", [*LEADS, phrases.CARRIED_ON, "I fixed when you wanted to be heard."]
)
def test_the_lead_of_a_repair_is_left_out_and_the_repair_stays(lead: str) -> None:
    assert own_words(f"{lead}\n\n{MODELS}\n\n{phrases.NOTICE}") == MODELS


@pytest.mark.parametrize("text", CRISES)
def test_the_words_for_a_life_at_risk_are_left_out_in_every_language(text: str) -> None:
    assert own_words(text) == ""


@pytest.mark.parametrize("words", ENGLISH.every_crisis, ids=lambda words: words.first[:12])
def test_the_words_for_danger_now_go_with_the_admins_line_in_them(words: FloorWords) -> None:
    whole = (words.first, words.body(None), f"Our own line: come by.\n{words.directory}")
    assert own_words("\n\n".join(whole)) == ""


@pytest.mark.parametrize("words", ENGLISH.every_crisis, ids=lambda words: words.first[:12])
def test_the_line_of_help_goes_with_the_admins_line_below_it(words: FloorWords) -> None:
    said_by_all = f"{words.straight}\n\n{MODELS}\n\n{words.help}\nOur own line: come by."
    assert own_words(said_by_all) == MODELS


@pytest.mark.parametrize(
    "text",
    [
        phrases.NOTHING_LEFT,
        phrases.NO_NUMBERS,
        phrases.HERE,
        phrases.FAILED_UNREACHABLE,
        phrases.GOODBYE,
        phrases.CEILING_HOLDS.format(level="warm"),
        phrases.STANCES["listen"],
        greeting("Attune", "Ada"),
    ],
)
def test_a_message_of_nothing_but_fixed_words_is_left_out(text: str) -> None:
    assert own_words(text) == ""
    history = (said("m1", ADA, "one"), said("r2", None, text, "m1"), said("m9", ADA, "nine"))
    assert turns(build(asked(), history)) == [("user", "one\n\nnine")]


@pytest.mark.parametrize("most", [80, 120, 300])
def test_each_part_of_words_that_a_platform_cut_is_left_out(most: int) -> None:
    whole = [
        ENGLISH.crisis.body(None),
        ENGLISH.crisis.help,
        phrases.NO_NUMBERS,
        phrases.FAILED_UNREACHABLE,
    ]
    pieces = [piece for text in whole for piece in parts(text, most)]
    assert [each for each in pieces if own_words(each)] == []


def test_what_was_asked_of_a_life_stays_so_that_its_answer_is_understood() -> None:
    for words in ENGLISH.every_crisis:
        assert own_words(f"{words.asked}\n\n{words.help}") == words.asked
    assert own_words(ENGLISH.risk.unsure) == ENGLISH.risk.unsure
    assert own_words(phrases.NO_ROMANCE) == phrases.NO_ROMANCE


@pytest.mark.parametrize(
    "text", ["No.", "No", "Off", "Yes.", "Done.", "Erase", MODELS, "Try again"]
)
def test_a_models_own_short_words_stay(text: str) -> None:
    assert own_words(text) == text
