"""Reads server-sent events (SSE, text/event-stream) out of bytes, however they are cut. Pure.

Only the data of an event is given: Chat Completions use neither its name nor its id.
"""

from collections.abc import Iterator

MOST_BYTES = 1_048_576  # of one line, and of one event
_BOM = b"\xef\xbb\xbf"


class ServerSentEvents:
    """Gives the data of each event of one stream; an event that no blank line ended is none."""

    # A line ends in LF, CR or CRLF (HTML standard, "Interpreting an event stream"). A CR ends it at
    # once, without waiting for what may follow: an LF at the start of the next packet is then the
    # second half of that end, and is dropped. Each byte is copied into `_line` at most once.

    def __init__(self) -> None:
        self._line = bytearray()  # begun, and not ended yet
        self._ended_in_cr = False
        self._is_first = True
        self._data: list[bytes] = []
        self._size = 0  # of the data

    def feed(self, packet: bytes) -> Iterator[str]:
        """Yields the data of each event that is whole now.

        Raises ValueError if it is not UTF-8, or if a line or an event is longer than MOST_BYTES.
        """
        for line in self._lines(packet):
            data = self._read(line)
            if data is not None:
                yield data.decode("utf-8")

    def _lines(self, packet: bytes) -> Iterator[bytes]:
        """Yields each line that is whole now, without its end, and keeps the rest."""
        if self._ended_in_cr and packet:
            packet, self._ended_in_cr = packet.removeprefix(b"\n"), False
        for part in packet.splitlines(keepends=True):
            text = part.rstrip(b"\r\n")
            self._line += text
            if len(self._line) > MOST_BYTES:
                raise ValueError("A line is too long.")
            self._ended_in_cr = part.endswith(b"\r")
            if len(text) < len(part):
                yield self._ended()

    def _ended(self) -> bytes:
        """Takes the line that has ended; the first may begin with a byte order mark."""
        line = bytes(self._line)
        self._line.clear()
        is_first, self._is_first = self._is_first, False
        return line.removeprefix(_BOM) if is_first else line

    def _read(self, line: bytes) -> bytes | None:
        """Gives the data of the event if this line ends one; keeps the data of a line of data."""
        if not line:
            return self._dispatched()
        name, _, value = line.partition(b":")
        if name == b"data":  # anything else is a comment, or a field that nothing here needs
            self._keep(value.removeprefix(b" "))
        return None

    def _keep(self, value: bytes) -> None:
        self._data.append(value)
        self._size += len(value) + 1
        if self._size > MOST_BYTES:
            raise ValueError("An event is too long.")

    def _dispatched(self) -> bytes | None:
        data, self._data, self._size = self._data, [], 0
        return b"\n".join(data) if data else None
