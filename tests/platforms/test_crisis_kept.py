"""What a database file holds of a crisis: a count, and for a day one row under a hash."""

import sqlite3
from contextlib import closing
from pathlib import Path

from adapters import compose
from bot.settings.loading import load
from tests.play import Play, ScriptedModel

SAID = "I don't want to live anymore, said zebra"


def tables(file: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(file)) as raw:
        found = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: raw.execute(f"SELECT * FROM {name}").fetchall() for (name,) in found}


async def test_a_count_and_one_row_are_all_and_the_row_ends(tmp_path: Path) -> None:
    settings = load({"ATTUNE_DATA_FOLDER": str(tmp_path)}, None)
    compose.ready_schema(settings)
    file = tmp_path / "attune.db"
    model = ScriptedModel(lambda _: ["That is where we stand."])
    async with compose.opened(settings) as (store, vault):
        played = Play(tmp_path, store, vault, model)
        for _restart in range(3):
            async with played.running() as p:
                await p.type(SAID)
                p.clock.pass_by(hours=7)
        kept = tables(file)
        assert len(kept["episode"]) == 1
        assert sorted(int(str(count)) for *_, count in kept["count"]) == [1, 3]
        assert b"zebra" not in file.read_bytes()
        assert "console:you" not in repr(kept["episode"])
        p.clock.pass_by(hours=18)
        await p.companion.run_due()
    kept = tables(file)
    assert kept["episode"] == kept["episodekey"] == []
    assert len(kept["count"]) == 2
