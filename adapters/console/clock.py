"""The console's clock: this machine's time, moved on by hand for trying things out."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.console.lines import Mistyped
from bot.clock import SystemClock
from bot.errors import PlatformError
from bot.ports import Clock

FILE = "clock.json"
SERVED = "served"


class ConsoleClock:
    """Tells the time in UTC plus what `/clock` moved it on, over all runs on the folder."""

    def __init__(self, folder: Path, real: Clock | None = None) -> None:
        self._folder = folder
        self._real = real if real is not None else SystemClock()
        self._ahead = _saved(folder / FILE)
        self._last = datetime.min.replace(tzinfo=UTC)

    def now(self) -> datetime:
        """Gives the time in UTC; never earlier than it gave before."""
        self._last = max(self._last, self._real.now() + self._ahead)
        return self._last

    def forward(self, by: timedelta) -> None:
        """Moves on and saves it; refused on a folder that was ever served. Raises Mistyped."""
        if (self._folder / SERVED).exists():
            raise Mistyped(lambda say: say.clock_is_fixed)
        try:
            self._real.now() + self._ahead + by
        except OverflowError:
            raise Mistyped(lambda say: say.clock_too_far) from None
        _save(self._folder / FILE, self._ahead + by)
        self._ahead += by


def mark_served(folder: Path) -> None:
    """Marks a folder as served to people, for ever: its clock cannot be moved any more."""
    os.close(os.open(folder / SERVED, os.O_CREAT | os.O_WRONLY, 0o600))


def _saved(path: Path) -> timedelta:
    try:
        return timedelta(seconds=float(json.loads(path.read_bytes())["ahead_seconds"]))
    except FileNotFoundError:
        return timedelta()
    except (OSError, ValueError, TypeError, KeyError, OverflowError):
        raise PlatformError(f"{path.name} cannot be read. Move it away to start anew.") from None


def _save(path: Path, ahead: timedelta) -> None:
    try:
        _write(path.with_suffix(".new"), ahead)
        path.with_suffix(".new").replace(path)
    except OSError as error:
        raise PlatformError(f"{path.name} cannot be written: {error.strerror}.") from None


def _write(draft: Path, ahead: timedelta) -> None:
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(fd, "w", encoding="ascii") as file:
        json.dump({"ahead_seconds": ahead.total_seconds()}, file)
        file.flush()
        os.fsync(fd)
