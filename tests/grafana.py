"""Writes the dashboard docs/grafana/attune.json from the table beside it.

Run it when the table changes: `python -m tests.grafana`.
"""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "docs" / "grafana"
TABLE, DASHBOARD, ALERTS = (FOLDER / name for name in ("panels.toml", "attune.json", "alerts.yml"))
WIDE = 24  # of Grafana's grid
SOURCE = {"type": "prometheus", "uid": "${source}"}


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: what it shows, where, and the queries with the legend of each."""

    title: str
    description: str
    unit: str
    kind: str
    w: int
    h: int
    queries: tuple[tuple[str, str], ...]
    x: int = 0
    y: int = 0


def panels() -> tuple[Panel, ...]:
    """Gives the panels in their order, each at its place: from left to right, row by row."""
    found: list[Panel] = []
    x = y = height = 0
    for raw in tomllib.loads(TABLE.read_text(encoding="utf-8"))["panel"]:
        if x + raw["w"] > WIDE:
            x, y = 0, y + height
        height = raw["h"]
        queries = tuple((one[0], one[1]) for one in raw.pop("queries"))
        found.append(Panel(**raw, queries=queries, x=x, y=y))
        x += raw["w"]
    return tuple(found)


def dashboard() -> str:
    """Gives the dashboard as Grafana imports it."""
    every = [_shown(number, one) for number, one in enumerate(panels(), 1)]
    said = {
        "uid": "attune",
        "title": "Attune",
        "description": "A running Attune. No id, no name and no word; nothing of a life at risk.",
        "tags": ["attune"],
        "schemaVersion": 39,
        "version": 1,
        "editable": True,
        "refresh": "30s",
        "time": {"from": "now-6h", "to": "now"},
        "templating": {"list": [_source()]},
        "annotations": {"list": []},
        "panels": every,
    }
    return json.dumps(said, indent=1) + "\n"


def _source() -> dict[str, Any]:
    return {"name": "source", "label": "Prometheus", "type": "datasource", "query": "prometheus"}


def _shown(number: int, one: Panel) -> dict[str, Any]:
    return {
        "id": number,
        "type": one.kind,
        "title": one.title,
        "description": one.description,
        "datasource": SOURCE,
        "gridPos": {"x": one.x, "y": one.y, "w": one.w, "h": one.h},
        "fieldConfig": {"defaults": {"unit": one.unit}, "overrides": []},
        "options": {},
        "targets": [_asked(place, *query) for place, query in enumerate(one.queries)],
    }


def _asked(place: int, query: str, legend: str) -> dict[str, Any]:
    letter = chr(ord("A") + place)
    return {"refId": letter, "datasource": SOURCE, "expr": query, "legendFormat": legend}


def main() -> None:
    """Writes it."""
    DASHBOARD.write_text(dashboard(), encoding="utf-8")


if __name__ == "__main__":
    main()
