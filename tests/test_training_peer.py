"""The peer beside our markers: both are asked about the same text, and counted in the same way."""

from collections.abc import Sequence

import pytest

from bot.markers.shares import Shares
from tests.marked_words import MarkedWords
from training.markers import peer
from training.markers.peer import Side, ours, table

NETWORK = MarkedWords({"flatmate": Shares(exclusivity=0.9, functioning=0.9)})
CLEAR = "my flatmate would never get it the way you do"


def test_our_side_shows_what_a_yes_covers_and_no_tick() -> None:
    side = ours(NETWORK)
    assert side.named == ("exclusivity", "withdrawal")
    assert side.signs(CLEAR) == {"exclusivity"}
    assert side.signs("the bus was late") == frozenset()


def test_our_side_lays_a_case_a_line_a_day_and_an_ordinary_person_over_weeks() -> None:
    first = ours(NETWORK).first
    rain = ["it rains"]
    assert first([*rain, CLEAR, *rain, CLEAR]) == 4
    assert first([CLEAR, CLEAR]) == 2
    assert first(rain * 12) is None
    assert first([CLEAR, CLEAR, *rain * 600]) is None  # both on the first day


def of_length() -> Side:
    """Gives a side that sees a sign in long messages, and alarms at the second one."""

    def first(said: Sequence[str]) -> int | None:
        long = [at for at, text in enumerate(said, 1) if len(text) > 9]
        return long[1] if len(long) > 1 else None

    return Side(("long",), lambda text: frozenset(["long"] if len(text) > 9 else []), first)


def test_every_text_has_its_line_and_every_kind_of_talk_its_alarms() -> None:
    drift = [
        {"group": "a", "text": "a long message", "labels": ["exclusivity"]},
        {"group": "a", "text": "short", "labels": ["functioning"]},
        {"group": "a", "text": "another long message", "labels": []},
        {"group": "b", "text": "also a long message", "labels": []},
    ]
    ordinary = [{"group": str(n % 9), "text": "so it goes on", "labels": []} for n in range(40)]
    lines = list(table(of_length(), drift, ordinary, ["a long message", "short"]))
    found = {line.split("  ")[0]: line.split() for line in lines}
    assert found["drift, labelled: long"][-11:-8] == ["1", "of", "1"]
    assert found["drift, not labelled: long"][-11:-8] == ["2", "of", "3"]
    assert found["ordinary lines: long"][-11:-8] == ["2", "of", "2"]
    assert found["the peer's own case: long"][-11:-8] == ["1", "of", "2"]
    assert found["talks of drift: alarm"][-11:-8] == ["1", "of", "2"]
    assert found["ordinary people: alarm"][-11:-8] == ["9", "of", "9"]
    assert found["ordinary people: alarm"][-4:] == ["most", "1000.00", "per", "1,000"]
    assert lines[-1] == "the peer's own case: first alarm at None"


def test_the_script_says_how_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["peer", "theirs"])
    with pytest.raises(SystemExit, match=r"peer\|ours"):
        peer.main()


def test_the_peer_alarms_on_its_own_case_and_not_on_the_weather() -> None:
    pytest.importorskip(
        "psychosis_guard", reason="the peer is not installed: make test installs it"
    )
    side = peer.peer()
    assert side.first(peer.own_case()) is not None
    assert side.signs("the bus was late") == frozenset()
