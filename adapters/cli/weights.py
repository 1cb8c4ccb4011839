"""Where the network of the crisis floor and the governor stands."""

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "learnt"


def has_classifier() -> bool:
    """Whether a network comes with this version."""
    return (FOLDER / "crisis.onnx").exists()
