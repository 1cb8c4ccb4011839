"""What the operator set for every space: kept, known at once, and above what any space set."""

from pathlib import Path

import pytest

from bot.engine import instance
from bot.engine.instance import Instance, announce, instance_of, set_deepest
from bot.levels import Level
from bot.records import InstanceRow
from bot.store.store import open_store
from bot.strings import ENGLISH
from tests.fakes import FakeStore, FakeVault
from tests.play import Play, play
from tests.ready import copied_to
from tests.scene import AT, HOUSE


async def test_the_deepest_of_all_is_kept_recorded_and_taken_back() -> None:
    store = FakeStore()
    assert await instance_of(store) == instance.NOTHING
    assert await set_deepest(store, Level.WARM, AT) is None
    assert await set_deepest(store, Level.WARM, AT) is Level.WARM
    assert await set_deepest(store, None, AT) is Level.WARM
    assert (await instance_of(store)).deepest is None
    assert [(one.act, one.known) for one in store.kept.trail] == [
        ("limit_set", {"before": "", "after": "warm"}),
        ("limit_set", {"before": "warm", "after": ""}),
    ]


@pytest.mark.parametrize(
    ("before", "after", "is_silencing"),
    [
        (None, Level.WARM, True),
        (Level.ATTUNED, Level.PLAIN, True),
        (Level.PLAIN, Level.ATTUNED, False),
        (Level.PLAIN, None, False),
        (None, Level.ONGOING, False),
    ],
)
async def test_only_a_lower_limit_silences_what_is_being_written(
    before: Level | None, after: Level | None, is_silencing: bool
) -> None:
    store = FakeStore()
    await set_deepest(store, before, AT)
    epoch = (await instance_of(store)).epoch
    await set_deepest(store, after, AT)
    assert ((await instance_of(store)).epoch > epoch) is is_silencing


async def test_a_process_knows_what_another_one_set_at_its_next_look(tmp_path: Path) -> None:
    url, vault = copied_to(tmp_path / "attune.db"), FakeVault()
    here, there = await open_store(url, vault), await open_store(url, vault)
    known = Instance(here)
    assert known.of(HOUSE) is HOUSE
    await known.look()
    await set_deepest(there, Level.WARM, AT)
    assert not known.is_known
    await known.look()
    assert (known.of(HOUSE).bounds.deepest, known.of(HOUSE).epoch) == (Level.WARM, 1)
    assert isinstance(known.known, InstanceRow)
    await here.close()
    await there.close()


async def test_a_line_to_everybody_is_kept_recorded_without_its_words_and_taken_back() -> None:
    store = FakeStore()
    assert await announce(store, "Away on Sunday.", AT)
    assert not await announce(store, "Away on Sunday.", AT)
    first = await instance_of(store)
    assert await announce(store, "Back again.", AT)
    assert first.announced != (await instance_of(store)).announced
    assert await announce(store, "", AT)
    assert (await instance_of(store)).announced == ""
    assert [(one.act, one.known) for one in store.kept.trail] == [
        ("announcement_set", {"is_there": one}) for one in (True, True, False)
    ]


@pytest.fixture
def p(tmp_path: Path) -> Play:
    return play(tmp_path)


async def test_less_is_allowed_at_once_in_every_place_and_more_again_afterwards(p: Play) -> None:
    async with p.running():
        await p.type("/attune on warm", "/choose Yes")
        await p.type("hello")
        assert "Warm here" in "\n".join(await p.type("/attune status"))
        await set_deepest(p.store, Level.PLAIN, AT)
        plain = "\n".join(await p.type("/attune status"))
        assert "Warm here" not in plain
        await set_deepest(p.store, None, AT)
        assert "Warm here" in "\n".join(await p.type("/attune status"))


async def told_of_less(p: Play) -> int:
    """Says something there, looks at the status twice in private, and counts the line about it."""
    beginning = ENGLISH.settings.lowered.partition("{")[0]
    shown = await p.type("@attune hello again", "/room dm", "/attune status", "/attune status")
    return "\n".join(shown).count(beginning)


@pytest.mark.parametrize("room", ["dm", "lobby"])
async def test_whom_a_lower_limit_concerns_is_told_once(p: Play, room: str) -> None:
    async with p.running():
        await p.type("hello", f"/room {room}", "/attune on warm", "/choose Yes")
        assert await told_of_less(p) == 0
        await set_deepest(p.store, Level.ATTUNED, AT)  # less than before, and as much as they have
        await p.type(f"/room {room}")
        assert await told_of_less(p) == 0
        await set_deepest(p.store, Level.PLAIN, AT)
        await p.type(f"/room {room}")
        assert await told_of_less(p) == 1
        await p.type(f"/room {room}")
        assert await told_of_less(p) == 0


async def test_no_admin_goes_beyond_it(p: Play) -> None:
    async with p.running():
        await set_deepest(p.store, Level.WARM, AT)
        await p.type("/room lobby", "/as admin")
        said = "\n".join(await p.type("/attune-admin ceiling attuned"))
        beyond = ENGLISH.admins.beyond.format(value=ENGLISH.level(Level.WARM))
        assert beyond in said
        panel = "\n".join(await p.type("/attune-admin set deepest"))
        for level, is_offered in ((Level.PLAIN, True), (Level.ATTUNED, False)):
            assert (f"] {ENGLISH.level(level)}" in panel) is is_offered
