"""An export is complete: every field of every record of a person, and nothing of anybody else.

What there is to compare is read off the records themselves, so that a new kind is never forgotten.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from itertools import count
from types import UnionType
from typing import Any, get_args

import pytest

from bot import norms
from bot.engine.everything import everything, of_place
from bot.engine.pseudonyms import Pseudonyms
from bot.export import Everything, KeptIn, files
from bot.export.document import document
from bot.export.fields import held, stays
from bot.export.leaving_out import OF_BOTH, is_on_page
from bot.ids import PersonId, Scope, SpaceId
from bot.norms import Norm
from bot.people import dump, with_one
from bot.ports import Unit
from bot.records import KINDS, LedgerRow, NormsRow, Owner, PeopleRow, PlaceRow, Row, Words, name_of
from bot.records.declare import IN_TRANSIT
from bot.strings import ENGLISH
from tests.export_table import PAGE, columns, described, kinds, written
from tests.fakes import FakeStore, FakeVault
from tests.scene import AT

ADA, EVE = PersonId("x:ada"), PersonId("x:eve")
SPACES = (SpaceId("x:dm"), SpaceId("x:harbour"), SpaceId("x:orchard"))
# Of nobody, or of a space: no person is named in them, but for hashes that end with their key.
OF_NO_PERSON = {
    "space": "what admins set of a space",
    "count": "how often something happened in a month, of nobody",
    "mute": "until when the admins of a space want silence towards a hash",
    "instance": "what the operator set for everybody",
}


@dataclass
class Filled:
    """Rows of which each field has a value that no other field of any row has."""

    numbers: Iterator[int] = field(default_factory=lambda: count(7_000_001))

    def value(self, kind: object) -> Any:
        number, known = (
            next(self.numbers),
            get_args(kind) if isinstance(kind, UnionType) else (kind,),
        )
        values: dict[object, Any] = {
            bool: True,
            int: number,
            float: number + 0.5,
            datetime: AT + timedelta(seconds=number),
            Words: json.dumps({"said": f"words {number} of theirs"}),
        }
        return values.get(known[0], f"text{number}")

    def row(self, kind: type[Row], owner: Owner, scope: Scope | None) -> Row:
        """Gives a row of a kind; what is read of one of a person's can be read."""
        given = {each.name: self.value(each.type) for each in fields(kind)[1:]}
        if kind is PeopleRow:
            given["body"] = dump(with_one((), "Sam", f"words {next(self.numbers)} of theirs"))
        if kind is NormsRow:
            role = Norm(1, f"words {next(self.numbers)} of theirs")
            given["body"] = norms.dump(norms.Norms((role,)))
        if kind is PlaceRow and scope is not None:
            place = {"space": scope.space, "person": scope.person, "direct": False}
            given["body"] = json.dumps(place)
        return kind(owner, **given)

    def entry(self, subject: str) -> LedgerRow:
        given = {each.name: self.value(each.type) for each in fields(LedgerRow)[1:]}
        return LedgerRow(subject, **given)


@dataclass
class Kept:
    """What was kept of two people: of each kind one row in each place, and one beside any."""

    store: FakeStore
    names: Pseudonyms
    filled: Filled = field(default_factory=Filled)
    rows: dict[PersonId, list[Row | LedgerRow]] = field(default_factory=dict)

    async def keep(self, person: PersonId) -> None:
        async def work(unit: Unit) -> None:
            every = self.rows.setdefault(person, [])
            for kind, owner, scope in self._places(person):
                row = self.filled.row(kind, owner, scope)
                if kind is PlaceRow and scope is not None:
                    row = replace(row, key=self.names.scope(scope))
                every.append(row)
                await unit.put(row)
            for space in SPACES:
                owner = self.names.scope(Scope(space, person))
                entry = self.filled.entry(await unit.subject(owner, "consent"))
                every.append(entry)
                await unit.append(entry)

        await self.store.deciding(self.names.person(person), work)

    def _places(self, person: PersonId) -> Iterator[tuple[type[Row], Owner, Scope | None]]:
        scopes = [Scope(space, person) for space in SPACES]
        for kind in kinds():
            if kind.about.whose == "scope":
                yield from ((kind, self.names.scope(scope), scope) for scope in scopes)
            elif kind is PlaceRow:
                yield from ((kind, self.names.person(person), scope) for scope in scopes)
            elif kind.about.whose == "person":
                yield kind, self.names.person(person), None
            else:
                yield kind, self.names.episode(person), None


