"""What a repair is judged by, and what it leaves in force."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.engine.corrections import came_again, corrected
from bot.engine.exchange import line_under, size, without_line
from bot.engine.repair.repairing import Repairing
from bot.records import ConversationRow, Owner, RepairRow, ReplyRow
from bot.rupture import Rupture
from bot.snapshot import corrections_of
from bot.strings import ENGLISH
from bot.words import Brief, Prompt, PromptLine
from tests.conversations.stage import COLDER, SAID, plain_reply
from tests.play import ScriptedModel, play

OFF_BECAUSE = ENGLISH.repair.leads

AT = datetime(2031, 5, 4, tzinfo=UTC)
OWNER = Owner("o")


def test_a_notice_at_the_end_of_a_reply_is_carried_on_and_nothing_else() -> None:
    greeting = (
        ENGLISH.rooms.greeting.format(name="Attune", operator="Ada")
        + f" {ENGLISH.rooms.unsuitable}"
    )
    for line in (ENGLISH.replies.notice, ENGLISH.replies.notice_under_18, greeting):
        for mark in ("", "-# "):  # some platforms give a message back without its marks
            reply = f"Tell them.\n\n{mark}{line}\n"
            assert line_under(reply, ENGLISH) == f"-# {line}"
            assert without_line(reply, ENGLISH) == "Tell them."
    assert line_under(f"{ENGLISH.replies.notice} Tell them.", ENGLISH) == ""
    assert line_under("Tell them.\n-# today", ENGLISH) == ""
    assert without_line("Tell them.\n-# today", ENGLISH) == "Tell them.\n-# today"


def test_the_size_of_a_prompt_is_that_of_its_lines() -> None:
    brief = Brief(level=0, stance=None, questions=1, reflection=1)  # type: ignore[arg-type]
    assert size(Prompt(brief, (PromptLine("system", "four"), PromptLine("user", "two")))) == 7


def test_a_reply_has_one_correction_in_force_and_it_is_the_newest_of_the_conversation() -> None:
    talk = ConversationRow(OWNER, "room")
    for reply, kind in (("a", Rupture.COLD), ("b", Rupture.BLAND), ("a", Rupture.TOO_LONG)):
        talk = corrected(talk, reply, kind)
    assert corrections_of(talk) == (("b", "bland"), ("a", "too long"))


@pytest.mark.parametrize(("turn", "since", "again"), [(3, None, True), (9, None, False)])
def test_the_same_rupture_within_five_replies_came_again(
    turn: int, since: datetime | None, again: bool
) -> None:
    repair = RepairRow(OWNER, "a:01", at=AT, kind="cold", room="room", turn=1)
    reply = ReplyRow(OWNER, "b", room="room", turn=turn)
    assert came_again(repair, reply, since) is again
    assert not came_again(repair, reply, AT + timedelta(hours=1))
    assert not came_again(replace(repair, undone=True), reply, since)


def test_every_lead_of_today_and_of_earlier_versions_is_known() -> None:
    assert {each for leads in OFF_BECAUSE.values() for each in leads} < ENGLISH.repair.every_lead


async def test_the_lead_is_never_said_where_the_same_words_came_again(tmp_path: Path) -> None:
    model = ScriptedModel(plain_reply)
    async with play(tmp_path, model).running() as p:
        await p.type(SAID)
        model.script = lambda _prompt: ["Tell them first thing. Then name the new date."]
        await p.type("/react 🔧")
        assert COLDER not in p.words
        assert ENGLISH.repair.same.split(",")[0] in p.words
        assert Repairing.__slots__
