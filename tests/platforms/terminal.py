"""A command at a real pseudo-terminal: what is typed at it, and what it shows.

python -m tests.platforms.terminal PLACES WORD... is the command: it looks for model servers at
those places alone, as the usual ports of this machine may be anybody's.
"""

import asyncio
import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

from tests.warm import ROOT

PATIENCE_S = 120
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>78]|\r")
CTRL_C, CTRL_D = "\x03", "\x04"
Places = list[tuple[str, int, list[str]]]


class Terminal:
    """A command that was begun; it is ended where the test ends."""

    def __init__(self, folder: Path, *words: str, places: Places, **settings: str) -> None:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))
        clean = {name: value for name, value in os.environ.items() if name[:7] != "ATTUNE_"}
        given = {f"ATTUNE_{name.upper()}": value for name, value in settings.items()}
        own = {"ATTUNE_DATA_FOLDER": str(folder / "data"), "PYTHONPATH": str(ROOT)}
        own |= {"PROMPT_TOOLKIT_NO_CPR": "1", "TERM": "xterm", "COVERAGE_PROCESS_START": ""}
        self._process = subprocess.Popen(
            (sys.executable, "-m", "tests.platforms.terminal", json.dumps(places), *words),
            cwd=folder, env=clean | own | given, stdin=theirs, stdout=theirs, stderr=theirs,
            start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self._screen, self.shown, self._read_to = ours, "", 0

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_error: object) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._screen)

    async def until(self, text: str) -> str:
        """Reads until it shows a text, and gives what it showed since the last such."""
        return await asyncio.to_thread(self._until, text)

    async def type(self, text: str) -> None:
        """Types a line, or keys that are no line."""
        end = "" if text in (CTRL_C, CTRL_D) else "\r"
        os.write(self._screen, (text + end).encode())

    async def answer(self, question: str, text: str) -> None:
        """Waits for a question and answers it; what begins with * chooses that label."""
        if text.startswith("*"):  # a line is drawn again once it is typed: its label is new
            text = (await self.until(f"] {text[1:]}")).rpartition("[")[2].partition("]")[0]
        await self.until(question)
        await self.type(text)

    async def ended(self) -> int:
        """Reads to the end, and gives the exit code."""
        await asyncio.to_thread(self._until, None)
        return await asyncio.to_thread(self._process.wait, PATIENCE_S)

    def _until(self, text: str | None) -> str:
        while text is None or text not in self.shown[self._read_to :]:
            if not self._more():
                assert text is None, f"{text!r} never came:\n{self.shown[-3000:]}"
                break
        start = self._read_to
        found = self.shown.index(text, start) + len(text) if text else len(self.shown)
        self._read_to = found
        return self.shown[start:found]

    def _more(self) -> bool:
        ready, _, _ = select.select((self._screen,), (), (), PATIENCE_S)
        assert ready, f"nothing more came:\n{self.shown[-3000:]}"
        try:
            read = os.read(self._screen, 65_536)
        except OSError:  # nobody holds the other end any more
            return False
        self.shown += ESCAPES.sub("", read.decode("utf-8", "replace"))
        return bool(read)


def _run(places: Places) -> None:
    import adapters.cli.main
    from adapters.cli.setup import local

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # Ctrl-C reaches it as it reaches what people start
    signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background ignore it
    local.PLACES = tuple(local.Place(name, port, tuple(lists)) for name, port, lists in places)
    adapters.cli.main.run()


if __name__ == "__main__":
    _places = json.loads(sys.argv[1])
    sys.argv = ["attune", *sys.argv[2:]]
    _run(_places)
