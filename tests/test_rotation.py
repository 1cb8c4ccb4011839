"""A new master key takes over while somebody is served, and never from who does not have it yet."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.cli import compose, rotating
from adapters.cli.pulse import Pulse, looked
from bot.audit.acts import RotationBegun
from bot.settings import Settings, load
from bot.vault import new_master_key
from tests.play import Play
from tests.ready import made_ready
from tests.warm import attune


def settings_in(folder: Path, master_key: str) -> Settings:
    given = {"ATTUNE_DATA_FOLDER": str(folder / "data"), "ATTUNE_MASTER_KEY": master_key}
    return load(given, None)


@asynccontextmanager
async def served(settings: Settings) -> AsyncIterator[Play]:
    folder = settings.data_folder
    async with compose.opened(settings) as kept, Play(folder, *kept).running() as play:
        yield play


def rotated(folder: Path, master_key: str) -> tuple[int, str]:
    ran = attune(folder, "keys", "rotate", master_key=master_key)
    return ran.returncode, ran.stdout + ran.stderr


async def test_who_is_served_meanwhile_notices_nothing(tmp_path: Path) -> None:
    old, new = new_master_key(), new_master_key()
    (tmp_path / "data").mkdir()
    made_ready(settings_in(tmp_path, old))
    async with served(settings_in(tmp_path, f"{new},{old}")) as p:
        await p.type("/as ada", "hello", "/attune on", "/choose Yes")
        assert rotated(tmp_path, f"{new},{old}")[0] == 0
        assert "Warm here" in "\n".join(await p.type("/attune status"))
        await p.type("/as eve", "hello", "/attune on", "/choose Yes")
    async with served(settings_in(tmp_path, new)) as p:
        for who in ("/as ada", "/as eve"):
            assert "Warm here" in "\n".join(await p.type(who, "/attune status"))


async def test_it_waits_for_who_serves_with_the_older_key_alone(tmp_path: Path) -> None:
    old, new = new_master_key(), new_master_key()
    (tmp_path / "data").mkdir()
    made_ready(settings_in(tmp_path, old))
    async with served(settings_in(tmp_path, old)) as p:
        await p.type("/as ada", "hello")
    both = compose.masters_of(settings_in(tmp_path, f"{new},{old}"))
    assert len(both) == 2
    Pulse(tmp_path / "data", masters=(both[1].version,)).beat()
    code, said = rotated(tmp_path, f"{new},{old}")
    assert (code, "Restart it with both" in said) == (2, True)
    Pulse(tmp_path / "data", masters=tuple(one.version for one in both)).beat()
    assert rotated(tmp_path, f"{new},{old}")[0] == 0
    Pulse(tmp_path / "data").beat()  # as an earlier release writes it
    assert looked(tmp_path / "data").masters is None
    assert rotated(tmp_path, f"{new},{old}")[0] == 0


async def test_one_that_was_cut_short_at_its_end_is_recorded_as_done_by_the_next(
    tmp_path: Path,
) -> None:
    old, new = new_master_key(), new_master_key()
    (tmp_path / "data").mkdir()
    made_ready(settings_in(tmp_path, old))
    both = settings_in(tmp_path, f"{new},{old}")
    await compose.recorded(both, RotationBegun())
    vault = await compose.open_vault(both)
    await vault.rotate()
    await vault.close()
    for said in (rotating.CUT_SHORT, rotating.NOT_ROTATED):
        assert rotated(tmp_path, new) == (0, f"{said}\n")
    shown = attune(tmp_path, "audit", "show", "--jsonl", master_key=new).stdout.splitlines()
    acts = [json.loads(line) for line in shown]
    assert [one["act"] for one in acts] == ["rotation_begun", "keys_rotated"]
    assert acts[-1]["facts"] == '{"count":0}'
