"""The Dockerfile, as far as it can be checked without building it."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "Dockerfile").read_text(encoding="utf-8")
STAGES = TEXT.split("\nFROM ")


def test_it_has_two_stages_and_the_last_runs_as_no_root_on_one_volume() -> None:
    assert len(STAGES) == 3
    last = STAGES[-1]
    assert re.search(r"^USER attune$", last, re.MULTILINE)
    assert re.findall(r"^VOLUME (.*)$", last, re.MULTILINE) == ["/data"]
    assert last.index("USER attune") < last.index("ENTRYPOINT")


def test_what_it_copies_is_there_and_no_secret_is_copied() -> None:
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", TEXT, re.MULTILINE)
    names = [name for line in copied for name in line.split()]
    assert all((ROOT / name).exists() for name in names)
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert {".env", ".git"} <= set(ignored)


def test_its_health_check_and_its_command_are_commands_there_are() -> None:
    words = (sys.executable, "-m", "adapters.main", "--help")
    told = subprocess.run(words, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert '"attune", "doctor"' in TEXT
    assert "doctor" in told
    assert "serve" in told
