"""Properties of whole plays: whatever people do, in whatever order, these hold.

Two people and an admin type what people type, in a direct message and in a room; the core, the
console and the turns are real, the store is the contract-tested fake where its rows are watched
and SQLite in files where its bytes are.
"""

import asyncio
import shutil
import tempfile
from collections.abc import Callable, Coroutine
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from adapters.cli import compose
from bot.engine.codec import load_post
from bot.engine.places import Places
from bot.engine.pseudonyms import Pseudonyms
from bot.events import Event, Outcome
from bot.ports import Unit
from bot.prompt import without_note
from bot.records import HOUSE, KINDS, Owner, Row, TrayRow
from bot.settings.fields import Settings
from bot.settings.loading import load
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.fakes import FakeStore, FakeUnit, FakeVault, Kept
from tests.play import Play, ScriptedModel
from tests.ready import made_ready

R = TypeVar("R", bound=Row)
LINES = (
    "my launch failed today", "what now then", "Off.", "back to normal", "stop", "just listen",
    "tell me what to do", "I want to kill myself", "/attune on", "/attune on attuned for: 3",
    "/attune on ongoing for: conversation", "/attune on for: tonight", "/choose Yes",
    "/choose Not now", "/attune night-card Call Sam", "/choose Read privately",
    "/attune off", "/attune stop", "/attune pause 1h", "/attune resume",
    "/attune level plain", "/attune level attuned", "/attune style shorter", "/attune style reset",
    "/attune decide", "/attune status", "/attune about", "/attune under-18", "/react 🔧",
    "/unreact 🔧", "/react 👍", "/choose 1", "/choose More", "/choose Put it back",
    "/choose Wanted a plan", "/edit it is something else", "/delete", "/attune data erase",
    "/choose Erase everywhere", "/choose Erase", "/choose Keep",
    "/choose Erase now", "/attune-admin ceiling plain",
    "/attune-admin ceiling ongoing", "/clock +2h", "/clock +20h",
)  # fmt: skip
PEOPLE, ROOMS = ("ada", "eve", "admin"), ("dm", "lobby")
MOVES = (
    ("/attune on", "/choose Yes", "my launch failed today", "/react 🔧"),
    ("/attune on attuned for: 3", "/choose Yes", "what now then", "/react 🔧", "/choose 2"),
    ("nobody helps me", "/react 🔧", "/choose More", "/choose 3", "/choose Put it back"),
    ("nobody helps me", "/react 🔧", "/unreact 🔧"),
    ("what now then", "/edit it is something else", "/choose Answer again", "/choose Put it back"),
    ("what now then", "/edit it is something else", "/delete"),
    ("/attune data erase", "/choose Erase"),
    ("off", "/choose Erase now", "/choose Erase"),
    *((line,) for line in LINES),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(ROOMS), st.sampled_from(MOVES)),
    min_size=1,
    max_size=8,
).map(lambda moves: [(who, room, line) for who, room, lines in moves for line in lines])


def reflecting(prompt: Prompt) -> list[str]:
    said, note = without_note(prompt.lines[-1].text), prompt.brief.rupture
    if note is not None:
        return [f"Take one step: {said} can wait until the morning, and so can all the rest of it."]
    return ["You said it plainly. ", said, ". Is that it? Take one step."]


@dataclass
class Watch:
    """What one play did: its events, and every row that a unit of work asked for."""

    events: list[Event]
    asked: list[Owner]


class WatchedUnit(FakeUnit):
    """A unit that notes whose rows it is asked for."""

    def __init__(self, kept: Kept, watch: Watch, vault: FakeVault, *, may_write: bool) -> None:
        super().__init__(kept, vault, may_write=may_write)
        self._watch = watch

    async def find(self, kind: type[R], owner: Owner, **equal: str | int) -> tuple[R, ...]:
        self._watch.asked.append(owner)
        return await super().find(kind, owner, **equal)

    async def put(self, row: Row) -> None:
        self._watch.asked.append(row.owner)
        await super().put(row)

    async def drop(self, kind: type[Row], owner: Owner, key: str | None = None) -> bool:
        self._watch.asked.append(owner)
        return await super().drop(kind, owner, key)

    async def erase(self, owner: Owner) -> None:
        self._watch.asked.append(owner)
        await super().erase(owner)


class WatchedStore(FakeStore):
    """A store whose units are watched."""

    def __init__(self, vault: FakeVault, watch: Watch) -> None:
        super().__init__(vault)
        self._watch, self._keys = watch, vault

    def _unit(self, kept: Kept, *, may_write: bool) -> FakeUnit:
        return WatchedUnit(kept, self._watch, self._keys, may_write=may_write)


def watched(folder: Path) -> tuple[Play, Watch]:
    """Gives a play whose rows and events are noted."""
    watch, vault = Watch([], []), FakeVault()
    return Play(folder, WatchedStore(vault, watch), vault, ScriptedModel(reflecting)), watch


def heard(p: Play, watch: Watch) -> None:
    """Notes every event on its way into the core."""
    handle = p.companion.handle

    async def noting(event: Event) -> Outcome:
        watch.events.append(event)
        return await handle(event)

    p.session._handle = noting


async def step(p: Play, who: str, room: str, line: str) -> None:
    addressed = line if line.startswith("/") or room == "dm" else f"@attune {line}"
    await p.type(f"/as {who}", f"/room {room}", addressed)


