"""The clock that /clock moves."""

from datetime import timedelta
from pathlib import Path

import pytest

from adapters.console.clock import FILE, ConsoleClock, mark_served
from adapters.console.lines import Mistyped
from bot.errors import PlatformError
from tests.console_stage import NOON, SetClock, told


def test_it_tells_the_real_time_until_it_is_moved(tmp_path: Path) -> None:
    clock = ConsoleClock(tmp_path, SetClock())
    assert clock.now() == NOON
    clock.forward(timedelta(hours=3))
    assert clock.now() == NOON + timedelta(hours=3)


def test_the_next_run_goes_on_from_there(tmp_path: Path) -> None:
    for _ in range(2):
        ConsoleClock(tmp_path, SetClock()).forward(timedelta(days=1))
    assert ConsoleClock(tmp_path, SetClock()).now() == NOON + timedelta(days=2)
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_it_never_goes_back(tmp_path: Path) -> None:
    real = SetClock()
    clock = ConsoleClock(tmp_path, real)
    clock.now()
    real.pass_by(hours=-1)
    assert clock.now() == NOON


def test_it_tells_this_machines_time_by_default(tmp_path: Path) -> None:
    clock = ConsoleClock(tmp_path)
    assert clock.now() <= clock.now()
    assert clock.now().utcoffset() == timedelta()


def test_a_folder_that_was_served_refuses_to_be_moved(tmp_path: Path) -> None:
    mark_served(tmp_path)
    clock = ConsoleClock(tmp_path, SetClock())
    with pytest.raises(Mistyped) as fault:
        clock.forward(timedelta(hours=1))
    assert "served" in told(fault.value)
    assert clock.now() == NOON
    assert not (tmp_path / FILE).exists()


def test_it_cannot_go_past_the_last_year(tmp_path: Path) -> None:
    late = SetClock(NOON.replace(year=9999))
    clock = ConsoleClock(tmp_path, late)
    with pytest.raises(Mistyped):
        clock.forward(timedelta(days=365))
    assert ConsoleClock(tmp_path, late).now() == late.at


@pytest.mark.parametrize("spoiled", ["", "[]", "{}", '{"ahead_seconds": null}', "\x00"])
def test_a_spoiled_file_is_told(tmp_path: Path, spoiled: str) -> None:
    (tmp_path / FILE).write_text(spoiled)
    with pytest.raises(PlatformError) as fault:
        ConsoleClock(tmp_path, SetClock())
    assert FILE in str(fault.value)


def test_a_folder_that_is_gone_is_told_and_nothing_moves(tmp_path: Path) -> None:
    clock = ConsoleClock(tmp_path / "gone", SetClock())
    with pytest.raises(PlatformError):
        clock.forward(timedelta(hours=1))
    assert clock.now() == NOON
