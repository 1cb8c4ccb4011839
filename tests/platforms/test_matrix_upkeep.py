"""`attune doctor` and `attune matrix` as an operator runs them, against a real homeserver."""

import asyncio
from pathlib import Path

import pytest

from adapters.lasting import SERVING
from tests.platforms.console_process import Home
from tests.platforms.matrix_people import PASSWORD, Person
from tests.platforms.synapse import HERE, Synapse

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]


async def ran(at: Home, *words: str) -> tuple[int, str, str]:
    """Runs a command to its end: exit code, what it printed, what it complained of."""
    process = await at.start(*words, stderr=asyncio.subprocess.PIPE)
    out, complaint = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode or 0, out.decode(), complaint.decode()


async def served(at: Home) -> str:
    """Serves until it is ready, then ends it; gives what it complained of before."""
    process = await at.start("serve", stderr=asyncio.subprocess.PIPE)
    assert process.stderr is not None
    said = b""
    while (line := await process.stderr.readline()) and SERVING.encode() not in line:
        said += line
    if line:
        process.terminate()
    assert await process.wait() == (0 if line else 2)  # it ends well, or refused to begin
    return said.decode()


def of(hs: Synapse, folder: Path, name: str, **more: str) -> Home:
    given = {"matrix_homeserver": hs.url, "matrix_user": f"@{name}:example.org"}
    (folder / "home").mkdir(exist_ok=True)
    return Home(folder / "home", {**given, "matrix_password": PASSWORD, **more})


async def test_the_doctor_sees_what_is_well_and_what_is_not(hs: Synapse, tmp_path: Path) -> None:
    await hs.register("ill", PASSWORD)
    at = of(hs, tmp_path, "ill")
    _, before, _ = await ran(at, "doctor")
    assert "✓ matrix homeserver" in before
    assert "✓ matrix login: none yet" in before
    assert not (at.folder / "data" / "matrix").exists()
    await served(at)
    code, well, _ = await ran(at, "doctor")
    assert code == 0, well
    for what in ("login", "crypto store", "cross-signing", "one-time keys"):
        assert f"✓ matrix {what}" in well
    (store,) = (at.folder / "data" / "matrix").glob("*.db")
    store.unlink()
    code, ill, _ = await ran(at, "doctor")
    assert code == 1
    assert "✗ matrix crypto store: it is gone" in ill
    assert "attune matrix reset-identity" in ill


async def test_a_homeserver_that_is_away_is_named_by_the_doctor(
    hs: Synapse, tmp_path: Path
) -> None:
    away = of(hs, tmp_path, "away", matrix_homeserver="http://127.0.0.1:9")
    code, out, _ = await ran(away, "doctor")
    assert code == 1
    assert "✗ matrix homeserver at http://127.0.0.1:9" in out


async def test_a_lost_store_is_refused_and_mended_by_a_reset(hs: Synapse, tmp_path: Path) -> None:
    await hs.register("lost2", PASSWORD)
    at = of(hs, tmp_path, "lost2")
    await served(at)
    (store,) = (at.folder / "data" / "matrix").glob("*.db")
    store.unlink()
    assert "attune matrix reset-identity" in await served(at)
    code, out, _ = await ran(at, "matrix", "reset-identity")
    assert (code, "Done" in out) == (0, True)
    assert "reset-identity" not in await served(at)
    code, well, _ = await ran(at, "doctor")
    assert code == 0, well
    code, listed, _ = await ran(at, "matrix", "devices")
    assert (code, listed.count("  Attune  ")) == (0, 1)
    assert "in use" in listed


@pytest.mark.proof
async def test_old_devices_are_listed_and_removed_and_others_are_left(
    hs: Synapse, tmp_path: Path
) -> None:
    await hs.register("many", PASSWORD)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        await served(of(hs, tmp_path / name, "many", matrix_password=PASSWORD))
    person = Person("many", hs.url)
    await person.begin()
    at = of(hs, tmp_path / "a", "many")
    code, removed, _ = await ran(at, "matrix", "devices", "--remove")
    assert (code, removed.count("is signed out")) == (0, 1), removed
    _, after, _ = await ran(at, "matrix", "devices")
    assert [line for line in after.splitlines() if "  Attune  " in line and "in use" in line]
    assert after.count("  Attune  ") == 1
    assert person.client.device_id in after
    await person.close()


async def test_without_a_password_and_a_terminal_it_says_what_it_needs(
    hs: Synapse, tmp_path: Path
) -> None:
    token = {"matrix_access_token": "t", "matrix_device_id": "D"}
    at = of(hs, tmp_path, "none", matrix_password="", **token)
    code, _, complaint = await ran(at, "matrix", "reset-identity")
    assert code == 2
    assert "ATTUNE_MATRIX_PASSWORD" in complaint
    assert "Traceback" not in complaint
