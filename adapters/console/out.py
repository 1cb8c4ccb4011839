"""Lines to a stream that may be closed by whoever reads it."""

import io
import os
from contextlib import suppress
from typing import TextIO


class Out:
    """Writes whole lines, each at once; says nothing more after the reader has gone."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.is_open = True
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    def line(self, text: str) -> None:
        """Writes one line and flushes it."""
        if not self.is_open:
            return
        try:
            self._stream.write(text + "\n")
            self._stream.flush()
        except BrokenPipeError:
            self._give_up()

    def _give_up(self) -> None:
        # What is still buffered must go somewhere, or Python complains about it when it ends.
        self.is_open = False
        with suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            try:
                os.dup2(nowhere, self._stream.fileno())
            finally:
                os.close(nowhere)
