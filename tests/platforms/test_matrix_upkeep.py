"""`attune doctor` and `attune matrix` as an operator runs them, against a real homeserver."""

import asyncio
from functools import partial
from pathlib import Path

import pytest

from adapters.kit.supervision import SERVING
from adapters.matrix import trying
from adapters.matrix.signing import CrossSigning
from tests.platforms.console_process import Home
from tests.platforms.matrix_people import PASSWORD, Person
from tests.platforms.synapse import HERE, Synapse
from tests.warm import attune

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]


async def ran(at: Home, *words: str) -> tuple[int, str, str]:
    """Runs a command to its end: exit code, what it printed, what it complained of."""
    done = await asyncio.to_thread(partial(attune, at.folder, *words, **at.settings))
    return done.returncode, done.stdout, done.stderr


async def served(at: Home) -> str:
    """Serves until it is ready, then ends it; gives what it complained of before."""
    process = await at.start("serve", hears=True)
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
    assert "✓ matrix login: the homeserver takes the password" in before
    assert "✓ matrix cross-signing: none yet" in before
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


WRONG = [
    ({"matrix_password": "not this"}, "the password is not that of @asked:example.org"),
    ({"matrix_user": "@nobody:example.org"}, "there is no account @nobody:example.org there"),
    ({"matrix_user": "@asked:elsewhere.org"}, "the account is called @asked:example.org there"),
    (
        {"matrix_password": "", "matrix_access_token": "syt_no", "matrix_device_id": "D"},
        "ATTUNE_MATRIX_ACCESS_TOKEN opens nothing",
    ),
]


async def test_the_doctor_signs_in_and_names_what_is_wrong(hs: Synapse, tmp_path: Path) -> None:
    await hs.register("asked", PASSWORD)
    for place, (more, told) in enumerate(WRONG):
        (folder := tmp_path / str(place)).mkdir()
        code, out, _ = await ran(of(hs, folder, "asked", **more), "doctor")
        assert (code, f"✗ matrix login: {told}" in out) == (1, True), out


async def test_the_doctor_leaves_no_device_behind_and_a_slash_changes_nothing(
    hs: Synapse, tmp_path: Path
) -> None:
    await hs.register("slash", PASSWORD)
    at = of(hs, tmp_path, "slash", matrix_homeserver=f"{hs.url}/")
    code, out, _ = await ran(at, "doctor")
    assert (code, "✓ matrix login" in out) == (0, True), out
    person = Person("slash", hs.url)
    await person.begin()
    listed = (await person.asked("GET", "/devices"))["devices"]
    assert trying.DEVICE_NAME not in [one.get("display_name") for one in listed]
    await person.close()
    await served(at)


async def test_https_where_http_is_spoken_is_told_once_nothing_came_and_nobody_is_asked_again(
    hs: Synapse, tmp_path: Path
) -> None:
    callers: list[asyncio.StreamWriter] = []
    silent = await asyncio.start_server(lambda _, to: callers.append(to), "127.0.0.1", 0)
    where = f"https://127.0.0.1:{silent.sockets[0].getsockname()[1]}"
    code, out, _ = await ran(of(hs, tmp_path, "x", matrix_homeserver=where), "doctor")
    told = out.partition("✗ matrix homeserver at https://")[2]
    assert (code, len(callers), "it may speak http and not this" in told) == (1, 1, True), out
    silent.close()
    for caller in callers:
        caller.close()
        await caller.wait_closed()


async def signs_across(person: Person) -> None:
    """Makes the cross-signing keys of a person's account, as a client of theirs does."""
    keys = CrossSigning.new(person.user).upload()
    asked = await person.asked("POST", "/keys/device_signing/upload", keys)
    if "session" in asked:
        user = {"type": "m.id.user", "user": person.user}
        auth = {"type": "m.login.password", "identifier": user, "password": PASSWORD}
        keys["auth"] = {**auth, "session": asked["session"]}
        assert await person.asked("POST", "/keys/device_signing/upload", keys) == {}


async def test_an_account_made_in_a_client_that_signs_across_needs_one_command_first(
    hs: Synapse, tmp_path: Path
) -> None:
    await hs.register("made", PASSWORD)
    person = Person("made", hs.url)
    await person.begin()
    await signs_across(person)
    at = of(hs, tmp_path, "made")
    code, before, _ = await ran(at, "doctor")
    assert (code, "✗ matrix cross-signing: another client made" in before) == (1, True), before
    assert "attune matrix reset-identity" in before
    code, done, _ = await ran(at, "matrix", "reset-identity")
    assert (code, "Done" in done) == (0, True)
    assert await served(at) == ""
    code, well, _ = await ran(at, "doctor")
    assert code == 0, well
    await person.close()


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
