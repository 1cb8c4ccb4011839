"""The governor's small models, read once from files beside this one: a value to pass in."""

import base64
import json
import zlib
from pathlib import Path

from bot.governor.ngrams import BUCKETS, Linear
from bot.governor.verdict import LEARNT

FOLDER = Path(__file__).parent / "learnt"


def has_classifier() -> bool:
    """Whether a network of the crisis floor comes with this version."""
    return (FOLDER / "crisis.onnx").exists()


def load() -> dict[str, Linear]:
    """Gives each model by its label."""
    return {label: _one(FOLDER / f"{label}.json") for label in LEARNT}


def _one(file: Path) -> Linear:
    raw = json.loads(file.read_text(encoding="utf-8"))
    weights = zlib.decompress(base64.b85decode(raw["weights"]))
    assert len(weights) == BUCKETS, f"{file.name} is damaged"
    from_nothing = bytes(each ^ 0x80 for each in weights)  # signed bytes, made to begin at 0
    return Linear(from_nothing, raw["scale"], raw["bias"], raw["threshold"], raw["sure"])
