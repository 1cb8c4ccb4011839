"""What the offline model reads in a message."""

from hypothesis import given
from hypothesis import strategies as st

from bot.model.offline_words import MAX_LETTERS, heard
from bot.strings import ENGLISH


def test_a_stated_feeling_is_read_and_a_mentioned_one_is_not() -> None:
    assert heard("I'm so tired of this", ENGLISH.offline).feeling == "tired"
    assert heard("it makes me sad", ENGLISH.offline).feeling == "sad"
    assert heard("a sad film", ENGLISH.offline).feeling == ""


def test_the_clause_that_says_most_is_the_phrase() -> None:
    told = heard("Well, the landlord raised the rent again, and so on", ENGLISH.offline)
    assert told.phrase == "the landlord raised the rent"
    assert told.topic == "“landlord”"
    assert "sum" in told.steps[0]


def test_without_a_known_subject_the_step_names_their_word() -> None:
    assert "“violin”" in heard("my violin", ENGLISH.offline).steps[0]


def test_a_word_that_names_nothing_is_no_topic() -> None:
    assert heard("I keep going over it in my head", ENGLISH.offline).topic == "this"


@given(st.text())
def test_the_same_message_is_read_the_same(said: str) -> None:
    assert heard(said, ENGLISH.offline) == heard(said, ENGLISH.offline)


@given(st.text())
def test_a_phrase_is_one_line_of_short_words(said: str) -> None:
    phrase = heard(said, ENGLISH.offline).phrase
    assert phrase == " ".join(phrase.split())
    assert all(len(word) <= MAX_LETTERS for word in phrase.split())
