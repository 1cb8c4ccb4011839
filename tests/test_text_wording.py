"""The words of a message as they are compared with what it said before."""

import pytest

from bot.text.wording import wording


@pytest.mark.parametrize(
    "same",
    ["Where is the BANK?", "where  is the\nbank ?", "*where* is the bank?", "where is the bank?!"],
)
def test_blanks_case_and_marks_are_no_other_words(same: str) -> None:
    assert wording(same) == wording("where is the bank?")


@pytest.mark.parametrize("other", ["where is the bank", "where is the tank?", "", "?"])
def test_another_word_and_a_question_are(other: str) -> None:
    assert wording(other) != wording("where is the bank?")


def test_a_message_without_words_is_its_marks() -> None:
    assert wording("👍") != wording("👎")
    assert wording("👍") == wording(" 👍 ")
