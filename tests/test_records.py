"""Records: what each declares of itself is whole, and what is derived from it is right."""

import json
from dataclasses import asdict, fields
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from bot.ids import PersonId, Scope, SpaceId
from bot.records import KINDS, OF_THE_PERSON, BoundariesRow, Row, purged_unread, sealed_columns
from bot.records.accounts import MinorTimeRow, PersonRow
from bot.records.conversation import AskRow, OutboxRow, PostRow, StyleRow
from bot.records.declare import Cause, ErasedPlace, Owner, Purge, erased_by, leaving, name_of
from bot.records.due import (
    DueRow,
    DueTask,
    EndLine,
    EraseFrozen,
    EraseHeld,
    ForgetElsewhere,
    ForgetWords,
    TrayRow,
    UnknownTask,
    key_of,
    task_of,
)
from bot.records.held import MemoryRow, SummaryRow, ThreadRow
from bot.records.impact import ImpactRow
from bot.records.measures import EpisodeRow, RepairRow
from bot.records.norms import NormsRow
from bot.records.observed import OBSERVED
from bot.records.people import (
    InboxRow,
    LanguageRow,
    NightCardRow,
    NoteRow,
    PeopleRow,
    PlaceRow,
)
from bot.records.study import StudyRow
from tests.records_table import PAGE, table, written

AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
ADA, HERE, THERE = Owner("ada"), Owner("here"), Owner("there")
PLACE = ErasedPlace(Scope(SpaceId("console:dm:ada"), PersonId("console:ada")), HERE)
ELSEWHERE = Scope(SpaceId("console:space"), PersonId("console:ada"))


# -- what a record declares --------------------------------------------------------------------


def test_the_page_has_the_table_that_the_records_declare() -> None:
    assert written(PAGE.read_text("utf-8")) == PAGE.read_text("utf-8"), (
        "write it anew: python -m tests.records_table"
    )
    assert table() in PAGE.read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_says_what_an_export_calls_it_and_what_ends_it(kind: type[Row]) -> None:
    assert kind.about.called
    assert kind.about.until


