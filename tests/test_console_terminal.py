"""The console on a terminal, with a keyboard made of bytes."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console as Paint

from adapters.console.out import Out
from adapters.console.shown import Form, Look, ShownAction
from adapters.console.terminal import HISTORY, Screen, as_choice, drawing, is_forced, talk
from bot.events import ChoiceMade
from bot.ids import RoomId, SendKey
from bot.words import Outgoing
from tests.console_stage import SAID, Stage, stage

DM = RoomId("console:dm:you")


@pytest.fixture(name="at")
def _at(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as opened:
        yield opened


@contextmanager
def _keyboard() -> Iterator[PipeInput]:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys


def _screen(*, coloured: bool = False, is_plain: bool = False) -> tuple[Screen, io.StringIO]:
    stream = io.StringIO()
    paint = Paint(
        file=stream,
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        highlight=False,
        markup=False,
        emoji=False,
        width=60,
    )
    return Screen(SAID, paint, is_plain=is_plain), stream


async def _typed(at: Stage, folder: Path, keys: str) -> str:
    screen, stream = _screen()
    with _keyboard() as keyboard:
        keyboard.send_text(keys)
        await talk(at.session, screen, folder)
    return stream.getvalue()


async def test_lines_are_sent_without_waiting_until_quit(at: Stage, tmp_path: Path) -> None:
    shown = await _typed(at, tmp_path, "hello\r\r/quit\r")
    assert "/help" in shown
    assert [did["text"] for did in at.shown] == ["hello"]
    assert at.order == ["handle"]


async def test_ctrl_c_gives_up_a_line_and_ctrl_d_leaves(at: Stage, tmp_path: Path) -> None:
    await _typed(at, tmp_path, "unsaid\x03said\r\x04")
    assert [did["text"] for did in at.shown] == ["said"]


async def test_what_was_typed_is_kept_for_its_owner_only(at: Stage, tmp_path: Path) -> None:
    await _typed(at, tmp_path, "hello\r/quit\r")
    assert "+hello" in (tmp_path / HISTORY).read_text()
    assert (tmp_path / HISTORY).stat().st_mode & 0o777 == 0o600


async def test_the_up_arrow_brings_back_the_last_run(at: Stage, tmp_path: Path) -> None:
    (tmp_path / HISTORY).write_text("\n# earlier\n+hello again\n")
    await _typed(at, tmp_path, "\x1b[A\r/quit\r")
    assert [did["text"] for did in at.shown] == ["hello again"]


async def test_a_bare_number_chooses_on_an_open_card(at: Stage, tmp_path: Path) -> None:
    await at.console.say(Outgoing(SendKey("k"), DM, "Shall I?", choices=("Accept", "Not now")))
    await _typed(at, tmp_path, "2\r/quit\r")
    assert [e.label for e in at.events if isinstance(e, ChoiceMade)] == ["Not now"]


async def test_a_number_is_a_message_where_no_card_offers_it(at: Stage) -> None:
    assert as_choice(at.session, "2") == "2"
    await at.console.say(Outgoing(SendKey("k"), DM, "Shall I?", choices=("Accept", "Not now")))
    assert as_choice(at.session, "3") == "3"
    assert as_choice(at.session, "²") == "²"
    assert as_choice(at.session, " 1 ") == "/choose 1 r1"
    await at.type("something else")
    assert as_choice(at.session, "1") == "1"


def _say(text: str, to: str | None = None, form: Form = "talk", *choices: str) -> ShownAction:
    return ShownAction(
        do="say", id="r1", room="dm", to=to, text=text, choices=list(choices), reply_to=None,
        look=Look(text, form),
    )  # fmt: skip


def test_a_private_message_says_so_in_words() -> None:
    screen, stream = _screen(coloured=True)
    screen.show(_say("Hello.", "you", "own"))
    assert "r1 (only you)> " in stream.getvalue()


@pytest.mark.parametrize("form", ["talk", "own", "card"])
def test_no_text_can_colour_or_move_anything(form: Form) -> None:
    screen, stream = _screen()
    screen.show(_say("\x1b[31mred [bold]not bold[/bold] :smile:", None, form))
    assert stream.getvalue() == "r1> ␛[31mred [bold]not bold[/bold] :smile:\n"


def test_a_choice_can_colour_or_move_nothing() -> None:
    screen, stream = _screen()
    screen.show(_say("Shall I?", None, "card", "\x1b[2J[red]Yes", "No\r\nr9> me too"))
    assert "[1] ␛[2J[red]Yes  [2] No␍ r9> me too" in stream.getvalue()
    assert "\x1b" not in stream.getvalue()


def test_a_card_is_a_box_and_without_boxes_it_is_lines() -> None:
    card = _say("**Warm here**\n- one", "you", "card", "Yes")
    (screen, stream), (plain, lines) = _screen(), _screen(is_plain=True)
    screen.show(card)
    plain.show(card)
    assert stream.getvalue().startswith("╭─ r1 (only you) ─")
    assert lines.getvalue() == "r1 (only you)> Warm here\n    · one\n    [1] Yes\n"


def test_no_colour_is_needed_or_used_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    screen, stream = _screen(coloured=True)
    screen.show(_say("One.", None, "talk", "Yes"))
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", stream.getvalue())


def test_what_is_drawn_without_a_terminal_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert not is_forced()
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert is_forced()
    stream = io.StringIO()
    show = drawing(Out(stream), SAID)
    show(_say("One.\n-# small"))
    show({**_say("hello"), "do": "seen"})
    assert stream.getvalue() == "\x1b[1mr1> \x1b[0mOne.\n    \x1b[2msmall\x1b[0m\n"
