"""Erase means erase: one of every kind of record is kept for a person, who then erases it.

What is looked for afterwards: their words, their ids, and every hash that a surviving key can make
of what a platform knows of them; in every file, in both databases, and in yesterday's copy of the
database opened with the keys of today. What Matrix's crypto store holds is looked for in
`test_matrix_forgetting.py`, here and on a real homeserver.
"""

import json
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, closing
from dataclasses import asdict, dataclass, fields
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, inspect, select, text
from structlog.testing import capture_logs

from adapters.cli import compose
from adapters.console.chat import Console
from adapters.discord import authors as discord
from adapters.kit.notes import Notes
from adapters.matrix import ids as matrix
from adapters.matrix.inbox import DRAWER
from adapters.matrix.origins import Origins
from bot.choices import Choice, Unknown
from bot.engine.codec import dump_post
from bot.engine.dedupe import MOST, Dedupe
from bot.engine.elsewhere import ASKED_FOR, NEVER_FORGOT
from bot.engine.erasing import Erasing
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.retention import COPIES_KEPT_FOR
from bot.ids import EventId, MessageId, PersonId, RoomId, Scope, SpaceId
from bot.ports import Store, Unit, Vault
from bot.records import (
    HOUSE,
    KINDS,
    DueRow,
    EpisodeRow,
    ForgetElsewhere,
    MinorTimeRow,
    NoteRow,
    Owner,
    PersonRow,
    PlaceRow,
    Row,
    SpaceRow,
    Words,
)
from bot.settings.fields import Settings
from bot.settings.loading import load
from bot.store.database import is_postgres, with_connection
from bot.store.migrate import COPY
from bot.store.store import open_store
from bot.store.tables import KEPT
from bot.strings import ENGLISH
from bot.vault import FileVault
from bot.vault.tables import SCHEMA
from tests.fakes import FakeStore, FakeVault
from tests.play import Play, ScriptedModel
from tests.ready import made_ready
from tests.scene import AT, says

SECRET = "zqheron"
CLOSELY = timedelta(days=2)  # so long there is a round an hour, then two a day
ADA, EVE = PersonId("console:ada"), PersonId("console:eve")
DIRECT = Scope(SpaceId("console:dm:ada"), ADA)
LOBBY = Scope(SpaceId("console:space"), ADA)
ROOMS = (RoomId("console:dm:ada"), RoomId("console:room:lobby"))
SAID = (
    *(
        "/as ada",
        f"hello, the {SECRET} sleeps",
        "/react 🔧",
        "/attune on ongoing",
        "/choose Yes",
    ),
    *("/attune style shorter", f"/attune night-card call {SECRET}", f"and the {SECRET} wakes"),
    *(f"/attune boundaries not the {SECRET}", f"/attune boundaries stop-word {SECRET}2"),
    *(f"/attune roles be about {SECRET}", f"/attune roles when {SECRET}3: stay"),
    f"/attune people add Nel {SECRET}: who has seen the {SECRET}",
    *("I want to kill myself", "/room lobby", f"@attune what of the {SECRET}", "/react 🔧"),
    *("/attune report r2", "/attune on", "/choose Yes", "/attune off", "/room dm"),
)


def replying(_prompt: object) -> list[str]:
    return [f"The {SECRET} is a bird. ", "It wakes at six."]


@dataclass
class Home:
    """A whole Attune in a data folder, and a copy of the folder that was made before an erase."""

    settings: Settings
    play: Play
    store: Store
    vault: Vault

    @property
    def folder(self) -> Path:
        return self.settings.data_folder

    @property
    def names(self) -> Pseudonyms:
        return Pseudonyms(self.vault)

    def everything(self) -> bytes:
        """Gives all that stands in any file, and in any table of a database elsewhere."""
        files = sorted(file for file in self.folder.rglob("*") if file.is_file())
        found = b"".join(file.read_bytes() for file in files)
        if not is_postgres(self.settings.database_url):
            return found
        return found + self.tables("public") + self.tables(SCHEMA)

    def tables(self, schema: str) -> bytes:
        """Gives all that stands in the tables of a schema."""

        def read(connection: Connection) -> bytes:
            tables = inspect(connection).get_table_names(schema)
            query = 'SELECT coalesce(string_agg(t::text, chr(10)), \'\') FROM "{}"."{}" t'
            rows = (connection.scalar(text(query.format(schema, name))) for name in tables)
            return "\n".join(map(str, rows)).encode()

        return with_connection(self.settings.database_url, read, writes=False)


