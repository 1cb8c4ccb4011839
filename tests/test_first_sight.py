"""Every piece at first sight: short, few taps, no inner word, on every platform."""

import re

import pytest

from bot.layout.window import AT_ONCE, split
from tests.first_sight import BEFORE, PIECES, PLATFORMS, table

MOST = 600
INNER = re.compile(
    r"\b(effective|consented|scopes?|ledger|stances?|epochs?|markers?|governor|ceilings?|utc)\b"
    r"|\(s\)",
    re.IGNORECASE,
)
COMMAND = re.compile(r"/attune(?:-admin)? [\w-]+")  # a command is called what it is called
EVERY = [(name, platform) for name in PIECES for platform in PLATFORMS]


@pytest.mark.parametrize(("name", "platform"), EVERY)
def test_a_piece_is_short_and_has_few_taps_and_no_inner_word(name: str, platform: str) -> None:
    seen = PIECES[name](PLATFORMS[platform])
    at_once, _ = split(seen.labels)
    assert len(seen.shown) <= MOST, seen.shown
    assert len(at_once) <= AT_ONCE
    assert len(set(seen.labels)) == len(seen.labels)
    words = "\n".join((seen.shown, *seen.labels))
    assert INNER.findall(COMMAND.sub("", words)) == []


@pytest.mark.parametrize("platform", [name for name, can in PLATFORMS.items() if name != "Discord"])
def test_a_moment_is_written_as_a_day_where_a_platform_shows_none(platform: str) -> None:
    texts = [shows(PLATFORMS[platform]).text for shows in PIECES.values()]
    assert [text for text in texts if "<t:" in text or re.search(r"\d\d:\d\d", text)] == []


def test_the_table_tells_every_piece_and_what_was_measured_before_is_one() -> None:
    lines = table().splitlines()
    assert len(lines) == len(PIECES) + 1
    assert set(BEFORE) <= set(PIECES)


def test_an_inner_word_is_found_and_an_everyday_one_is_not() -> None:
    assert INNER.findall("At 12:00 UTC")
    assert INNER.findall("2 repair(s)")
    assert not INNER.findall("Ada's telescope: warm until 27 May.")
