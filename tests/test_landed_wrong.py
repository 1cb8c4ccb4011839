"""How people say in ten languages that a reply landed wrong, hurt or misread them.

In `words/landed_wrong.tsv` half of the lines stood before any phrase was written, and none was
written after them. What may as well be told of somebody's day ("das tat weh") is left alone there.
"""

from pathlib import Path

import pytest

from bot.repair.words import correction_in_words

Line = tuple[str, str, str, str]  # a language, whether phrases were written by it, what it is
LINES: tuple[Line, ...] = tuple(
    (code, which, what, words)
    for code, which, what, words in (
        line.split("\t")
        for line in (Path(__file__).parent / "words" / "landed_wrong.tsv")
        .read_text("utf-8")
        .splitlines()
    )
)


@pytest.mark.parametrize(("which", "fewest"), [("seen", 95), ("unseen", 95)])
def test_most_of_what_people_write_is_heard(which: str, fewest: int) -> None:
    said = [one for one in LINES if one[1:3] == (which, "complaint")]
    heard = [one for one in said if correction_in_words(one[3]) is not None]
    assert len(said) == (118 if which == "seen" else 120)
    assert len(heard) >= fewest


def test_nothing_that_is_about_somebody_or_something_else_is_heard() -> None:
    told = [one for one in LINES if one[2] == "other"]
    assert len(told) == 170
    assert [one[:2] for one in told if correction_in_words(one[3]) is not None] == []


def test_what_a_day_was_like_is_no_complaint_and_what_it_did_to_somebody_after_an_ouch_is() -> None:
    alone = ("das tat weh", "dat deed pijn", "fa male", "ça fait mal", "это было больно")
    ouch = ("Autsch, das tat weh.", "Au, dat deed pijn", "Ahi, fa male.", "Aïe, ça fait mal.")
    assert [correction_in_words(one) for one in alone] == [None] * len(alone)
    assert None not in [correction_in_words(one) for one in ouch]
