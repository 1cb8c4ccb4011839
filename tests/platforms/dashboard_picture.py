"""Draws docs/grafana/attune.png: each panel at its place, from what a real Prometheus answers.

It is no picture of Grafana, which is not in Debian: the panels, their places and their queries are
the dashboard's, the lines are drawn here. `python -m tests.platforms.dashboard_picture`
"""

import asyncio
import math
import re
import sys
import tempfile
import time
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from tests.grafana import FOLDER, WIDE, Panel, panels
from tests.platforms.prometheus import LACKS, PROGRAM, Prometheus, Series, town

PICTURE = FOLDER / "attune.png"
ROUNDS, APART_S = 14, 6.0
DARK, CARD, LIGHT, DIM = "#111217", "#181b1f", "#d8d9da", "#8e8e8e"
LINES = ("#73bf69", "#f2cc0c", "#5794f2", "#ff9830", "#f2495c", "#b877d9", "#37872d", "#fade2a")
MOST_LINES = 6  # of a panel, those with the most in them
_LABEL = re.compile(r"\{\{(\w+)\}\}")
Drawn = tuple[str, list[tuple[float, float]]]


async def drawn(prometheus: Prometheus, panel: Panel, begin: float, end: float) -> list[Drawn]:
    """Gives the lines of a panel, each under the name of its legend."""
    found: list[Drawn] = []
    for query, legend in panel.queries:
        every = await prometheus.drawn(query, begin, end)
        found += [(_named(legend, one), one[1]) for one in every]
    found.sort(key=lambda one: -_whole(one))
    return [one for one in found if _whole(one)][:MOST_LINES] or found[:1]


def _whole(one: Drawn) -> float:
    return sum(of for _, of in one[1] if math.isfinite(of))


def _named(legend: str, one: Series) -> str:
    return _LABEL.sub(lambda label: one[0].get(label[1], ""), legend)


def picture(every: list[tuple[Panel, list[Drawn]]], begin: float) -> Figure:
    """Gives the whole dashboard."""
    high = max(one.y + one.h for one, _ in every)
    figure = Figure(figsize=(WIDE * 0.62, high * 0.42), dpi=100, facecolor=DARK)
    FigureCanvasAgg(figure)
    for panel, lines in every:
        left, bottom = panel.x / WIDE, 1 - (panel.y + panel.h) / high
        at = (left + 0.028, bottom + 0.9 / high, panel.w / WIDE - 0.036, (panel.h - 1.8) / high)
        axes = figure.add_axes(at, facecolor=CARD)
        axes.set_title(panel.title, loc="left", color=LIGHT, fontsize=9, fontweight="bold")
        (_stat if panel.kind == "stat" else _lines)(axes, panel, lines, begin)
    return figure


def _stat(axes: Axes, panel: Panel, lines: list[Drawn], _begin: float) -> None:
    axes.axis("off")
    name, values = lines[0]
    unit = " s" if panel.unit == "s" else ""
    said = f"{values[-1][1]:.3g}{unit}"
    axes.text(0.5, 0.5, said, color=LINES[0], fontsize=22, ha="center", va="center")
    axes.text(0.5, 0.02, name, color=DIM, fontsize=8, ha="center", va="bottom")


def _lines(axes: Axes, panel: Panel, lines: list[Drawn], begin: float) -> None:
    for (name, values), colour in zip(lines, LINES, strict=False):
        times, figures = [at - begin for at, _ in values], [of for _, of in values]
        if panel.unit == "bytes":
            figures = [one / 2**20 for one in figures]
        axes.plot(times, figures, color=colour, linewidth=1.2, label=name)
    axes.set_ylim(0, 1.3 * axes.get_ylim()[1])  # the legend stands above every line
    axes.grid(color="#2c3235", linewidth=0.5)
    axes.tick_params(colors=DIM, labelsize=7)
    for side in axes.spines.values():
        side.set_color("#2c3235")
    unit = {"bytes": "MiB", "none": "", "percentunit": "of 1"}.get(panel.unit, panel.unit)
    axes.set_ylabel(unit, color=DIM, fontsize=7)
    shown = {"fontsize": 7, "labelcolor": LIGHT, "frameon": False, "loc": "upper left"}
    axes.legend(ncols=2, **shown)


async def main() -> None:
    """Runs the program for a while, with people, and draws what was measured of it."""
    with tempfile.TemporaryDirectory() as folder:
        async with town(Path(folder)) as at:
            begin = time.time()
            for _ in range(ROUNDS):
                await at.talk()
                await asyncio.sleep(APART_S)
            end = time.time()
            every = [(one, await drawn(at.prometheus, one, begin, end)) for one in panels()]
    picture(every, begin).savefig(PICTURE, facecolor=DARK)


if __name__ == "__main__":
    if PROGRAM is None:
        sys.exit(LACKS)
    asyncio.run(main())
