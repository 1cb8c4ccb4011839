"""Charts as data: bounded, readable again, labelled in their person's language."""

from datetime import date

from bot.layout.chart import MOST_ROWS, MOST_WEEKS, Bars, Chart, file, labels, load
from bot.strings import ENGLISH

CHART = Chart("weeks", ("4 May", "11 May"), (Bars("steadier", (1, None)),), 1, "4 May: steadier.")


def test_a_chart_is_read_again_from_its_file() -> None:
    assert load(file(CHART)) == CHART
    assert file(CHART).alternative == "4 May: steadier."


def test_a_file_holds_the_last_weeks_and_the_first_rows() -> None:
    many = Chart("x", ("a",) * 80 + ("b",), (Bars("r", (0,) * 80 + (1,)),) * 9, 1, "")
    cut = load(file(many))
    assert (len(cut.weeks), len(cut.rows)) == (MOST_WEEKS, MOST_ROWS)
    assert cut.weeks[-1] == "b"
    assert {row.values[-1] for row in cut.rows} == {1}


def test_only_a_chart_with_a_bar_below_zero_hangs() -> None:
    assert not CHART.hangs
    assert Chart("x", ("a",), (Bars("r", (-1,)),), 1, "").hangs


def test_days_are_labelled_without_their_year() -> None:
    assert labels((date(2026, 5, 4), date(2025, 12, 1)), ENGLISH) == ("4 May", "1 December")
