"""Server-sent events out of bytes: the same for every cut, and never more than is held."""

import re
from itertools import pairwise, repeat

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.model.remote.server_sent_events import MOST_BYTES, ServerSentEvents

BOM = b"\xef\xbb\xbf"
# What a stream may be made of; "é" is two bytes, and the mark counts at the very start alone.
PARTS = [
    *("data", "data:", "data: ", "data:  ", "event: error", "id: 1", "retry", ": ping", ":", " "),
    *("\n", "\r", "\r\n", "\n\n", "\r\n\r\n", "\r\r", '{"a": 1}', "é", "🧑‍🚀", "\u2028", "\x85"),
    *("\ufeff", "\x0b", "\x1c", "x", ""),
]
STREAMS = st.lists(st.sampled_from(PARTS)).map(lambda parts: "".join(parts).encode())
CUTS = st.lists(st.integers(0, 200))


def events(*packets: bytes) -> list[str]:
    reading = ServerSentEvents()
    return [data for packet in packets for data in reading.feed(packet)]


def cut(whole: bytes, at: list[int]) -> list[bytes]:
    edges = [0, *sorted(min(place, len(whole)) for place in at), len(whole)]
    return [whole[start:end] for start, end in pairwise(edges)]


def by_the_standard(stream: bytes) -> list[str]:
    """Gives the data of each event as the HTML standard has it, of a stream that came whole."""
    text = stream.removeprefix(BOM).decode()
    *blocks, _unended = re.sub("\r\n|\r", "\n", text).split("\n\n")
    found, data = list[str](), list[str]()
    for line in [line for block in blocks for line in [*block.split("\n"), ""]]:
        name, _, value = line.partition(":")
        if name == "data":
            data.append(value.removeprefix(" "))
        elif not line and data:
            found, data = [*found, "\n".join(data)], []
    return found


@given(STREAMS, CUTS)
@example(b"data: 1\r\n\r\ndata: 2\r\n\r\n", [8, 9, 10, 11])
@example(b"data: 1\r\ndata: 2\r\n\r\n", [8])
@example(b"data: 1\r\n\n", [8, 9])
@example(b"\r\n\ndata: 1\n\n", [1, 2])
@example(BOM + b"data: 1\n\n", [1, 2])
def test_events_are_those_of_the_standard_however_the_bytes_are_cut(
    stream: bytes, at: list[int]
) -> None:
    expected = by_the_standard(stream)
    assert events(stream) == expected
    assert events(*cut(stream, at)) == expected
    assert events(*cut(stream, [*range(len(stream))])) == expected


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (b"data: a\n\n", ["a"]),
        (b"data:a\r\rdata:  b\r\r", ["a", " b"]),
        (b"data: a\ndata\ndata: b\n\n", ["a\n\nb"]),
        (b"data:\n\n", [""]),
        (b": ping\n\nevent: ping\n\nid: 1\nretry: 2\n\n", []),
        (b"database: a\n\ndatum: b\n\n", []),
        (b"data: never ended\n", []),
        (b"data: never ended", []),
        (BOM + b"data: a\n\n" + BOM + b"data: b\n\n", ["a"]),
        ("data: a\u2028b\x85c\x0bd\x1ce\n\n".encode(), ["a\u2028b\x85c\x0bd\x1ce"]),
    ],
)
def test_what_is_an_event_and_what_is_none(stream: bytes, expected: list[str]) -> None:
    assert events(stream) == expected


def test_an_event_is_given_as_soon_as_its_blank_line_began() -> None:
    reading = ServerSentEvents()
    assert list(reading.feed(b"data: a\r\n\r")) == ["a"]
    assert list(reading.feed(b"\ndata: b\r\n\r\n")) == ["b"]


def test_bytes_that_are_not_utf_8_are_an_error_after_the_events_before_them() -> None:
    reading = ServerSentEvents().feed(b"data: a\n\ndata: \xff\n\n")
    assert next(reading) == "a"
    with pytest.raises(ValueError, match="utf-8"):
        next(reading)


ENDLESS = {"line": b"a", "event": b"data: " + 99 * b"a" + b"\n", "empty lines": b"data\n"}


@pytest.mark.parametrize("kind", ENDLESS)
def test_no_more_is_held_than_the_most_of_one_event(kind: str) -> None:
    packet = 1_000 * ENDLESS[kind]
    with pytest.raises(ValueError, match="too long"):
        events(*repeat(packet, MOST_BYTES // 1_000 + 1))


def test_a_stream_may_be_longer_than_its_longest_event() -> None:
    reading = ServerSentEvents()
    event = b"data: " + (MOST_BYTES - 10) * b"a" + b"\n\n"
    assert [len(data) for _ in range(3) for data in reading.feed(event)] == [MOST_BYTES - 10] * 3
