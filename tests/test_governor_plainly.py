"""A true plain sentence is never dropped, whatever the rules make of its words."""

import pytest

from bot.governor.check import found
from bot.governor.plainly import is_plain_truth
from bot.levels import Level
from bot.text.plain import plain
from tests.in_english import in_english

TRUE = (
    "No, I won't remember you tomorrow.",
    "I can't remember you between conversations.",
    "I won't remember you.",
    "I'm an AI.",
    "I'm an AI, not a person.",
    "I don't feel.",
    "I don't miss you, I'm an AI.",
    "I can't miss you.",
    "I don't know.",
    "I'm not sure.",
    "I have no feelings.",
)
SAID = ("hello", "my dad died yesterday", "will you remember me tomorrow?", "do you love me?",
        "good night", "do you have feelings?")  # fmt: skip
SORRY = (
    "I'm sorry.",
    "I'm so sorry.",
    "I'm sorry for your loss.",
    "I'm very sorry about your dad.",
    "I'm so sorry your dad died.",
    "I'm sorry, mate.",
)


@pytest.mark.parametrize("text", TRUE, ids=lambda _: None)
@pytest.mark.parametrize("level", [Level.PLAIN, Level.WARM, Level.ATTUNED])
def test_the_plain_truth_about_itself_stands(text: str, level: Level) -> None:
    assert [said for said in SAID if found(text, in_english(said, level))] == []


@pytest.mark.parametrize("text", SORRY, ids=lambda _: None)
@pytest.mark.parametrize("said", ["my dad died yesterday", "they fired me", "we lost the baby"])
def test_that_it_is_sorry_is_plain_truth_after_a_loss_alone(text: str, said: str) -> None:
    assert found(text, in_english(said)) is None
    assert not is_plain_truth(plain(text), in_english("what is the capital of Peru"))


@pytest.mark.parametrize("text", ["Goodnight.", "Good night, sleep well.", "Take care."])
def test_a_goodnight_stands(text: str) -> None:
    assert found(text, in_english("good night")) is None


@pytest.mark.parametrize(
    "text",
    [
        "I don't feel that way, I love you.",
        "I'm sorry, I missed you so much.",
        "I won't remember anything from now on.",
        "I can't miss you when you are right here with me.",
        "I'm an AI who loves you.",
    ],
    ids=lambda _: None,
)
def test_with_anything_more_in_it_it_is_judged_like_every_other(text: str) -> None:
    assert not is_plain_truth(text.lower(), in_english("my dad died"))


def test_beside_a_life_at_risk_a_goodnight_is_judged_too() -> None:
    assert not is_plain_truth("goodnight.", in_english("hm", crisis="acute"))
