"""One line nobody asked for has room in the first reply of a calm direct conversation alone."""

from dataclasses import replace

import pytest

from bot.actions.ask import Ask
from bot.actions.platform import Say
from bot.crisis.tiers import stated
from bot.decide import Decision
from bot.decide.beginnings import has_room
from bot.decide.crisis import UNSURE
from bot.levels import Level
from bot.records import ConversationRow, EpisodeRow, Owner
from bot.rupture import Rupture
from bot.snapshot import MessageSnapshot
from tests.scene import AT, Known, known, says, writing

BEGINS = known(Level.ATTUNED)
ASK = writing().ask
LATER = ConversationRow(Owner("scope"), "room", started_at=AT, last_at=AT, turn=1)


def room(state: Known = BEGINS, ask: Ask | None = ASK, *said: Say) -> bool:
    snapshot = state.for_event(says("so, the launch slips again"))
    assert isinstance(snapshot, MessageSnapshot)
    return has_room(snapshot, AT, Decision(said, ask))


def test_it_has_room_as_a_conversation_begins_with_a_reply() -> None:
    assert room()


@pytest.mark.parametrize(
    "state",
    [
        replace(BEGINS, is_direct=False),
        replace(BEGINS, conversation=LATER),
        replace(BEGINS, is_goodbye=True),
        replace(BEGINS, episode=EpisodeRow(Owner("person"), at=AT)),
        replace(BEGINS, lately=(stated("I wish I were dead"),)),
    ],
)
def test_it_has_none_where_others_read_later_at_a_goodbye_or_near_a_risk(state: Known) -> None:
    assert not room(state)


@pytest.mark.parametrize(
    "ask",
    [
        None,
        replace(ASK, crisis=UNSURE),
        replace(ASK, rupture=Rupture.COLD),
        replace(ASK, reaches="words"),
    ],
)
def test_it_has_none_beside_a_crisis_a_complaint_or_drafts_to_somebody(ask: Ask | None) -> None:
    assert not room(BEGINS, ask)


def test_it_has_none_beside_anything_else_that_is_said() -> None:
    assert not room(BEGINS, ASK, Say("Held."))
