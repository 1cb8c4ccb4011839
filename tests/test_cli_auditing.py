"""`attune audit`, as an operator uses it, also while somebody serves."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from adapters.cli import auditing, ready
from bot.engine.auditing import Looked
from bot.folder import FolderLock
from tests.warm import attune, lived

HELLO = "hello\n/attune on\n/choose Yes\n/room lobby\n/as admin\n/attune-admin ceiling plain\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    lived(tmp_path, HELLO, "hello\n")  # what begins digests what it finds
    attune(tmp_path, "export", "console:you", str(tmp_path / "copy"))
    attune(tmp_path, "block", "console:eve")
    return tmp_path


def changed(home: Path, statement: str) -> None:
    """Changes the database by hand, past its triggers."""
    with closing(sqlite3.connect(home / "data" / "attune.db", isolation_level=None)) as raw:
        for table in ("trail", "ledger"):
            for change in ("update", "delete"):
                raw.execute(f"DROP TRIGGER IF EXISTS {table}_refuses_{change}")
        raw.execute(statement)


def acts(home: Path, *words: str) -> list[str]:
    lines = attune(home, "audit", "show", "--jsonl", *words).stdout.splitlines()
    return [json.loads(line)["act"] for line in lines]


def test_what_was_done_is_shown_of_the_instance_and_of_a_space(home: Path) -> None:
    with FolderLock(home / "data"):  # somebody serves
        assert acts(home) == ["policy_held", "ledger_digested", "person_copied", "blocked"]
    shown = attune(home, "audit", "show", "--space", "console:space").stdout
    assert shown.endswith("h UTC, an admin: deepest allowed, warm → plain\n")
    assert "_" not in attune(home, "audit", "show").stdout + shown
    assert "console:" not in attune(home, "audit", "show").stdout
    other = attune(home, "audit", "show", "--space", "discord:server:9")
    assert (other.returncode, other.stdout, other.stderr) == (0, "", f"{auditing.NOTHING_THERE}\n")


def test_a_backup_and_a_rotation_are_recorded_before_and_once_they_are_done(home: Path) -> None:
    attune(home, "backup", str(home / "copy"))
    assert attune(home, "backup", str(home / "copy")).returncode == 2  # refused: nothing was begun
    old = (home / "data" / "master.key").read_text().strip()
    new = attune(home, "keys", "new").stdout.strip()
    attune(home, "keys", "rotate", master_key=f"{new},{old}")
    (home / "file").write_text("no folder")
    cut = attune(home, "backup", str(home / "file" / "copy"), master_key=new)
    assert (cut.returncode, len(cut.stderr.splitlines())) == (2, 1)
    shown = attune(home, "audit", "show", "--jsonl", master_key=new).stdout.splitlines()
    done = [json.loads(line)["act"] for line in shown][4:]
    in_pairs = ["backup_begun", "backed_up", "rotation_begun", "keys_rotated"]
    assert done == [*in_pairs, "backup_begun"]


def test_whole_chains_are_said_to_be_whole(home: Path) -> None:
    ran = attune(home, "audit", "verify")
    assert (ran.returncode, ran.stderr) == (0, "")
    whole = auditing.WHOLE.format(entries="6 entries", chains="3 chains")
    assert ran.stdout == f"{whole} Of each yes and no, 2 entries are as recorded.\n"


def test_of_little_it_is_said_in_words_and_not_in_noughts(tmp_path: Path) -> None:
    attune(tmp_path, "chat", lines="hello\n")
    whole = auditing.WHOLE.format(entries="1 entry", chains="1 chain")
    ran = attune(tmp_path, "audit", "verify")
    assert ran.stdout == f"{whole} {auditing.NONE_DIGESTED}\n"
    ran = attune(tmp_path, "audit", "checkpoint", str(tmp_path / "signed.json"))
    assert " says where 1 chain has come to. " in ran.stdout
    bare = auditing._whole(Looked(), None)
    assert bare == f"{auditing.NOTHING} {auditing.NONE_DIGESTED}"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE trail SET act = 'person_erased' WHERE act = 'person_copied'",
            "this installation: entry {number} was changed.",
        ),
        (
            "DELETE FROM trail WHERE act = 'person_copied'",
            "this installation: entry {number} was taken out.",
        ),
        ("UPDATE ledger SET level = 3 WHERE number = 1", "The ledger of consent is not as it was"),
        (
            "INSERT INTO ledger SELECT -1, subject, state, level, purposes, policy, at, "
            "expires_at, message FROM ledger WHERE number = 1",
            auditing.STRAYS,
        ),
    ],
)
def test_what_was_changed_by_hand_is_located(home: Path, statement: str, said: str) -> None:
    number = acts(home).index("person_copied") + 1
    changed(home, statement)
    ran = attune(home, "audit", "verify")
    assert ran.returncode == 1
    assert said.format(number=number) in ran.stdout


def test_a_checkpoint_finds_a_chain_that_was_cut_short(home: Path) -> None:
    signed = home / "signed.json"
    public = attune(home, "audit", "key").stdout.strip()
    ran = attune(home, "audit", "checkpoint", str(signed))
    assert ran.stdout.endswith(f"Signed with {public}\n")
    again = attune(home, "audit", "checkpoint", str(signed))
    assert (again.returncode, len(again.stderr.splitlines())) == (2, 1)
    words = ("audit", "verify", "--checkpoint", str(signed))
    assert attune(home, *words).returncode == 0
    assert attune(home, *words, "--public-key", public).returncode == 0
    changed(home, "DELETE FROM trail WHERE act = 'blocked'")
    assert attune(home, "audit", "verify").returncode == 0
    ran = attune(home, *words)
    assert ran.returncode == 1
    assert "stood at that checkpoint, and does not stand so now." in ran.stdout


def test_a_checkpoint_of_another_key_or_that_was_changed_is_refused(home: Path) -> None:
    signed, other = home / "signed.json", home / "other.key"
    attune(home, "audit", "checkpoint", str(signed), "--key", str(other))
    words = ("audit", "verify", "--checkpoint", str(signed))
    without = attune(home, *words)
    assert (without.returncode, "say --public-key KEY" in without.stderr) == (2, True)
    public = attune(home, "audit", "key", "--key", str(other)).stdout.strip()
    assert attune(home, *words, "--public-key", public).returncode == 0
    mine = attune(home, "audit", "key").stdout.strip()
    assert attune(home, *words, "--public-key", mine).returncode == 2
    signed.write_text(signed.read_text().replace('"number": 1', '"number": 2'))
    assert attune(home, *words, "--public-key", public).returncode == 2


@pytest.mark.parametrize(
    "words",
    [
        ("show", "--space", "lobby"),
        ("show", "--space", ""),
        ("verify", "--public-key", "x"),
        ("verify", "--checkpoint", "nowhere.json"),
        ("checkpoint",),
        ("checkpoint", "no/such/folder/x"),
    ],
)
def test_what_cannot_be_read_ends_with_code_2_and_a_sentence(
    home: Path, words: tuple[str, ...]
) -> None:
    ran = attune(home, "audit", *words)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr


def test_where_nothing_is_kept_yet_it_says_so(tmp_path: Path) -> None:
    ran = attune(tmp_path, "audit", "verify")
    assert (ran.returncode, "Nothing has been kept yet" in ran.stderr) == (2, True)
    assert not (tmp_path / "data" / "attune.db").exists()
    assert ready.refuse_without_data.__doc__
