"""Heads of other languages that hear nothing, and an encoder of nothing."""

from collections.abc import Sequence
from typing import Any

import numpy

from bot.model.elsewhere import LETTERED, TONGUES, WIDE, WIDTH_OF_ALL, Heads
from bot.model.grams import PLACES


def blank(english: float = -1.0) -> Heads:
    """Gives heads that hear nothing, and take no text for English."""
    return Heads(
        numpy.zeros((WIDE, WIDTH_OF_ALL), "float32"),
        numpy.full(WIDTH_OF_ALL, -9, "float32"),
        numpy.zeros((PLACES, len(LETTERED)), "int8"),
        numpy.ones(len(LETTERED), "float32"),
        numpy.array(english, "float32"),
        numpy.zeros((PLACES, len(TONGUES)), "int8"),
        numpy.ones(len(TONGUES), "float32"),
        numpy.full(len(TONGUES), -1, "float32"),
    )


def encoded(texts: Sequence[str]) -> Any:
    return numpy.zeros((len(texts), WIDE), "float32")
