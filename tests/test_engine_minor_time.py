"""How long a minor talked is read of whoever counts as one, and of nobody else."""

from dataclasses import replace

import pytest

from bot.duties.stretches import Stretch, written
from bot.export.fields import held
from bot.house_rules import MINORS, with_value
from bot.ids import Named
from bot.records import MinorTimeRow, Owner, PersonRow, SpaceRow
from bot.strings import ENGLISH
from tests.scene import ADA, AT, SHARED, says
from tests.test_engine_load import Stand

ROLE = Named("r", "@r", is_role=True)


@pytest.mark.parametrize(
    ("says_so", "roles", "is_read"),
    [(True, (), True), (False, ("r",), True), (False, ("other",), False), (False, (), False)],
)
async def test_the_time_is_read_of_whoever_counts_as_a_minor(
    says_so: bool, roles: tuple[str, ...], is_read: bool
) -> None:
    at, where = Stand(), replace(SHARED, roles=roles)
    space = with_value(SpaceRow(at.names.space(SHARED.space)), MINORS, (ROLE,))
    person = PersonRow(at.names.person(ADA), under_18=says_so)
    time = MinorTimeRow(at.names.person(ADA), at=AT, counted_seconds=60)
    event = replace(says("hello"), where=where)
    snapshot = await at.loaded(event, space, person, time)
    assert snapshot.is_minor is is_read
    assert (snapshot.minor_time is not None) is is_read


def test_a_page_says_how_many_talks_there_were_and_no_form_of_the_programs_own() -> None:
    row = MinorTimeRow(Owner("ada"), stretches=written((Stretch(AT, AT), Stretch(AT, AT))))
    assert dict(held(row, ENGLISH))[ENGLISH.export.fields["stretches"]] == "2"
