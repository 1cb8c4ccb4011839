"""What a message on Discord says in words."""

from typing import Any

import pytest

from adapters.discord.worded import attached, forwarded, own, snapshots

POLL = {"question": {"text": "Stay or go?"}, "answers": [{"poll_media": {"text": "Stay"}},
        {"poll_media": {"emoji": {"name": "x"}}}, "odd"]}  # fmt: skip


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ({"content": "hello"}, "hello"),
        ({"content": "", "poll": POLL}, "Stay or go?\nStay"),
        ({"content": "look", "attachments": [{"description": "a heron"}, {}]}, "look\n\na heron"),
        ({"content": None, "poll": "odd", "attachments": "odd"}, ""),
        ({}, ""),
    ],
)
def test_own_words_are_what_was_written_a_poll_and_captions(
    message: dict[str, Any], expected: str
) -> None:
    assert own(message) == expected


def test_what_is_forwarded_is_no_word_of_its_persons_own() -> None:
    told = {"content": "I sail on Friday", "attachments": [{"description": "a boat"}]}
    message = {"content": "", "message_snapshots": [{"message": told}, {"message": None}, 3]}
    assert own(message) == ""
    assert forwarded(message) == "I sail on Friday\n\na boat"
    assert snapshots({"message_snapshots": "odd"}) == []
    assert attached({"attachments": [None, {"id": "1"}]}) == [{"id": "1"}]
