"""An age said in the first person, and all the numbers that are none."""

import pytest

from bot.age import said_age, says_under_18


@pytest.mark.parametrize(
    "text",
    [
        "I'm 15",
        "i'm 15.",
        "im 15",
        "I am 15 years old",
        "I’m 15",
        "I'm fifteen",
        "i'm only 15",
        "I'm a 15 year old girl",
        "I'm 15 and my mom won't let me",
        "hey im 15 btw",
        "my exams suck, i'm 15",
        "I just turned 15",
        "as a 15-year-old, I can't drive",
        "I'm 15 yo",
        "my age is 15",
        "I'm turning 15 next week",
        "but i'm 15 so nobody listens",
    ],
)
def test_a_plain_age_in_the_first_person_is_read(text: str) -> None:
    assert said_age(text) == 15
    assert says_under_18(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm 15 minutes late",
        "I'm 15 km away",
        "I'm 15% done",
        "I'm 15th in line",
        "I'm 15 in line",
        "my sister is 15",
        "she's 15",
        "when I was 15 I broke my arm",
        "I was 15 then",
        '"I\'m 15", she said',
        "> I'm 15",
        "I'm 1.5 hours away",
        "I'm 15 pounds heavier",
        "there were 15 of us",
        "it feels like I'm 15 again",
        "I'm 150",
        "I'm at 15 now",
        "I have 15 cats",
        "I'm 15 - 20 minutes away",
        "",
    ],
)
def test_other_numbers_are_no_age(text: str) -> None:
    assert not says_under_18(text)


@pytest.mark.parametrize(
    "text", ["I'm 18", "I'm 42", "I am twenty", "I'm 3 now", "I'm 17 and a half"]
)
def test_who_is_18_or_over_is_not_under(text: str) -> None:
    assert says_under_18(text) == ("17" in text)
