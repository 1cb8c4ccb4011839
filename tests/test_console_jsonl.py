"""What `--jsonl` prints."""

import io
import json

from adapters.console.jsonl import printing
from adapters.console.out import Out
from adapters.console.shown import Look, ShownAction


def _printed(text: str) -> str:
    stream = io.StringIO()
    action = ShownAction(
        do="say", id="r1", room="dm", to=None, text=text, choices=["Ja"], reply_to="u1"
    )
    printing(Out(stream))(action)
    return stream.getvalue()


def test_an_action_is_one_line_with_the_seven_documented_keys() -> None:
    line = _printed("Grüße 😀\nzwei")
    assert line.count("\n") == 1
    assert json.loads(line) == {
        "do": "say",
        "id": "r1",
        "room": "dm",
        "to": None,
        "text": "Grüße 😀\nzwei",
        "choices": ["Ja"],
        "reply_to": "u1",
    }
    assert "Grüße 😀" in line


def test_control_characters_are_kept_in_the_text() -> None:
    line = _printed("\x1b[31mred\x00")
    assert json.loads(line)["text"] == "\x1b[31mred\x00"
    assert "\x1b" not in line


def test_half_a_character_is_made_safe() -> None:
    assert json.loads(_printed("a\ud800b").encode())["text"] == "a\ufffdb"


def test_the_marks_of_a_layout_are_taken_off_and_its_look_is_no_key() -> None:
    stream = io.StringIO()
    look = Look("**Warm** until 27 May\n- one\n-# small", "own")
    printing(Out(stream))(
        ShownAction(
            do="say", id="r1", room="dm", to="you", text="raw", choices=[], reply_to=None, look=look
        )
    )
    shown = json.loads(stream.getvalue())
    assert shown["text"] == "Warm until 27 May\n· one\nsmall"
    assert "look" not in shown
