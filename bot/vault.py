"""Keys: the master key, and under it one data key a scope and one a person, in a file of their own.

A data key is never kept in memory between two calls: another process may have destroyed it.
"""

import base64
import hmac
import os
import tempfile
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text, delete, insert, select
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import VaultError
from bot.master import master_bytes
from bot.rows import Owner
from bot.store.engine import Database, file_of, make_private
from bot.tasks import shielded

_NONCE = 12
_VERSION = 1  # of the master key; there is no second one yet
_TAG_LENGTH = 32
_WHAT_IT_IS = "The master key must be 32 bytes, written as base64."

_metadata = MetaData()
_DATA_KEYS = Table(
    "data_keys",
    _metadata,
    Column("owner", Text, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
    Column("master_version", Integer, nullable=False),
    Column(
        "created_at",
        Integer,
        nullable=False,
        server_default=sql("(CAST(strftime('%s', 'now') AS INTEGER))"),
    ),
)
# Something every right master key opens, so that a wrong one is found before it does harm.
_CHECK = Table(
    "master_check",
    _metadata,
    Column("version", Integer, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
)


def _sealed(secret: bytes, place: str, words: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(secret).encrypt(nonce, words, place.encode("utf-8", "surrogatepass"))


def _opened(secret: bytes, place: str, sealed: bytes) -> bytes:
    """Gives the words back. Raises VaultError; the cause says nothing, so it is left out."""
    at = place.encode("utf-8", "surrogatepass")
    try:
        return AESGCM(secret).decrypt(sealed[:_NONCE], sealed[_NONCE:], at)
    except (InvalidTag, ValueError):
        raise VaultError("This does not open with this key at this place.") from None


def _subkey(secret: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret)


def _hash(secret: bytes, *parts: str) -> str:
    mac = hmac.new(secret, digestmod="sha256")
    for part in parts:
        # With its length before it, no part can run into the next.
        data = part.encode("utf-8", "surrogatepass")
        mac.update(len(data).to_bytes(8, "big") + data)
    return mac.hexdigest()[:_TAG_LENGTH]


@dataclass(frozen=True, slots=True)
class MasterKey:
    """The 32 bytes that every other key hangs on. Its repr shows nothing."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != 32:
            raise VaultError(_WHAT_IT_IS)


@dataclass(frozen=True, slots=True)
class DataKey:
    """ports.Key over AES-GCM. Its repr shows nothing."""

    owner: Owner = field(repr=False)
    secret: bytes = field(repr=False)

    def seal(self, place: str, words: str) -> bytes:
        """Makes the words unreadable without this key, and bound to place and owner."""
        return _sealed(self.secret, f"{place}|{self.owner}", words.encode("utf-8", "surrogatepass"))

    def open(self, place: str, sealed: bytes) -> str:
        """Gives the words back, for the same place only. Raises VaultError."""
        words = _opened(self.secret, f"{place}|{self.owner}", sealed)
        return words.decode("utf-8", "surrogatepass")

    def tag(self, text: str) -> str:
        """Gives a keyed hash that nobody can compute again once the key is destroyed."""
        return _hash(_subkey(self.secret, "attune data key: tag"), text)


class FileVault:
    """ports.Vault over an SQLite file that holds nothing but wrapped keys."""

    def __init__(self, database: Database, master: MasterKey) -> None:
        self._database = database
        self._wrapping = _subkey(master.secret, "attune master key: wrap")
        self._tagging = _subkey(master.secret, "attune master key: tag")

    @classmethod
    async def open(cls, keys_url: str, master: MasterKey) -> "FileVault":
        """Opens the keys, or makes the empty file for them. Raises VaultError for a wrong key."""
        make_private(file_of(keys_url))
        vault = cls(Database(keys_url), master)
        try:
            await vault._database.writing(vault._check, "check of the master key")
            # A destroy that was cut short may have left its key in the log.
            await vault._database.checkpoint()
        except BaseException:
            await vault.close()
            raise
        return vault

    def tag(self, *parts: str) -> str:
        """Gives a keyed hash of the parts, the same for ever under one master key."""
        return _hash(self._tagging, *parts)

    async def key(self, owner: Owner) -> DataKey:
        """Gives the owner's data key, a new one when there is none."""
        found = await self.existing_key(owner)
        if found is not None:
            return found
        return await self._database.writing(partial(self._made, owner), "new data key")

    async def existing_key(self, owner: Owner) -> DataKey | None:
        """Gives the owner's data key, or None when there is none, or it was destroyed."""
        return await self._database.reading(partial(self._found, owner), "data key")

    async def destroy(self, owner: Owner) -> None:
        """Destroys the owner's data key: no byte of it stays in the file or its log."""
        await shielded(self._destroy(owner), "destroy of a data key")

    async def close(self) -> None:
        """Lets go of the file."""
        await self._database.close()

    async def _check(self, connection: AsyncConnection) -> None:
        await connection.run_sync(_metadata.create_all)
        kept = await connection.scalar(select(_CHECK.c.wrapped))
        if kept is not None:
            return self._check_opens(kept)
        if await connection.scalar(select(_DATA_KEYS.c.owner).limit(1)) is not None:
            raise VaultError("The keys are damaged. Restore their file from a backup.")
        wrapped = _sealed(self._wrapping, "check|master", b"attune")
        await connection.execute(insert(_CHECK).values(version=_VERSION, wrapped=wrapped))
        return None

    def _check_opens(self, kept: bytes) -> None:
        try:
            _opened(self._wrapping, "check|master", kept)
        except VaultError:
            raise VaultError(
                "The master key is not the one these keys were made with. Set the right one."
            ) from None

    async def _found(self, owner: Owner, connection: AsyncConnection) -> DataKey | None:
        query = select(_DATA_KEYS.c.wrapped).where(_DATA_KEYS.c.owner == owner)
        wrapped = await connection.scalar(query)
        if wrapped is None:
            return None
        return DataKey(owner, _opened(self._wrapping, f"keys|{owner}", wrapped))

    async def _made(self, owner: Owner, connection: AsyncConnection) -> DataKey:
        found = await self._found(owner, connection)
        if found is not None:
            return found
        made = DataKey(owner, AESGCM.generate_key(256))
        wrapped = _sealed(self._wrapping, f"keys|{owner}", made.secret)
        row = {"owner": owner, "wrapped": wrapped, "master_version": _VERSION}
        await connection.execute(insert(_DATA_KEYS).values(row))
        return made

    async def _destroy(self, owner: Owner) -> None:
        async def gone(connection: AsyncConnection) -> None:
            await connection.execute(delete(_DATA_KEYS).where(_DATA_KEYS.c.owner == owner))

        await self._database.writing(gone, "destroy of a data key")
        await self._database.checkpoint()


def keys_exist(keys_url: str) -> bool:
    """Whether there is a file of keys, which a new master key would not open."""
    file = file_of(keys_url)
    return file.exists() and file.stat().st_size > 0


def master_key(from_setting: str | None, file: Path, keys_exist: bool) -> MasterKey:
    """Gives the master key of the setting, else of the file, else makes one at first start only.

    Raises VaultError, and never makes a new one, when keys exist already.
    """
    if from_setting is not None and from_setting.strip():
        return _decoded(from_setting)
    if file.exists():
        return _read(file)
    if keys_exist:
        raise VaultError(
            "There are keys but no master key. Set the master key, or restore its file."
        )
    return _created(file)


def _decoded(written: str) -> MasterKey:
    try:
        return MasterKey(master_bytes(written))
    except ValueError:
        raise VaultError(_WHAT_IT_IS) from None


def _read(file: Path) -> MasterKey:
    try:
        if os.name == "posix" and file.stat().st_mode & 0o077:
            raise VaultError("Others may read the file of the master key. Run chmod 600 on it.")
        return _decoded(file.read_text("utf-8"))
    except UnicodeDecodeError:
        raise VaultError(_WHAT_IT_IS) from None
    except OSError as error:
        raise VaultError("The file of the master key cannot be read. Check who owns it.") from error


def _created(file: Path) -> MasterKey:
    """Makes the file whole or not at all; when another process was first, its key holds."""
    try:
        handle, name = tempfile.mkstemp(dir=file.parent)  # readable by its owner only
        with os.fdopen(handle, "wb") as new:
            new.write(base64.urlsafe_b64encode(os.urandom(32)) + b"\n")
            new.flush()
            os.fsync(handle)
        _published(Path(name), file)
    except OSError as error:
        raise VaultError("The file of the master key cannot be made.") from error
    return _read(file)


def _published(new: Path, file: Path) -> None:
    try:
        os.link(new, file)  # unlike a rename, it never takes the place of another key
    except FileExistsError:
        pass
    finally:
        new.unlink()
