"""Decisions about what a person switches for themselves: emojis, being read, being under 18."""

from dataclasses import replace

import pytest

from bot.actions.state import MarkUnder18, RaiseEpoch, SetEmojis, SetIgnored
from bot.decide.age_check import noted
from bot.decide.switches import emojis, ignore_me, under_18
from bot.duties import STRICTEST, Minors
from bot.snapshot import CommandSnapshot
from bot.strings import ENGLISH
from tests.scene import commands, known, told

SNAPSHOT = known().as_kind(CommandSnapshot)


def test_emojis_are_shown_and_switched() -> None:
    event = commands("emojis")
    for wanted, changed in ((None, ()), (True, (SetEmojis(True),)), (False, (SetEmojis(False),))):
        actions = emojis(wanted, event, SNAPSHOT)
        assert actions[:-1] == changed
        assert "🧊" in told(actions)[0]


def test_being_ignored_silences_at_once_and_ends_by_the_same_command() -> None:
    event = commands("ignore-me")
    begun, ended = (ignore_me(event, SNAPSHOT, ends=ends) for ends in (False, True))
    assert begun[:-1] == (SetIgnored(True), RaiseEpoch())
    assert ended[:-1] == (SetIgnored(False),)
    assert told(ended) == [ENGLISH.person.not_ignored]


def test_under_18_is_marked_and_silences_at_once() -> None:
    actions = under_18(commands("under-18"), SNAPSHOT)
    assert actions[:-1] == (MarkUnder18(), RaiseEpoch())
    said = ENGLISH.person
    assert told(actions) == [f"{said.under_18} {said.under_18_capped}"]


@pytest.mark.parametrize(
    ("minors", "said"),
    [("", ENGLISH.person.under_18), ("refuse", ENGLISH.limits.minors)],
)
def test_what_it_means_to_be_under_18_is_said_as_it_is_here(minors: Minors, said: str) -> None:
    house = replace(SNAPSHOT.house, duties=replace(STRICTEST, minors=minors))
    assert noted(replace(SNAPSHOT, house=house)) == said
