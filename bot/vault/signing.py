"""The operator's key for checkpoints of the audit ledger: Ed25519, in a file of its own."""

import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from bot.audit.checkpoint import decoded, encoded
from bot.causes import in_words
from bot.errors import VaultError


class SigningKey:
    """A key that signs. Its repr shows nothing."""

    __slots__ = ("_secret",)

    def __init__(self, secret: Ed25519PrivateKey) -> None:
        self._secret = secret

    def __repr__(self) -> str:
        return "SigningKey()"

    @property
    def public(self) -> str:
        """What others check its signatures with, in base64."""
        return encoded(self._secret.public_key().public_bytes_raw())

    def sign(self, data: bytes) -> str:
        """Gives its signature, in base64."""
        return encoded(self._secret.sign(data))


def signing_key(file: Path) -> SigningKey:
    """Gives the key of a file, and makes one if there is none. Raises VaultError."""
    try:
        if not file.exists():
            _make(file)
        secret = load_pem_private_key(file.read_bytes(), password=None)
    except OSError as error:
        raise VaultError(f"{file} cannot be used: {in_words(error)}. Name another file.") from None
    except (ValueError, TypeError):
        raise VaultError(f"{file} holds no key that checkpoints are signed with.") from None
    if not isinstance(secret, Ed25519PrivateKey):
        raise VaultError(f"{file} holds another kind of key: checkpoints need Ed25519.")
    return SigningKey(secret)


def _make(file: Path) -> None:
    """Writes a new key, for its owner alone."""
    pem = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "wb") as new:
        new.write(pem)


def is_signed(data: bytes, signature: str, public: str) -> bool:
    """Returns whether a signature is of that data, by the key with that public half."""
    try:
        Ed25519PublicKey.from_public_bytes(decoded(public)).verify(decoded(signature), data)
    except (InvalidSignature, ValueError):
        return False
    return True
