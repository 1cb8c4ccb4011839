"""The words of a crisis: people, never numbers, and the admins' line below."""

import re

import pytest

from bot.crisis import texts
from bot.crisis.signs import What, Who
from bot.crisis.tiers import Tier, Verdict

LINE = "Campus listening line https://example.org/help"
EVERY = [
    *(texts.acute(Verdict(Tier.ACUTE, Who.SELF, what), "") for what in What),
    *(texts.straight(Verdict(Tier.ELEVATED, Who.SELF, what)) for what in (None, *What)),
    *(texts.HELP, texts.ASKED_STRAIGHT, texts.CONCERN, texts.STEADY, texts.QUIET, *texts.AGAIN),
]


@pytest.mark.parametrize("text", EVERY, ids=lambda _: None)
def test_no_telephone_number_stands_anywhere(text: str) -> None:
    assert not re.search(r"\d", text)


def test_danger_now_begins_with_one_line_and_ends_with_the_directory() -> None:
    for what in (What.ENDING, What.TAKEN, What.VIOLENCE, What.THREAT):
        first, *_, last = texts.acute(Verdict(Tier.ACUTE, Who.SELF, what), LINE).splitlines()
        assert first == texts.FIRST
        assert last == texts.DIRECTORY
        assert LINE in texts.acute(Verdict(Tier.ACUTE, Who.SELF, what), LINE).splitlines()
    needed = ("emergency number", "someone near you", "I'm an AI", "keep writing here")
    whole = texts.acute(Verdict(), "")
    assert [part for part in needed if part not in whole] == []


def test_the_quiet_lines_name_nothing() -> None:
    assert texts.QUIET.count(".") == 2
    for word in ("suicid", "kill", "crisis", "help", "life", "die", "emergency", "friend"):
        assert word not in texts.QUIET.lower()


def test_each_tier_has_its_own_private_text() -> None:
    of = {tier: texts.private(Verdict(tier), LINE) for tier in Tier if tier >= Tier.ELEVATED}
    assert texts.private(Verdict(Tier.CONCERN), LINE) == texts.CONCERN
    assert of[Tier.ELEVATED].startswith(texts.ASKED_STRAIGHT)
    assert of[Tier.ELEVATED].endswith(LINE)
    assert texts.without_model("elevated") == texts.ASKED_STRAIGHT
    assert texts.without_model("episode") == texts.STEADY
