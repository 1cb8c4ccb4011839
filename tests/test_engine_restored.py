"""The mark of a restore outlasts every start, and a later restore has a mark of its own."""

from datetime import timedelta

from bot.engine.restored import mark_restored, restored_mark
from bot.records import NoteRow
from tests.fakes import FakeStore
from tests.scene import AT


async def test_a_mark_stays_until_the_next_restore() -> None:
    store = FakeStore()
    assert await restored_mark(store) == ""
    await mark_restored(store, "restored-1", AT)
    await store.forget(NoteRow, AT + timedelta(days=400))
    assert await restored_mark(store) == "restored-1"
    await mark_restored(store, "restored-2", AT)
    assert await restored_mark(store) == "restored-2"
