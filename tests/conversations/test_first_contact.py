"""The first contact: dialogues with a whole Attune."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.duties import Law, duties_of
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
        "me to. 🔧 on a reply if it lands wrong; /attune help. I may not be suitable for some "
        "minors.",
    ]
    assert await p.type("and now?") == ["r2> Tell them first thing.", "    Then name the new date."]


async def test_the_notice_rides_on_the_first_reply_of_the_next_day(p: Play) -> None:
    await p.type("hello")
    p.clock.pass_by(hours=25)
    assert (await p.type("back"))[-1] == "    " + ENGLISH.replies.notice
    assert ENGLISH.replies.notice not in "\n".join(await p.type("more"))


async def talks(p: Play, *minutes: int) -> list[bool]:
    """Gives of one message after each silence whether its reply says that this is an AI."""
    said = []
    for silence in minutes:
        p.clock.pass_by(minutes=silence)
        reply = "\n".join(await p.type("on"))
        said.append(any(line in reply for line in ENGLISH.foot_lines))
    return said


@pytest.mark.parametrize(
    ("law", "said"),
    [
        (Law.OREGON, [True, False, True]),
        (Law.WASHINGTON, [True, False, True]),
        (Law.NEW_YORK, [False, False, False]),
        (Law.EU, [False, False, False]),
    ],
)
async def test_each_conversation_begins_with_the_notice_where_a_law_asks_for_it(
    tmp_path: Path, law: Law, said: list[bool]
) -> None:
    p = play(tmp_path, ScriptedModel(plain_reply))
    p.duties = duties_of((law,))
    async with p.running():
        await p.type("hello")
        assert await talks(p, 31, 1, 45) == said


async def test_the_strictest_profile_is_the_default_and_begins_each_conversation(p: Play) -> None:
    await p.type("hello")
    assert await talks(p, 5, 31, 29, 31) == [False, True, False, True]


async def test_a_restart_forgets_no_conversation_and_no_notice(tmp_path: Path) -> None:
    p = play(tmp_path, ScriptedModel(plain_reply))
    async with p.running():
        await p.type("hello")
    async with p.running():
        assert await talks(p, 5, 31) == [False, True]


@pytest.mark.parametrize(("law", "hours"), [(Law.OREGON, 1), (Law.CALIFORNIA, 3)])
async def test_a_minor_is_told_as_often_as_the_law_asks_with_a_break(
    tmp_path: Path, law: Law, hours: int
) -> None:
    p = play(tmp_path, ScriptedModel(plain_reply))
    p.duties = replace(duties_of((law,)), minors="")
    async with p.running():
        await p.type("hello", "/attune under-18")
        spans = [20] * (3 * hours)
        assert await talks(p, *spans) == [False] * (3 * hours - 1) + [True]
        assert p.shown[-1]["text"].endswith(ENGLISH.replies.notice_under_18)


async def test_it_says_that_it_may_not_suit_some_minors_where_a_law_asks_for_it(
    tmp_path: Path,
) -> None:
    p = play(tmp_path, ScriptedModel(plain_reply))
    p.duties = duties_of((Law.NEW_YORK,))
    async with p.running():
        assert ENGLISH.rooms.unsuitable not in "\n".join(await p.type("hello"))


async def test_the_notice_comes_after_three_hours_of_continuing_talk(p: Play) -> None:
    await p.type("hello")
    for _ in range(11):
        p.clock.pass_by(minutes=16)
        assert ENGLISH.replies.notice not in "\n".join(await p.type("on"))
    p.clock.pass_by(minutes=16)
    assert (await p.type("on"))[-1] == "    " + ENGLISH.replies.notice


async def test_where_others_read_the_notice_has_one_rhythm_for_everybody(tmp_path: Path) -> None:
    p = play(tmp_path, ScriptedModel(plain_reply))
    p.duties = duties_of((Law.OREGON,))  # hourly for minors, and no cap on their time
    async with p.running():
        await one_rhythm(p)


async def one_rhythm(p: Play) -> None:
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
