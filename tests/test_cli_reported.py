"""`attune reports`, as an operator uses it while somebody serves."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.cli import named, reported
from bot.engine.report_census import OfASpace
from bot.engine.report_census import reported as reported_in
from bot.folder import FolderLock
from bot.ports import Unit
from bot.records import NoteRow, Owner
from bot.snapshot import Reported
from tests.fakes import FakeStore, FakeVault
from tests.warm import attune, lived

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
IN_LOBBY = "/room lobby\n@attune hello\n/attune report r1\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    lived(tmp_path, IN_LOBBY)
    return tmp_path


def test_an_operator_reads_where_a_report_stands_and_nobodys_name(home: Path) -> None:
    with FolderLock(home / "data"):  # somebody serves
        lines = attune(home, "reports").stdout.splitlines()
        (one,) = json.loads(attune(home, "reports", "--json").stdout)
    assert lines[-1] == reported.READ_THERE
    assert "  open  by 1 person  " in lines[0]
    assert set(one) == {"space", "day", "state", "people", "link"}
    assert one["link"] in lines[0]
    assert lines[0].endswith("  space console:space")
    assert attune(home, "reports", "--space", "discord:server:9").stdout == f"{reported.NONE}\n"


def test_what_an_admin_closed_is_listed_only_where_all_of_it_is_asked_for(home: Path) -> None:
    closes = "/as admin\n/room lobby\n/attune-admin reports\n/choose 1: dismissed\n"
    shown = attune(home, "chat", lines=closes).stdout
    assert "open → dismissed" in shown
    assert attune(home, "reports").stdout == f"{reported.NONE}\n"
    assert attune(home, "reports", "--json").stdout == "[]\n"
    assert "  dismissed  by 1 person  " in attune(home, "reports", "--all").stdout


async def test_another_note_of_a_space_is_no_report() -> None:
    store = FakeStore(FakeVault())

    async def work(unit: Unit) -> None:
        for key, body in (("a", "no JSON"), ("b", '{"link": "l"}'), ("c", "[]")):
            await unit.put(NoteRow(Owner("space"), key, NOON, body))
        await unit.put(NoteRow(Owner("space"), "d", NOON, '{"link": "l", "by": "x"}'))

    await store.deciding(Owner("space"), work)
    assert await reported_in(store) == (OfASpace(Owner("space"), Reported(NOON, "l")),)


def test_bad_input_ends_with_code_2_and_a_sentence(tmp_path: Path) -> None:
    ran = attune(tmp_path, "reports", "--space", "123")
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert named.how_spaces() in ran.stderr
    assert attune(tmp_path, "reports").returncode == 2
