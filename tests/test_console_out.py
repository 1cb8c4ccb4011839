"""Lines to a stream that may be closed."""

import io
import os

from adapters.console.out import Out


def test_each_line_is_written_at_once() -> None:
    stream = io.StringIO()
    Out(stream).line("é")
    assert stream.getvalue() == "é\n"


def test_lines_are_utf8_whatever_the_locale_says() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    Out(stream).line("é😀\ud800")
    assert raw.getvalue() == "é😀\\ud800\n".encode()


def test_a_reader_that_has_gone_is_no_fault() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    with open(writes, "w", encoding="utf-8") as stream:
        out = Out(stream)
        out.line("nobody")
        out.line("reads this")
        assert not out.is_open


def test_a_broken_stream_without_a_file_is_no_fault() -> None:
    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    out = Out(Gone())
    out.line("nobody")
    assert not out.is_open
