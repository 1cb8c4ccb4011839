"""`attune protocol` and `attune privacy`, as an operator uses them."""

from pathlib import Path

import pytest

from adapters.cli import publishing
from tests.warm import attune

TRACEBACK = "Traceback"


@pytest.mark.parametrize("command", ["protocol", "privacy"])
def test_a_document_is_printed_or_written_and_never_written_over_unasked(
    tmp_path: Path, command: str
) -> None:
    printed = attune(tmp_path, command, operator_name="Zora")
    assert printed.returncode == 0
    assert "It is run by Zora" in printed.stdout
    assert not (tmp_path / "data" / "keys.db").exists()  # nothing is opened for it
    file = tmp_path / "page.html"
    wrote = attune(tmp_path, command, "--html", "--out", str(file))
    assert (wrote.returncode, wrote.stdout) == (0, "")
    first = file.read_text(encoding="utf-8")
    assert first.startswith("<!doctype html>\n")
    again = attune(tmp_path, command, "--out", str(file))
    assert again.returncode == 2
    assert again.stderr == f"attune: {file} is there already: --force writes over it.\n"
    assert file.read_text(encoding="utf-8") == first
    assert attune(tmp_path, command, "--out", str(file), "--force").returncode == 0
    assert file.read_text(encoding="utf-8").startswith("# Attune")


def test_a_file_that_cannot_be_written_is_refused_with_a_sentence(tmp_path: Path) -> None:
    ran = attune(tmp_path, "privacy", "--out", str(tmp_path / "gone" / "page.html"))
    assert ran.returncode == 2
    assert "there is no folder" in ran.stderr
    assert TRACEBACK not in ran.stderr
    assert len(publishing.app.registered_commands) >= 2


def test_a_disk_that_fills_while_a_file_is_written_is_told(tmp_path: Path) -> None:
    ran = attune(tmp_path, "protocol", "--out", "/dev/full", "--force")
    full = "attune: /dev/full cannot be written: the disk is full. Name another place.\n"
    assert (ran.returncode, ran.stderr) == (2, full)
