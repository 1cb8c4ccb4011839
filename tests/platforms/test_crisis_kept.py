"""What a database file holds of a crisis: counts, and for a day one row, all of it sealed."""

import sqlite3
from contextlib import closing
from pathlib import Path

from adapters.cli import compose
from bot.records import CountRow
from bot.settings.loading import load
from tests.play import Play, ScriptedModel

SAID = "I don't want to live anymore, said zebra"


def kept(file: Path, kind: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as raw:
        return raw.execute("SELECT * FROM kept WHERE kind = ?", (kind,)).fetchall()


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
        assert len(kept(file, "episode")) == 1
        counts = await store.sweep(CountRow)
        crisis = [one for one in counts if ":written:" not in one.key]  # replies, as of any kind
        assert sorted(one.count for one in crisis) == [1, 1, 3]
        assert len(counts) - len(crisis) == 1
        assert b"zebra" not in file.read_bytes()
        assert b"console:you" not in file.read_bytes()
        p.clock.pass_by(hours=18)
        await p.companion.run_due()
    assert kept(file, "episode") == []
    assert len(kept(file, "count")) == 4  # with that of replies by model
