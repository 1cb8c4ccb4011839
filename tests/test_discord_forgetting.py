"""What Discord's part holds of a person in memory goes with an erase; what came since stays."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

import pytest

from adapters.discord import authors, ids
from adapters.discord.authors import DRAWER, Authors, Wrote, note_of, wrote_in
from adapters.discord.ephemeral import EphemeralAnswers, Token
from adapters.discord.history import History
from adapters.discord.private_ask import PrivateAsk, PrivateAsks
from adapters.kit.notes import Notes
from bot.engine.places import Places
from bot.engine.pseudonyms import Pseudonyms
from bot.events import Happening
from bot.ids import EventId, MessageId, PersonId, RoomId, SendKey, Where
from bot.ports import Unit
from bot.records import HOUSE, Row
from bot.strings import ENGLISH
from bot.words import Outgoing
from tests.console_stage import SetClock
from tests.fakes import FakeStore, FakeVault

R = TypeVar("R", bound=Row)
ADA, BEN = ids.person("1"), ids.person("2")
LONG = timedelta(hours=1)


class Takes:
    """An API that takes everything."""

    async def ask(self, *_request: object, **_named: object) -> dict[str, Any]:
        return {"id": "900"}


def before_and_after(clock: SetClock) -> tuple[datetime, datetime, datetime]:
    """Gives a time long before an erase, of the erase, and long after it."""
    return clock.now() - LONG, clock.now(), clock.now() + LONG


async def test_what_was_asked_aside_before_an_erase_is_gone_with_what_was_answered() -> None:
    api: Any = Takes()
    clock = SetClock()
    early, erased, late = before_and_after(clock)
    asides = PrivateAsks(api, EphemeralAnswers(api, clock), clock, ENGLISH)
    for name, person, at in (("a", ADA, early), ("b", ADA, late), ("c", BEN, early)):
        one = PrivateAsk(person, MessageId(name), "the heron sleeps", at, Token("app", name, at))
        asides.begin(RoomId(name), one)
    clock.at = early
    said = await asides.say(
        Outgoing(SendKey("k"), RoomId("a"), "It wakes at six.", reply_to=MessageId("1"))
    )
    asides.forget(ADA, erased)
    assert [asides.knows(RoomId(name)) for name in "abc"] == [False, True, True]
    assert asides.renew(said, Token("app", "new", late), pressed=True) is None
    assert said not in asides._of


async def test_how_a_person_was_answered_alone_is_gone_unless_an_answer_is_to_come() -> None:
    clock = SetClock()
    early, erased, late = before_and_after(clock)
    whispers = EphemeralAnswers(None, clock)  # type: ignore[arg-type]
    told = (("a", ADA, early), ("b", ADA, late), ("c", BEN, early), ("d", ADA, early))
    for name, person, at in told:
        token = Token("app", name, at)
        whispers.begin(RoomId(name), person, token, None)
        if name == "d":
            whispers.expects(token)
    whispers.forget(ADA, erased)
    assert sorted(room for room, _ in whispers._tokens) == ["b", "c", "d"]


async def test_who_wrote_and_whom_a_reply_answered_is_gone_and_what_came_since_is_known() -> None:
    clock, vault = SetClock(), FakeVault()
    early, erased, late = before_and_after(clock)
    old, new = ids.first_after(early), ids.first_after(late)
    notes = Notes(FakeStore(vault), vault, clock, DRAWER)
    kept = Authors(notes)
    nothing: Any = None
    past = History(nothing, nothing, nothing, authors=kept, strings=ENGLISH)
    for message, user, other in ((old, "1", "2"), (new, "1", "2")):
        later = f"{int(message) + 1}"
        await notes.put(kept.heard(message, user), kept.heard(later, other))
        answers(past, MessageId(message), ADA)
        answers(past, MessageId(f"{int(message) + 1}"), BEN)
    past.forget(ADA, erased)
    assert [await kept.of(one) for one in (old, new)] == [None, "1"]
    assert await kept.of(f"{int(old) + 1}") == "2"
    assert list(past._askers.values()) == [BEN, ADA, BEN]


def answers(past: History, reply: MessageId, person: PersonId) -> None:
    past._askers[reply] = person


async def test_who_wrote_is_read_from_notes_as_every_release_wrote_them() -> None:
    clock, vault = SetClock(), FakeVault()
    notes = Notes(FakeStore(vault), vault, clock, DRAWER)
    await notes.keep(ADA, "author of 900", "wrote 900 1")
    await notes.keep(BEN, "note:a", "wrote it down")
    await notes.keep(BEN, "note:b", "wrote 901")
    kept = Authors(notes)
    await kept.load()
    assert [await kept.of(one) for one in ("900", "901", "it")] == ["1", None, None]
    assert note_of(Wrote("900", "1")) == "wrote 900 1"
    assert wrote_in("1234567890") is None


async def test_of_more_than_are_remembered_the_latest_are_read_at_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(authors, "MOST_AUTHORS", 2)
    monkeypatch.setattr(authors, "MOST_DIRECT", 2)
    clock, vault = SetClock(), FakeVault()
    store = Given(vault)
    notes = Notes(store, vault, clock, DRAWER)
    for number in range(4):
        clock.pass_by(hours=1)
        where = Where(ids.room(f"{number}"), ids.space("", f"{number}"), is_direct=True)
        event = Happening(EventId(f"e{number}"), clock.now(), ADA, where)
        await store.deciding(HOUSE, partial(touched, event, notes.names))
        await notes.keep(ADA, f"author of {number}", f"wrote {number} 1")
    kept = Authors(notes)
    await kept.load()
    assert (kept.direct, store.given) == (("3", "2"), 4)  # nothing older was read
    assert [await kept.of(f"{number}") for number in range(4)] == [None, None, "1", "1"]
    kept.heard("4", "1")
    assert await kept.of("2") is None  # the oldest goes first


class Given(FakeStore):
    """Counts the rows that were given of all rows of a kind."""

    given = 0

    async def each(self, kind: type[R], until: datetime | None = None) -> AsyncIterator[R]:
        """Gives the rows of every owner that have an `at`."""
        async for row in super().each(kind, until):
            self.given += 1
            yield row


async def touched(event: Happening, names: Pseudonyms, unit: Unit) -> None:
    await Places(unit, names).touch(event)
