"""Which messages the judge is asked about: hints of a person's own, and nothing that is certain."""

from collections.abc import Sequence

import pytest

from bot.crisis.judge_filter import is_unsure, may_hint
from bot.crisis.tiers import Stated, stated


def asked(before: Sequence[Stated], text: str) -> bool:
    return is_unsure(before, stated(text), hints=may_hint(text))


@pytest.mark.parametrize(
    "text",
    [
        "I just want everything to be quiet",
        "i've sorted my affairs and left a note for my sister",
        "nobody would miss me",
        "how high is the bridge where I walk at night",
    ],
)
def test_a_hint_of_ones_own_is_asked_about(text: str) -> None:
    assert asked((), text)


@pytest.mark.parametrize(
    "text",
    [
        "the build is over",  # nobody's own
        "I like tea",  # no hint
        "I want to kill myself",  # certain by itself
        "my friend wants to kill himself",  # certain, and another's
    ],
)
def test_what_is_certain_or_nobodys_is_not(text: str) -> None:
    assert not asked((), text)


def test_what_is_certain_only_after_others_is_not_asked_about() -> None:
    before = [stated(one) for one in ("I wish I was dead", "and so on")]
    means = "how many of these pills are too many"
    assert stated(means).asks_for_means
    assert not asked(before, means)
    assert asked((), means)
