"""A long text is split, never cut."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.text.chunking import parts

PIECES = st.sampled_from(
    [
        "word ",
        "A sentence. ",
        "\n",
        "\n\n",
        "```\n",
        "```py\n",
        "~~~~\n",
        "    x = 1\n",
        "長い文。",
        "👩‍👩‍👧‍👦",
        "🇩🇪",
        "é",
        " ",
        "longwordlongwordlongword",
        "`",
        "- item\n",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=300)


def unspaced(text: str) -> str:
    return "".join(text.split())


@given(TEXTS, st.integers(1, 200))
def test_no_part_is_too_long_and_none_is_blank(text: str, longest: int) -> None:
    found = parts(text, longest)
    assert all(len(part) <= longest and part.strip() for part in found)


@given(st.text(st.characters(exclude_characters="`~"), max_size=300), st.integers(1, 80))
def test_prose_joined_again_is_the_text(text: str, longest: int) -> None:
    joined = "".join(parts(text, longest))
    assert unspaced(joined) == unspaced(text)
    if all(len(blank) < longest for blank in re.findall(r"\s+", text)):
        assert joined.rstrip() == text.rstrip()


@given(TEXTS, st.integers(40, 200))
def test_every_character_is_kept_in_its_order(text: str, longest: int) -> None:
    rest = iter(unspaced("".join(parts(text, longest))))
    assert all(mark in rest for mark in unspaced(text))


@given(TEXTS, st.integers(1, 200))
def test_what_fits_is_left_as_it_is(text: str, longest: int) -> None:
    if len(text) <= longest:
        assert parts(text, longest) == ((text,) if text.strip() else ())


@given(st.lists(st.integers(1, 30).map("x".__mul__), min_size=1, max_size=40), st.integers(60, 99))
def test_a_split_fence_is_closed_and_opened_again_as_it_was(lines: list[str], longest: int) -> None:
    code = "".join(f"{line}\n" for line in lines)
    found = parts(f"Before.\n\n```python\n{code}```\n\nAfter.", longest)
    fenced = [part.strip() for part in found if "```" in part]
    inside = [part[part.index("```python\n") + 10 : part.rindex("```")] for part in fenced]
    assert all(part.count("```") == 2 for part in fenced)
    assert "".join(inside) == code


def test_it_splits_at_paragraphs_first() -> None:
    assert parts("One. Two.\n\nThree. Four.", 18) == ("One. Two.\n\n", "Three. Four.")


def test_it_splits_at_sentences_then_words_then_anywhere() -> None:
    assert parts("One two. Three four.", 12) == ("One two. ", "Three four.")
    assert parts("one two three", 9) == ("one two ", "three")
    assert parts("abcdefgh", 3) == ("abc", "def", "gh")


def test_a_fence_that_fits_a_message_is_not_split() -> None:
    fence = "```\na\n\nb\n```\n"
    assert parts(f"Some words before it.\n{fence}", 30) == ("Some words before it.\n", fence)


def test_a_line_of_code_over_a_message_is_split_and_closed() -> None:
    found = parts("```\n" + "x" * 30 + "\n```", 20)
    assert found[0] == "```\n" + "x" * 12 + "\n```"
    assert all(part.startswith("```\n") and part.endswith("```") for part in found)
    assert sum(part.count("x") for part in found) == 30


@example("👩‍👩‍👧‍👦", 10)
@example("🇩🇪", 7)
@example("é", 5)
@given(st.sampled_from(["👍🏽", "e\u0301", "🇫🇷", "❤\ufe0f"]), st.integers(7, 30))
def test_what_is_seen_as_one_mark_is_not_torn(mark: str, longest: int) -> None:
    found = parts(mark * 40, longest)
    assert all(part == mark * (len(part) // len(mark)) for part in found)


def test_a_message_that_holds_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        parts("a", 0)
