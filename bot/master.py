"""The master key as it is written: 32 bytes in base64, of either alphabet."""

import base64
import binascii

LENGTH = 32  # bytes


def master_bytes(written: str) -> bytes:
    """Gives the key that is written. Raises ValueError, which shows nothing of it."""
    text = written.strip().rstrip("=").replace("-", "+").replace("_", "/")
    try:
        secret = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("is not 32 bytes in base64") from None
    if len(secret) != LENGTH:
        raise ValueError("is not 32 bytes in base64")
    return secret
