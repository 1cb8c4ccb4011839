"""The words of a crisis: people, never numbers, and the admins' line below."""

import re

import pytest

from bot.crisis import texts
from bot.crisis.signs import What, Who
from bot.crisis.tiers import Tier, Verdict
from bot.strings import ENGLISH, OFFERED

FULL = [one for one in ENGLISH.spoken.values() if one.crisis is not None]
LINE = "Campus listening line https://example.org/help"
EVERY = [
    *(texts.acute(ENGLISH, Verdict(Tier.ACUTE, Who.SELF, what), "") for what in What),
    *(texts.straight(ENGLISH, Verdict(Tier.ELEVATED, Who.SELF, what)) for what in (None, *What)),
    *(
        ENGLISH.crisis.help,
        ENGLISH.crisis.asked,
        ENGLISH.crisis.concern,
        ENGLISH.crisis.steady,
        ENGLISH.crisis.quiet,
        *ENGLISH.crisis.again,
    ),
]


@pytest.mark.parametrize("text", EVERY, ids=lambda _: None)
def test_no_telephone_number_stands_anywhere(text: str) -> None:
    assert not re.search(r"\d", text)


def test_danger_now_begins_with_one_line_and_ends_with_the_directory() -> None:
    for what in (What.ENDING, What.TAKEN, What.VIOLENCE, What.THREAT):
        first, *_, last = texts.acute(
            ENGLISH, Verdict(Tier.ACUTE, Who.SELF, what), LINE
        ).splitlines()
        assert first == ENGLISH.crisis.first
        assert last == ENGLISH.crisis.directory
        assert LINE in texts.acute(ENGLISH, Verdict(Tier.ACUTE, Who.SELF, what), LINE).splitlines()
    needed = ("emergency number", "someone near you", "I'm an AI", "keep writing here")
    whole = texts.acute(ENGLISH, Verdict(), "")
    assert [part for part in needed if part not in whole] == []


@pytest.mark.parametrize("language", sorted(one.identity.language for one in FULL))
def test_danger_now_is_three_short_lines_then_the_night_card_then_whom_else_to_call(
    language: str,
) -> None:
    for what in What:
        verdict = Verdict(Tier.ACUTE, Who.SELF, what, language=language)
        said, card, more = texts.acute(ENGLISH, verdict, LINE, "call Nel").split("\n\n")
        assert len(said.split("\n")) == 3
        assert max(map(len, said.split("\n"))) <= 150
        assert card == f"{ENGLISH.risk.night_card}\ncall Nel"
        assert more.startswith(LINE)


def test_the_quiet_lines_name_nothing() -> None:
    assert ENGLISH.crisis.quiet.count(".") == 2
    for word in ("suicid", "kill", "crisis", "help", "life", "die", "emergency", "friend"):
        assert word not in ENGLISH.crisis.quiet.lower()


def test_each_tier_has_its_own_private_text() -> None:
    of = {
        tier: texts.private(ENGLISH, Verdict(tier), LINE) for tier in Tier if tier >= Tier.ELEVATED
    }
    assert texts.private(ENGLISH, Verdict(Tier.CONCERN), LINE) == ENGLISH.crisis.concern
    assert of[Tier.ELEVATED].startswith(ENGLISH.crisis.asked)
    assert of[Tier.ELEVATED].endswith(LINE)
    assert texts.without_model(ENGLISH, "elevated") == ENGLISH.crisis.asked
    assert texts.without_model(ENGLISH, "episode") == ENGLISH.crisis.steady


@pytest.mark.parametrize("code", OFFERED)
def test_violence_and_a_threat_have_words_of_their_own_in_each_language(code: str) -> None:
    own, strings = ENGLISH.to(code), ENGLISH
    for what in (What.VIOLENCE, What.THREAT):
        verdict = Verdict(Tier.ACUTE, Who.SELF, what, language=own.identity.language)
        said = texts.acute(strings, verdict, "")
        assert own.crisis.about[what] in said
        assert said.startswith(own.crisis.first)


@pytest.mark.parametrize("code", OFFERED)
def test_words_in_another_language_are_answered_with_fixed_words_whatever_is_spoken(
    code: str,
) -> None:
    verdict = Verdict(Tier.ELEVATED, Who.SELF, What.WISH_DEAD, language="German")
    german = ENGLISH.to("de").crisis
    assert texts.instead(ENGLISH.to(code), verdict) == german.question(What.WISH_DEAD)
    said_in_english = Verdict(Tier.ELEVATED, Who.SELF, What.WISH_DEAD)
    assert texts.instead(ENGLISH.to(code), said_in_english) == ""
