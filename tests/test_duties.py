"""What each law asks of every talk, and what several ask together."""

from datetime import timedelta
from typing import get_args

import pytest

from bot.duties import STRICTEST, Law, Minors, duties_of
from bot.duties.laws import ALL
from bot.duties.minors import KnownBy, known_by
from bot.settings.fields import Settings
from bot.settings.kinds import LAWS
from bot.settings.of_law import OfLaw

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("law", "begins", "hours_of_minors", "warns", "minors"),
    [
        (Law.CALIFORNIA, "day", 3, True, "cap"),
        (Law.NEW_YORK, "day", 3, False, ""),
        (Law.WASHINGTON, "conversation", 1, False, ""),
        (Law.OREGON, "conversation", 1, False, ""),
        (Law.ILLINOIS, "day", 3, False, ""),
        (Law.COLORADO, "day", 3, False, ""),
        (Law.EU, "day", 3, False, ""),
    ],
)
def test_a_law_asks_what_its_row_says(
    law: Law, begins: str, hours_of_minors: int, warns: bool, minors: str
) -> None:
    asked = duties_of((law,))
    assert (asked.begins, asked.every_of_minors) == (begins, hours_of_minors * HOUR)
    assert (asked.every, asked.warns, asked.minors) == (3 * HOUR, warns, minors)


def test_the_strictest_is_the_sum_of_all_and_is_the_default() -> None:
    assert duties_of() == STRICTEST == duties_of(tuple(Law)) == duties_of((ALL, Law.EU))
    assert (STRICTEST.begins, STRICTEST.every_of_minors) == ("conversation", HOUR)
    assert (STRICTEST.warns, STRICTEST.minors) == (True, "cap")
    assert Settings.model_fields["law"].default == (ALL,)


def test_several_laws_ask_the_stricter_of_each() -> None:
    both = duties_of((Law.CALIFORNIA, Law.OREGON))
    assert (both.begins, both.every_of_minors, both.minors) == ("conversation", HOUR, "cap")


@pytest.mark.parametrize("choice", ["refuse", "cap"])
def test_what_the_operator_chose_for_minors_holds_under_every_law(choice: Minors) -> None:
    assert duties_of((Law.EU,), choice).minors == choice
    assert duties_of(minors=choice).minors == choice


def test_the_setting_names_every_law() -> None:
    assert (ALL, *Law) == LAWS
    annotation = OfLaw.model_fields["minors"].annotation
    assert get_args(annotation) == get_args(Minors)


def test_who_is_known_as_a_minor_is_known_from_one_thing() -> None:
    assert known_by() is None
    assert known_by(said=True) is KnownBy.SELF
    assert known_by(has_role=True) is KnownBy.ROLE
    assert known_by(said=True, has_role=True) is KnownBy.SELF
    assert known_by(said=True, checked=True, has_role=True) is KnownBy.CHECK
