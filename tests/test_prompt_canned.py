"""What the program said itself is not shown to a model as its own words."""

import pytest

from bot.levels import Stance
from bot.prompt import build, canned
from bot.rupture import Rupture
from bot.strings import ENGLISH, OFFERED
from bot.strings.crisis import FloorWords
from bot.text.chunking import parts
from tests.test_prompt import ADA, asked, said, turns

IS_AI_IN = {code: ENGLISH.is_ai_in(code) for code in ENGLISH.spoken}


def greeting(name: str, operator: str) -> str:
    return ENGLISH.rooms.greeting.format(name=name, operator=operator)


def own_words(text: str) -> str:
    return canned.own_words(text, ENGLISH)


MODELS = "Tell them first thing.\n\nThen name the new date."
LEADS = [each for leads in ENGLISH.repair.leads.values() for each in leads]
CRISES = [
    text
    for words in ENGLISH.every_crisis
    for text in (words.first, *words.body(None), words.quiet, words.aloud, *words.again, words.help)
]


ANSWERS = (ENGLISH.identity.is_ai, *IS_AI_IN.values())  # alone: to whoever asked if it is a person


@pytest.mark.parametrize(
    "line",
    [
        *ENGLISH.foot_lines,
        *IS_AI_IN.values(),
        ENGLISH.identity.is_ai,
        ENGLISH.replies.honest_instead,
    ],
)
def test_a_line_below_a_reply_is_left_out_and_the_reply_stays(line: str) -> None:
    assert own_words(f"{MODELS}\n\n{line}") == MODELS
    assert own_words(f"{MODELS}\n\n-# {line}\n") == MODELS
    assert own_words(line) == (line if line in ANSWERS else "")


@pytest.mark.parametrize(
    "lead", [*LEADS, ENGLISH.replies.carried_on, "I fixed when you wanted to be heard."]
)
def test_the_lead_of_a_repair_is_left_out_and_the_repair_stays(lead: str) -> None:
    assert own_words(f"{lead}\n\n{MODELS}\n\n{ENGLISH.replies.notice}") == MODELS


@pytest.mark.parametrize("text", CRISES)
def test_the_words_for_a_life_at_risk_are_left_out_in_every_language(text: str) -> None:
    assert own_words(text) == ""


@pytest.mark.parametrize("words", ENGLISH.every_crisis, ids=lambda words: words.first[:12])
def test_the_words_for_danger_now_go_with_the_admins_line_in_them(words: FloorWords) -> None:
    whole = (words.first, *words.body(None), f"Our own line: come by.\n{words.directory}")
    assert own_words("\n\n".join(whole)) == ""


@pytest.mark.parametrize("words", ENGLISH.every_crisis, ids=lambda words: words.first[:12])
def test_the_line_of_help_goes_with_the_admins_line_below_it(words: FloorWords) -> None:
    said_by_all = f"{words.straight}\n\n{MODELS}\n\n{words.help}\nOur own line: come by."
    assert own_words(said_by_all) == MODELS


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH.replies.nothing_left,
        ENGLISH.replies.no_numbers,
        ENGLISH.rooms.here,
        ENGLISH.failures.unreachable,
        ENGLISH.replies.goodbye,
        ENGLISH.consent.deepest_holds.format(level="warm"),
        ENGLISH.replies.stances[Stance.LISTEN],
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
        *ENGLISH.crisis.body(None),
        ENGLISH.crisis.help,
        ENGLISH.replies.no_numbers,
        ENGLISH.failures.unreachable,
    ]
    pieces = [piece for text in whole for piece in parts(text, most)]
    assert [each for each in pieces if own_words(each)] == []


def test_what_was_asked_of_a_life_stays_so_that_its_answer_is_understood() -> None:
    for words in ENGLISH.every_crisis:
        assert own_words(f"{words.asked}\n\n{words.help}") == words.asked
    assert own_words(ENGLISH.risk.unsure) == ENGLISH.risk.unsure
    assert own_words(ENGLISH.replies.no_romance) == ENGLISH.replies.no_romance


@pytest.mark.parametrize(
    "text", ["No.", "No", "Off", "Yes.", "Done.", "Erase", MODELS, "Try again"]
)
def test_a_models_own_short_words_stay(text: str) -> None:
    assert own_words(text) == text


# -- in every language ---------------------------------------------------------------------------


@pytest.mark.parametrize("code", OFFERED)
def test_what_it_said_in_any_language_is_known_whatever_is_spoken_now(code: str) -> None:
    then = ENGLISH.to(code)
    lead, hello = then.repair.lead(Rupture.COLD, 0), then.rooms.greeting
    lines = (*then.foot_lines, hello.format(name="Attune", operator="Ada"))
    for now in (ENGLISH, ENGLISH.to("de"), ENGLISH.to("ja")):
        for line in lines:
            assert canned.own_words(f"{lead}\n\n{MODELS}\n\n-# {line}", now) == MODELS
        assert canned.own_words(then.failures.unreachable, now) == ""
        assert canned.own_words(then.repair.same, now) == ""


@pytest.mark.parametrize("code", OFFERED)
def test_a_greeting_and_a_notice_are_known_in_any_language(code: str) -> None:
    then = ENGLISH.to(code)
    hello = then.rooms.greeting.format(name="Aster", operator="Ada & Co")
    for line in (hello, f"{hello} {then.language.briefly}", then.replies.notice):
        assert canned.stands_under_replies(line, ENGLISH)
    assert not canned.stands_under_replies(MODELS, then)
    assert not canned.stands_under_replies(then.replies.goodbye, then)
