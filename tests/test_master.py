"""The master key as it is written."""

import base64

import pytest

from bot.master import LENGTH, master_bytes

KEY = bytes(range(200, 200 + LENGTH))
SHORT = base64.b64encode(KEY[1:]).decode()


@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
def test_either_alphabet_gives_the_key_with_and_without_its_padding(encode: type) -> None:
    written = encode(KEY).decode()
    assert master_bytes(f" {written}\n") == KEY
    assert master_bytes(written.rstrip("=")) == KEY


@pytest.mark.parametrize("written", ["", "abc", "not base64!" * 4, SHORT])
def test_anything_else_is_refused_and_not_shown(written: str) -> None:
    with pytest.raises(ValueError, match=r"^is not 32 bytes in base64$") as caught:
        master_bytes(written)
    assert caught.value.__cause__ is None
