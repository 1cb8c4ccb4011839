"""What is noted of an event on Matrix, for when its redaction names only its id."""

from adapters.kit.notes import Notes
from adapters.matrix import ids
from adapters.matrix.event_notes import EventNotes
from adapters.matrix.inbox import DRAWER
from tests.console_stage import SetClock
from tests.fakes import FakeStore, FakeVault

ADA, BOB = ids.person("@ada:example.org"), ids.person("@bob:example.org")


async def test_what_was_noted_of_an_event_is_its_persons_and_no_other_events() -> None:
    vault = FakeVault()
    notes = Notes(FakeStore(vault), vault, SetClock(), DRAWER)
    noted = EventNotes(notes)
    what = {"message": "$reply", "emoji": "🔧", "about": "", "thread": None}
    await noted.keep(ADA, "$one", what)
    assert await noted.of(ADA, "$one") == what
    assert [await noted.of(BOB, "$one"), await noted.of(ADA, "$two")] == [None, None]
    assert not await noted.is_ignored(ADA)
