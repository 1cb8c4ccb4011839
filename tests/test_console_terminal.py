"""The console on a terminal, with a keyboard made of bytes."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console as Paint

from adapters.console.shown import ShownAction
from adapters.console.terminal import HISTORY, Screen, as_choice, talk
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


def _screen(*, coloured: bool = False) -> tuple[Screen, io.StringIO]:
    stream = io.StringIO()
    paint = Paint(
        file=stream,
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        soft_wrap=True,
        highlight=False,
    )
    return Screen(SAID, paint), stream


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


def _say(text: str, to: str | None = None) -> ShownAction:
    return ShownAction(do="say", id="r1", room="dm", to=to, text=text, choices=[], reply_to=None)


def test_a_private_message_has_its_own_colour_and_its_own_words() -> None:
    screen, stream = _screen(coloured=True)
    screen.show(_say("Hello.", to="you"))
    assert "(only you)> Hello." in stream.getvalue()
    assert "\x1b[3;35m" in stream.getvalue()


def test_no_text_can_colour_or_move_anything() -> None:
    screen, stream = _screen()
    screen.show(_say("\x1b[31mred [bold]not bold[/bold] :smile:"))
    assert stream.getvalue() == "r1> ␛[31mred [bold]not bold[/bold] :smile:\n"
