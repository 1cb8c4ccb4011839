"""Which message is meant when none is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.console.lines import Mistyped
from adapters.console.sight import Sight, label_of
from bot.ids import PersonId, RoomId, SendKey
from bot.words import Outgoing
from tests.console_stage import Stage, stage, told

ADA = PersonId("console:ada")
DM, LOUNGE = RoomId("console:dm:you"), RoomId("console:room:lounge")


@pytest.fixture(name="at")
def _at(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as opened:
        yield opened


def _sight(at: Stage) -> Sight:
    return at.session.speaker.sight


async def test_the_newest_reply_is_one_to_the_room_before_one_to_the_speaker(at: Stage) -> None:
    await at.console.say(Outgoing(SendKey("1"), LOUNGE, "for all"))
    await at.console.say(Outgoing(SendKey("2"), LOUNGE, "for ada", to=ADA))
    at.console.seat.give_to("ada")
    at.console.seat.move("lounge")
    assert _sight(at).newest_reply().id == "r1"
    await at.console.delete(LOUNGE, _sight(at).newest_reply().id)
    assert _sight(at).newest_reply().id == "r2"


async def test_an_open_card_is_closed_by_the_next_message(at: Stage) -> None:
    await at.console.say(Outgoing(SendKey("1"), DM, "Shall I?", choices=("Yes",)))
    await at.console.say(Outgoing(SendKey("2"), DM, "More words."))
    card = _sight(at).open_card()
    assert card is not None
    assert card.id == "r1"
    await at.type("something else")
    assert _sight(at).open_card() is None


async def test_where_nothing_was_said_nothing_is_meant(at: Stage) -> None:
    for find in (_sight(at).newest_reply, _sight(at).newest_card, _sight(at).mine):
        with pytest.raises(Mistyped) as fault:
            find()
        assert told(fault.value).endswith("yet.")


async def test_a_message_of_another_room_is_not_seen_here(at: Stage) -> None:
    await at.console.say(Outgoing(SendKey("1"), LOUNGE, "there"))
    with pytest.raises(Mistyped) as fault:
        _sight(at).named("r1")
    assert "here" in told(fault.value)


async def test_a_tick_is_chosen_by_its_words_without_its_box(at: Stage) -> None:
    await at.console.say(Outgoing(SendKey("1"), DM, "Shall I?", choices=("Yes", "☐ Hold it")))
    card = _sight(at).open_card()
    assert card is not None
    assert label_of(card, "hold it") == label_of(card, "☐ Hold it") == "☐ Hold it"
