"""The log: one line an event, and no way in for a person's words by a key or an error."""

import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import LIBRARY, configure

WORDS = "I told nobody"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[str]:
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()


def test_an_event_is_one_line_of_keys_and_values(capsys: pytest.CaptureFixture[str]) -> None:
    configure("info")
    structlog.get_logger().info("started", version="0.1.0", seconds=0.5)
    (line,) = lines_of(capsys)
    assert line.startswith("timestamp='")
    assert line.endswith("Z' level='info' event='started' version='0.1.0' seconds=0.5")


def test_what_is_below_the_level_is_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    configure("warning")
    structlog.get_logger().info("started")
    structlog.get_logger().warning("late")
    (line,) = lines_of(capsys)
    assert "event='late'" in line


def test_a_key_that_is_not_allowed_is_dropped(capsys: pytest.CaptureFixture[str]) -> None:
    configure("debug")
    structlog.get_logger().debug("seen", text=WORDS, prompt=WORDS, stack_info=True, room="3f")
    (line,) = lines_of(capsys)
    assert line.endswith("level='debug' event='seen' room='3f'")


def test_a_value_that_is_not_plain_is_only_its_class(capsys: pytest.CaptureFixture[str]) -> None:
    configure("debug")
    structlog.get_logger().debug("seen", what=[WORDS], count={"said": WORDS})
    (line,) = lines_of(capsys)
    assert line.endswith("what='list' count='dict'")


def test_a_line_break_or_a_colour_in_a_value_makes_no_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure("debug")
    structlog.get_logger().debug("seen", what="a\r\nevent='forged'\u2028\x1b[31m")
    (line,) = lines_of(capsys)
    assert "\x1b" not in line
    assert "\r" not in line


@pytest.mark.parametrize("error", [ValueError(WORDS), ValueError, "ValueError"])
def test_an_error_is_only_its_class(error: object, capsys: pytest.CaptureFixture[str]) -> None:
    configure("error")
    structlog.get_logger().error("failed", error=error)
    (line,) = lines_of(capsys)
    assert line.endswith("event='failed' error='ValueError'")


def test_the_text_of_an_error_is_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    configure("error")
    structlog.get_logger().error("failed", error=WORDS)
    (line,) = lines_of(capsys)
    assert line.endswith("error='str'")


def test_a_logged_exception_is_only_its_class(capsys: pytest.CaptureFixture[str]) -> None:
    configure("error")
    try:
        raise LookupError(WORDS)
    except LookupError:
        structlog.get_logger().exception("failed")
    (line,) = lines_of(capsys)
    assert line.endswith("event='failed' error='LookupError'")


def test_of_a_library_only_its_name_and_level_are_logged(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure("debug")
    library = logging.getLogger("some.library")
    library.warning("said: %s", WORDS, exc_info=ValueError(WORDS), extra={"said": WORDS})
    library.log(45, WORDS)
    warned, failed = lines_of(capsys)
    said = f"event={LIBRARY!r} what='some.library' number="
    assert f"level='warning' {said}" in warned
    assert f"level='error' {said}" in failed


def test_a_library_is_not_heard_below_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    configure("debug")
    chatty = logging.getLogger("some.chatty.library")
    chatty.setLevel(logging.DEBUG)
    chatty.info(WORDS)
    assert lines_of(capsys) == []


def test_configuring_again_does_not_log_twice(capsys: pytest.CaptureFixture[str]) -> None:
    configure("warning")
    configure("error")
    logging.getLogger("some.library").warning(WORDS)
    logging.getLogger("some.library").error(WORDS)
    assert len(lines_of(capsys)) == 1
