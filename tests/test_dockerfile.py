"""The Dockerfile, as far as it can be checked without building it."""

import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from adapters.cli.pulse import NOBODY, Pulse
from tests.warm import attune

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "Dockerfile").read_text(encoding="utf-8")
STAGES = TEXT.split("\nFROM ")


def test_it_has_two_stages_and_the_last_runs_as_no_root_on_one_volume() -> None:
    assert len(STAGES) == 3
    last = STAGES[-1]
    assert re.search(r"^USER attune$", last, re.MULTILINE)
    assert re.findall(r"^VOLUME (.*)$", last, re.MULTILINE) == ["/data"]
    assert last.index("USER attune") < last.index("ENTRYPOINT")


def test_its_base_is_held_by_digest_and_what_it_installs_by_hashes() -> None:
    assert re.search(r"^ARG BASE=python:3\.\d+\.\d+-slim@sha256:[0-9a-f]{64}$", TEXT, re.MULTILINE)
    assert re.findall(r"^FROM (\S+)", TEXT, re.MULTILINE) == ["${BASE}", "${BASE}"]
    installs = [line for line in TEXT.splitlines() if "pip install" in line]
    assert len(installs) == 2
    assert "--require-hashes -r constraints.txt" in installs[0]
    assert "--no-deps --no-build-isolation" in installs[1]


LOCKS = ("constraints.txt", "constraints-dev.txt", "tests/platforms/peers/synapse.txt")


@pytest.mark.parametrize("name", LOCKS)
def test_every_version_is_exact_has_its_hashes_and_names_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?! )", text.replace("\\\n", "").strip())
    wanted = re.compile(r"[\w.\-]+(\[\w,]+\])?==\S+( ; [^#]+?)?(\s+--hash=sha256:[0-9a-f]{64})+")
    assert [entry.split("==")[0] for entry in entries if not wanted.fullmatch(entry)] == []
    assert "//" not in text


def test_what_it_copies_is_there_and_no_secret_is_copied() -> None:
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", TEXT, re.MULTILINE)
    names = [name for line in copied for name in line.split()]
    assert all((ROOT / name).exists() for name in names)
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert {".env", ".git"} <= set(ignored)


def test_its_health_check_and_its_command_are_commands_there_are(tmp_path: Path) -> None:
    assert '"attune", "health"' in TEXT
    assert "health" in attune(tmp_path, "--help").stdout


def test_what_it_runs_unasked_ends_well(tmp_path: Path) -> None:
    (command,) = re.findall(r'^CMD \["(\w+)"\]$', TEXT, re.MULTILINE)
    assert attune(tmp_path, command).returncode == 0


def test_its_health_check_asks_what_serves_and_ends_soon(tmp_path: Path) -> None:
    (seconds,) = re.findall(r"--timeout=(\d+)s", TEXT)
    words = (sys.executable, "-m", "adapters.cli.main", "health")
    given = {**os.environ, "ATTUNE_DATA_FOLDER": str(tmp_path)}
    asked = partial(subprocess.run, words, env=given, cwd=ROOT, capture_output=True, text=True)
    silent = asked(check=False, timeout=int(seconds))
    assert (silent.returncode, silent.stdout.strip()) == (1, NOBODY)
    pulse = Pulse(tmp_path)
    pulse.beat()
    assert asked(check=False, timeout=int(seconds)).returncode == 0
