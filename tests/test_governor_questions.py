"""What counts as a question: prose that ends in a question mark of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.governor.questions import bare, is_question
from bot.text.sentences import Kind, Sentence

ASKED = (
    "What do you want?",
    "Really? ",
    "Really?!",
    "Are you sure…?",
    "(Is that so?)",
    "**Is that so?**\n",
    "_Is it?_",
    "Is it? 🙂",
    "Is it? 👍🏽",
    "何ですか？",
    "1. What is the date?",
    'Did she say "no"?',
    "Do you mean `x?` or `y`?",
    "Don't you think it's 'odd'?",
    "Is it 'yes' or “no”?",
    "¿Y tu hermana qué dice?",
    "¿Y tu hermana qué dice.",
    "Y dime, ¿cómo lo llevas...",
    "¡¿Otra vez?!",
    "Tu viens ce soir ?",
    "今日はどうしましたか。",
    "少し休んでみませんか",
    "「無理」と言われたんですか。",
)
NOT_ASKED = (
    "No.",
    "What a day!",
    'He asked "why?"',
    "“What do you want?”",
    '"Is it?" is what they will ask.',
    "She said ‘where to?’",
    "> What do you want?",
    "Use `x?`",
    "The page is https://example.org/find?",
    "See www.example.org/find?",
    "Dijo «¿vienes?» y se fue.",
    "¿Otra vez? Sí, otra vez.",
    "そうですか。",
    "なるほど、そうだったんですか。",
    "行くかどうか、明日決めましょう。",
    "いつか話しましょう。",
    "「行きますか。」",
    "“First this. Why?",
    'And so on. Why?"',
    "",
    "   ",
)


@pytest.mark.parametrize("text", ASKED)
def test_a_question_of_its_own_is_a_question(text: str) -> None:
    assert is_question(Sentence(text, Kind.PROSE))


@pytest.mark.parametrize("text", NOT_ASKED)
def test_quotations_code_addresses_and_statements_are_no_questions(text: str) -> None:
    assert not is_question(Sentence(text, Kind.PROSE))


@pytest.mark.parametrize("text", ["¿", "He typed ¿", "¿…"])
def test_an_opening_mark_before_no_word_asks_nothing(text: str) -> None:
    assert not is_question(Sentence(text, Kind.PROSE))


@pytest.mark.parametrize("text", ASKED)
def test_code_is_never_a_question(text: str) -> None:
    assert not is_question(Sentence(text, Kind.CODE))


@given(st.text())
def test_without_a_question_mark_nothing_is_asked(text: str) -> None:
    asking = "?？؟⁇⁈⁉¿か"
    stated = "".join(mark for mark in text if mark not in asking)
    assert not is_question(Sentence(stated, Kind.PROSE))
    assert text.startswith(bare(text))