@pytest.fixture(params=["sqlite", "postgres"])
async def home(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Home]:
    given = {"ATTUNE_DATA_FOLDER": str(tmp_path / "data")}
    if request.param == "postgres":
        given["ATTUNE_DATABASE_URL"] = request.getfixturevalue("postgres_ready")
    (tmp_path / "data").mkdir()
    settings = load(given, None)
    made_ready(settings)
    async with AsyncExitStack() as stack:
        store, vault = await stack.enter_async_context(compose.opened(settings))
        play = Play(settings.data_folder, store, vault, ScriptedModel(replying))
        await stack.enter_async_context(play.running())
        yield Home(settings, play, store, vault)


def one_of(kind: type[Row], owner: Owner, key: str) -> Row:
    """Gives a row of a kind with words, ids and a hash in every field that can hold a text."""
    words = f"{SECRET} {ADA} {key}"
    body = json.loads(dump_post((Choice(words, Unknown(words)),), DIRECT, is_direct=True))
    place = {"space": DIRECT.space, "person": ADA, "direct": True}  # what is read of a place
    values: dict[object, Any] = {str: words, Words: json.dumps({**body, **place} | body_of(kind))}
    row = {item.name: values[item.type] for item in fields(kind)[2:] if item.type in values}
    moments = {item.name: AT for item in fields(kind)[2:] if item.name == "at"}
    return kind(owner, key, **row, **moments)


def body_of(kind: type[Row]) -> dict[str, Any]:
    return {} if kind is PlaceRow else {"scope": asdict(DIRECT)}


def owner_of(kind: type[Row], names: Pseudonyms) -> Owner | None:
    """Gives under whom a kind keeps what is a person's; None where it keeps nothing of theirs."""
    match kind.about.whose:
        case "scope":
            return names.scope(DIRECT)
        case "person":
            return names.person(ADA)
        case "episode":
            return names.episode(ADA)
        case "space" | "nobody":
            return None


async def keep_one_of_each(home: Home) -> None:
    """Keeps one row of every kind that is declared, but for what stays of a minor."""
    key = home.names.message(ROOMS[0], MessageId("u1"))
    owned = [(kind, owner_of(kind, home.names)) for kind in KINDS if kind is not MinorTimeRow]

    async def work(unit: Unit) -> None:
        for kind, owner in owned:
            if owner is not None:
                place = home.names.scope(DIRECT) if kind is PlaceRow else key
                await unit.put(one_of(kind, owner, "" if kind is PersonRow else place))

    await home.store.deciding(home.names.person(ADA), work)


def hashes(names: Pseudonyms) -> list[str]:
    """Gives every hash that the names' key makes of what a platform knows of the person."""
    numbers = range(60)
    messages = [MessageId(f"{kind}{number}") for kind in "ur" for number in numbers]
    events = [EventId(f"console:{kind}{number}") for kind in "ue" for number in numbers]
    return [
        *(names.person(ADA), names.episode(ADA), names.space(DIRECT.space)),
        *(names.scope(DIRECT), names.scope(LOBBY), names.room(ROOMS[0])),
        *(names.message(room, message) for room in ROOMS for message in messages),
        *(names.event(event) for event in events),
    ]


def found_in(data: bytes, wanted: Iterable[str]) -> list[str]:
    return [each for each in wanted if each.encode() in data]