def played(work: Callable[[Path], Coroutine[Any, Any, None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(work(Path(folder)))


@given(STEPS, st.data())
def test_a_second_copy_of_any_event_at_any_later_place_changes_nothing(
    steps: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    async def work(folder: Path) -> None:
        p, watch = watched(folder)
        async with p.running():
            heard(p, watch)
            for who, room, line in steps:
                await step(p, who, room, line)
                if not watch.events:
                    continue
                kept, shown = p.store.kept, len(p.shown)  # type: ignore[attr-defined]
                for event in data.draw(st.lists(st.sampled_from(watch.events), max_size=4)):
                    # What led to nothing is claimed by nobody, and leads to nothing again.
                    assert await p.companion.handle(event) is not Outcome.FAILED
                    await p.companion.settled()
                assert p.store.kept == kept  # type: ignore[attr-defined]
                assert len(p.shown) == shown
            assert ENGLISH.failures.here not in p.words

    played(work)


async def elsewhere(p: Play, names: Pseudonyms, event: Event) -> set[Owner]:
    """Gives the person's own scopes, which only a direct message or a line that waits looks at."""

    async def read(unit: Unit) -> set[Owner]:
        person = names.person(event.person)
        waiting = [load_post(row.body)[1] for row in await unit.find(TrayRow, person)]
        places = await Places(unit, names).of(person) if event.where.is_direct else ()
        every = [*waiting, *(one.scope for one in places)]
        return {owner for one in every for owner in (names.scope(one), names.space(one.space))}

    return await p.store.reading(read)


@given(STEPS)
@example([("ada", "dm", "hello"), ("ada", "lobby", "hello"), ("ada", "dm", "/attune data")])
@example([("ada", "dm", "hello"), ("ada", "lobby", "/attune data erase")])
def test_no_row_is_asked_for_outside_the_scope_of_what_happened(
    steps: list[tuple[str, str, str]],
) -> None:
    async def work(folder: Path) -> None:
        p, watch = watched(folder)
        names = Pseudonyms(p.vault)
        async with p.running():
            heard(p, watch)
            for who, room, line in steps:
                if line.startswith("/clock"):
                    continue
                watch.events.clear()
                watch.asked.clear()
                await step(p, who, room, line)
                allowed = {HOUSE}
                for event in watch.events:
                    allowed |= {
                        names.scope(event.scope),
                        names.person(event.person),
                        names.space(event.where.space),
                        names.episode(event.person),
                        *await elsewhere(p, names, event),
                    }
                assert set(watch.asked) <= allowed, (who, room, line)

    played(work)


SECRETS = st.lists(
    st.integers(0, 2**64).map(lambda number: f"zq{number:016x}"), min_size=1, max_size=3
)
SAYING = (
    ("{}",),
    ("{}", "/react 🔧"),
    ("{}", "/react 🔧", "/choose 2", "/choose Put it back"),
    ("{}", "/edit but {}"),
    ("/attune on {}",),
    ("/attune on ongoing", "/choose Yes", "{}", "/react 🔧"),
    ("/attune style shorter", "{}", "/attune off"),
)


def bytes_in(folder: Path) -> bytes:
    """Gives what stands in the files of the database and of the keys, their journals too."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("*.db*")))


async def words_in(home: Settings) -> str:
    """Gives every word that this database's present keys can open."""
    async with compose.opened(home) as (store, _):
        return repr([[astuple(row) for row in await store.sweep(kind)] for kind in KINDS])


def erased(secrets: list[str], sayings: list[tuple[str, ...]]) -> None:
    """Erases what was said so, and looks for it in every file and in an older copy."""

    async def work(folder: Path) -> None:
        data, older = folder / "data", folder / "older"
        data.mkdir()
        (folder / "typed").mkdir()
        home = load({"ATTUNE_DATA_FOLDER": str(data)}, None)
        made_ready(home)
        async with compose.opened(home) as (store, vault):
            p = Play(folder / "typed", store, vault, ScriptedModel(reflecting))
            async with p.running():
                for secret in secrets:
                    for saying in sayings:
                        await p.type(*(line.format(secret) for line in saying))
                await p.type(f"once more: {secrets[0]}", "/react 🔧")
                shutil.copytree(data, older)
                assert "Erased:" in "".join(await p.type("/attune data erase", "/choose Erase"))
        assert not [secret for secret in secrets if secret.encode() in bytes_in(older)]
        assert not [secret for secret in secrets if secret.encode() in bytes_in(data)]
        assert secrets[0] in await words_in(load({"ATTUNE_DATA_FOLDER": str(older)}, None))
        shutil.copy(older / "attune.db", data / "attune.db")
        assert not [secret for secret in secrets if secret in await words_in(home)]

    played(work)


SAID = st.lists(st.sampled_from(SAYING), min_size=1, max_size=3)


@given(SECRETS, SAID)
@settings(max_examples=5, deadline=None)
def test_after_an_erase_no_word_stands_in_any_file_nor_opens_in_an_older_copy(
    secrets: list[str], sayings: list[tuple[str, ...]]
) -> None:
    erased(secrets, sayings)


@pytest.mark.proof
@given(SECRETS, SAID)
@settings(max_examples=40, deadline=None)
def test_after_each_of_forty_erases_no_word_stands_or_opens(
    secrets: list[str], sayings: list[tuple[str, ...]]
) -> None:
    erased(secrets, sayings)
