"""The operator's export and erase: all of it, recorded, told once, and nobody else's."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot import impact
from bot.choices import AnswerImpact, Choice, LeaveDay, NoticedWhy
from bot.consent import NOTICING, NOTICING_WORSE
from bot.engine.codec import dump_post
from bot.engine.only_theirs import is_only_theirs
from bot.engine.operator_acts import OperatorActs
from bot.engine.pseudonyms import Pseudonyms
from bot.export import Everything, KeptIn, files
from bot.ids import EventId, PersonId, Scope, SpaceId
from bot.impact import Impact, Question, study
from bot.impact.study import Compares, Study, drawn
from bot.markers import Marker, Observation, kept, told
from bot.markers.told import Told
from bot.ports import Unit
from bot.records import (
    COPIED,
    ERASED,
    HOUSE,
    KINDS,
    AskRow,
    CountRow,
    DueRow,
    EpisodeRow,
    ForgetElsewhere,
    ImpactRow,
    MarkersRow,
    ObservationRow,
    OperatorActRow,
    OutboxRow,
    PlaceRow,
    PostRow,
    Row,
    ScopeRow,
    StudyRow,
    TrayRow,
)
from bot.strings import ENGLISH
from tests.fakes import FakeStore, FakeVault
from tests.play import Play, ScriptedModel
from tests.scene import AT

SECRET = "zqheron"
ADA, EVE = PersonId("console:ada"), PersonId("console:eve")
SAID = (
    *("/as ada", f"hello, the {SECRET} sleeps", "/attune on", "/choose Yes"),
    *(f"/attune night-card call {SECRET}", "/room lobby", f"@attune what of the {SECRET}"),
    *("/attune on", "/choose Yes", "/room dm"),
)
TOLD = ENGLISH.data.operator


def replying(_prompt: object) -> list[str]:
    return [f"The {SECRET} is a bird. ", "It wakes at six."]


@pytest.fixture
def p(tmp_path: Path) -> Play:
    vault = FakeVault()
    return Play(tmp_path, FakeStore(vault), vault, ScriptedModel(replying))


def acts(p: Play, name: str = "1", at: datetime = AT) -> OperatorActs:
    return OperatorActs(p.store, Pseudonyms(p.vault), at, EventId(f"operator:{name}"))


Found = tuple[KeptIn, ...]


def document(found: Found) -> list[dict[str, Any]]:
    """Gives each row and entry as an export spells it."""
    whole, _page = files(Everything(ADA, AT, found), ENGLISH)
    rows: list[dict[str, Any]] = json.loads(whole.text)["rows"]
    return rows


def listed(found: Found) -> list[str]:
    return sorted(json.dumps(row, sort_keys=True) for row in document(found))


def rows_of(found: Found) -> list[Row]:
    return [row for part in found for row in part.rows]


def states_of(found: Found) -> list[str]:
    return [entry.state for part in found for _, entry in part.entries]


async def test_a_copy_holds_every_place_and_what_the_persons_own_export_holds(p: Play) -> None:
    async with p.running():
        await p.type(*SAID, "I want to kill myself tonight")
        names = Pseudonyms(p.vault)
        of_ada = {names.person(ADA), names.episode(ADA)}
        of_ada |= {
            names.scope(Scope(SpaceId(one), ADA)) for one in ("console:dm:ada", "console:space")
        }
        swept = [row for kind in KINDS for row in await p.store.sweep(kind)]
        found = await acts(p).copied(ADA)
        assert {repr(asdict(row)) for row in rows_of(found)} == {
            repr(asdict(row)) for row in swept if row.owner in of_ada and not is_only_theirs(row)
        }
        assert {PlaceRow, EpisodeRow} <= {type(row) for row in rows_of(found)}
        assert len(await p.store.sweep(PlaceRow)) == 2
        assert states_of(found).count("given") == 2
        assert any(SECRET in row for row in listed(found))
        await p.type("/attune data export")
        (file,) = p.folder.glob("attune-data-*.json")
        own = {named(one) for one in json.loads(file.read_text("utf-8"))["rows"]}
        here = {named(one) for one in document(await acts(p, "2").copied(ADA))}
        assert {one for one in own if one[0] not in ("tray", "outbox")} <= here


def named(row: dict[str, Any]) -> tuple[str, str | None, str]:
    return (row["kept"], row["place"], str(row.get("key", row.get("number"))))


def theirs_alone(p: Play) -> tuple[Row, ...]:
    """Gives a row of each kind that only its person reads, and the cards that name any of it."""
    scope = Scope(SpaceId("console:dm:ada"), ADA)
    owner, day = Pseudonyms(p.vault).scope(scope), AT.date()
    withdrawal = Marker.WITHDRAWAL
    seen = (Observation(withdrawal, day, 1.0, SECRET),)
    taps = (NoticedWhy(withdrawal), AnswerImpact(Question.LOAD, 1), LeaveDay())
    cards = [dump_post((Choice(SECRET, one),), scope, is_direct=True) for one in taps]
    return (
        ObservationRow(owner, SECRET, at=AT, body=kept.dump(seen)),
        MarkersRow(owner, body=told.dump({withdrawal: Told(disputes=2)})),
        ImpactRow(owner, body=impact.dump(Impact(is_shared=True))),
        StudyRow(owner, body=study.dump(Study(Compares.WARM, drawn(3), AT, AT))),
        AskRow(owner, SECRET, body=SECRET),
        OutboxRow(owner, SECRET, body=SECRET),
        *(PostRow(owner, f"{SECRET} {at}", "card", body=one) for at, one in enumerate(cards)),
    )


async def test_the_operators_copy_has_nothing_of_what_only_its_person_reads_and_counts_it(
    p: Play,
) -> None:
    rows = theirs_alone(p)
    assert {type(row) for row in rows} >= {kind for kind in KINDS if kind.about.only_theirs}

    async def put(unit: Unit) -> None:
        for row in rows:
            await unit.put(row)

    async with p.running():
        await p.type("/as ada", "hello", "/attune on", "/choose Yes")
        before = await acts(p).copied(ADA)
        await p.store.deciding(Pseudonyms(p.vault).person(ADA), put)
        found = await acts(p, "2").copied(ADA)
        for one in files(Everything(ADA, AT, found), ENGLISH):
            assert SECRET not in one.text
            assert Marker.WITHDRAWAL.value not in one.text
        new = {named(row) for row in document(found)} - {named(row) for row in document(before)}
        assert {kind for kind, *_ in new} <= {"operatoract", "tray", "audit"}
        left_out = Everything(ADA, AT, found).left_out - Everything(ADA, AT, before).left_out
        assert left_out == len(rows)
        await p.type("/attune data export")
        (file,) = p.folder.glob("attune-data-*.json")
        own = json.loads(file.read_text("utf-8"))
        assert own["left_out"] == 0
        assert {"observation", "markers", "impact", "study"} <= {one["kept"] for one in own["rows"]}


async def test_a_copy_is_recorded_and_told_once_in_private(p: Play) -> None:
    async with p.running():
        await p.type(*SAID)
        await acts(p).copied(ADA)
        await acts(p, "2").copied(ADA)
        assert [row.act for row in await p.store.sweep(OperatorActRow)] == [COPIED, COPIED]
        shared = "\n".join(await p.type("/room lobby", "@attune and now"))
        assert TOLD["copied"] not in shared
        first = "\n".join(await p.type("/room dm", "hello again"))
        assert first.count(TOLD["copied"]) == 1
        assert TOLD["copied"] not in "\n".join(await p.type("and again", "/attune data"))
        assert len(await p.store.sweep(OperatorActRow)) == 2


async def test_after_an_erase_nothing_is_left_but_the_acts_and_what_tells_of_them(p: Play) -> None:
    async with p.running():
        await p.type(*SAID)
        await p.type("/as eve", "hello", "/attune on", "/choose Yes", "/as ada")
        eves = listed(await acts(p, "eve").copied(EVE))
        await acts(p).copied(ADA)
        assert await acts(p, "2").erased(ADA)
        names = Pseudonyms(p.vault)
        rows = [row for kind in KINDS for row in await p.store.sweep(kind)]
        own = [row for row in rows if row.owner == names.person(ADA)]
        assert {type(row) for row in own} == {OperatorActRow, TrayRow}
        assert sorted(row.act for row in own if isinstance(row, OperatorActRow)) == [COPIED, ERASED]
        due = [row for row in rows if isinstance(row, DueRow) and row.owner == HOUSE]
        assert [type(row.task) for row in due] == [ForgetElsewhere]
        assert not [row for row in rows if row not in due and str(ADA) in repr(asdict(row))]
        kept = {one.split('"kept"')[1] for one in listed(await acts(p, "eve").copied(EVE))}
        assert len(kept) >= len(eves) > 0
        heard = "\n".join(await p.type("hello, it is me"))
        assert heard.count(TOLD["erased"]) == heard.count(TOLD["copied"]) == 1
        assert "I'm Attune, an AI" in heard
        assert TOLD["erased"] not in "\n".join(await p.type("and again"))


async def test_an_erase_withdraws_in_the_ledger_before_nobody_can_link_it(p: Play) -> None:
    async with p.running():
        await p.type(*SAID)
        before = await acts(p).copied(ADA)
        await acts(p, "2").erased(ADA)
        assert await p.store.sweep(ScopeRow) == ()
        subjects = {entry.subject for part in before for _, entry in part.entries}

        async def read(unit: Unit) -> list[str]:
            return [one.state for each in subjects for _, one in await unit.ledger(each)]

        assert (await p.store.reading(read)).count("withdrawn") == 2
        counted = {one.key.partition(":")[2]: one.count for one in await p.store.sweep(CountRow)}
        assert counted["consent:withdrawn"] == 2


async def test_an_erase_withdraws_every_purpose_that_the_yes_named(p: Play) -> None:
    async with p.running():
        worse = ENGLISH.choices.notice_worse
        await p.type("/as ada", "hello", "/attune on attuned", f"/choose {worse}", "/choose Yes")
        before = [entry for part in await acts(p).copied(ADA) for _, entry in part.entries]
        await acts(p, "2").erased(ADA)

        async def read(unit: Unit) -> dict[str, str]:
            subjects = {one.subject for one in before}
            every = [one for each in subjects for _, one in await unit.ledger(each)]
            return {one.state: one.purposes for one in every}

        named = await p.store.reading(read)
        assert named["withdrawn"] == named["given"]
        assert f"{NOTICING}; {NOTICING_WORSE}" in named["withdrawn"]


async def test_a_crisis_line_in_a_shared_room_is_taken_away_with_an_erase(p: Play) -> None:
    async with p.running():
        await p.type("/as ada", "/room lobby", "@attune I want to kill myself tonight")
        await acts(p).erased(ADA)
        assert {row.owner for row in await p.store.sweep(OutboxRow)} == {HOUSE}


async def test_a_stranger_leaves_no_trace_of_being_asked_about(p: Play) -> None:
    async with p.running():
        await p.type("/as ada", "hello")
        before = [row for kind in KINDS for row in await p.store.sweep(kind)]
        assert not await acts(p).copied(EVE)
        assert not await acts(p).erased(EVE)
        assert [row for kind in KINDS for row in await p.store.sweep(kind)] == before


async def test_a_block_and_an_age_outlast_the_operators_erase_too(p: Play) -> None:
    async with p.running():
        await p.type("/as ada", "hello", "/attune under-18")
        await acts(p).erased(ADA)
        shown = "\n".join(await p.type("/attune status"))
        assert ENGLISH.status.plainly["under_18"] in shown
