"""What the crisis floor's reader of other languages than English learns from, and how."""

from pathlib import Path

OWN = Path(__file__).parent
