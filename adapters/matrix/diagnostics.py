"""What `attune doctor` checks: homeserver, login, crypto store, cross-signing, one-time keys."""

import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from nio.store import DefaultStore

from adapters.matrix.errors import MatrixRefused, SignedOut
from adapters.matrix.files import SEEDS
from adapters.matrix.identity import MEND, Published, published, store_file
from adapters.matrix.session import Session
from adapters.matrix.signing import CrossSigning
from adapters.matrix.trying import tried
from bot.errors import PlatformError

Told = tuple[bool, str]


async def examine(session: Session) -> AsyncIterator[Told]:
    """Yields the result of each check of login and keys with what mends it; changes nothing."""
    try:
        if session.named() is None:
            for each in await tried(session.settings):
                yield each
            return
        await session.take_up()
        yield True, f"login: the token opens device {session.device}"
        shown = await published(session.home, session.device)
        yield _store(session, shown)
        yield _signing(session, shown)
        yield await _one_time_keys(session)
    except SignedOut:
        async for each in _signed_out(session):
            yield each
    except PlatformError as error:
        yield False, f"login: {error}"


async def _signed_out(session: Session) -> AsyncIterator[Told]:
    if session.settings.matrix_password is None:
        yield False, "login: signed out; set ATTUNE_MATRIX_PASSWORD, or a new access token"
        return
    is_well, what = (await tried(session.settings))[0]
    again = "login: signed out; `attune serve` signs in again, on the same device"
    yield is_well, again if is_well else what


def _store(session: Session, shown: Published) -> Told:
    file = store_file(session.files, session.home.me, session.device)
    if not file.exists():
        return shown.device is None, (
            "crypto store: none yet; made at the first `attune serve`"
            if shown.device is None
            else f"crypto store: it is gone. {MEND}"
        )
    known = (shown.device or {}).get("keys", {}).get(f"curve25519:{session.device}")
    own = _curve(session, file)
    if own is None:
        return False, f"crypto store: it cannot be opened with this master key. {MEND}"
    if known not in (None, own):
        return False, f"crypto store: it is not the one of this device. {MEND}"
    return True, "crypto store: it is the one of this device"


def _curve(session: Session, file: Path) -> str | None:
    """Reads the device's own key from a copy of the store, which a running program may change."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(file, Path(folder) / file.name)
        key = session.home.client.config.pickle_key
        try:
            store = DefaultStore(session.home.me, session.device, folder, key)
            account = store.load_account()
            return str(account.identity_keys["curve25519"]) if account is not None else None
        except Exception:  # whatever stands in the file
            return None


def _signing(session: Session, shown: Published) -> Told:
    ours = CrossSigning.load(session.home.me, session.files.read(SEEDS))
    if shown.master is None:
        return False, "cross-signing: none yet; made at the next `attune serve`"
    if ours is None or ours.public("master") != shown.master:
        return False, f"cross-signing: the account's keys are not the ones here. {MEND}"
    if shown.device is None or not ours.has_signed(shown.device):
        return False, "cross-signing: this device is not signed; start `attune serve` once"
    return True, "cross-signing: this device is signed by its account"


async def _one_time_keys(session: Session) -> Told:
    try:
        found = await session.home.raw("POST", "/keys/upload", {})
    except MatrixRefused as refused:
        return False, f"one-time keys: {refused}"
    count = found.get("one_time_key_counts", {}).get("signed_curve25519", 0)
    if not count:
        return (
            False,
            "one-time keys: none left: nobody new can write to it; start `attune serve`",
        )
    return True, f"one-time keys: {count} on the homeserver"
