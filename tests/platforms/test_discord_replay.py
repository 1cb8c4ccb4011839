"""Whatever Discord tells again, by RESUME, replay or a new session, is answered once."""

import asyncio
import re
import tempfile
from collections import Counter
from collections.abc import Awaitable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.discord import shard as lines
from bot.words import Prompt
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord
from tests.play import ScriptedModel
from tests.told import tell

HEARD = re.compile(r"Heard (n\d+)\.")
TOLD_AGAIN = ("MESSAGE_CREATE", "MESSAGE_REACTION_ADD", "INTERACTION_CREATE")
STEPS = ("dm", "lobby", "command", "repair", "replay", "resume", "invalidate", "reconnect",
         "restart")  # fmt: skip
SAYS = ("dm", "lobby", "resume", "invalidate", "reconnect")
replayed = Counter[str]()


def echo(prompt: Prompt) -> Sequence[str]:
    said = [line.text for line in prompt.lines if line.role == "user"]
    return [f"Heard {re.findall(r'n[0-9]+', ' '.join(said))[-1]}."]


async def step(d: DiscordDriver, name: str, number: int) -> None:
    """Does one thing, and waits until all that it causes is done."""
    gateway = d.server.gateway
    match name:
        case "dm" | "lobby":
            await d.say(f"about n{number}", room=name)
        case "command":
            await d.command("status")
        case "repair":
            newest = [one for one in d._every() if HEARD.search(one.words)]
            if newest:
                await d.react("🔧", newest[-1].id)
        case "replay":
            await replay(d)
        case "resume":
            await cut(d, gateway.drop(None), number)
        case "reconnect":
            await cut(d, gateway.tell(7), number)
        case "invalidate":
            await cut(d, gateway.tell(9, False), number)
        case "restart":
            await d.restart()
    await d.settle()


async def replay(d: DiscordDriver) -> None:
    """Tells everything of a session again, as it was told."""
    for session in d.server.gateway._live():
        for frame in tuple(session.events):
            if frame["t"] in TOLD_AGAIN and session.connection is not None:
                await session.connection.send(frame)
                replayed[frame["t"]] += 1


async def cut(d: DiscordDriver, cutting: Awaitable[None], number: int) -> None:
    """Ends the connection so, says something meanwhile, and waits for the next."""
    gateway, before = d.server.gateway, connections(d)
    await cutting
    await d._say(f"about n{number}", "ada", "dm")
    async with asyncio.timeout(60):
        while connections(d) == before or not gateway._live():
            await asyncio.sleep(0.01)
        while not all(line.is_up for line in d.discord.lines):
            await asyncio.sleep(0.01)


def connections(d: DiscordDriver) -> int:
    return d.server.gateway.resumes + len(d.server.gateway.identifies)


async def answers(steps: Sequence[str]) -> Counter[str]:
    """Gives how often each message was answered."""
    with tempfile.TemporaryDirectory() as folder:
        async with on_discord(Path(folder), ScriptedModel(echo)) as d:
            for number, name in enumerate(("dm", "lobby", *steps, "replay")):
                await step(d, name, number)
            said = [one.words for one in d._every() if not one.is_gone]
            asked = [f"n{number}" for number, name in enumerate(("dm", "lobby", *steps))
                     if name in SAYS]  # fmt: skip
            found = Counter(mark for text in said for mark in HEARD.findall(text))
            assert set(found) == set(asked)
            return found


MANY = settings(
    max_examples=90, deadline=None, derandomize=True, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
FEW = settings(MANY, max_examples=4)


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    """Waits between two attempts to connect are shorter than they are."""
    longest, lines.LONGEST_S = lines.LONGEST_S, 0.05
    yield
    lines.LONGEST_S = longest


def once(steps: Sequence[str]) -> None:
    found = asyncio.run(answers(steps))
    assert set(found.values()) == {1}, found


@FEW
@given(st.lists(st.sampled_from(STEPS), min_size=3, max_size=8))
def test_what_is_told_again_is_answered_once(steps: list[str]) -> None:
    once(steps)


@pytest.mark.proof
@MANY
@given(st.lists(st.sampled_from(STEPS), min_size=6, max_size=14))
def test_a_thousand_events_that_are_told_again_are_answered_once(steps: list[str]) -> None:
    once(steps)


@pytest.mark.proof
def test_a_thousand_events_were_told_again() -> None:
    if not replayed:
        pytest.skip("it counts what the test before it told again")
    tell(f"discord: replayed={sum(replayed.values())} {dict(replayed)}, 0 answered twice")
    assert sum(replayed.values()) >= 1000
