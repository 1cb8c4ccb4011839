"""The pulse (liveness): the serving process says in a file, from its own loop, that it is alive.

A blocked loop writes nothing, so its last pulse grows old. Time is counted since this machine was
started, so that no clock that is set changes it.
"""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import structlog

from bot.clock import since_boot
from bot.errors import StoreError
from bot.logs import reason
from bot.ports import Store, Unit
from bot.records import HOUSE, NoteRow, Owner
from bot.tasks import ended, start

FILE = "alive.json"
BEAT_S, STALE_S = 5.0, 30.0
ASKED_S, SLOW_S = 15.0, 20.0  # how often the store is asked, and after how long that is a fault
OURS = Owner("pulse")
NOBODY = "Nothing is served from this data folder now."
SILENT = (
    "What serves has not said that it lives for {seconds} seconds: it is blocked, it was killed, "
    "or its data folder cannot be written."
)
UNREADABLE = (
    f"{FILE} in the data folder cannot be read. Check who may; or delete it: what serves writes it "
    "anew."
)
log = structlog.get_logger()
Looks = Callable[[], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Alive:
    """What is known of the process that serves."""

    is_well: bool
    what: str
    is_there: bool = True
    is_recent: bool = False  # it said so within half a minute
    masters: tuple[int, ...] | None = None  # the versions of the master keys it has


def looked(folder: Path, now: Callable[[], float] = since_boot) -> Alive:
    """Says whether the process that serves a folder is alive, by its last pulse."""
    try:
        said = json.loads((folder / FILE).read_bytes())
        ago, faults = now() - float(said["at"]), [str(one) for one in said["faults"]]
        masters = said.get("masters")  # an earlier release said nothing of them
    except FileNotFoundError:
        return Alive(False, NOBODY, is_there=False)
    except (OSError, ValueError, TypeError, KeyError):
        return Alive(False, UNREADABLE)
    if not 0 <= ago <= STALE_S:
        return Alive(False, SILENT.format(seconds=int(abs(ago))))
    said_so = " ".join(faults) or "It is alive, and all that it serves works."
    opens = tuple(masters) if isinstance(masters, list) else None
    return Alive(not faults, said_so, is_recent=True, masters=opens)


@dataclass
class StoreLook:
    """Tests the store again and again with a small write, as an answer would need it."""

    store: Store
    now: Callable[[], float] = since_boot
    _asked: float | None = None  # since when, where no answer came yet
    _fault: str = ""

    async def run(self) -> None:
        """Tests the store until cancelled."""
        while True:
            await self.ask()
            await asyncio.sleep(ASKED_S)

    async def ask(self) -> None:
        """Tests the store once, however long that takes."""
        self._asked = self.now()
        try:
            await self.store.deciding(OURS, _kept)
            self._fault = ""
        except StoreError as failure:
            self._fault = str(failure)
        except Exception as failure:  # around one question
            self._fault = f"The database fails: {reason(failure)}."
        self._asked = None

    def faults(self) -> tuple[str, ...]:
        """Says what is wrong with the store, or nothing."""
        waits = self.now() - self._asked if self._asked is not None else 0.0
        late = f"The database has not answered for {int(waits)} seconds." if waits > SLOW_S else ""
        return tuple(one for one in (self._fault, late) if one)


async def _kept(unit: Unit) -> None:
    await unit.put(NoteRow(HOUSE, "pulse"))


@dataclass
class Pulse:
    """Says again and again that the loop is alive, and what does not work."""

    folder: Path
    looks: list[Looks] = field(default_factory=list)
    now: Callable[[], float] = since_boot
    masters: tuple[int, ...] | None = None

    async def run(self) -> None:
        """Writes pulses until cancelled."""
        while True:
            self.beat()
            await asyncio.sleep(BEAT_S)

    def beat(self) -> None:
        """Writes one pulse; in an unwritable folder the old one grows old."""
        faults = [fault for look in self.looks for fault in look()]
        said = json.dumps({"at": self.now(), "faults": faults, "masters": self.masters})
        new = self.folder / f"{FILE}.new"
        try:
            new.write_text(said, encoding="utf-8")
            os.replace(new, self.folder / FILE)
        except OSError as failure:
            log.error("its life could not be written down", error=type(failure).__name__)

    def end(self) -> None:
        """Deletes the pulse at shutdown."""
        with suppress(OSError):
            (self.folder / FILE).unlink(missing_ok=True)


@asynccontextmanager
async def beating(
    folder: Path,
    *looks: Looks,
    store: Store | None = None,
    masters: tuple[int, ...] | None = None,
) -> AsyncIterator[Pulse]:
    """Writes pulses until it is left; with a store, that is tested too."""
    look = StoreLook(store) if store is not None else None
    pulse = Pulse(folder, [*looks, *((look.faults,) if look is not None else ())], masters=masters)
    tasks = [start(pulse.run(), "pulse")]
    tasks += [start(look.run(), "store look")] if look is not None else []
    try:
        yield pulse
    finally:
        for task in tasks:
            await ended(task)
        pulse.end()
