"""Chunks: what a classifier reads at once; nothing of a message of usual length is lost."""

from hypothesis import given
from hypothesis import strategies as st

from bot.crisis.chunks import MOST, WORDS, chunks

SENTENCE = "one two three four five six seven eight nine ten."


def test_a_short_message_is_one_chunk_and_an_empty_one_none() -> None:
    assert chunks("I am fine. Are you?\nGood.") == ("I am fine. Are you? Good.",)
    assert chunks(" \n ") == ()


def test_chunks_begin_where_sentences_do() -> None:
    assert chunks(f"{SENTENCE} {SENTENCE} {SENTENCE} {SENTENCE}") == (
        f"{SENTENCE} {SENTENCE} {SENTENCE}",
        SENTENCE,
    )


def test_a_long_sentence_is_cut_with_some_words_shared() -> None:
    words = [f"w{number}" for number in range(50)]
    first, second = chunks(" ".join(words))
    assert first.split() == words[:30]
    assert second.split() == words[22:]


@given(st.lists(st.from_regex(r"[a-z]{1,8}[.!?]?", fullmatch=True), max_size=300))
def test_every_word_of_a_usual_message_is_read_and_no_chunk_is_too_long(words: list[str]) -> None:
    found = chunks(" ".join(words))
    assert all(len(one.split()) <= WORDS for one in found)
    assert set(" ".join(found).split()) == set(words)


def test_of_a_very_long_message_both_ends_are_read_and_some_between() -> None:
    text = "\n".join(f"here is the whole of sentence {n} " + "x " * 20 for n in range(400))
    found = chunks(text)
    assert len(found) == MOST
    assert "sentence 0 " in found[0]
    assert "sentence 399 " in found[-1]
