"""Pieces as a terminal shows them, at several widths."""

import io

import pytest
from rich.console import Console as Paint

from adapters.console.drawn import WIDEST, drawn
from adapters.console.render import Piece, plain
from adapters.kit import marked
from bot.layout.markup import to_copy

CARD = (
    "**Warm, in this server, until 27 May**\nCloser, not more agreeable, in one sentence.\n"
    "- I keep your yes and your style, and never your words\n-# Ada runs this."
)
CHOICES = ("[1] Yes", "[2] Not now", "[3] Read everything")


def _shown(piece: Piece, width: int) -> list[str]:
    paint = Paint(file=io.StringIO(), width=width, color_system=None)
    with paint.capture() as captured:
        paint.print(drawn(piece, paint))
    return [line.rstrip() for line in captured.get().splitlines()]


def _card(text: str = CARD, *choices: str) -> Piece:
    return Piece("r1 (only you)> ", marked.own(text), "private", choices, is_card=True)


def _talk(text: str, *choices: str) -> Piece:
    return Piece("r1> ", marked.talk(text), "reply", choices)


@pytest.mark.parametrize("width", [20, 38, 60, 88, 200])
def test_every_line_fits_and_no_word_is_broken(width: int) -> None:
    for piece in (_card(CARD, *CHOICES), _talk(CARD, *CHOICES)):
        lines = _shown(piece, width)
        assert max(len(line) for line in lines) <= min(width, WIDEST)
        words = " ".join(line.strip("│╭╮╰╯─ ") for line in lines).split()
        written = [word for line in piece.lines for word in line.text.split()]
        assert [word for word in written if word not in words] == []


def test_a_card_is_a_box_named_by_its_head_with_its_choices_inside() -> None:
    first, *inside, last = _shown(_card(CARD, *CHOICES), 60)
    assert first.startswith("╭─ r1 (only you) ─")
    assert inside[-1].strip("│ ") == "[1] Yes  [2] Not now  [3] Read everything"
    assert last == "╰" + "─" * 58 + "╯"


def test_choices_stand_one_a_line_where_a_row_is_too_narrow() -> None:
    assert _shown(_talk("Shall I?", *CHOICES), 30)[1:] == [f"    {each}" for each in CHOICES]


def test_the_words_of_a_point_and_of_a_reply_stand_under_each_other() -> None:
    lines = _shown(_card(), 40)
    point = next(at for at, line in enumerate(lines) if "· I keep" in line)
    assert lines[point + 1].startswith("│   and")
    assert _shown(_talk("one two three four five"), 16) == [
        "r1> one two",
        "    three four",
        "    five",
    ]


def test_the_words_of_a_numbered_point_stand_under_each_other_beside_its_number() -> None:
    _, _, first, second, _ = _shown(_card("Held\n- 1. one two three"), 14)
    assert (first, second) == ("│ 1. one two │", "│    three   │")


def test_words_to_copy_are_set_in_without_marks_around_them() -> None:
    text = f"Drafts.\n{to_copy('one two three')}\n{to_copy('four')}"
    piece = Piece("r1> ", marked.own(text), "private")
    asked = ["r1> Drafts.", "", "        one two", "        three", "", "        four"]
    assert _shown(piece, 17) == asked
    said = [line.text for line in plain(piece)]
    assert said == ["r1> Drafts.", "    ", "        one two three", "    ", "        four"]


def test_a_card_of_one_line_needs_no_box() -> None:
    done = _card('Warm here until 27 May. Say "off" to end it.')
    assert _shown(done, 80) == ['r1 (only you)> Warm here until 27 May. Say "off" to end it.']


def test_a_word_longer_than_a_line_is_all_there() -> None:
    address = "https://a.example/" + "x" * 60
    assert "".join(line.strip("│ ") for line in _shown(_card(f"a\n{address}"), 30)[2:-1]) == address
