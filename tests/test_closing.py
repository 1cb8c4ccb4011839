"""The closing day: what it is, how it is kept, and what is said of it in every language."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.closing import KEPT_FOR, MOST_OF_WHY, SOON, Closing, dump, load
from bot.closing.words import over, standing, told
from bot.layout.dates import Occasion
from bot.panel import state
from bot.snapshot import KeptSnapshot
from bot.strings import OFFERED
from tests.scene import AT, HOUSE, known

CLOSES = Closing(AT, 'Because "so"\nit is')
NOW = Occasion(AT - SOON)


def test_what_is_kept_of_it_reads_again() -> None:
    assert load(dump(CLOSES)) == CLOSES


def test_it_is_over_from_its_moment_on_and_soon_in_the_week_before() -> None:
    before = AT - timedelta(seconds=1)
    assert (CLOSES.is_over(AT), CLOSES.is_over(before)) == (True, False)
    assert (CLOSES.is_soon(AT - SOON), CLOSES.is_soon(before - SOON)) == (True, False)
    assert CLOSES.erased_at == AT + KEPT_FOR


@pytest.mark.parametrize("code", OFFERED)
def test_all_of_it_fits_a_first_sight_in_every_language(code: str) -> None:
    house = HOUSE.to(code)
    lines = tuple(told(replace(CLOSES, because=""), house, NOW))
    assert len("\n".join(lines)) <= 600 - MOST_OF_WHY
    assert len(over(CLOSES, house, NOW)) <= 300


@pytest.mark.parametrize("words", ["I move", "I move.", "I move。", "I move . "])
def test_a_reason_that_is_a_whole_sentence_ends_once(words: str) -> None:
    _, why, _ = told(replace(CLOSES, because=words), HOUSE, NOW)
    assert why.endswith("says why: “I move”.")


def test_the_panel_says_that_it_closes_and_that_it_has() -> None:
    house = replace(HOUSE, closing=CLOSES)
    shown = replace(known(), house=house).as_kind(KeptSnapshot)
    assert state(shown, NOW).endswith(next(told(CLOSES, house, NOW)))
    assert state(shown, Occasion(AT)).endswith(over(CLOSES, house, Occasion(AT)))
    assert standing(HOUSE, NOW) == ""
