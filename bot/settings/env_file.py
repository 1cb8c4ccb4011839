"""Adds settings to `.env`: new lines at its end, and no line that stands there is changed."""

import fcntl
import io
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from dotenv.parser import parse_stream

from bot.causes import in_words
from bot.errors import SettingsFault


def add(file: Path, values: Mapping[str, str], why: str) -> None:
    """Adds values under a comment, all or none; only the file's owner may read it afterwards.

    Of two lines of one name the later holds. A value that holds already is not written again.

    Raises:
        SettingsFault: The file cannot be written, or a value cannot stand in it.
    """
    real = Path(os.path.realpath(file))  # where it is a link, it stays one
    try:
        with _alone(real.parent):
            old = _bytes(real)
            new = _grown(old, values, why)
            if new != old:
                _put(real, new)
    except (OSError, UnicodeDecodeError) as error:
        told = f"{file.name}: cannot be written in {real.parent} ({in_words(error)})"
        raise SettingsFault((f"{told}; check who may",)) from None


def read(text: str) -> dict[str, str]:
    """Gives each name with the value it has in the text of such a file."""
    lines = parse_stream(io.StringIO(text))
    return {line.key: line.value for line in lines if line.key and line.value is not None}


def line_of(name: str, value: str) -> str:
    """Gives the line that sets a name to a value. Raises SettingsFault if there is none."""
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    for form in (value, f"'{escaped}'"):  # without quotes where that reads the same
        line = f"{name}={form}\n"
        if value.isprintable() and read(line) == {name: value}:
            return line
    raise SettingsFault((f"{name}: holds what no line of .env can hold",))


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""


def _grown(old: bytes, values: Mapping[str, str], why: str) -> bytes:
    before = read(old.decode("utf-8-sig"))
    wanted = {name: value for name, value in values.items() if before.get(name, "") != value}
    if not wanted:
        return old
    ended = old if not old or old.endswith(b"\n") else old + b"\n"
    lines = "".join(line_of(name, value) for name, value in wanted.items())
    new = ended + (b"\n" if old else b"") + f"# {why}\n{lines}".encode()
    if read(new.decode("utf-8-sig")) != before | wanted:
        raise SettingsFault((".env: its last line is not whole; mend it first",))
    return new


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Lets one program at a time add to the files of a folder."""
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def _put(file: Path, text: bytes) -> None:
    """Writes a file for its owner alone, whole or not at all."""
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.")
    try:
        with os.fdopen(handle, "wb") as written:
            _keep_owner(file, handle)
            written.write(text)
            written.flush()
            os.fsync(handle)
        os.replace(draft, file)
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)
        raise


def _keep_owner(file: Path, handle: int) -> None:
    """Gives a new file to the owner of the old one, who could not read it any more else."""
    if file.exists():
        old, new = file.stat(), os.fstat(handle)
        if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
            os.fchown(handle, old.st_uid, old.st_gid)