async def opened_rows(store: Store) -> str:
    """Gives all that the present keys open, sealed words too, which no repr of a row shows."""
    return repr([asdict(row) for kind in KINDS for row in await store.sweep(kind)])


# -- everywhere --------------------------------------------------------------------------------


async def test_after_an_erase_of_everything_nothing_of_a_person_is_anywhere(home: Home) -> None:
    await home.play.type(*SAID)
    await keep_one_of_each(home)
    wanted = [SECRET, ADA, *hashes(home.names)]
    assert found_in((await opened_rows(home.store)).encode(), wanted)
    await home.play.type("/attune data erase", "/choose Erase everywhere")
    assert "Erased:" in home.play.words
    assert found_in(home.everything(), wanted) == []
    assert found_in((await opened_rows(home.store)).encode(), wanted) == []


async def test_a_copy_of_before_tells_nothing_with_the_keys_of_after(
    home: Home, tmp_path: Path
) -> None:
    await home.play.type(*SAID)
    await keep_one_of_each(home)
    if is_postgres(home.settings.database_url):
        older = home.tables("public")
    else:
        shutil.copytree(home.folder, tmp_path / "older")
        older = b"".join(file.read_bytes() for file in (tmp_path / "older").glob("attune.db*"))
    names = home.names
    await home.play.type("/attune data erase", "/choose Erase everywhere")
    wanted = [SECRET, ADA, *hashes(names)]
    assert found_in(older, wanted) == []
    events = [f"event|console:{kind}{number}" for kind in "ue" for number in range(60)]
    keys = [await home.vault.existing_key(owner) for owner in await owners(home)]
    assert found_in(older, [key.tag(one) for key in keys if key for one in events]) == []
    if not is_postgres(home.settings.database_url):
        store = await open_store(f"sqlite:///{tmp_path / 'older/attune.db'}", home.vault)
        assert found_in((await opened_rows(store)).encode(), wanted) == []
        await store.close()


async def owners(home: Home) -> list[Owner]:
    """Gives whose keys are left."""
    rows = [row for kind in KINDS for row in await home.store.sweep(kind)]
    return sorted({row.owner for row in rows})


async def test_an_erase_of_one_place_leaves_nothing_of_that_place(home: Home) -> None:
    await home.play.type(*SAID)
    await home.play.type("/attune data erase", "/choose Erase")
    names = home.names
    gone = [names.scope(DIRECT), names.episode(ADA), names.room(ROOMS[0]), DIRECT.space]
    rows = await opened_rows(home.store)
    assert found_in(home.everything() + rows.encode(), gone) == []
    assert [row.key for row in await home.store.sweep(PlaceRow)] == [names.scope(LOBBY)]


async def test_with_the_last_place_everything_of_the_person_goes(home: Home) -> None:
    await home.play.type("/as ada", f"hello {SECRET}", "/attune data erase", "/choose Erase")
    assert found_in(home.everything(), [SECRET, ADA, *hashes(home.names)]) == []


async def test_what_is_said_after_an_erase_is_met_as_if_for_the_first_time(home: Home) -> None:
    await home.play.type("/as ada", "hello", "/attune data erase", "/choose Erase")
    assert "I'm Attune, an AI" in "\n".join(await home.play.type("hello again"))
    (row,) = await home.store.sweep(PersonRow)
    assert row.met_at is not None


# -- what stays --------------------------------------------------------------------------------


async def test_who_is_under_18_stays_so_and_is_told(home: Home) -> None:
    await home.play.type("/as ada", "hello", "/attune under-18")
    shown = "\n".join(await home.play.type("/attune data erase"))
    assert ENGLISH.data.stays_under_18 in shown
    assert ENGLISH.data.stays_under_18 in "\n".join(await home.play.type("/choose Erase"))
    owner = home.names.person(ADA)
    assert await home.store.sweep(PersonRow) == (PersonRow(owner, under_18=True),)


