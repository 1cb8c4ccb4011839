"""The bot's picture on Matrix: a small PNG that any client can show."""

import struct
import zlib

from adapters.matrix.avatar import GROUND, INK, SIDE, picture


def test_it_is_a_small_png_of_two_rings() -> None:
    image = picture()
    assert image == picture()
    assert len(image) < 8_000
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", image[16:24]) == (SIDE, SIDE)
    length = struct.unpack(">I", image[33:37])[0]
    rows = zlib.decompress(image[41 : 41 + length])
    assert len(rows) == SIDE * (3 * SIDE + 1)

    def at(x: int, y: int) -> tuple[int, ...]:
        start = y * (3 * SIDE + 1) + 1 + 3 * x
        return tuple(rows[start : start + 3])

    assert (at(0, 0), at(64, 64), at(40, 64)) == (GROUND, GROUND, GROUND)
    assert (at(23, 64), at(105, 64), at(50, 37)) == (INK, INK, INK)
