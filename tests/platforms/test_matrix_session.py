"""Signing in on a real homeserver: one device, cross-signed, refused when lost."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from adapters.cli import compose
from adapters.matrix.diagnostics import examine
from adapters.matrix.errors import IdentityLost, MatrixRefused, SignedOut
from adapters.matrix.files import SEEDS, files
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.identity import ensure, published, renew
from adapters.matrix.serve import sign_own_device
from adapters.matrix.session import Session
from adapters.matrix.signing import CrossSigning
from bot.errors import PlatformError
from bot.settings import Settings, load
from tests.platforms.synapse import HERE, Synapse

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
PASSWORD = "only for tests"


def settings(hs: Synapse, folder: Path, name: str, **more: str) -> Settings:
    given = {
        "data_folder": str(folder),
        "matrix_homeserver": hs.url,
        "matrix_user": f"@{name}:example.org",
        "matrix_password": PASSWORD,
        **more,
    }
    return load({f"ATTUNE_{key.upper()}": value for key, value in given.items() if value}, None)


@asynccontextmanager
async def prepared(of: Settings) -> AsyncIterator[Session]:
    of.data_folder.mkdir(exist_ok=True)
    vault = await compose.open_vault(of)
    session = Session.of(of, await files(of.data_folder, vault), vault)
    try:
        yield session
    finally:
        await session.close()
        await vault.close()


async def started(session: Session) -> None:
    """What every start does: sign in, upload keys, sign the own device."""
    await session.sign_in()
    await sign_own_device(session, session.settings)


async def signature_of(session: Session) -> bool:
    shown = await published(session.home, session.device)
    keys = CrossSigning.load(session.home.me, session.files.read(SEEDS))
    assert keys is not None
    assert shown.device is not None
    return shown.master == keys.public("master") and keys.has_signed(shown.device)


async def keys_of(home: Homeserver, user: str) -> dict[str, Any]:
    return await home.raw("POST", "/keys/query", {"device_keys": {user: []}})


async def test_the_first_start_makes_a_device_that_its_account_has_signed(
    hs: Synapse, tmp_path: Path
) -> None:
    await hs.register("first", PASSWORD)
    of = settings(hs, tmp_path, "first")
    async with prepared(of) as session:
        await started(session)
        device = session.device
        assert await signature_of(session)
    async with prepared(of) as session:
        await started(session)
        assert session.device == device
        assert await signature_of(session)


async def test_another_client_sees_the_signature(hs: Synapse, tmp_path: Path) -> None:
    await hs.register("shown", PASSWORD)
    await hs.register("looks", PASSWORD)
    async with prepared(settings(hs, tmp_path / "a", "shown")) as session:
        await started(session)
        keys = CrossSigning.load(session.home.me, session.files.read(SEEDS))
        assert keys is not None
        async with prepared(settings(hs, tmp_path / "b", "looks")) as other:
            await other.sign_in()
            found = await keys_of(other.home, session.home.me)
    me, device = session.home.me, session.device
    signed = found["device_keys"][me][device]["signatures"][me]
    selfsigning = next(iter(found["self_signing_keys"][me]["keys"].values()))
    assert f"ed25519:{selfsigning}" in signed
    assert selfsigning == keys.public("self_signing")


async def test_a_lost_store_is_refused_and_a_fresh_identity_mends_it(
    hs: Synapse, tmp_path: Path
) -> None:
    await hs.register("lost", PASSWORD)
    of = settings(hs, tmp_path, "lost")
    async with prepared(of) as session:
        await started(session)
        store = next(session.files.folder.glob("*.db"))
    store.rename(tmp_path / "away.db")
    for _ in range(2):  # refusing leaves nothing behind that would be taken for the store
        async with prepared(of) as session:
            with pytest.raises(IdentityLost, match="attune matrix reset-identity"):
                await session.sign_in()
    shutil.copy(tmp_path / "away.db", store)
    async with prepared(of) as session:
        await started(session)
        (session.files.folder / SEEDS).unlink()
    async with prepared(of) as session:
        await session.sign_in()
        with pytest.raises(IdentityLost, match="attune matrix reset-identity"):
            await ensure(session.home, session.files, session.device, PASSWORD)
        await renew(session.home, session.files, session.device, PASSWORD)
        await started(session)
        assert await signature_of(session)


async def test_a_store_of_another_device_is_refused(hs: Synapse, tmp_path: Path) -> None:
    await hs.register("mine", PASSWORD)
    of = settings(hs, tmp_path, "mine")
    async with prepared(of) as session:
        await started(session)
        own, device = session.files.folder, session.device
        session.forget()
    async with prepared(of) as session:
        await started(session)
        other = session.device
    shutil.copy(own / f"@mine:example.org_{device}.db", own / f"@mine:example.org_{other}.db")
    async with prepared(of) as session:
        with pytest.raises(PlatformError):
            await session.sign_in()


async def test_a_session_that_was_ended_is_taken_up_on_the_same_device(
    hs: Synapse, tmp_path: Path
) -> None:
    await hs.register("again", PASSWORD)
    of = settings(hs, tmp_path, "again")
    async with prepared(of) as session:
        await started(session)
        device = session.device
        await session.home.raw("POST", "/logout", {})
    async with prepared(of) as session:
        await started(session)
        assert session.device == device
        assert await signature_of(session)


@pytest.mark.parametrize("password", [PASSWORD, "not this one"])
async def test_where_a_session_was_ended_the_doctor_tries_the_password(
    hs: Synapse, tmp_path: Path, password: str
) -> None:
    name = f"ended{len(password)}"
    await hs.register(name, PASSWORD)
    async with prepared(settings(hs, tmp_path, name)) as session:
        await started(session)
        await session.home.raw("POST", "/logout", {})
    async with prepared(settings(hs, tmp_path, name, matrix_password=password)) as session:
        ((is_well, what),) = [told async for told in examine(session)]
    assert is_well == (password == PASSWORD)
    assert ("signs in again" if is_well else "the password is not that of") in what


async def test_a_token_that_opens_nothing_is_told_with_what_to_do(
    hs: Synapse, tmp_path: Path
) -> None:
    await hs.register("token", PASSWORD)
    more = {"matrix_access_token": "syt_nothing", "matrix_device_id": "D", "matrix_password": ""}
    async with prepared(settings(hs, tmp_path, "token", **more)) as session:
        with pytest.raises(SignedOut, match="ATTUNE_MATRIX_PASSWORD"):
            await session.sign_in()


async def test_a_wrong_password_is_told(hs: Synapse, tmp_path: Path) -> None:
    await hs.register("wrong", PASSWORD)
    of = settings(hs, tmp_path, "wrong", matrix_password="not this one")
    async with prepared(of) as session:
        with pytest.raises(MatrixRefused, match="M_FORBIDDEN"):
            await session.sign_in()


async def test_no_secret_lies_open_in_the_folder(hs: Synapse, tmp_path: Path) -> None:
    await hs.register("sealed", PASSWORD)
    async with prepared(settings(hs, tmp_path, "sealed")) as session:
        await started(session)
        token = session.home.client.access_token
    kept = b"".join(
        each.read_bytes() for each in (tmp_path / "matrix").rglob("*") if each.is_file()
    )
    assert token.encode() not in kept
    assert PASSWORD.encode() not in kept
    for name in ("session.json", SEEDS):
        assert (tmp_path / "matrix" / name).stat().st_mode & 0o077 == 0