async def test_that_a_person_was_ignored_holds_after_an_erase_and_they_are_told(home: Home) -> None:
    await home.play.type("/as ada", "hello", "/attune ignore-me", "/attune ignore-me off")
    shown = "\n".join(await home.play.type("/attune data erase", "/choose Erase"))
    assert shown.count(ENGLISH.data.stays_unread) == 2
    (row,) = await home.store.sweep(PersonRow)
    assert row == PersonRow(row.owner, read_since=row.read_since)
    assert row.read_since is not None


@pytest.mark.parametrize(
    ("row", "left"),
    [
        (PersonRow(HOUSE, met_at=AT, day_tokens=9, emojis=True), None),
        (PersonRow(HOUSE, met_at=AT, blocked=True), PersonRow(HOUSE, blocked=True)),
        (PersonRow(HOUSE, last_at=AT, ignored=True), PersonRow(HOUSE, ignored=True)),
        (PersonRow(HOUSE, last_at=AT, read_since=AT), PersonRow(HOUSE, read_since=AT)),
        (
            PersonRow(HOUSE, last_at=AT, age_open=True, age_asked_at=AT),
            PersonRow(HOUSE, age_open=True, age_asked_at=AT),
        ),
        (PersonRow(HOUSE, age_asked_at=AT), None),
    ],
)
def test_of_a_person_stays_what_protects_and_no_clock(row: PersonRow, left: PersonRow) -> None:
    assert row.left() == left


async def test_what_others_keep_is_left_alone(home: Home) -> None:
    await home.play.type("/as admin", "/room lobby", "/attune-admin ceiling attuned")
    await home.play.type("/as eve", f"@attune hello {SECRET}", *SAID)
    await home.play.type("/attune data erase", "/choose Erase everywhere")
    assert [row.ceiling for row in await home.store.sweep(SpaceRow)] == [2]
    people = [json.loads(row.body)["person"] for row in await home.store.sweep(PlaceRow)]
    assert EVE in people
    assert ADA not in people
    assert SECRET in (home.folder / "console.jsonl").read_text()


# -- the parts ---------------------------------------------------------------------------------


async def test_a_place_that_is_erased_takes_the_persons_notes_along() -> None:
    vault = FakeVault()
    store, names = FakeStore(vault), Pseudonyms(vault)

    async def work(unit: Unit) -> None:
        person = names.person(ADA)
        for place in (DIRECT, LOBBY):
            await unit.put(PlaceRow(person, names.scope(place)))
        await unit.put(NoteRow(person, "reaction"))
        await unit.put(EpisodeRow(names.episode(ADA), at=AT))
        await unit.put(PersonRow(person, met_at=AT))
        await Erasing(unit, names, ADA).scope(DIRECT)

    await store.deciding(names.person(ADA), work)
    assert (await store.sweep(NoteRow), await store.sweep(EpisodeRow)) == ((), ())
    assert len(await store.sweep(PersonRow)) == len(await store.sweep(PlaceRow)) == 1


async def test_an_event_that_comes_again_after_an_erase_is_known_from_memory() -> None:
    vault = FakeVault()
    store, heard = FakeStore(vault), Dedupe(Pseudonyms(vault))
    event = says("hello")
    heard.note(event)
    assert not await store.deciding(HOUSE, lambda unit: heard.is_new(unit, event))
    for number in range(MOST):
        heard.note(says(str(number), at=AT + timedelta(seconds=number)))
    assert len(heard._lately) <= MOST


async def test_a_key_that_somebody_reads_goes_out_of_the_files_once_they_are_done(
    home: Home,
) -> None:
    if not isinstance(home.vault, FileVault) or is_postgres(home.settings.database_url):
        return
    await home.play.type("/as ada", f"hello {SECRET}")
    keys = compose.keys_file(home.settings)
    reader = sqlite3.connect(keys, isolation_level=None)
    reader.execute("BEGIN")
    found = reader.execute("SELECT wrapped FROM data_keys WHERE owner != 'names'").fetchall()
    await home.play.type("/attune data erase", "/choose Erase")
    reader.execute("COMMIT")
    reader.close()
    await home.play.companion.run_due()
    house = await home.vault.existing_key(HOUSE)
    assert house is not None
    left = [wrapped for (wrapped,) in found if wrapped in home.everything()]
    assert len(left) <= 1  # of nobody


