"""A question that no mark ends is known as one in each language, and its beginning alone is none.

Each language has 20 questions and 30 statements that begin with the same words, written before the
patterns were; every second one was read only when they were done.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lexicon.load import raw
from bot.model.forms import is_question
from bot.strings import OFFERED
from bot.text.normalize import normalized

LINES = (Path(__file__).parent / "words" / "asking.tsv").read_text("utf-8").splitlines()
OTHERS = [code for code in OFFERED if code != "en"]
# What only its mark tells from a statement: "I should call him", asked.
UNHEARD = {"es": 1, "it": 1}
TOLD = ("heavy", "mixed", "glad", "light")
# What is told there with feeling, and asks in fact.
ASKED_ALL_THE_SAME = {
    "qu'est ce qu'on mange ce soir",
    "hoe kom ik over hem heen",
    "bana yardım eder misin",
    "私が悪いのかな",
}


def said(code: str, kind: str) -> list[str]:
    """Gives the lines of a language that ask, or that only begin so."""
    every = (line.split("\t") for line in LINES)
    return [text for of, how, text in every if (of, how) == (code, kind)]


def told(code: str) -> Iterator[str]:
    """Gives what others wrote in a language as told with feeling, without a mark that asks."""
    for entry in raw(f"{code}/offline/tones")["entry"]:
        if (entry.get("group") or entry["id"]) in TOLD:
            yield from (text for text in map(normalized, entry["examples"]) if "?" not in text)


@pytest.mark.parametrize("code", OTHERS)
def test_of_twenty_questions_without_a_mark_at_most_one_is_taken_for_a_statement(code: str) -> None:
    every = said(code, "asks")
    missed = [text for text in every if not is_question(normalized(text), code)]
    assert (len(every), len(missed)) == (20, UNHEARD.get(code, 0)), missed


@pytest.mark.parametrize("code", OTHERS)
def test_of_thirty_statements_with_the_same_beginnings_none_is_a_question(code: str) -> None:
    every = said(code, "states")
    assert len(every) == 30
    assert [text for text in every if is_question(normalized(text), code)] == []


@pytest.mark.parametrize("code", OTHERS)
def test_what_others_wrote_as_told_with_feeling_asks_nothing(code: str) -> None:
    asking = [text for text in told(code) if is_question(text, code)]
    assert [text for text in asking if text not in ASKED_ALL_THE_SAME] == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_mark_or_a_last_sentence_that_asks_is_enough(code: str) -> None:
    asked = said(code, "asks")[0]
    assert is_question("zzz？".replace("？", "?"), code)
    assert is_question(normalized(f"zzz. {asked}"), code)
    assert is_question(normalized(f"{asked}. zzz"), code)
    assert not is_question("zzz", code)


@given(st.text(), st.sampled_from(OTHERS))
def test_any_text_asks_or_does_not(text: str, code: str) -> None:
    assert is_question(text, code) == is_question(text, code)
