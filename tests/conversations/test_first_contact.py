"""The first contact: dialogues with a whole Attune."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.strings import ENGLISH
from tests.conversations.stage import plain_reply
from tests.play import Play, ScriptedModel, play


@pytest.fixture
async def p(tmp_path: Path) -> AsyncIterator[Play]:
    """Gives somebody who was never greeted."""
    async with play(tmp_path, ScriptedModel(plain_reply)).running() as running:
        yield running


async def test_a_first_message_is_greeted_once_and_answered(p: Play) -> None:
    assert await p.type("hello") == [
        "r1> Tell them first thing.",
        "    Then name the new date.",
        "    I'm Attune, an AI run by Ada. I keep what you say for at most a day, unless you ask "
        "me to. 🔧 on a reply if it lands wrong; /attune help.",
    ]
    assert await p.type("and now?") == ["r2> Tell them first thing.", "    Then name the new date."]


async def test_the_notice_rides_on_the_first_reply_of_the_next_day(p: Play) -> None:
    await p.type("hello")
    p.clock.pass_by(hours=25)
    assert (await p.type("back"))[-1] == "    " + ENGLISH.replies.notice
    assert ENGLISH.replies.notice not in "\n".join(await p.type("more"))


async def test_the_notice_comes_after_three_hours_of_continuing_talk(p: Play) -> None:
    await p.type("hello")
    for _ in range(11):
        p.clock.pass_by(minutes=16)
        assert ENGLISH.replies.notice not in "\n".join(await p.type("on"))
    p.clock.pass_by(minutes=16)
    assert (await p.type("on"))[-1] == "    " + ENGLISH.replies.notice


async def test_where_others_read_the_notice_has_one_rhythm_for_everybody(p: Play) -> None:
    for who in ("ada", "eve"):
        await p.type(f"/as {who}", "/room dm", "hello")
    await p.type("/attune under-18")
    said: dict[str, list[bool]] = {"ada": [], "eve": []}
    for minutes in (0, 24, 24, 24, 24, 1500):
        p.clock.pass_by(minutes=minutes)
        for who, noticed in said.items():
            reply = "\n".join(await p.type(f"/as {who}", "/room lobby", "@attune and now"))
            assert ENGLISH.replies.notice_under_18 not in reply
            noticed.append(ENGLISH.replies.notice in reply)
    assert said["ada"] == said["eve"] == [True, False, False, True, False, True]


async def test_what_a_person_wrote_for_the_program_may_be_said_again(tmp_path: Path) -> None:
    p = play(tmp_path)
    said = ("my boss shouted at me", "the launch slips", "my cat is ill", "i miss my dad")
    async with p.running():
        for _ in range(3):
            await p.type(*said, "hello")
    assert ENGLISH.replies.nothing_left not in "\n".join(one["text"] for one in p.shown)


async def test_asked_if_it_is_a_person_it_says_what_it_is_and_nothing_else(tmp_path: Path) -> None:
    p = play(tmp_path)
    async with p.running():
        await p.type("hello")
        shown = await p.type("Are you a real person or a bot?", "bist du ein mensch?")
    assert shown == ["r2> I'm an AI, not a person.", "r3> Ich bin eine KI, kein Mensch."]