async def test_an_erase_takes_the_copies_of_migrations_along_and_a_day_does(home: Home) -> None:
    fresh, old = (home.folder / f"attune.db{COPY}{name}" for name in ("0001", "0002"))
    for copy in (fresh, old):
        copy.write_text(SECRET)
    now = home.play.clock.now().timestamp()
    os.utime(fresh, (now, now))
    os.utime(old, (now - COPIES_KEPT_FOR.total_seconds() - 1,) * 2)
    await home.play.companion.run_due()
    assert (fresh.exists(), old.exists()) == (True, False)
    await home.play.type("/as ada", "hello", "/attune data erase", "/choose Erase")
    assert not fresh.exists()


async def test_no_sealed_byte_of_what_was_erased_stays_in_the_log(home: Home) -> None:
    if is_postgres(home.settings.database_url):
        return  # its own log is the server's

    def kept() -> set[bytes]:
        with closing(sqlite3.connect(home.settings.database_file)) as raw:
            return {sealed for (sealed,) in raw.execute("SELECT sealed FROM kept")}

    await home.play.type("/as ada", f"hello {SECRET}")
    before = kept()
    await home.play.type("/attune data erase", "/choose Erase")
    gone = before - kept()
    assert gone
    assert [each for each in gone if each in home.everything()] == []


async def test_what_was_written_at_the_moment_of_an_erase_is_swept(home: Home) -> None:
    await home.play.type("/as ada", f"hello {SECRET}")
    person = home.names.person(ADA)
    key = await home.vault.key(person)

    async def note(unit: Unit) -> None:
        await unit.put(NoteRow(person, "inbox", body=SECRET))
        await unit.find(NoteRow, person)  # written; its key goes before it is committed
        await home.vault.destroy(person)

    await home.store.deciding(HOUSE, note)
    url = home.settings.database_url or f"sqlite:///{home.settings.database_file}"
    counted = select(func.count()).select_from(KEPT).where(KEPT.c.owner == key.alias)
    assert with_connection(url, lambda made: made.scalar(counted), writes=False)
    await home.play.companion.run_due()
    assert with_connection(url, lambda made: made.scalar(counted), writes=False) == 0


