"""One run at the console, line by line."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.console.clock import mark_served
from adapters.console.session import _DEEDS
from bot.errors import StoreError
from bot.events import Event, Outcome
from tests.console_stage import NOON, Stage, stage


@pytest.fixture(name="at")
def _at(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as opened:
        yield opened


async def test_seen_is_shown_after_the_decision_and_before_what_it_causes(at: Stage) -> None:
    async def decided(event: Event) -> Outcome:
        at.order.append(f"shown {len(at.shown)}")
        return Outcome.DECIDED

    at.answer = decided
    await at.type("hello")
    assert at.order == ["handle", "shown 0", "settled"]
    assert [did["do"] for did in at.shown] == ["seen"]


async def test_what_was_not_decided_is_not_shown_as_seen(at: Stage) -> None:
    async def refused(event: Event) -> Outcome:
        return Outcome.SEEN_BEFORE

    at.answer = refused
    await at.type("hello")
    assert len(at.events) == 1
    assert at.shown == []


@pytest.mark.parametrize("line", ["hello", "/attune status"])
async def test_a_line_waits_for_what_it_caused(at: Stage, line: str) -> None:
    await at.type(line)
    assert at.order[-1] == "settled"


@pytest.mark.parametrize("line", ["/as ada", "/room lounge", "/help"])
async def test_a_line_that_causes_nothing_waits_for_nothing(at: Stage, line: str) -> None:
    await at.type(line)
    assert at.order == []


@pytest.mark.parametrize("line", ["/go hello", "/go /attune stop", "/go /go hello"])
async def test_go_sends_without_waiting(at: Stage, line: str) -> None:
    await at.type(line)
    assert at.order == ["handle"]
    assert at.newest["do"] == "seen"


async def test_a_thousand_goes_are_one(at: Stage) -> None:
    await at.type("/go " * 5000 + "hello")
    assert at.newest["text"] == "hello"


async def test_empty_lines_are_ignored(at: Stage) -> None:
    await at.type("", "   ", "\r", "/go")
    assert (at.order, at.shown) == ([], [])


async def test_quit_leaves_and_other_lines_do_not(at: Stage) -> None:
    session = at.session
    assert not await session.line("/quit")
    assert not await session.line("/go /quit")
    assert await session.line("hello")


@pytest.mark.parametrize("line", ["/frobnicate secret", "/", "/as a b", "/room", "/clock -1h"])
async def test_a_fault_says_what_to_do_and_the_session_goes_on(at: Stage, line: str) -> None:
    assert await at.session.line(line)
    assert (at.newest["do"], at.newest["id"], at.newest["to"]) == ("error", None, "you")
    assert "secret" not in at.newest["text"]
    assert at.events == []


async def test_a_fault_of_the_core_is_shown(at: Stage) -> None:
    async def fails(event: Event) -> Outcome:
        raise StoreError("The database is in use.")

    at.answer = fails
    await at.type("hello")
    assert (at.newest["do"], at.newest["text"]) == ("error", "The database is in use.")


async def test_the_clock_runs_what_is_due_before_it_returns(at: Stage) -> None:
    await at.session.line("/clock +3h", waits=False)
    assert at.order == ["run_due", "settled"]
    assert at.console.clock.now() == NOON + timedelta(hours=3)


async def test_the_clock_of_a_served_folder_stands(at: Stage, tmp_path: Path) -> None:
    mark_served(tmp_path)
    await at.type("/clock +3h")
    assert at.newest["do"] == "error"
    assert (at.order, at.console.clock.now()) == ([], NOON)


async def test_help_names_every_command_of_the_console(at: Stage) -> None:
    await at.type("/help")
    named = set(re.findall(r"/([a-z]+)", at.newest["text"]))
    assert named >= {*_DEEDS, "as", "room", "clock", "go", "quit", "attune"} - {"say", "command"}
    assert (at.newest["do"], at.newest["to"]) == ("say", "you")


async def test_a_text_that_begins_with_a_slash_can_be_sent(at: Stage) -> None:
    await at.type("//shrug")
    assert at.newest["text"] == "/shrug"


async def test_half_a_character_does_not_break_a_line(at: Stage) -> None:
    await at.type("a\ud800b")
    assert at.newest["text"] == "a\ufffdb"
