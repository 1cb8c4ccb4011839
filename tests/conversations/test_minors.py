"""What becomes of minors: refused or capped, never where a life may be at risk."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.duties import STRICTEST
from bot.strings import ENGLISH
from tests.conversations.stage import plain_reply
from tests.fakes import FakeClassifier
from tests.play import Play, ScriptedModel, play

SAID = ENGLISH.limits
SESSION = SAID.of_minors("session", timedelta(minutes=20))  # ten after the last answer
DAY = SAID.minors_day.partition("{hours}")[0]
REPLY = "Tell them first thing."
RISK = "i want to kill myself tonight"
HINT = "i gave the dog to my sister, he likes her more"


@pytest.fixture
async def p(tmp_path: Path) -> AsyncIterator[Play]:
    """Gives somebody under 18 whose time is capped, as it is by default."""
    running_play = play(tmp_path, ScriptedModel(plain_reply))
    running_play.classifier = FakeClassifier({"the dog": (0.6, "farewell")})
    async with running_play.running() as running:
        await running.type("hello", "/attune under-18")
        yield running


@pytest.fixture
async def refused(tmp_path: Path) -> AsyncIterator[Play]:
    """Gives somebody under 18 where minors are refused."""
    running_play = play(tmp_path, ScriptedModel(plain_reply))
    running_play.classifier = FakeClassifier({"the dog": (0.6, "farewell")})
    running_play.duties = replace(STRICTEST, minors="refuse")
    async with running_play.running() as running:
        await running.type("hello", "/attune under-18")
        yield running


async def talk(p: Play, minutes: int, every: int = 10) -> str:
    """Writes every ten minutes, for so many, and gives the last answer."""
    last: list[str] = []
    for _ in range(0, minutes, every):
        p.clock.pass_by(minutes=every)
        last = await p.type("and now?")
    return "\n".join(last)


def stands_last(p: Play) -> str:
    return p.shown[-1]["text"]


async def test_a_session_ends_after_an_hour_and_a_break_begins_another(p: Play) -> None:
    assert REPLY in await talk(p, 50)
    await talk(p, 10)
    assert stands_last(p) == SESSION
    p.clock.pass_by(minutes=15)
    await p.type("please")  # who knocks in the break keeps no session open
    p.clock.pass_by(minutes=25)
    assert REPLY in "\n".join(await p.type("back"))


async def test_a_day_has_two_hours(p: Play) -> None:
    for _ in range(2):
        await talk(p, 50)
        p.clock.pass_by(minutes=31)
        await p.type("back")
    await talk(p, 20)
    assert DAY in p.words
    p.clock.pass_by(hours=24)
    assert REPLY in "\n".join(await p.type("a new day"))


async def test_a_day_is_the_24_hours_before_and_the_time_that_is_told_is_kept(p: Play) -> None:
    for _ in range(2):
        await talk(p, 50)
        p.clock.pass_by(hours=9)
        await p.type("back")
    p.clock.pass_by(minutes=21)
    await p.type("and now?")
    told = SAID.of_minors("day", timedelta(hours=5))
    assert stands_last(p) == told
    p.clock.pass_by(hours=4)
    assert REPLY not in "\n".join(await p.type("and now?"))
    p.clock.pass_by(hours=1)
    for _ in range(2):
        assert REPLY in "\n".join(await p.type("and now?"))
        p.clock.pass_by(minutes=4)


async def test_a_day_that_a_command_found_full_stays_full(p: Play) -> None:
    for _ in range(2):
        await talk(p, 50)
        p.clock.pass_by(minutes=31)
        await p.type("back")
    p.clock.pass_by(minutes=21)
    await p.type("/attune reach sister, the launch")
    assert DAY in stands_last(p)
    p.clock.pass_by(minutes=31)
    assert REPLY not in "\n".join(await p.type("and now?"))


async def test_a_restart_begins_no_time_anew(p: Play) -> None:
    await talk(p, 50)
    async with p.running():
        await talk(p, 10)
        assert stands_last(p) == SESSION


async def test_an_erase_begins_no_time_anew(p: Play) -> None:
    await talk(p, 50)
    await p.type("/attune data erase", "/choose Erase")
    assert ENGLISH.data.stays_time in p.words
    await talk(p, 10)
    assert stands_last(p) == SESSION


@pytest.mark.parametrize("said", [RISK, HINT])
async def test_what_may_be_about_a_life_passes_the_cap(p: Play, said: str) -> None:
    await talk(p, 60)
    assert stands_last(p) == SESSION
    p.clock.pass_by(minutes=2)
    answered = "\n".join(await p.type(said))
    assert REPLY in answered
    assert SESSION not in answered
    p.clock.pass_by(minutes=1)
    assert REPLY in "\n".join(await p.type("and now?"))  # nor is what follows it at once


async def test_commands_and_off_are_no_limit_to_a_minor(p: Play) -> None:
    await talk(p, 60)
    p.clock.pass_by(minutes=2)
    assert SESSION not in "\n".join(await p.type("/attune status", "/attune data", "off"))


async def test_where_others_read_the_line_names_no_age(p: Play) -> None:
    await talk(p, 60)
    p.clock.pass_by(minutes=2)
    await p.type("/room lobby", "@attune and now")
    assert stands_last(p) == SAID.not_here
    assert "18" not in SAID.not_here


async def test_who_is_no_minor_has_no_cap(tmp_path: Path) -> None:
    p = play(tmp_path, ScriptedModel(plain_reply))
    async with p.running():
        await p.type("hello")
        assert REPLY in await talk(p, 300)


async def test_where_minors_are_refused_one_kind_line_says_so(refused: Play) -> None:
    assert stands_last(refused) == SAID.minors
    refused.clock.pass_by(minutes=2)
    assert await refused.type("hello again") == [f"r3 (only you)> {SAID.minors}"]
    assert await refused.type("hello?") == []  # said once a minute


@pytest.mark.parametrize(
    "command", ["/attune status", "/attune data", "/attune about", "/attune off"]
)
async def test_a_refused_minor_keeps_their_rights(refused: Play, command: str) -> None:
    answered = "\n".join(await refused.type(command))
    assert answered
    assert SAID.minors not in answered


@pytest.mark.parametrize("said", [RISK, HINT])
async def test_what_may_be_about_a_life_is_answered_to_a_refused_minor(
    refused: Play, said: str
) -> None:
    refused.clock.pass_by(minutes=2)
    answered = "\n".join(await refused.type(said))
    assert REPLY in answered
    assert SAID.minors not in answered


async def test_no_repair_and_no_drafts_are_written_for_a_refused_minor(refused: Play) -> None:
    for line in ("/react 🔧 r1", "/attune repair cold", "/attune reach sister, the launch"):
        refused.clock.pass_by(minutes=2)
        before = len(refused.shown)
        await refused.type(line)
        assert refused.shown[-1]["text"] == SAID.minors
        assert REPLY not in str(refused.shown[before:])


@pytest.mark.parametrize("command", ["/attune on", "/attune level ongoing"])
async def test_a_refused_minor_is_offered_no_level(refused: Play, command: str) -> None:
    assert SAID.minors in "\n".join(await refused.type(command))
    assert ENGLISH.person.under_18_refused not in refused.words
