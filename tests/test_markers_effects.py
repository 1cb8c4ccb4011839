"""What is changed in replies while a marker rises or lasts, and when its spell begins and ends."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.markers import Marker
from bot.markers.effects import (
    APART,
    ASKING,
    Effect,
    holding,
    in_spells,
    lasting,
    may_ask,
)
from bot.markers.relief import says_relief
from bot.markers.state import State
from bot.markers.told import SILENT_FOR, Told
from bot.people import Listed
from bot.people.asked_after import asked_after

DAY = date(2031, 5, 4)
ONE = timedelta(days=1)
LOOP, WITHDRAWAL = Marker.DISTRESS_LOOP, Marker.WITHDRAWAL


def test_only_what_rises_or_lasts_changes_replies() -> None:
    states = dict(zip(Marker, State, strict=True))
    assert [states[one] for one in holding(states)] == [State.RISING, State.SUSTAINED]
    assert holding({}) == ()


def test_what_two_markers_change_alike_is_asked_for_once() -> None:
    both = lasting((Marker.EXCLUSIVITY, WITHDRAWAL))
    assert both == (Effect.NOTHING_SPECIAL, Effect.TAKE_UP_PEOPLE)
    assert lasting((Marker.FUNCTIONING, LOOP)) == (Effect.SMALL_STEP,)


def test_after_somebody_it_asks_once_in_three_days_and_about_a_loop_once() -> None:
    assert may_ask(WITHDRAWAL, Told(), DAY)
    assert not may_ask(WITHDRAWAL, Told(asked=DAY), DAY + APART - ONE)
    assert may_ask(WITHDRAWAL, Told(asked=DAY), DAY + APART)
    assert may_ask(LOOP, Told(), DAY)
    assert not may_ask(LOOP, Told(asked=DAY), DAY + timedelta(days=60))


@pytest.mark.parametrize("marker", Marker)
def test_after_fine_it_goes_on_asking_after_somebody_and_about_a_loop_it_asks_nothing(
    marker: Marker,
) -> None:
    assert may_ask(marker, Told(fine=DAY), DAY + SILENT_FOR - ONE) == (marker is WITHDRAWAL)
    assert may_ask(marker, Told(fine=DAY), DAY + SILENT_FOR) == (marker in ASKING)
    assert not may_ask(WITHDRAWAL, Told(fine=DAY, asked=DAY), DAY + APART - ONE)


def test_a_spell_begins_when_it_rises_lasts_while_it_is_there_and_ends_when_it_is_quiet() -> None:
    begun = in_spells({}, {WITHDRAWAL: State.RISING}, DAY)
    assert begun == {WITHDRAWAL: Told(since=DAY)}
    shown = {WITHDRAWAL: replace(begun[WITHDRAWAL], shown=DAY, asked=DAY, disputes=1)}
    for state in (State.PRESENT, State.SUSTAINED):
        assert in_spells(shown, {WITHDRAWAL: state}, DAY + ONE) == shown
    ended = in_spells(shown, {WITHDRAWAL: State.QUIET}, DAY + ONE)
    assert ended == {WITHDRAWAL: Told(asked=DAY, disputes=1)}
    assert in_spells({}, {WITHDRAWAL: State.PRESENT, LOOP: State.QUIET}, DAY) == {}


def test_a_spell_ends_too_where_nothing_is_observed_of_it_any_more() -> None:
    shown = {Marker.EXCLUSIVITY: Told(since=DAY, shown=DAY, fine=DAY, disputes=3)}
    assert in_spells(shown, {}, DAY + ONE) == {Marker.EXCLUSIVITY: Told(fine=DAY, disputes=3)}
    again = {Marker.EXCLUSIVITY: State.RISING}
    assert in_spells({}, again, DAY) == {Marker.EXCLUSIVITY: Told(since=DAY)}


def test_what_was_stopped_has_no_spell_until_it_may_change_replies_again() -> None:
    begun = {WITHDRAWAL: Told(since=DAY, shown=DAY, asked=DAY, stopped=DAY)}
    stopped = {WITHDRAWAL: Told(asked=DAY, stopped=DAY)}
    lasts = {WITHDRAWAL: State.SUSTAINED}
    for day in (DAY, DAY + SILENT_FOR - ONE):
        assert in_spells(begun, lasts, day) == stopped
        assert in_spells(stopped, lasts, day) == stopped
    again = in_spells(stopped, lasts, DAY + SILENT_FOR)
    assert again[WITHDRAWAL].since == DAY + SILENT_FOR


def test_a_loop_that_comes_back_is_asked_about_again() -> None:
    asked = {LOOP: Told(since=DAY, asked=DAY, fine=DAY)}
    assert in_spells(asked, {LOOP: State.QUIET}, DAY + ONE) == {LOOP: Told(fine=DAY)}


# -- relief -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "that's better now", "thanks, I feel better now.", "It's sorted now", "feeling much better",
        "mir geht es wieder besser", "jetzt geht es mir viel besser", "ya estoy mejor",
        "ahora me siento mucho mejor", "ça va mieux maintenant", "je me sens beaucoup mieux",
        "já estou melhor", "agora tá bem melhor", "adesso va meglio", "mi sento molto meglio",
        "het gaat weer beter", "ik voel me nu beter", "już mi lepiej", "teraz jest lepiej",
        "şimdi daha iyiyim", "artık çok daha iyi", "мне уже лучше", "стало намного лучше",
        "полегчало", "だいぶ楽になりました", "もう落ち着きました。",
    ],
)  # fmt: skip
def test_that_it_is_better_is_heard_in_each_language(text: str) -> None:
    assert says_relief(text)


@pytest.mark.parametrize(
    "text",
    [
        "is it better now?", "it would be better to leave now", "she is better now",
        "that's not better now", "no better", "the weather is better now and i am not",
        "it's over", "besser jetzt als nie", "nie jest mi lepiej", "мне не лучше",
        "良くなったらいいのに", "",
    ],
)  # fmt: skip
def test_what_says_something_else_is_no_relief(text: str) -> None:
    assert not says_relief(text)


# -- whom it asks after -------------------------------------------------------------------------

NEL = Listed(4, "Nel", "to walk with; tells the truth")


@pytest.mark.parametrize(
    "somebody",
    [
        Listed(1, "Gran", "died in May"), Listed(1, "Dad", "do not call, he hits me"),
        Listed(1, "Samaritans", "116 123, at night"), Listed(1, "Opa", "verstorben"),
        Listed(1, "mon frère", "dangereux"), Listed(1, "abuela", "falleció"),
        Listed(1, "Tomek", "nie żyje"), Listed(1, "брат", "угрожает"), Listed(1, "父", "怖い人"),
        Listed(1, "Dayı", "vefat etti"), Listed(1, "Piet", "overleden"),
        Listed(1, "zio", "mi picchia"),
        Listed(1, "tio", "me agride"), Listed(1, "Ex", "toxic, stay away"),
    ],
)  # fmt: skip
def test_nobody_who_died_or_does_harm_is_asked_after_and_no_number_to_call(
    somebody: Listed,
) -> None:
    assert asked_after((somebody, NEL)) == NEL
    assert asked_after((somebody,)) is None


def test_the_first_on_the_list_is_asked_after() -> None:
    assert asked_after((NEL, Listed(2, "Bo", "cars"))) == NEL
    assert asked_after(()) is None
