"""The protocol says what runs: each setting that changes what is done changes its words."""

from dataclasses import fields
from pathlib import Path

from adapters.cli import laws
from adapters.published.markdown import markdown
from adapters.published.protocol import protocol
from adapters.published.running import LawLine, opening, span, written
from adapters.published.sentences import Published, said_in_documents
from bot.crisis.texts import acute
from bot.crisis.tiers import Tier, Verdict
from bot.duties import Law
from bot.duties.laws import EVERY, EVERY_OF_MINORS
from bot.strings import ENGLISH
from tests.published import A_DAY, LAW, running
from tests.test_strings_read import attributes_read

ROOT = Path(__file__).parent.parent


def text(*rows: LawLine, network: int | None = 2, judge: str = "", **given: str) -> str:
    """Gives the protocol of these settings, without what only marks Markdown."""
    return markdown(protocol(running(*rows, network=network, judge=judge, **given))).replace(
        "\\", ""
    )


def test_it_names_who_runs_it_and_how_to_reach_them() -> None:
    named = text(operator_name="Ada", operator_contact="ada@example.org")
    assert "It is run by Ada." in named
    assert "Write to them: ada@example.org." in named
    assert "no name is set" in text()
    assert len(opening(running(), ("a",))) == 2


def test_it_says_the_fixed_words_in_the_language_of_the_house() -> None:
    for code in ("en", "de"):
        strings = ENGLISH.to(code)
        said = acute(strings, Verdict(Tier.ACUTE), "")
        for line in said.split("\n"):
            assert line in text(language=code)


def test_it_says_whether_a_classifier_and_a_judge_listen() -> None:
    both = text(judge="judge.example.org")
    assert "classifier (version 2)" in both
    assert "`judge.example.org`" in both
    alone = text(network=None)
    assert "No classifier is installed here" in alone
    assert "No second model is asked." in alone
    assert "73%" not in alone


def test_what_minors_get_and_how_often_the_notice_comes_is_what_the_laws_named_ask() -> None:
    strict, mild = text(), text(law="illinois")
    assert "At the start of every conversation it says" in strict
    assert "told every hour of talk" in strict
    assert "it is said at least every hour, to everybody the same" in strict
    assert "it is said at least every 3 hours, to everybody the same" in mild
    assert "at most 1 hour a session" in strict
    assert "With its first reply of a day" in mild
    assert "told every 3 hours of talk" in mild
    assert "without a limit of time" in mild
    assert "They get no conversation" in text(minors="refuse")
    assert "own age check is asked" in text(age_check="https://age.example.org")


def test_each_row_of_the_laws_that_are_kept_has_its_line() -> None:
    row = "| A law of somewhere | 2026-01-01 | Say that it is an AI. | It says so: `/attune`. |"
    assert row in text(LAW)
    every = tuple(
        LawLine(row.law, row.since, row.asks, laws.sentence(row, running().house.duties))
        for row in laws.rows_of(running().house.duties)
    )
    assert len(every) >= len(Law)
    whole = text(*every)
    for one in every:
        assert one.does in whole


def test_its_figures_are_those_that_were_measured() -> None:
    measured, say = (ROOT / "docs" / "crisis.md").read_text(), said_in_documents()
    assert "| 13 (2%) | 540 (73%) | 85% |" in measured
    assert "| 13 | 61 (8%) |" in measured
    assert "| 30 / 26 | 30 / 30 |" in measured
    assert "| .25 (.48) | .12 (.32) |" in measured
    for one in ("73%", "8%", "0.12", "0.32"):
        assert one in say.figures
    for one in ("2%", "0.25", "0.48"):
        assert one in say.figures_alone


def test_spans_and_days_are_said_in_words() -> None:
    assert (span(EVERY_OF_MINORS), span(EVERY), written(A_DAY)) == (
        "hour",
        "3 hours",
        "30 November 2026",
    )


def test_each_sentence_of_the_documents_has_a_reader() -> None:
    assert {one.name for one in fields(Published)} - attributes_read() == set()
