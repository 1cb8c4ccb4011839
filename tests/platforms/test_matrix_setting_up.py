"""Setting up Matrix by conversation, against a real homeserver: each step is checked, and told."""

import asyncio
import json
from pathlib import Path

import pytest

from adapters.cli.setup import matrix as walk
from adapters.matrix import setting_up
from adapters.matrix.session import DEVICE_NAME
from bot.folder import FolderLock
from bot.settings.env_file import read
from tests.platforms.console_process import Home
from tests.platforms.matrix_people import PASSWORD, Person
from tests.platforms.synapse import HERE, NAME, Synapse
from tests.platforms.terminal import CTRL_D, Terminal
from tests.platforms.test_matrix_upkeep import ran, served, signs_across
from tests.setting_up import SAID, Listener, Somebody, desk_of, json_of
from tests.warm import attune

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]


async def devices_of(hs: Synapse, name: str) -> list[str]:
    """Gives the names of the account's devices, as another client of it sees them."""
    person = Person(name, hs.url)
    await person.begin()
    listed = (await person.asked("GET", "/devices"))["devices"]
    await person.close()
    return [str(one.get("display_name")) for one in listed]


async def made_elsewhere(hs: Synapse, name: str) -> None:
    """Makes an account whose keys another client made."""
    await hs.register(name, PASSWORD)
    person = Person(name, hs.url)
    await person.begin()
    await signs_across(person)
    await person.close()


async def walked(folder: Path, *answers: str) -> Somebody:
    """Walks through Matrix with these answers."""
    desk, somebody = desk_of(folder, *answers)
    assert await walk.set_up(desk)
    assert somebody.answers == []
    return somebody


async def test_setup_goes_from_a_domain_to_a_signed_device_at_a_terminal(
    hs: Synapse, tmp_path: Path
) -> None:
    await hs.register("setup1", PASSWORD)
    known = json.dumps({"m.homeserver": {"base_url": hs.url}})
    async with Listener(json_of(known)) as domain:
        with Terminal(tmp_path, "setup", places=[]) as terminal:
            await terminal.answer(SAID.which, "*Matrix: none yet")
            await terminal.answer("Its homeserver", "http://127.0.0.1:9")
            await terminal.until("✗ matrix homeserver at http://127.0.0.1:9: nothing answers")
            await terminal.answer("Its homeserver", domain.url)
            await terminal.until(f"✓ matrix homeserver at {hs.url}: it answers")
            await terminal.answer(SAID.which, "*With a password")
            await terminal.answer("The account", "setup1")
            await terminal.answer("Its password", PASSWORD)
            await terminal.until(f"the account is called @setup1:{NAME} there")
            await terminal.answer("The account", f"@setup1:{NAME}")
            await terminal.answer("Its password", "not this")
            await terminal.until(f"the password is not that of @setup1:{NAME}")
            await terminal.answer("The account", f"@setup1:{NAME}")
            await terminal.answer("Its password", PASSWORD)
            await terminal.until("✓ matrix login: the homeserver takes the password")
            await terminal.until("is signed in, and signed by its account")
            await terminal.answer("Who runs this?", "")
            await terminal.answer(SAID.which, "*Done")
            assert await terminal.ended() == 0
    assert "Traceback" not in terminal.shown
    assert PASSWORD not in terminal.shown
    assert read((tmp_path / ".env").read_text()) == {
        "ATTUNE_MATRIX_HOMESERVER": hs.url,
        "ATTUNE_MATRIX_USER": f"@setup1:{NAME}",
        "ATTUNE_MATRIX_PASSWORD": PASSWORD,
    }
    await _goes_on(hs, tmp_path)


async def _goes_on(hs: Synapse, folder: Path) -> None:
    """Serves from what was set up: with no fault, and on the one device that was made."""
    well = await asyncio.to_thread(attune, folder, "doctor")
    assert "✓ matrix cross-signing: this device is signed by its account" in well.stdout
    assert await served(Home(folder, {})) == ""
    assert (await devices_of(hs, "setup1")).count(DEVICE_NAME) == 1
    code, out, _ = await ran(Home(folder, {}), "doctor")
    assert code == 0, out


async def test_a_token_says_whose_it_is(hs: Synapse, tmp_path: Path) -> None:
    await hs.register("setup2", PASSWORD)
    made = await hs.token("setup2", PASSWORD)
    token = made["access_token"]
    somebody = await walked(tmp_path, hs.url, "*With an access token", "!syt_no", f"!{token}")
    assert "✗ matrix login: The homeserver signed this session out" in somebody.all
    kept = read((tmp_path / ".env").read_text())
    assert kept["ATTUNE_MATRIX_USER"] == f"@setup2:{NAME}"
    assert kept["ATTUNE_MATRIX_DEVICE_ID"] == made["device_id"]
    assert f"device: {made['device_id']} is signed in" in somebody.all


async def test_keys_of_another_client_are_made_anew_only_where_somebody_wants_it(
    hs: Synapse, tmp_path: Path
) -> None:
    await made_elsewhere(hs, "setup3")
    account = (hs.url, "*With a password", f"@setup3:{NAME}", f"!{PASSWORD}")
    left = await walked(tmp_path, *account, "*Go on without", "*Go on without")
    assert "✗ matrix device: The account has cross-signing keys" in left.all
    somebody = await walked(tmp_path, *account, "*Make fresh keys")
    assert "is signed in, and signed by its account" in somebody.all
    code, out, _ = await ran(Home(tmp_path, {}), "doctor")
    assert code == 0, out


async def test_a_folder_in_use_is_told_and_tried_again(hs: Synapse, tmp_path: Path) -> None:
    await hs.register("setup4", PASSWORD)
    account = (hs.url, "*With a password", f"@setup4:{NAME}", f"!{PASSWORD}")
    with FolderLock(tmp_path / "data"):
        somebody = await walked(tmp_path, *account, "*Try again", "*Go on without")
    assert somebody.all.count("✗ matrix device: Another Attune is using") == 2


async def test_who_leaves_halfway_keeps_what_was_kept(hs: Synapse, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ATTUNE_OPERATOR_NAME=Ada")
    with Terminal(tmp_path, "setup", places=[]) as terminal:
        await terminal.answer(SAID.which, "*Matrix: none yet")
        await terminal.answer("Its homeserver", hs.url)
        await terminal.answer(SAID.which, "*With a password")
        await terminal.answer("The account", CTRL_D)
        assert await terminal.ended() == 0
    assert (tmp_path / ".env").read_text() == "ATTUNE_OPERATOR_NAME=Ada"
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (["http://[broken", ""], "that is no address"),
        (["not a host at all", ""], "homeserver at https://not a host at all"),
        ([""], SAID.matrix_first),
    ],
)
async def test_what_is_no_homeserver_is_told_and_asked_again(
    tmp_path: Path, answers: list[str], told: str
) -> None:
    desk, somebody = desk_of(tmp_path, *answers)
    assert not await walk.set_up(desk)
    assert somebody.answers == []
    assert told in somebody.all
    assert not (tmp_path / ".env").exists()


async def test_a_name_is_completed_and_a_whole_one_left() -> None:
    assert setting_up.whole("ada", "example.org") == "@ada:example.org"
    assert setting_up.whole("@ada:other.org", "example.org") == "@ada:other.org"
