"""Setting up Discord by conversation, against the stand-in: each step is checked, and told."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.cli.setup import discord as walk
from adapters.discord import setting_up
from adapters.discord.diagnostics import MAY_READ_CONTENT
from adapters.discord.permissions import NEEDED
from bot.settings.env_file import read
from bot.settings.loading import name_of
from tests.platforms.discord_server.server import TOKEN, DiscordServer
from tests.platforms.discord_server.world import SEND, VIEW
from tests.platforms.terminal import Terminal
from tests.setting_up import SAID, Somebody, desk_of

LINK = f"https://discord.com/oauth2/authorize?client_id=100&scope=bot+applications.commands&permissions={NEEDED.value}"
ADMINISTRATOR = 1 << 3


@pytest_asyncio.fixture
async def server() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as one:
        yield one


def where(server: DiscordServer) -> dict[str, str]:
    return {"discord_api_url": server.api, "discord_gateway_url": server.gateway.url}


async def walked(server: DiscordServer, folder: Path, *answers: str, **more: str) -> Somebody:
    """Walks through Discord with these answers."""
    desk, somebody = desk_of(folder, *answers)
    desk.given.chosen |= {name_of(field): value for field, value in (where(server) | more).items()}
    assert await walk.set_up(desk)
    assert server.checks.violations == []
    return somebody


async def test_setup_goes_from_the_portal_to_a_server_at_a_terminal(
    server: DiscordServer, tmp_path: Path
) -> None:
    with Terminal(tmp_path, "setup", places=[], **where(server)) as terminal:
        await terminal.answer(SAID.which, "*Discord: none yet")
        assert setting_up.PORTAL in await terminal.until("The token")
        await terminal.type("MTAw.another.token")
        await terminal.until("token: Discord refuses it; mend ATTUNE_DISCORD_TOKEN")
        await terminal.answer("The token", TOKEN)
        await terminal.until("✓ discord token: it is attune's")
        await terminal.until("✓ discord intents: none that is privileged is asked for")
        assert LINK in (await terminal.until(SAID.invited)).splitlines()
        await terminal.type("")
        await terminal.until(SAID.no_server)
        server.world.guild("home")
        await terminal.answer(SAID.which, "*Try again")
        await terminal.answer(SAID.invited, "")
        await terminal.until("✓ discord server home: it is there")
        await terminal.answer("Who runs this?", "Ada")
        await terminal.answer(SAID.which, "*Discord: set")
        await terminal.until("invite it with:")
        assert LINK in (await terminal.until("[1]")).splitlines()
        await terminal.answer(SAID.which, "1")
        await terminal.answer(SAID.which, "*Done")
        assert await terminal.ended() == 0
    assert "Traceback" not in terminal.shown
    assert TOKEN not in terminal.shown
    kept = read((tmp_path / ".env").read_text())
    assert kept == {"ATTUNE_DISCORD_TOKEN": TOKEN, "ATTUNE_OPERATOR_NAME": "Ada"}
    assert server.checks.violations == []


async def test_an_intent_that_is_missing_is_told_with_where_to_switch_it_on(
    server: DiscordServer, tmp_path: Path
) -> None:
    server.world.guild("home")
    answers = (f"!{TOKEN}", "*Try again", "*Go on without", "")
    somebody = await walked(server, tmp_path, *answers, discord_message_content="True")
    missing = "✗ discord intents: Message Content is not allowed: switch it on"
    assert somebody.all.count(missing) == 2
    assert f"{setting_up.PORTAL}/100/bot" in somebody.all
    server.world.app = {"flags": MAY_READ_CONTENT}
    somebody = await walked(server, tmp_path, f"!{TOKEN}", "", discord_message_content="True")
    assert "✓ discord intents: Message Content is allowed" in somebody.all


async def test_an_app_that_sends_its_interactions_elsewhere_is_told_where_to_change_it(
    server: DiscordServer, tmp_path: Path
) -> None:
    server.world.guild("home")
    server.world.app = {"interactions_endpoint_url": "https://example.org/taps"}
    somebody = await walked(server, tmp_path, f"!{TOKEN}", "*Go on without", "")
    assert "✗ discord interactions: the app sends them to an address" in somebody.all
    assert f"{setting_up.PORTAL}/100/information" in somebody.all


async def test_a_server_says_which_rights_are_missing(
    server: DiscordServer, tmp_path: Path
) -> None:
    home, other = server.world.guild("home"), server.world.guild("\x1b[2Jother")
    server.world.rights |= {home: VIEW | SEND, other: ADMINISTRATOR}
    somebody = await walked(server, tmp_path, f"!{TOKEN}", "", "*Go on without")
    lacking = "Read Message History, Add Reactions; open the link once more"
    assert f"✗ discord server home: it lacks {lacking}" in somebody.all
    assert "other: it is there" in somebody.all


@pytest.mark.parametrize("answers", [[""], ["!no.such.token", ""]])
async def test_who_goes_back_leaves_nothing_behind(
    server: DiscordServer, tmp_path: Path, answers: list[str]
) -> None:
    desk, somebody = desk_of(tmp_path, *answers)
    desk.given.chosen |= {name_of(field): value for field, value in where(server).items()}
    assert not await walk.set_up(desk)
    assert somebody.answers == []
    assert not (tmp_path / ".env").exists()


async def test_where_discord_is_away_that_is_told_and_can_be_tried_again(tmp_path: Path) -> None:
    desk, somebody = desk_of(tmp_path, f"!{TOKEN}", "")
    desk.given.chosen["ATTUNE_DISCORD_API_URL"] = "http://127.0.0.1:9/api/v10"
    assert not await walk.set_up(desk)
    assert "✗ discord token: Discord cannot be asked: " in somebody.all
