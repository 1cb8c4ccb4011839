"""Sealing: what keys do. AES-GCM for words, HMAC for names, HKDF for one purpose a key."""

import hmac
import os
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import VaultError
from bot.records import Owner

_NONCE = 12
_TAG_LENGTH = 32
WHAT_IT_IS = "The master key must be 32 bytes, written as base64."


def sealed(secret: bytes, place: str, words: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(secret).encrypt(nonce, words, place.encode("utf-8", "surrogatepass"))


def opened(secret: bytes, place: str, sealed: bytes) -> bytes:
    """Gives the words back. Raises VaultError; the cause says nothing, so it is left out."""
    at = place.encode("utf-8", "surrogatepass")
    try:
        return AESGCM(secret).decrypt(sealed[:_NONCE], sealed[_NONCE:], at)
    except (InvalidTag, ValueError):
        raise VaultError("This does not open with this key at this place.") from None


def subkey(secret: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret)


def hashed(secret: bytes, *parts: str) -> str:
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
            raise VaultError(WHAT_IT_IS)

    @property
    def version(self) -> int:
        """A number that names this key and tells nothing of it; what it wraps carries it."""
        return int.from_bytes(subkey(self.secret, "attune master key: version")[:4]) >> 1

    @property
    def wrapping(self) -> bytes:
        """What data keys are wrapped with."""
        return subkey(self.secret, "attune master key: wrap")

    @property
    def tagging(self) -> bytes:
        """What names are hashed with, where this was the first master key."""
        return subkey(self.secret, "attune master key: tag")


@dataclass(frozen=True, slots=True)
class DataKey:
    """ports.Key over AES-GCM. Its repr shows nothing."""

    owner: Owner = field(repr=False)
    secret: bytes = field(repr=False)

    def seal(self, place: str, words: str) -> bytes:
        """Makes the words unreadable without this key, and bound to place and owner."""
        return sealed(self.secret, f"{place}|{self.owner}", words.encode("utf-8", "surrogatepass"))

    def open(self, place: str, sealed: bytes) -> str:
        """Gives the words back, for the same place only. Raises VaultError."""
        words = opened(self.secret, f"{place}|{self.owner}", sealed)
        return words.decode("utf-8", "surrogatepass")

    def tag(self, text: str) -> str:
        """Gives a keyed hash that nobody can compute again once the key is destroyed."""
        return hashed(subkey(self.secret, "attune data key: tag"), text)

    @property
    def alias(self) -> str:
        """What a database calls the owner: once the key is destroyed, nobody can tell who it was.

        No name of an owner that outlives the key stands in a database, so no copy of one can be
        searched for a person who erased theirs.
        """
        return self.tag("alias")
