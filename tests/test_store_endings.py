"""What may have ended a reply is counted by owner, in bounded memory, now and after the commit."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.records import (
    KINDS,
    AskRow,
    InstanceRow,
    Owner,
    PersonRow,
    ReplyRow,
    ScopeRow,
    SpaceRow,
    standing_on,
)
from bot.store import endings as bounded
from bot.store.endings import Ending, Endings

ADA, BOB, CY = Owner("ada"), Owner("bob"), Owner("cy")
AT = datetime(2026, 11, 23, 14, tzinfo=UTC)


def test_an_owner_is_told_of_their_own_changes_alone() -> None:
    endings = Endings()
    adas, bobs = endings.number((ADA,)), endings.number((BOB, CY))
    endings.changed(ADA)
    assert endings.number((ADA,)) != adas
    assert endings.number((BOB, CY)) == bobs
    endings.changed(CY)
    assert endings.number((BOB, CY)) != bobs


def test_of_an_owner_that_is_not_remembered_something_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bounded, "MOST", 2)
    endings = Endings()
    before = endings.number((ADA,))
    for owner in (ADA, BOB, CY):
        endings.changed(owner)
    assert len(endings._of) == 2
    assert endings.number((ADA,)) != before


def test_everything_that_changed_is_of_everybody() -> None:
    endings = Endings()
    endings.changed(ADA)
    before = endings.number((ADA,)), endings.number((BOB,))
    endings.everything_changed()
    assert endings.number((ADA,)) != before[0]
    assert endings.number((BOB,)) != before[1]


@pytest.mark.parametrize("kind", [one for one in KINDS if standing_on(one)])
def test_a_row_counts_where_what_replies_stand_on_is_another(kind: type) -> None:
    row = kind(ADA)
    for name in standing_on(kind):
        for before in (row, None):
            ending = Ending(Endings())
            ending.wrote(row, before)
            assert ending.owners == set()
            ending.wrote(replace(row, **{name: "another"}), before)
            assert ending.owners == {ADA}


def test_what_replies_stand_on_is_declared_on_its_rows() -> None:
    declared = {kind: standing_on(kind) for kind in KINDS if standing_on(kind)}
    assert declared == {
        AskRow: ("state",),
        ScopeRow: ("epoch",),
        SpaceRow: ("epoch", "blocked", "rules"),
        InstanceRow: ("epoch", "announced"),
        PersonRow: ("ignored", "blocked"),
    }


def test_a_row_that_no_reply_stands_on_counts_nothing() -> None:
    ending = Ending(Endings())
    ending.wrote(ReplyRow(ADA, "one", at=AT), None)
    ending.unseen(ReplyRow(ADA, "one", at=AT))
    ending.dropped(ReplyRow, ADA)
    assert (ending.owners, ending.is_announced) == (set(), False)


def test_every_change_is_announced_but_the_end_of_a_reply_that_its_writer_knows() -> None:
    ending = Ending(Endings())
    ending.dropped(AskRow, ADA)
    assert (ending.owners, ending.is_announced) == ({ADA}, False)
    ending.unseen(PersonRow(ADA))
    assert ending.is_announced
    ending = Ending(Endings())
    ending.dropped(ScopeRow, ADA)
    assert ending.is_announced


def test_a_change_counts_at_once_and_again_after_the_commit() -> None:
    endings = Endings()
    ending = Ending(endings)
    numbers = [endings.number((ADA,))]
    ending.of(ADA)
    numbers.append(endings.number((ADA,)))
    ending.again()
    numbers.append(endings.number((ADA,)))
    assert len(set(numbers)) == 3
