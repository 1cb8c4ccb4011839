"""Draws the charts of a message as pictures, with matplotlib's Agg, in a thread of its own.

Bars above and below their line differ in colour (Okabe and Ito 2008, told apart by colour-blind
readers) and in hatching, and a week of zero is a dot: nothing is said by colour alone. The font
that matplotlib brings lacks some scripts; what it cannot write stands in the words of the message,
under the same number.
"""

import asyncio
from base64 import b64encode
from functools import cache
from io import BytesIO
from typing import Any

import structlog

from bot.layout.chart import Bars, Chart, load
from bot.words import CHART, PICTURE, TextFile

Figure = Any  # of matplotlib, which is loaded late

ABOVE, BELOW, INK, PAPER = "#0072B2", "#D55E00", "#222222", "#FFFFFF"  # contrast AA on paper
DPI = 120
WIDE, ROW, EDGE = 6.4, 0.9, 0.7  # inches: the picture, a row of it, and what its days take
MOST_LABELS = 8
NAME_PT, DAY_PT = 11, 9

log = structlog.get_logger()


async def drawn(files: tuple[TextFile, ...]) -> tuple[TextFile, ...]:
    """Gives the files with each chart as a picture; one that cannot be drawn is left out."""
    if not any(one.name.endswith(CHART) for one in files):
        return files
    each = [await _drawn(one) if one.name.endswith(CHART) else one for one in files]
    return tuple(one for one in each if one is not None)


async def _drawn(file: TextFile) -> TextFile | None:
    """Gives the picture of a chart, or None: its message says the same in words."""
    chart = load(file)
    try:
        data = await asyncio.to_thread(png, chart)
    except Exception as failure:  # whatever a drawing library raises, the words are said
        log.error("a chart was not drawn", failure=type(failure).__name__)
        return None
    return TextFile(f"{chart.name}{PICTURE}", b64encode(data).decode(), chart.alternative)


def png(chart: Chart) -> bytes:
    """Draws a chart; the same chart gives the same bytes."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # loaded late: it takes a second
    from matplotlib.figure import Figure as Empty

    figure = Empty(figsize=(WIDE, ROW * len(chart.rows) + EDGE), dpi=DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)
    _fill(figure, chart)
    made = BytesIO()
    figure.savefig(made, format="png", metadata={"Description": chart.alternative[:500]})
    return made.getvalue()


def _fill(figure: Figure, chart: Chart) -> None:
    """Draws each row, the days under the last alone."""
    axes = figure.subplots(len(chart.rows), 1, sharex=True, squeeze=False)[:, 0]
    for number, (axis, row) in enumerate(zip(axes, chart.rows, strict=True), start=1):
        _row(axis, row, chart)
        axis.set_title(_named(number, row), loc="left", fontsize=NAME_PT, color=INK, pad=3)
    places = range(0, len(chart.weeks), max(1, -(-len(chart.weeks) // MOST_LABELS)))
    axes[-1].set_xticks(list(places), [written(chart.weeks[one]) for one in places])
    axes[-1].tick_params(labelsize=DAY_PT, labelcolor=INK)
    figure.tight_layout()


def _row(axis: Any, row: Bars, chart: Chart) -> None:
    """Draws the bars of one row, on the scale that all of them share."""
    known = [(week, value) for week, value in enumerate(row.values) if value is not None]
    for is_above, colour, hatch in ((True, ABOVE, ""), (False, BELOW, "////")):
        of = [one for one in known if one[1] and (one[1] > 0) is is_above]
        weeks, heights = [one[0] for one in of], [one[1] for one in of]
        axis.bar(weeks, heights, 0.6, color=colour, hatch=hatch, edgecolor=PAPER)
    same = [week for week, value in known if not value]
    axis.plot(same, [0] * len(same), "o", color=INK, markersize=4)
    axis.axhline(0, color=INK, linewidth=0.8)
    axis.set_ylim(-1.15 * chart.most if chart.hangs else 0, 1.15 * chart.most)
    axis.set_xlim(-0.6, max(len(chart.weeks) - 0.4, 0.6))
    axis.set_yticks([])
    axis.tick_params(length=0)
    axis.spines[:].set_visible(False)


def _named(number: int, row: Bars) -> str:
    return f"{number}  {written(row.name)}".rstrip()


def written(text: str) -> str:
    """Gives what of a text the font can write, a stroke where it cannot: 5月4日 is 5/4."""
    known = _glyphs()
    pieces = "".join(one if ord(one) in known else " " for one in text.replace("$", "")).split()
    lacks = any(ord(one) not in known for one in text)
    return "/".join(pieces) if lacks else " ".join(pieces)


@cache
def _glyphs() -> frozenset[int]:
    """Gives the characters that the font of the pictures has."""
    from matplotlib.font_manager import findfont
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(findfont("DejaVu Sans")).get_charmap())
