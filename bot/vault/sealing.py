"""Sealing: AES-GCM for words, HMAC for names, HKDF for one key for each purpose."""

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
NOT_SET = (
    "A key was wrapped under a master key that is not set. Put it back in the list, behind the "
    "newest, and run `attune keys rotate`."
)
CHANGED = (
    "A key does not open under the master key that it names: somebody changed it. Restore the keys "
    "from a backup."
)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def sealed(secret: bytes, place: str, words: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(secret).encrypt(nonce, words, _bytes(place))


def opened(secret: bytes, place: str, sealed: bytes) -> bytes:
    """Gives the words back. Raises VaultError without a cause, as that would say nothing."""
    return decrypted(AESGCM(secret), place, sealed)


def decrypted(cipher: AESGCM, place: str, sealed: bytes) -> bytes:
    """Gives the words back. Raises VaultError; the cause says nothing, so it is left out."""
    try:
        return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], _bytes(place))
    except (InvalidTag, ValueError):
        raise VaultError("This does not open with this key at this place.") from None


def subkey(secret: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret)


def hashed(secret: bytes, *parts: str) -> str:
    every = [part.encode("utf-8", "surrogatepass") for part in parts]
    # With its length before it, no part can run into the next.
    data = b"".join(len(each).to_bytes(8, "big") + each for each in every)
    return hmac.digest(secret, data, "sha256").hex()[:_TAG_LENGTH]


@dataclass(frozen=True, slots=True)
class MasterKey:
    """The 32 bytes on which every other key depends. Its repr shows nothing."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != 32:
            raise VaultError(WHAT_IT_IS)

    @property
    def version(self) -> int:
        """A number that names this key without revealing it; every wrapped key carries it."""
        return int.from_bytes(subkey(self.secret, "attune master key: version")[:4]) >> 1

    @property
    def wrapping(self) -> bytes:
        """The key that wraps data keys."""
        return subkey(self.secret, "attune master key: wrap")

    @property
    def tagging(self) -> bytes:
        """The key that hashes names, if this was the first master key."""
        return subkey(self.secret, "attune master key: tag")


@dataclass(frozen=True, slots=True)
class DataKey:
    """ports.Key over AES-GCM; what it derives is derived once. Its repr shows nothing."""

    owner: Owner = field(repr=False)
    secret: bytes = field(repr=False)
    _tagging: bytes = field(init=False, repr=False, compare=False)
    _cipher: AESGCM = field(init=False, repr=False, compare=False)
    _alias: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_tagging", subkey(self.secret, "attune data key: tag"))
        object.__setattr__(self, "_cipher", AESGCM(self.secret))
        object.__setattr__(self, "_alias", self.tag("alias"))

    def seal(self, place: str, words: str) -> bytes:
        """Encrypts words under this key, bound to their place and owner."""
        at, nonce = f"{place}|{self.owner}", os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, _bytes(words), _bytes(at))

    def open(self, place: str, sealed: bytes) -> str:
        """Decrypts words, for the same place only. Raises VaultError."""
        words = decrypted(self._cipher, f"{place}|{self.owner}", sealed)
        return words.decode("utf-8", "surrogatepass")

    def tag(self, text: str) -> str:
        """Gives a keyed hash that nobody can compute again once the key is destroyed."""
        return hashed(self._tagging, text)

    @property
    def alias(self) -> str:
        """The owner's name in a database, which tells nobody who it was once the key is destroyed.

        No name of an owner outlives the key in a database, so that no copy of one can be searched
        for a person who erased theirs.
        """
        return self._alias
