"""What others change in an SQLite file is counted; what its one writer commits is not."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.database.watch import FileWatch, version
from bot.store.hot.others import Others


class File:
    """A file with the writer that is counted out, and somebody else who writes."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "a.db"
        self.writer, self.other = self._opened(), self._opened()
        self.others = Others(FileWatch(self.file))
        self.own()
        self.others.number()

    def _opened(self) -> sqlite3.Connection:
        made = sqlite3.connect(self.file, isolation_level=None)
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE IF NOT EXISTS kept (words)")
        return made

    def changed(self, connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO kept VALUES ('x')")

    def own(self) -> None:
        self.changed(self.writer)
        self.others.committed(self.writer)

    def close(self) -> None:
        self.others.close()
        self.writer.close()
        self.other.close()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    made = File(tmp_path)
    yield made
    made.close()


DOES = st.lists(st.sampled_from(["own", "other", "look"]), max_size=20)


@given(DOES)
def test_a_number_is_another_one_whenever_others_wrote(does: list[str]) -> None:
    with TemporaryDirectory() as folder, closing(File(Path(folder))) as file:
        before, is_changed = file.others.number(), False
        for one in (*does, "look"):
            if one == "own":
                file.own()
            elif one == "other":
                file.changed(file.other)
                is_changed = True
            else:
                now = file.others.number()
                assert now != before or not is_changed
                before, is_changed = now, False


def test_a_number_stays_while_the_writer_alone_writes(file: File) -> None:
    file.changed(file.other)
    file.own()
    before = file.others.number()
    for _ in range(3):
        file.own()
        assert file.others.number() == before


def test_what_others_commit_right_behind_the_writers_own_is_counted(file: File) -> None:
    before = file.others.number()
    file.changed(file.writer)
    file.changed(file.other)  # before the writer's thread could say that it committed
    file.others.committed(file.writer)
    file.own()
    assert file.others.number() != before


def test_a_look_between_a_commit_and_its_report_counts_it_once(file: File) -> None:
    before = file.others.number()
    file.changed(file.writer)
    assert (between := file.others.number()) != before
    file.others.committed(file.writer)
    assert file.others.number() == between


def test_what_cannot_be_looked_at_is_not_trusted(file: File) -> None:
    file.others.close()
    assert file.others.number() != file.others.number()
    file.others.committed(file.writer)  # and the writer hears nothing of it


def test_a_watch_reads_what_the_file_holds(file: File) -> None:
    watch = FileWatch(file.file)
    before = watch.version()
    file.changed(file.other)
    assert watch.version() != before
    assert watch.rows("SELECT count(*) FROM kept") == [(2,)]
    watch.close()
    with pytest.raises(sqlite3.Error):
        watch.version()


def test_a_connection_tells_no_change_of_its_own(file: File) -> None:
    before = version(file.writer)
    file.changed(file.writer)
    assert version(file.writer) == before
    file.changed(file.other)
    assert version(file.writer) != before
