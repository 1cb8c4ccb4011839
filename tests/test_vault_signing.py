"""The operator's key for checkpoints: made once, for its owner alone, and never shown."""

import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bot.errors import VaultError
from bot.vault.signing import is_signed, signing_key


def test_a_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "audit.key"
    key = signing_key(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert signing_key(file).public == key.public
    assert signing_key(tmp_path / "other").public != key.public


def test_a_signature_holds_for_its_data_and_its_key_alone(tmp_path: Path) -> None:
    key, other = signing_key(tmp_path / "one"), signing_key(tmp_path / "two")
    signature = key.sign(b"data")
    assert is_signed(b"data", signature, key.public)
    assert not is_signed(b"other", signature, key.public)
    assert not is_signed(b"data", signature, other.public)
    assert not is_signed(b"data", "no base64", key.public)
    assert not is_signed(b"data", signature, "c2hvcnQ=")


def test_a_key_shows_nothing_of_itself(tmp_path: Path) -> None:
    assert repr(signing_key(tmp_path / "audit.key")) == "SigningKey()"


def test_a_file_that_is_no_such_key_is_refused_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "audit.key"
    file.write_text("no key")
    with pytest.raises(VaultError, match="no key"):
        signing_key(file)
    assert file.read_text() == "no key"
    pem = X25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    file.write_bytes(pem)
    with pytest.raises(VaultError, match="another kind"):
        signing_key(file)
    with pytest.raises(VaultError, match="cannot be used"):
        signing_key(tmp_path / "no" / "such")
