"""The bot's picture, drawn here: two rings that meet, on a plain ground."""

import struct
import zlib
from math import hypot

SIDE = 128
GROUND, INK = (0x5B, 0x8D, 0xB8), (0xFF, 0xFF, 0xFF)
_RADIUS, _HALF_WIDTH = 27.0, 3.5
_CENTRES = ((50.0, 64.0), (78.0, 64.0))
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)  # eight bits each of red, green, blue


def picture() -> bytes:
    """Gives the picture as a PNG, the same each time."""
    rows = (b"\0" + b"".join(_pixel(x, y) for x in range(SIDE)) for y in range(SIDE))
    parts = ((b"IHDR", _HEADER), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(*part) for part in parts)


def _pixel(x: int, y: int) -> bytes:
    """Gives the colour of a point, mixed at the edge of a ring."""
    off = min(abs(hypot(x + 0.5 - left, y + 0.5 - top) - _RADIUS) for left, top in _CENTRES)
    share = min(1.0, max(0.0, _HALF_WIDTH + 0.5 - off))
    pairs = zip(GROUND, INK, strict=True)
    return bytes(round(ground + (ink - ground) * share) for ground, ink in pairs)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
