"""The floor's fixed words in eleven languages, and those for eating and for voices that command."""

import json
import re

import pytest

from bot.choices import ReadCrisisText, decode, encode
from bot.crisis import texts
from bot.crisis.signs import What, When, Who
from bot.crisis.signs.languages import LANGUAGES
from bot.crisis.tiers import Tier, Verdict, stated
from bot.governor.rules.imitation import imitates
from bot.prompt import own_words
from bot.strings import ENGLISH
from bot.strings.crisis import EATING_LINES, LINES, FloorWords
from bot.text.plain import plain
from tests.in_english import in_english

WISHES = {
    "Spanish": ("me quiero morir", "voy a suicidarme"),
    "French": ("je veux mourir", "je vais me tuer"),
    "German": ("ich will sterben", "ich bringe mich um"),
    "Portuguese": ("quero morrer", "vou me matar"),
    "Italian": ("voglio morire", "sto per uccidermi"),
    "Dutch": ("ik wil dood", "ik ga zelfmoord plegen"),
    "Polish": ("chcę umrzeć", "zabiję się"),
    "Russian": ("хочу умереть", "я хочу убить себя"),
    "Turkish": ("ölmek istiyorum", "kendimi öldüreceğim"),
    "Japanese": ("死にたい", "自殺したい"),
}
ELSEWHERE: dict[str, FloorWords] = {name: ENGLISH.crisis_in(name) for name in LANGUAGES}
EVERY: dict[str, FloorWords] = {"": ENGLISH.crisis, **ELSEWHERE}


def test_every_language_that_is_read_has_words() -> None:
    assert len(set(map(id, ELSEWHERE.values()))) == len(LANGUAGES)
    assert ENGLISH.crisis not in ELSEWHERE.values()
    assert {id(one) for one in ENGLISH.every_crisis} == set(map(id, EVERY.values()))


@pytest.mark.parametrize("language", WISHES)
def test_a_plain_statement_is_answered_in_its_own_language(language: str) -> None:
    wish, intent = (stated(said).verdict for said in WISHES[language])
    words = ELSEWHERE[language]
    assert (wish.tier, intent.tier) == (Tier.ELEVATED, Tier.ACUTE)
    assert texts.private(ENGLISH, wish, "").startswith(words.asked)
    assert texts.straight(ENGLISH, wish) == words.begins[What.WISH_DEAD]
    assert texts.private(ENGLISH, intent, "").startswith(words.first)
    assert texts.private(ENGLISH, intent, "").endswith(words.directory)
    assert (texts.quiet(ENGLISH, wish), texts.again(ENGLISH, intent, 4)) == (
        words.quiet,
        words.again[1],
    )


@pytest.mark.parametrize("language", EVERY)
def test_words_hold_no_number_and_the_emergency_number_comes_first(language: str) -> None:
    words = EVERY[language]
    for what in What:
        whole = texts.acute(ENGLISH, Verdict(Tier.ACUTE, Who.SELF, what, language=language), "")
        assert not re.search(r"\d", whole)
        assert whole.split("\n")[0] in (words.first, ENGLISH.crisis.first)
    said = (*words.only_the_programs, *words.vital, words.concern, words.steady, words.aloud)
    assert [one for one in said if re.search(r"\d|!", one)] == []
    assert all(LINES in one for one in (words.directory, words.help, words.aloud))


@pytest.mark.parametrize("language", EVERY)
@pytest.mark.parametrize("what", [What.EATING, What.VOICES])
def test_eating_and_voices_have_their_own_words_at_every_tier(language: str, what: What) -> None:
    words = EVERY[language]
    danger, near = (
        Verdict(tier, Who.SELF, what, When.NOW, language=language)
        for tier in (Tier.ACUTE, Tier.ELEVATED)
    )
    assert words.about[what] in texts.private(ENGLISH, danger, "")
    assert texts.private(ENGLISH, near, "").startswith(words.asks[what])
    assert texts.straight(ENGLISH, near) == words.begins[what]
    assert texts.instead(ENGLISH, near) == words.asks[what]
    assert texts.instead(ENGLISH, near, is_shared=True) == words.steady
    shown = (
        texts.private(ENGLISH, danger, ""),
        texts.private(ENGLISH, near, ""),
        texts.help_line(ENGLISH, near, ""),
    )
    assert all((EATING_LINES in one) == (what is What.EATING) for one in shown)
    assert texts.quiet(ENGLISH, near) == words.quiet


def test_nothing_said_of_eating_advises_on_food_or_weight() -> None:
    words = ENGLISH.crisis
    said = (words.about[What.EATING], words.asks[What.EATING], words.eating_help)
    for word in ("weight", "calorie", "should eat", "try to eat", "kilo", "thin", "diet"):
        assert [one for one in said if word in one.lower()] == []


@pytest.mark.parametrize("language", EVERY)
def test_the_programs_own_lines_are_known_in_every_language(language: str) -> None:
    words = EVERY[language]
    for verdict in (Verdict(Tier.ACUTE, language=language), Verdict(Tier.ELEVATED)):
        assert texts.is_vital(ENGLISH, texts.private(ENGLISH, verdict, ""))
    assert texts.is_vital(ENGLISH, words.quiet)
    assert texts.is_vital(ENGLISH, words.aloud)
    for line in (words.first, words.help, words.eating_help):
        assert imitates(plain(line), in_english(), ())
    assert own_words(f"Go on.\n{words.help}", ENGLISH) == "Go on."


def test_a_kept_choice_carries_its_language() -> None:
    for tier, what in ((Tier.ACUTE, What.ENDING), (Tier.ELEVATED, What.EATING)):
        read = ReadCrisisText(tier, Who.SELF, what, "Spanish")
        assert decode(encode(read)) == decode(
            f"crisis-read {tier.name.lower()} self {what} Spanish"
        )
    assert decode("crisis-read elevated self eating Klingon") == ReadCrisisText()


def test_the_words_of_a_language_are_written_in_it() -> None:
    every = [json.dumps([one.first, one.asked, one.steady, one.quiet]) for one in EVERY.values()]
    assert len(set(every)) == 11
