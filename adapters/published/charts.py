"""The charts of a report as drawings that stand in its page: bars, told apart without colour.

Matplotlib draws them; what it writes is taken apart and written anew as plain SVG: no style sheet
and no style of its own, which the page forbids, its ink in the colour of the page's own words, and
its names apart from those of other drawings on the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from adapters.kit.charts import ABOVE, INK, written
from bot.export.tags import Html, tag

Figure = Any  # of matplotlib, which is loaded late

WIDE, ROW, EDGE = 5.4, 0.8, 0.5  # inches
PT = 10
STUB = 0.07  # of the highest bar: how high a number under five is drawn
_NAMES = re.compile(r"(?<=#)[\w-]+")
_LEFT_OUT = ("metadata", "style", "title")
_SVG, _LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows of bars, a bar a month; of one month, a bar a row. None: a number under five."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    alternative: str


def drawn(bars: Bars) -> Html:
    """Draws a chart; the same chart gives the same drawing."""
    import matplotlib as of_all  # loaded late: it takes a second
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure as Empty

    figure = Empty(figsize=(WIDE, _height(bars)), facecolor="none")
    FigureCanvasSVG(figure)
    _fill(figure, bars)
    made = BytesIO()
    with of_all.rc_context({"svg.hashsalt": bars.name, "svg.fonttype": "path"}):
        figure.savefig(made, format="svg", metadata={"Date": None})
    whole = ElementTree.fromstring(made.getvalue())  # noqa: S314  # the program drew it itself
    within = tuple(_element(one, bars.name) for one in whole if _local(one) not in _LEFT_OUT)
    label = {"aria_label": bars.alternative}
    return tag("svg", *within, role="img", viewBox=whole.attrib["viewBox"], **label)


def _height(bars: Bars) -> float:
    return (ROW if len(bars.columns) > 1 else 0.32) * len(bars.rows) + EDGE


def _fill(figure: Figure, bars: Bars) -> None:
    if len(bars.columns) == 1:
        _lying(figure.subplots(), bars)
    else:
        axes = figure.subplots(len(bars.rows), 1, sharex=True, squeeze=False)[:, 0]
        for axis, (name, values) in zip(axes, bars.rows, strict=True):
            _standing(axis, written(name), values)
        axes[-1].set_xticks(range(len(bars.columns)), bars.columns, fontsize=PT, color=INK)
    figure.tight_layout()


def _standing(axis: Any, name: str, values: Sequence[int | None]) -> None:
    """Draws one row, a bar a month, on its own scale, with its numbers above."""
    highest = max((one for one in values if one is not None), default=1)
    axis.set_title(name, loc="left", fontsize=PT, color=INK, pad=8)
    for place, one in enumerate(values):
        _bar(axis.bar, place, one, highest)
        if one is not None:
            axis.text(place, one, str(one), ha="center", va="bottom", fontsize=PT - 1, color=INK)
    axis.set_xlim(-0.6, len(values) - 0.4)
    axis.set_ylim(0, highest * 1.3)
    _bare(axis)
    axis.set_yticks([])


def _lying(axis: Any, bars: Bars) -> None:
    """Draws a bar a row, with its number behind it."""
    values = [of[0] for _, of in bars.rows]
    highest = max((one for one in values if one is not None), default=1)
    for place, one in enumerate(values):
        _bar(axis.barh, place, one, highest)
        if one is not None:
            axis.text(one, place, f" {one}", va="center", fontsize=PT, color=INK)
    names = [written(name) for name, _ in bars.rows]
    axis.set_yticks(range(len(names)), names, fontsize=PT, color=INK)
    axis.set_xlim(0, highest * 1.15)
    axis.set_ylim(len(names) - 0.4, -0.6)
    _bare(axis)
    axis.set_xticks([])


def _bar(draw: Any, place: int, value: int | None, highest: int) -> None:
    if value is None:
        draw(place, highest * STUB, 0.6, color="none", hatch="////", edgecolor=INK, linewidth=0.6)
    else:
        draw(place, value, 0.6, color=ABOVE)


def _bare(axis: Any) -> None:
    axis.set_facecolor("none")
    axis.tick_params(length=0)
    axis.spines[:].set_visible(False)


def _element(one: ElementTree.Element, prefix: str) -> Html:
    """Gives an element and what is in it, without anything that the page forbids."""
    within = (_element(each, prefix) for each in one if _local(each) not in _LEFT_OUT)
    return tag(_local(one), *within, **dict(_attributes(one, prefix)))


def _attributes(one: ElementTree.Element, prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in one.attrib.items():
        if name == "style":
            pairs = (each.partition(":") for each in value.split(";") if each.strip())
            yield from ((key.strip(), _own(text.strip(), prefix)) for key, _, text in pairs)
        elif name == "id":
            yield "id", f"{prefix}-{value}"
        elif name == _LINK:
            yield "href", _own(value, prefix)
        elif not name.startswith("{"):
            yield name, _own(value, prefix)


def _own(value: str, prefix: str) -> str:
    """Gives a value with the page's ink, and with the names of this drawing."""
    if value == INK:
        return "currentColor"
    is_name = value.startswith(("#", "url(#")) and not re.fullmatch("#[0-9a-fA-F]{6}", value)
    return _NAMES.sub(lambda found: f"{prefix}-{found[0]}", value) if is_name else value


def _local(one: ElementTree.Element) -> str:
    return str(one.tag).removeprefix(_SVG)
