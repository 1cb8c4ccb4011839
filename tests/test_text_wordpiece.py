"""WordPiece: the pieces that the model learnt, however a text is typed."""

from hypothesis import given
from hypothesis import strategies as st

from bot.text.wordpiece import BEGIN, END, UNKNOWN, encoded, vocabulary

PIECES = vocabulary("\n".join((
    "[PAD]", UNKNOWN, BEGIN, END, "i", "un", "##want", "##ed", "want", ",", "don", "'", "t", "cafe",
    "中", "!", "##t",
)))  # fmt: skip
NAMES = {number: piece for piece, number in PIECES.items()}


def pieces(text: str, most: int = 48) -> list[str]:
    return [NAMES[number] for number in encoded(text, PIECES, most)][1:-1]


def test_a_word_is_parted_by_the_longest_pieces_there_are() -> None:
    assert pieces("unwanted want") == ["un", "##want", "##ed", "want"]


def test_marks_stand_alone_and_letters_of_any_size_are_one() -> None:
    assert pieces("I don't, CAFÉ!") == ["i", "don", "'", "t", ",", "cafe", "!"]
    assert pieces("中中") == ["中", "中"]


def test_what_no_piece_begins_and_what_is_too_long_is_unknown() -> None:
    assert pieces("zebra") == [UNKNOWN]
    assert pieces("i" * 41) == [UNKNOWN]


@given(st.text(max_size=300), st.integers(2, 60))
def test_there_are_never_more_than_asked_and_both_ends_stand(text: str, most: int) -> None:
    found = encoded(text, PIECES, most)
    assert len(found) <= most
    assert (found[0], found[-1]) == (PIECES[BEGIN], PIECES[END])
