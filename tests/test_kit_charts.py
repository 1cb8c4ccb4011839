"""Pictures of charts: drawn whole, off the event loop, in what their font can write."""

from dataclasses import replace
from io import BytesIO

import pytest

from adapters.kit import charts
from adapters.kit.charts import ABOVE, BELOW, drawn, png, written
from bot.layout.chart import Bars, Chart, file
from bot.words import TextFile
from tests.test_layout_chart import CHART

OTHER = TextFile("data.json", "{}")


async def test_a_chart_becomes_a_picture_with_its_words_and_other_files_stay() -> None:
    first, second = await drawn((OTHER, file(CHART)))
    assert first is OTHER
    assert second.name == "weeks.png"
    assert second.bytes.startswith(b"\x89PNG")
    assert (second.media_type, second.alternative) == ("image/png", CHART.alternative)


async def test_a_chart_that_cannot_be_drawn_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_chart: Chart) -> bytes:
        raise RuntimeError

    monkeypatch.setattr(charts, "png", broken)
    assert await drawn((OTHER, file(CHART))) == (OTHER,)


def test_the_same_chart_gives_the_same_bytes_and_another_gives_others() -> None:
    assert png(CHART) == png(CHART)
    assert png(CHART) != png(replace(CHART, rows=(Bars("steadier", (-1, None)),)))


def test_bars_above_and_below_have_each_their_colour() -> None:
    up = _colours(Chart("x", ("a",), (Bars("r", (1,)),), 1, ""))
    both = _colours(Chart("x", ("a", "b"), (Bars("r", (1, -1)),), 1, ""))
    assert ABOVE in up
    assert BELOW not in up
    assert {ABOVE, BELOW} <= both


@pytest.mark.parametrize(
    ("text", "shown"),
    [("5月4日", "5/4"), ("落ち着き", ""), ("4 мая", "4 мая"), ("żyć", "żyć"), ("$x_1$", "x_1")],
)
def test_what_the_font_lacks_is_left_to_the_words(text: str, shown: str) -> None:
    assert written(text) == shown


def test_a_chart_of_no_weeks_is_drawn_too() -> None:
    assert png(Chart("x", (), (Bars("r", ()),), 1, "")).startswith(b"\x89PNG")


def _colours(chart: Chart) -> set[str]:
    from PIL import Image  # comes with matplotlib

    with Image.open(BytesIO(png(chart))) as shown:
        pixels = shown.convert("RGB").getcolors(1_000_000)
    assert pixels is not None
    return {"#{:02X}{:02X}{:02X}".format(*colour) for _count, colour in pixels}