@pytest.fixture
async def kept() -> Kept:
    vault = FakeVault()
    one = Kept(FakeStore(vault), Pseudonyms(vault))
    await one.keep(ADA)
    await one.keep(EVE)
    return one


async def parts_of(kept: Kept, person: PersonId) -> tuple[KeptIn, ...]:
    return await kept.store.reading(lambda unit: everything(unit, kept.names, person))


def values_of(row: Row | LedgerRow) -> dict[str, Any]:
    """Gives a row as the document has it."""
    kind = type(row)
    named = {called: getattr(row, column.name) for called, column in columns(kind)}
    return {
        name: value.isoformat(timespec="seconds") if isinstance(value, datetime) else value
        for name, value in named.items()
    }


def beside(row: dict[str, Any]) -> tuple[str, ...]:
    """Names what the document has beside what a row holds."""
    return ("kept", "place", "number") if row["kept"] == "ledger" else ("kept", "place")


def said_of(value: Any) -> str:
    """Gives how a unique value stands on the page."""
    if isinstance(value, datetime):
        return f'datetime="{value.isoformat(timespec="seconds")}"'
    found = re.search(r"words \d+ of theirs|x:\w+", str(value))
    return found[0] if found else str(value)


async def test_the_document_holds_every_field_of_every_row_and_entry(kept: Kept) -> None:
    read = json.loads(document(Everything(ADA, AT, await parts_of(kept, ADA))))
    held_there = [
        {name: value for name, value in row.items() if name not in beside(row)}
        for row in read["rows"]
    ]
    for row in kept.rows[ADA]:
        assert values_of(row) in held_there, type(row).__name__
    assert len(held_there) == len(kept.rows[ADA])
    assert [one["place"] for one in read["places"]] == sorted(SPACES, reverse=True)
    in_places = {row["place"] for row in read["rows"]}
    assert in_places == {None, *SPACES}


async def test_the_page_holds_every_field_but_those_that_say_nothing_to_people(kept: Kept) -> None:
    page = files(Everything(ADA, AT, await parts_of(kept, ADA)), ENGLISH)[1].text
    for row in kept.rows[ADA]:
        for column in fields(row):
            value = getattr(row, column.name)
            if not is_on_page(column) or isinstance(value, bool):
                continue
            named = {"stop_word": "hashed", "open_in": "yes"}.get(column.name, "")
            wanted = ENGLISH.export.values[named] if named else said_of(value)
            assert wanted in page, f"{type(row).__name__}.{column.name}"


async def test_each_field_on_the_page_has_its_name_beside_it(kept: Kept) -> None:
    called = ENGLISH.export.fields
    for row in kept.rows[ADA]:
        beside = [name for name, _ in held(row, ENGLISH)]
        assert beside == [called[one.name] for one in fields(row) if is_on_page(one)]


async def test_nothing_of_anybody_else_is_in_either(kept: Kept) -> None:
    texts = [one.text for one in files(Everything(ADA, AT, await parts_of(kept, ADA)), ENGLISH)]
    eves = {
        str(value)
        for row in kept.rows[EVE]
        for value in (said_of(getattr(row, one.name)) for one in fields(row))
        if value not in ("True", "Sam", *SPACES)
    }
    assert len(eves) > 100
    assert [one for one in eves for text in texts if one in text] == []
    assert not any(EVE in text for text in texts)


async def test_of_one_place_nothing_of_another_and_nothing_beside_any(kept: Kept) -> None:
    here = Scope(SPACES[1], ADA)
    part = await kept.store.reading(lambda unit: of_place(unit, kept.names, here))
    assert {row.owner for row in part.rows} == {kept.names.scope(here)}
    kinds_here = {type(row) for row in part.rows}
    assert kinds_here == {kind for kind in kinds() if kind.about.whose == "scope"}
    assert len(part.entries) == 1


