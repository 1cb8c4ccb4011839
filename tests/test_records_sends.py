"""Keys of sends are typed values: one codec writes them, and reads what every release wrote."""

import json
from pathlib import Path

import pytest

from bot.records import EndLine, key_of
from bot.records.sends import (
    DecidedSend,
    FailedSend,
    ReplySend,
    Send,
    TakenBack,
    UnknownSend,
    event_of,
    part_of,
    send_key,
    send_of,
    that_it_stays,
)

BEFORE = Path(__file__).parent / "taps_before" / "console.jsonl"
HASH = "360dabf290ac7000256107e94fd1d8ef"
# As every release spelled it: what waits in an outbox is found by it.
SPELLED: dict[str, Send] = {
    f"{HASH}:00": DecidedSend(HASH),
    f"{HASH}:12": DecidedSend(HASH, 12),
    f"{HASH}:failed": FailedSend(HASH),
    f"{HASH}:reply:00": ReplySend(HASH),
    f"{HASH}:reply:99": ReplySend(HASH, 99),
    f"{HASH}:back": TakenBack(HASH),
    f"passes:{HASH}": EndLine(HASH),
}


@pytest.mark.parametrize("key", SPELLED)
def test_a_key_is_spelled_and_read_as_every_release_did(key: str) -> None:
    assert (send_key(SPELLED[key]), send_of(key)) == (key, SPELLED[key])


@pytest.mark.parametrize("key", SPELLED)
def test_the_key_of_a_part_is_read_as_that_of_its_whole(key: str) -> None:
    assert (part_of(key, 3), that_it_stays(key)) == (f"{key}:03", f"{key}:stays")
    assert send_of(part_of(key, 3)) == send_of(that_it_stays(key)) == SPELLED[key]
    assert event_of(part_of(key, 3)) == ("" if key.startswith("passes") else HASH)


@pytest.mark.parametrize(
    "key", ["", "full", "discord:waited:1", "matrix:alone:$a:3", "later:than:this", ":"]
)
def test_a_key_that_a_platform_or_a_later_release_made_is_left_as_it_is(key: str) -> None:
    assert (send_of(key), event_of(key)) == (UnknownSend(key), "")
    assert send_key(UnknownSend(key)) == key


def test_a_line_that_ends_is_sent_under_the_key_of_its_task() -> None:
    assert send_key(EndLine(HASH)) == key_of(EndLine(HASH))


def test_every_key_that_the_release_before_said_something_under_is_read() -> None:
    lines = [json.loads(line) for line in BEFORE.read_text("utf-8").splitlines()]
    keys = [line["new"]["key"] for line in lines if line.get("new", {}).get("key")]
    assert len(keys) > 50
    assert [key for key in keys if send_key(send_of(key)) != key or not event_of(key)] == []
