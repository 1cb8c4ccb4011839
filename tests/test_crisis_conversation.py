"""What the turns of a conversation say together, and what no one of them says alone."""

import pytest

from bot.crisis.conversation import LATELY, read
from bot.crisis.signs import What
from bot.crisis.tiers import Tier, Verdict

DISTRESS = (
    "I just can't keep going like this.",
    "I've let everyone down, I'm such a failure.",
    "nothing ever changes",
)
ORDINARY = (
    "I'm stuck on this level and it's pointless",
    "my code is a mess",
    "nobody cares about semicolons",
    "what's the point of monads?",
)


def test_nothing_said_is_nothing() -> None:
    assert read(()) == Verdict()
    assert read(("hello",)).why == ()


def test_faint_signs_of_three_kinds_are_elevated_together_and_none_alone() -> None:
    assert [read((text,)).tier for text in DISTRESS] == [Tier.NONE] * 3
    seen = read(DISTRESS)
    assert (seen.tier, seen.why[0], seen.why[2]) == (Tier.ELEVATED, "self", "now")
    assert read((*DISTRESS, "anyway, what time is it in Lima?")).tier is Tier.NONE


def test_what_was_said_long_before_is_not_held_together() -> None:
    between = ("how do I poach an egg",) * LATELY
    assert read((*DISTRESS[:2], *between, DISTRESS[2])).tier is Tier.NONE


def test_ordinary_grumbling_is_no_distress() -> None:
    assert read(ORDINARY).tier is Tier.NONE


@pytest.mark.parametrize(
    "question",
    [
        "how many paracetamol tablets would be too many?",
        "What are the tallest buildings here with an open roof?",
        "how high is the bridge by the harbour",
        "how long does it take to drown",
    ],
    ids=lambda _: None,
)
def test_a_question_about_means_is_one_only_after_distress(question: str) -> None:
    assert read((question,)).tier is Tier.NONE
    assert read(("I'm building a model of the town", question)).tier is Tier.NONE
    for before in (DISTRESS[:2], ("I don't want to live anymore",)):
        seen = read((*before, question))
        assert (seen.tier, seen.what) == (Tier.ELEVATED, What.MEANS)


def test_engineering_stays_engineering_after_a_bad_week() -> None:
    assert read((DISTRESS[0], "how much load can the bridge carry?")).tier is Tier.NONE


def test_a_plain_statement_needs_no_history() -> None:
    assert read((*ORDINARY, "I want to kill myself")).tier is Tier.ACUTE