async def test_what_a_platform_fails_to_forget_is_tried_again_and_all_else_goes_first(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = home.folder / f"attune.db{COPY}0001"
    copy.write_text(SECRET)
    wanted = [SECRET, ADA, *hashes(home.names)]

    async def fails(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(Console, "forget", fails)
        await home.play.type("/as ada", f"hello {SECRET}", "/attune data erase", "/choose Erase")
        await home.play.companion.run_due()
    assert not copy.exists()
    assert [type(row.task) for row in await home.store.sweep(DueRow)] == [ForgetElsewhere]
    assert SECRET in (home.folder / "console.jsonl").read_text()
    for _ in range(2):  # it failed twice, and is tried again in two rounds
        await home.play.companion.run_due()
    assert await home.store.sweep(DueRow) == ()
    assert found_in(home.everything(), wanted) == []


async def test_a_platform_that_never_forgets_is_asked_ever_later_and_no_more_after_30_days(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[timedelta] = []
    began = home.play.clock.at

    async def fails(*_: object) -> None:
        asked.append(home.play.clock.at - began)
        raise RuntimeError

    monkeypatch.setattr(Console, "forget", fails)
    with capture_logs() as logs:
        await home.play.type("/as ada", "hello there", "/attune data erase", "/choose Erase")
        while (gone := home.play.clock.at - began) <= ASKED_FOR:
            await home.play.companion.run_due()
            home.play.clock.at += timedelta(hours=1 if gone < CLOSELY else 12)
        await home.play.companion.run_due()
    assert await home.store.sweep(DueRow) == ()
    assert len(asked) < 60
    waits = [later - one for one, later in pairwise(asked)]
    assert waits[1:5] == [timedelta(hours=2**many) for many in range(1, 5)]  # a round an hour
    ends = [one for one in logs if one["event"] == NEVER_FORGOT]
    assert [one["log_level"] for one in ends] == ["error"]
    assert ADA not in str(logs)


async def test_what_was_said_after_an_erase_stays_when_it_is_tried_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(Console, "forget", fails)
        await home.play.type(
            "/as ada", "hello from the pier", "/attune data erase", "/choose Erase"
        )
    home.play.clock.at += timedelta(seconds=30)
    await home.play.type("the launch slips to monday")
    home.play.clock.at += timedelta(seconds=30)
    await home.play.companion.run_due()
    stands = (home.folder / "console.jsonl").read_text()
    assert "the pier" not in stands
    assert "the launch slips" in stands


# -- what platforms note -----------------------------------------------------------------------

USER, OLD, NEW = "@ada:example.org", "!old:example.org", "!new:example.org"


async def erase(home: Home, person: PersonId, *spaces: SpaceId) -> None:
    """Erases places of a person who also talked elsewhere."""

    async def work(unit: Unit) -> None:
        elsewhere = Scope(SpaceId("elsewhere"), person)
        await unit.put(PlaceRow(home.names.person(person), home.names.scope(elsewhere)))
        for space in spaces:
            await Erasing(unit, home.names, person).scope(Scope(space, person))

    await home.store.deciding(home.names.person(person), work)


async def test_which_direct_room_of_matrix_was_upgraded_goes_with_its_place(home: Home) -> None:
    kept, ada = Origins(Notes(home.store, home.vault, home.play.clock, DRAWER)), matrix.person(USER)
    await kept.keep_origin(NEW, OLD, USER)
    assert await kept.origin(NEW, USER) == OLD
    await erase(home, ada, matrix.space("!another:example.org"))
    assert await kept.origin(NEW, USER) == OLD  # what holds there goes on
    await erase(home, ada, matrix.space(OLD))
    assert await kept.origin(NEW, USER) == NEW
    assert found_in((await opened_rows(home.store)).encode(), [OLD]) == []


async def test_what_the_house_noted_of_a_direct_room_is_its_persons_or_goes(home: Home) -> None:
    kept, ada = Origins(Notes(home.store, home.vault, home.play.clock, DRAWER)), matrix.person(USER)
    await kept.keep_origin(NEW, OLD)
    assert await kept.origin(NEW, USER) == OLD
    assert [row.owner for row in await home.store.sweep(NoteRow)] == [home.names.person(ada)]
    await kept.keep_origin(NEW, OLD)
    await kept.forget_origin(NEW, (matrix.space("!another:example.org"),))
    assert await kept.origin(NEW) == OLD
    await erase(home, ada, matrix.space(OLD))
    await kept.forget_origin(NEW, (matrix.space(OLD),))
    assert found_in((await opened_rows(home.store)).encode(), [OLD]) == []


async def test_where_replies_stand_on_discord_is_no_longer_the_houses_to_keep(home: Home) -> None:
    kept = Notes(home.store, home.vault, home.play.clock, discord.DRAWER)
    await kept.keep_house("carries on 1/2", "1234567890", lasts=False)  # as an earlier release did
    await kept.keep_house("hint", "shown", lasts=False)
    await kept.keep_house("position", "1234567890")
    await discord.Authors(kept).load()
    rows = await home.store.sweep(NoteRow)
    assert sorted((row.body, row.at is None) for row in rows) == [
        ("1234567890", True),
        ("shown", False),
    ]
