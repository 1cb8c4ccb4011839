"""The report: exact where laws ask for it, of enough people elsewhere, of months that are over."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.published.charts import Bars, drawn
from adapters.published.counted import Figures, Span, figures, known_from
from adapters.published.markdown import markdown
from adapters.published.page import page
from adapters.published.report import ORDER, report
from adapters.published.report_json import FORMAT, VERSION, as_json
from adapters.published.sentences import said_in_documents
from adapters.published.suppressed import FEWEST
from bot.crisis.signs import What
from bot.crisis.tiers import Tier
from bot.engine.counts import CONSENT, CRISIS, REFERRED, REPAIR, SIGNAL, WRITTEN
from bot.governor.rules.every import RULES
from bot.impact import Felt, Question
from bot.impact.counted import Month
from bot.rupture import Rupture
from tests.published import running
from tests.test_published_page import Read

YEAR = tuple(f"2026-{one:02}" for one in range(1, 13))
LATER = date(2027, 1, 9)
ID = "matrix:@ada:example.org"
PEOPLE = Month(
    "2026-10",
    24,
    {
        one: dict(zip(Felt, (9, 9, 6) if one is Question.LOAD else (2, 19, 3), strict=True))
        for one in Question
    },
)


def counted(
    counts: Mapping[str, int], *, today: date = LATER, month: str = "", since: str = ""
) -> Figures:
    """Gives the figures of the year, or of a month."""
    span = Span((month,) if month else YEAR, today, is_year=not month, since=since)
    return figures(span, counts, (PEOPLE,))


def text(of: Figures) -> str:
    return markdown(report(of, running(), is_drawn=False)).replace("\\", "")


def read(of: Figures) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(as_json(of, running()))
    return whole


# -- what is shown -----------------------------------------------------------------------------


def test_a_number_under_five_stands_in_no_form_of_a_report() -> None:
    each = {f"2026-03:{REPAIR}cold": 4, f"2026-04:{REPAIR}cold": 17, f"2026-05:{REPAIR}bland": 3}
    of = counted(each)
    assert read(of)["counts"]["repair"] == {
        "cold": {"all": None, "months": {**dict.fromkeys(YEAR), "2026-04": 17}}
    }
    whole = text(of)
    assert "| 2026-03 | under 5 |" in whole
    assert "| 2026-04 | 17 |" in whole
    assert "bland" not in whole
    assert "bland" not in page(report(of, running(), is_drawn=True))


NAMES = st.sampled_from(
    [
        *(f"{REPAIR}{one}" for one in Rupture),
        *(f"{CONSENT}{one}" for one in said_in_documents().consent_names),
        *(f"governor:{one.name}:{act}" for one in RULES[:3] for act in ("drop", "redraft")),
        f"{CRISIS}acute",
        f"{WRITTEN}:model:small",
    ]
)
COUNTS = st.dictionaries(
    st.tuples(st.sampled_from(YEAR), NAMES).map(":".join), st.integers(1, 12), max_size=40
)


@settings(max_examples=60)
@given(COUNTS, st.sampled_from([LATER, date(2026, 8, 20)]))
def test_whatever_was_counted_no_cell_is_under_five_and_no_sum_tells_one(
    counts: dict[str, int], today: date
) -> None:
    of = counted(counts, today=today)
    for rows in of.features.values():
        for row in rows:
            assert all(one is None or one >= FEWEST for one in (*row.months, row.whole))
            assert row.whole is None or sum(one is None for one in row.months) != 1
            assert row.whole is None or of.span.is_over
    shown = re.findall(r'": (\d+)', json.dumps(read(of)["counts"]))
    assert all(int(one) >= FEWEST for one in shown)


def test_a_month_that_goes_on_has_no_numbers_yet_and_the_report_says_so() -> None:
    each = {f"{month}:{REPAIR}cold": 9 for month in YEAR[:-1]}
    each |= {f"2026-11:{REFERRED}": 7}
    of = counted(each, today=date(2026, 11, 30))
    whole = text(of)
    assert "still to come: 2026-11." in whole
    assert "from 2 December 2026" in whole
    assert "Still to come: 2026-12." in whole
    months = read(of)["months"]
    assert (months["running"], months["to_come"]) == (["2026-11"], ["2026-12"])
    assert "2026-11" not in read(of)["counts"]["repair"]["cold"]["months"]
    assert "2026-11" not in read(of)["referrals"]["months"]
    assert read(of)["counts"]["repair"]["cold"]["all"] is None  # of a year that goes on
    alone = counted(each, today=date(2026, 11, 30), month="2026-11")
    assert alone.span.is_withheld
    assert not of.span.is_withheld
    assert read(of)["withheld"] is None
    assert known_from(Span(("2026-12",), date(2026, 12, 3))) == date(2027, 1, 2)


def test_a_running_month_alone_is_one_sentence_why_and_from_when_in_every_form() -> None:
    each = {f"2026-11:{REPAIR}cold": 9, f"2026-11:{REFERRED}": 7}
    of = counted(each, today=date(2026, 11, 30), month="2026-11")
    why = "The numbers of 2026-11 stand here from 2 December 2026, and none before: two reports"
    whole = text(of)
    assert whole.splitlines()[2].startswith(why)
    assert "##" not in whole
    drawn_page = page(report(of, running(), is_drawn=True))
    assert why in drawn_page
    assert "<nav" not in drawn_page
    assert "<h2" not in drawn_page
    found = read(of)
    assert found["withheld"] == "running"
    assert found["referrals"] == {"all": None, "months": {}}
    assert not any(found["counts"].values())
    over = counted({}, today=date(2026, 12, 2), month="2026-11")
    assert read(over)["referrals"]["all"] == 0  # of a month that is over, nothing is a number


def test_on_the_first_of_a_month_something_may_still_come_of_the_last() -> None:
    assert Span(("2026-11",), date(2026, 12, 1)).running == ("2026-11",)
    assert Span(("2026-11",), date(2026, 12, 2)).over == ("2026-11",)


# -- before anything was counted ---------------------------------------------------------------


def test_of_a_time_before_anything_was_counted_no_form_has_a_nought() -> None:
    for month in ("", "2026-05"):
        of = counted({}, month=month, since="2026-11" if month else "2027-01")
        whole, drawn_page = text(of), page(report(of, running(), is_drawn=True))
        assert "Nothing was counted in 2026-" in whole
        assert "##" not in whole
        assert "Nothing was counted in 2026-" in drawn_page
        assert "<table" not in drawn_page
        found = read(of)
        assert (found["withheld"], found["referrals"]["all"]) == ("uncounted", None)
        assert found["months"]["uncounted"] == list(of.span.months)
        assert found["months"]["over"] == []


def test_a_year_in_which_counting_began_has_the_months_since_and_their_sum() -> None:
    each = {f"2026-11:{REFERRED}": 2, f"2026-12:{REPAIR}cold": 9}
    of = counted(each, since="2026-11")
    whole = text(of)
    assert "It counts since 2026-11. Nothing was counted in 2026-01 to 2026-10: " in whole
    assert "| 2026-11 | 2 |" in whole
    assert "| 2026-10 |" not in whole
    found = read(of)
    assert (found["since"], found["referrals"]["all"]) == ("2026-11", 2)
    assert list(found["referrals"]["months"]) == ["2026-11", "2026-12"]
    assert found["counts"]["repair"]["cold"] == {
        "all": None,
        "months": {"2026-11": None, "2026-12": 9},
    }
    going_on = counted(each, since="2026-11", today=date(2026, 12, 5))
    assert going_on.span.running == ("2026-12",)
    assert not going_on.span.is_over


# -- referrals, exactly ------------------------------------------------------------------------


def test_referrals_are_exact_by_kind_of_sign_and_by_nothing_else() -> None:
    each = {
        f"2026-02:{REFERRED}": 1,
        f"2026-05:{REFERRED}": 3,
        f"2026-05:{SIGNAL}means": 2,
        f"2026-05:{SIGNAL}wish_dead": 1,
    }
    found = read(counted(each))["referrals"]
    assert found["all"] == 4
    assert found["months"]["2026-05"] == {
        "all": 3,
        "by_sign": {"means": 2, "wish_dead": 1},
        "unrecorded": 0,
    }
    assert found["months"]["2026-02"] == {"all": 1, "by_sign": {}, "unrecorded": 1}
    whole = text(counted(each))
    assert "| Month | All referrals | a wish to be dead | means at hand | kind not recorded |" in (
        whole
    )
    assert "| 2026-05 | 3 | 1 | 2 | 0 |" in whole
    assert "| The year | 4 | 1 | 2 | 1 |" in whole
    month = text(counted(each, month="2026-05"))
    assert "| All referrals | 3 |" in month


def test_every_kind_that_can_be_counted_has_a_name() -> None:
    say = said_in_documents()
    assert set(say.signals) == set(What)
    assert set(say.tier_names) == {one.name.lower() for one in Tier if one is not Tier.NONE}
    assert set(ORDER) == set(say.features) == set(say.notes)
    assert {*ORDER, "impact", "crisis-referrals"} <= set(say.sections)


# -- what people said --------------------------------------------------------------------------


def test_answers_are_shown_of_enough_people_and_whole_questions() -> None:
    of = counted({})
    felt = read(of)["impact"]["2026-10"]
    assert felt["people"] == 24
    shown = {name for name, each in felt["questions"].items() if each is not None}
    assert shown == {"load"}
    assert "| not shown | not shown | not shown |" in text(of)
    assert "In no month" in text(counted({}, month="2026-09"))


# -- as a page ---------------------------------------------------------------------------------


def test_a_page_has_a_chart_beside_each_table_with_words_for_who_cannot_see_it() -> None:
    each = {f"{month}:{REPAIR}cold": 9 for month in YEAR} | {f"2026-05:{REFERRED}": 3}
    read_page = Read(page(report(counted(each), running(), is_drawn=True)))
    drawings = [of for tag, of in read_page.elements if tag == "svg"]
    assert [of["role"] for of in drawings] == ["img", "img"]
    assert all("Bars of the table below" in str(of["aria-label"]) for of in drawings)
    ids = list(read_page.values("id"))
    assert len(ids) == len(set(ids))
    assert not list(read_page.values("style"))
    assert {one for one in read_page.values("href") if not one.startswith("#")} == set()


def test_a_chart_has_nothing_that_the_page_forbids_and_its_ink_is_the_pages() -> None:
    bars = Bars("one", ("Jan", "Feb"), (("cold", (7, None)),), "what it shows")
    svg = drawn(bars)
    assert svg == drawn(bars)
    assert "<style" not in svg
    assert "style=" not in svg
    assert "metadata" not in svg
    assert "currentColor" in svg
    assert "#222222" not in svg
    lying = drawn(Bars("two", ("Jan",), (("<b>$x$", (7,)), ("b", (None,))), "what it shows"))
    assert Read(lying).open == []


# -- nobody and no word ------------------------------------------------------------------------


@pytest.mark.parametrize("month", ["", "2026-05"])
def test_no_key_that_is_not_counted_by_name_reaches_a_report(month: str) -> None:
    strange = {f"2026-05:{ID}": 50, f"2026-05:place:{ID}": 50, f"2025-05:{REPAIR}cold": 50}
    of = counted(strange, month=month)
    for form in (text(of), as_json(of, running()), page(report(of, running(), is_drawn=True))):
        assert ID not in form
        assert "50" not in re.sub(r"<style>.*?</style>", "", form, flags=re.DOTALL)


def test_a_models_name_marks_nothing_up() -> None:
    hostile = "<b>x</b>|[y](z)"
    of = counted({f"2026-05:{WRITTEN}:model:{hostile}": 9})
    assert "<b>" not in page(report(of, running(), is_drawn=True))
    assert "<b>" not in markdown(report(of, running(), is_drawn=False)).replace(r"\<b\>", "")


def test_the_form_for_programs_says_which_it_is() -> None:
    whole = read(counted({}))
    assert (whole["format"], whole["version"]) == (FORMAT, VERSION) == ("attune-report", 1)
    assert whole["fewest"] == FEWEST
    assert list(whole) == [
        *("format", "version", "program", "made", "fewest", "fewest_people"),
        *("since", "months", "withheld", "referrals", "counts", "impact"),
    ]
