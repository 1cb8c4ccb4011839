"""What is noticed of one person reaches nobody else: dialogues with a whole Attune."""

import pytest
import structlog

from bot.markers import Marker
from bot.markers.shares import Shares
from bot.records import ObservationRow
from bot.strings import ENGLISH
from tests.fakes import FakeClassifier
from tests.play import Play

ONLY = "you are the only one who gets me"
KINDS = (
    ENGLISH.noticed.kinds["only_you"],
    ENGLISH.noticed.called[Marker.EXCLUSIVITY],
    "only_you",
    *Marker,
)


@pytest.fixture(autouse=True)
def hearing(p: Play) -> None:
    p.classifier = FakeClassifier(marked={"only one": Shares(exclusivity=0.95)})


async def noticed(p: Play) -> None:
    """Lets Ada be somebody of whom something was noticed, and who knows it."""
    await p.type("/as ada", "/room dm", "/attune on attuned", "/choose Yes")
    for _ in range(3):
        await p.type(ONLY)
        p.clock.pass_by(days=3)
    assert KINDS[0] in text(await p.type("/attune noticed"))


def text(lines: list[str]) -> str:
    return "\n".join(lines)


def tells(said: str) -> list[str]:
    return [kind for kind in KINDS if kind in said]


async def test_no_other_person_reads_it_in_their_list_or_export(p: Play) -> None:
    async with p.running():
        await noticed(p)
        await p.type("/as eve", "/room dm", "/attune on attuned", "/choose Yes")
        told = await p.type("/attune noticed", "/attune noticed why", "/attune data")
        assert tells(text(told)) == []
        found = await p.store.sweep(ObservationRow)
        assert len({row.owner for row in found}) == 1


async def test_no_admin_reads_it_in_settings_reports_or_what_a_person_reported(p: Play) -> None:
    async with p.running():
        await noticed(p)
        await p.type("/room lobby", "@attune hello", "/attune report")
        told = await p.type(
            *("/as admin", "/attune-admin settings", "/attune-admin reports", "/attune noticed"),
            *("/attune why", "/attune data"),
        )
        assert tells(text(told)) == []


async def test_no_log_of_the_operators_names_it(p: Play) -> None:
    async with p.running():
        with structlog.testing.capture_logs() as logs:
            await noticed(p)
            await p.type("so, the launch slips", "/attune noticed not right", "/attune noticed off")
        assert tells(str(logs)) == []


async def test_it_is_in_nothing_that_is_printed_of_a_row(p: Play) -> None:
    async with p.running():
        await noticed(p)
        assert tells(repr(await p.store.sweep(ObservationRow))) == []