async def test_a_place_that_is_not_among_theirs_yet_is_read_too(kept: Kept) -> None:
    new = Scope(SpaceId("x:new"), ADA)
    parts = await kept.store.reading(lambda unit: everything(unit, kept.names, ADA, new))
    assert [part.place for part in parts][:2] == [None, new.space]
    again = await kept.store.reading(
        lambda unit: everything(unit, kept.names, ADA, Scope(SPACES[0], ADA))
    )
    assert len(again) == 1 + len(SPACES)


def test_every_kind_is_a_persons_or_is_named_with_why_it_is_not() -> None:
    others = {name_of(kind) for kind in KINDS} - {name_of(kind) for kind in kinds()}
    assert others == set(OF_NO_PERSON)


def test_what_is_left_out_is_the_field_of_a_record_and_never_words() -> None:
    every = [column for kind in (*kinds(), LedgerRow) for column in fields(kind)]
    assert set(OF_BOTH) <= {column.name for column in every}
    assert all(is_on_page(column) for column in every if column.type == Words)
    assert set(OF_BOTH) == {"owner"}


def test_for_each_kind_it_is_said_how_long_it_stays() -> None:
    said = {stays(kind.about, ENGLISH) for kind in kinds()}
    assert stays(LedgerRow.about, ENGLISH) == ENGLISH.export.stays["ledger"]
    assert ENGLISH.export.stays["days"].format(count=30) in said
    for kind in kinds():
        if kind.about.lasts == IN_TRANSIT:
            assert stays(kind.about, ENGLISH) == ENGLISH.export.stays["day"]


# -- docs/export.md ----------------------------------------------------------------------------


def test_the_page_about_it_describes_every_kind_as_the_records_declare_it() -> None:
    assert written(PAGE.read_text("utf-8")) == PAGE.read_text("utf-8"), (
        "run python -m tests.export_table"
    )


FORMS = {
    "text": str,
    "number": int | float,
    "true or false": bool,
    "time": str,
    "null": type(None),
    "list": list,
    "object": dict,
}


def fits(value: Any, form: str) -> bool:
    """Returns whether a value is of a form that the page about exports names."""
    kinds_of = [FORMS[form]] if form in FORMS else [FORMS[one] for one in form.split(" or ")]
    return any(isinstance(value, one) for one in kinds_of)


def wrong_in(row: dict[str, Any], form: dict[str, str]) -> list[str]:
    """Names the fields of a row that are not as described, missing, or not described."""
    off = [name for name, value in row.items() if name in form and not fits(value, form[name])]
    return sorted(off + list(row.keys() ^ form.keys()))


async def test_the_document_is_as_it_is_described_to_the_last_field(kept: Kept) -> None:
    told = described(PAGE.read_text("utf-8"))
    read = json.loads(document(Everything(ADA, AT, await parts_of(kept, ADA), run_by="Ada")))
    rows = read["rows"]
    of_all = told.pop("row")
    for row in rows:
        own = {name: value for name, value in row.items() if name not in of_all}
        assert wrong_in({name: row[name] for name in of_all}, of_all) == []
        assert wrong_in(own, told[row["kept"]]) == [], row["kept"]
    assert {row["kept"] for row in rows} == told.keys() - {"document", "carried", "places"}
    assert wrong_in(read, told["document"]) == []
    assert wrong_in(read["carried"], told["carried"]) == []
    assert all(wrong_in(one, told["places"]) == [] for one in read["places"])


def test_the_example_is_a_document_of_this_version() -> None:
    page = PAGE.read_text("utf-8")
    example = json.loads(page.partition("```json\n")[2].partition("\n```")[0])
    told = described(page)
    assert wrong_in(example, told["document"]) == []
    for row in example["rows"]:
        assert wrong_in(row, told["row"] | told[row["kept"]]) == []
