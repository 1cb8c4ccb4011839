"""What comes of a picture, a voice message or a sticker: one kind line, where there may be one."""

from dataclasses import replace

import pytest

from bot.actions.platform import Say
from bot.decide import Decision
from bot.events import WordlessSeen
from bot.ids import EventId, MessageId, Where
from bot.records import EpisodeRow, Owner
from bot.strings import ENGLISH
from tests.scene import ADA, AT, DIRECT, SHARED, Known, decide, known

SEEN = MessageId("m1")


def sends(where: Where = DIRECT) -> WordlessSeen:
    return WordlessSeen(EventId("e1"), AT, ADA, where, SEEN)


@pytest.mark.parametrize("where", [DIRECT, SHARED])
def test_it_is_answered_with_one_line_where_it_stands_and_no_model_is_asked(where: Where) -> None:
    turn = decide(sends(where), known(direct=where.is_direct))
    said = [one for one in turn.actions if isinstance(one, Say)]
    assert said == [Say(ENGLISH.rooms.words_only, reply_to=SEEN)]
    assert turn.ask is None


IGNORED = replace(known(), person=replace(known().person, ignored=True))
BLOCKED = replace(known(), person=replace(known().person, blocked=True))
IN_DANGER = replace(known(), episode=EpisodeRow(Owner("o")))


@pytest.mark.parametrize("state", [IGNORED, BLOCKED, IN_DANGER])
def test_nothing_is_said_to_who_is_not_read_and_beside_danger(state: Known) -> None:
    assert decide(sends(), state) == Decision()
