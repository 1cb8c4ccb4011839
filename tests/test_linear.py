"""No text takes more than its share: all reading is linear, whatever was made to be slow.

Every compiled pattern is fed strings derived from itself, and every function that reads words is
fed what is slow to read anywhere. What is asserted is how time grows with size, never a time.
"""

import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

from bot.errors import AttuneError
from tests.adversary import MOST_LIKELY, PUMPS, pumped, pumps
from tests.reading import (
    CARRIES,
    Reads,
    every_way,
    is_only_matched,
    patterns,
    readers,
)

SIZES = (256, 1_024, 8_192)
SLACK = 2.6  # times what linear growth would take: caches, allocation, a busy machine
FLOOR = 0.004  # seconds below which nothing is measured
HANGS = 20  # seconds in which nothing was read to its end
PATTERNS = patterns()
READERS = readers()
WAYS = every_way()
FAMILIES = sorted({where.partition("[")[0].rpartition(".")[0] for where in PATTERNS})


class Hangs(Exception):
    """A text was not read to its end."""


def _hangs(signum: int, frame: FrameType | None) -> None:
    raise Hangs


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Ends what does not end by itself."""
    before = signal.signal(signal.SIGALRM, _hangs)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def spent(read: Reads, text: str) -> float:
    """Gives the seconds of this thread alone in which a text is read."""
    began = time.thread_time()
    read(text)
    return time.thread_time() - began


def growth(read: Reads, head: str, pump: str, sizes: tuple[int, ...]) -> str:
    """Says where time grows faster than the text; nothing where it never does."""
    before, size_before = 0.0, 0
    for size in sizes:
        text = pumped(head, pump, size)
        now = spent(read, text)
        allowed = SLACK * size / max(size_before, 1) * max(before, FLOOR / 4)
        if size_before and now > max(FLOOR, allowed):
            now = min(now, *(spent(read, text) for _ in range(2)))  # what is busy here is no growth
            before = max(before, spent(read, pumped(head, pump, size_before)))
            allowed = SLACK * size / size_before * max(before, FLOOR / 4)
            if now > max(FLOOR, allowed):
                return f"{head!r} {pump!r} at {size}: {now / max(before, 1e-6):.0f} times"
        before, size_before = now, size
    return ""


def grows(read: Reads, made: Iterator[tuple[str, str]], sizes: tuple[int, ...]) -> list[str]:
    """Gives where the time of reading grows too fast, at most once."""
    for head, pump in dict.fromkeys(made):
        try:
            with within(HANGS):
                seen = growth(read, head, pump, sizes)
        except Hangs:
            seen = f"{head!r} {pump!r} hangs"
        if seen:
            return [seen]
    return []


def sliding(pattern: re.Pattern[Any], *, is_matched: bool) -> Reads:
    """Gives how a pattern is used: from the start alone, or everywhere in a text."""

    def read(text: str) -> None:
        subject: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
        if is_matched:
            pattern.match(subject)
            pattern.fullmatch(subject)
        else:
            for _ in pattern.finditer(subject):
                pass

    return read


def of_pattern(where: str, most: int) -> Iterator[tuple[str, str]]:
    pattern = PATTERNS[where]
    is_text = isinstance(pattern.pattern, str)
    yield from pumps(pattern, most) if is_text else ()


@pytest.mark.parametrize("family", FAMILIES)
def test_every_pattern_is_linear_on_what_is_made_of_itself(family: str) -> None:
    slow = {}
    for where in (one for one in PATTERNS if one.partition("[")[0].rpartition(".")[0] == family):
        read = sliding(PATTERNS[where], is_matched=is_only_matched(where))
        slow[where] = grows(read, of_pattern(where, 2), SIZES)
    assert {where: seen for where, seen in slow.items() if seen} == {}


def test_everything_that_is_given_words_is_read_here_or_named_as_only_carrying_them() -> None:
    unread = {name for name, way in READERS.items() if way is None}
    assert unread == CARRIES


@pytest.mark.parametrize("name", sorted(WAYS))
def test_everything_that_reads_words_is_linear(name: str) -> None:
    read = unfailing(WAYS[name])
    assert grows(read, (("", pump) for pump in PUMPS[:MOST_LIKELY]), SIZES) == []


def unfailing(read: Reads) -> Reads:
    """Gives the same reading, without what it refuses a text with."""

    def tried(text: str) -> None:
        try:
            read(text)
        except Exception as refused:
            is_ours = isinstance(refused, ValueError | AttuneError)
            if not is_ours and "adapters" not in type(refused).__module__:
                raise

    return tried


@pytest.mark.parametrize("count", [490, 990])
def test_the_message_that_stopped_everybody_is_read_in_no_more_than_its_share(count: int) -> None:
    head = "that was the end of my life, i am "
    read = unfailing(WAYS["bot.reading.read"])
    short, long = (head + "so ," * times for times in (count // 4, count))
    assert quickest(read, long) < 4 * SLACK * max(quickest(read, short), FLOOR / 4)


@pytest.mark.parametrize("pump", [" ", ".", "“", "\n", "no,", "```\n"])
def test_what_stopped_it_for_seconds_is_read_in_no_more_than_its_share(pump: str) -> None:
    read = unfailing(WAYS["bot.reading.read"])
    assert growth(read, "", pump, (16_384, 65_536)) == ""


# -- the long version --------------------------------------------------------------------------


def quickest(read: Reads, text: str, times: int = 3) -> float:
    """Gives the least seconds in which a text is read, of several times."""
    return min(spent(read, text) for _ in range(times))


@pytest.mark.proof
@pytest.mark.parametrize("family", FAMILIES)
def test_every_pattern_is_linear_up_to_64_kilobytes(family: str) -> None:
    slow = {}
    for where in (one for one in PATTERNS if one.partition("[")[0].rpartition(".")[0] == family):
        read = sliding(PATTERNS[where], is_matched=is_only_matched(where))
        slow[where] = grows(read, of_pattern(where, 2), (4_096, 65_536))
    assert {where: seen for where, seen in slow.items() if seen} == {}


@pytest.mark.proof
@pytest.mark.parametrize("name", sorted(WAYS))
def test_everything_that_reads_words_is_linear_up_to_64_kilobytes(name: str) -> None:
    made = [("", pump) for pump in PUMPS]
    assert grows(unfailing(WAYS[name]), iter(made), (4_096, 65_536)) == []