def test_a_database_and_an_export_call_each_kind_by_a_name_of_its_own() -> None:
    assert len({name_of(kind) for kind in KINDS}) == len(KINDS)
    assert len({kind.about.called for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_ends_by_time_has_the_moment_it_is_counted_from(kind: type[Row]) -> None:
    assert kind.about.lasts is None or "at" in {item.name for item in fields(kind)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_cause_is_declared_where_the_record_answers_to_it(kind: type[Row]) -> None:
    assert (Cause.PLACE in kind.about.causes) == (kind.is_of is not Row.is_of)
    assert (Cause.FREEZE in kind.about.causes) == (kind.is_frozen is not Row.is_frozen)


@pytest.mark.parametrize("kind", KINDS)
def test_free_text_is_in_no_repr_and_in_no_search(kind: type[Row]) -> None:
    shown = {item.name for item in fields(kind) if item.repr}
    assert sealed_columns(kind) & shown == set()
    bodies = {item.name for item in fields(kind)} & {"body", "before", "shown"}
    assert bodies <= sealed_columns(kind)


def test_words_on_their_way_go_unread_within_a_day() -> None:
    lasting = dict(purged_unread())
    spans = [lasting[kind] for kind in (AskRow, OutboxRow, InboxRow)]
    assert spans == [timedelta(hours=23)] * 3  # by the hour, so at most a day
    assert {EpisodeRow, PlaceRow}.isdisjoint(lasting)
    assert EpisodeRow.about.purge is PlaceRow.about.purge is Purge.ENDED


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_simply_purged_says_when_it_ends(kind: type[Row]) -> None:
    assert kind.about.purge is Purge.UNREAD or "{lasts}" in kind.about.until


def test_a_retention_is_asked_only_where_a_time_takes_a_record_away() -> None:
    assert PlaceRow.about.retention == timedelta(days=60)
    with pytest.raises(LookupError):
        _ = PersonRow.about.retention


# -- what erases it ----------------------------------------------------------------------------


def test_with_a_place_goes_what_is_about_it_or_about_none() -> None:
    assert erased_by(Cause.PLACE) == (
        *(PostRow, TrayRow, NightCardRow, BoundariesRow),
        *(PeopleRow, LanguageRow, NoteRow),
    )
    assert NightCardRow(ADA).is_of(PLACE)
    notes = [NoteRow(ADA, scope=scope) for scope in (Owner(""), HERE, THERE)]
    assert [note.is_of(PLACE) for note in notes] == [True, True, False]
    assert not PersonRow(ADA).is_of(PLACE)


@pytest.mark.parametrize(("scope", "is_of"), [(PLACE.scope, True), (ELSEWHERE, False)])
def test_a_card_goes_with_the_place_its_choices_act_on(scope: Scope, is_of: bool) -> None:
    body = json.dumps({"choices": [], "scope": asdict(scope), "is_direct": True})
    assert PostRow(ADA, body=body).is_of(PLACE) is is_of
    assert not PostRow(ADA).is_of(PLACE)


@pytest.mark.parametrize("line", ["stays", "renew", "wants attuned", "wants ongoing"])
def test_a_waiting_line_goes_with_its_place(line: str) -> None:
    waiting = TrayRow(ADA, TrayRow.key_of(HERE, line))
    assert waiting.line == line
    assert waiting.is_of(PLACE)
    assert not TrayRow(ADA, TrayRow.key_of(THERE, line)).is_of(PLACE)


@pytest.mark.parametrize(("line", "is_told"), [("stays", True), ("age", True), ("renew", False)])
def test_what_is_told_where_nothing_was_agreed_is_no_offer(line: str, is_told: bool) -> None:
    assert TrayRow(ADA, TrayRow.key_of(HERE, line)).needs_no_yes is is_told


@pytest.mark.parametrize("line", OF_THE_PERSON)
def test_a_waiting_line_about_the_person_stays_with_their_other_places(line: str) -> None:
    assert not TrayRow(ADA, TrayRow.key_of(HERE, line)).is_of(PLACE)


def test_with_the_end_of_a_freeze_goes_what_was_learnt_and_what_asks_for_more() -> None:
    upward = frozenset({"warmer"})
    held = (ThreadRow, MemoryRow, SummaryRow)
    answered = (RepairRow, NormsRow, *OBSERVED, StudyRow)
    assert erased_by(Cause.FREEZE) == (StyleRow, *held, ImpactRow, *answered)
    norms = [NormsRow(ADA).is_frozen(above, upward) for above in range(4)]
    assert norms == [True, True, True, False]  # ongoing alone uses them
    assert RepairRow(ADA).is_frozen(0, upward)
    assert not RepairRow(ADA).is_frozen(1, upward)
    of_ada = [kind(ADA) for kind in (*held, *OBSERVED)]  # from attuned on they are used
    assert [[one.is_frozen(above, upward) for one in of_ada] for above in (0, 1, 2)] == [
        [True] * 5,
        [True] * 5,
        [False] * 5,
    ]
    styles = [StyleRow(ADA, "tone", value) for value in ("warmer", "blunter")]
    assert [style.is_frozen(0, upward) for style in styles] == [True, False]
    assert not PersonRow(ADA).is_frozen(0, upward)


def test_only_of_a_person_anything_is_left() -> None:
    assert leaving() == (PersonRow, MinorTimeRow)
    assert NoteRow(ADA).left() is None
    assert PersonRow(ADA, under_18=True, met_at=AT).left() == PersonRow(ADA, under_18=True)


def test_a_repair_names_its_reply_and_which_of_its_repairs_it_was() -> None:
    repair = RepairRow(ADA, "event:0f3a:02")  # as the release before wrote it
    assert (repair.reply, repair.number) == ("event:0f3a", 2)
    assert RepairRow.key_of(repair.reply, repair.number) == repair.key


# -- what is due -------------------------------------------------------------------------------

# As the release before wrote them: what is due in people's databases has these keys.
KEYS: list[tuple[str, DueTask]] = [
    ("erase-frozen", EraseFrozen()),
    ("erase-held", EraseHeld()),
    ("words:0f3a", ForgetWords("0f3a")),
    ("passes:77be", EndLine("77be")),
    ("forget 9c01", ForgetElsewhere("9c01")),
    ("of a later release", UnknownTask("of a later release")),
]


@pytest.mark.parametrize(("key", "task"), KEYS)
def test_a_task_is_read_from_the_key_that_earlier_releases_gave_it(key: str, task: DueTask) -> None:
    assert DueRow(ADA, key).task == task_of(key) == task
    assert key_of(task) == key


def test_every_task_is_among_those_that_are_read() -> None:
    assert {type(task) for _, task in KEYS} == set(get_args(DueTask))
