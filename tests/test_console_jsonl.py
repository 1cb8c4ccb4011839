"""What `--jsonl` prints."""

import io
import json

from adapters.console.jsonl import printing
from adapters.console.out import Out
from adapters.console.shown import ShownAction


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
