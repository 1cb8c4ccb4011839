"""Decisions once an installation has closed: no reply, one fixed line, and every right."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.platform import Say
from bot.actions.state import HoldEpisode, RememberPerson
from bot.closing import Closing
from bot.commands import COMMANDS
from bot.decide import Decision
from bot.decide.closed import over
from bot.events import Happening
from bot.levels import Level
from bot.records import EpisodeRow, Owner
from bot.strings import ENGLISH
from tests.scene import (
    AT,
    HOUSE,
    MET,
    SHARED,
    Known,
    commands,
    decide,
    deletes,
    known,
    reacts,
    reply,
    says,
    writing,
)

CLOSES = Closing(AT - timedelta(days=1))
LINE = ENGLISH.continuity.closed.format(day="3 May", gone="2 June")


def closed(of: Known | None = None, closing: Closing = CLOSES) -> Known:
    of = of or known(Level.WARM)
    return replace(of, house=replace(HOUSE, closing=closing))


def said(event: Happening, of: Known) -> list[str]:
    turn = decide(event, of)  # type: ignore[arg-type]
    assert turn.ask is None
    return [one.text for one in turn.actions if isinstance(one, Say)]


def test_a_message_gets_one_fixed_line_once_a_minute_and_no_reply() -> None:
    assert said(says("hello"), closed()) == [LINE]
    (kept, line) = decide(says("hello"), closed()).actions
    assert kept == RememberPerson(told_at=AT)
    assert isinstance(line, Say)
    assert line.may_be_seen
    lately = replace(closed(), person=replace(MET, told_at=AT - timedelta(seconds=30)))
    assert decide(says("hello"), lately) == Decision()


def test_who_was_never_told_reads_that_it_is_an_ai_there_too() -> None:
    (text,) = said(says("hello"), replace(closed(), person=replace(MET, met_at=None)))
    assert text.startswith(LINE)
    assert "an AI" in text


def test_before_its_day_and_without_one_it_answers() -> None:
    assert decide(says("hello"), closed(closing=Closing(AT + timedelta(hours=1)))).ask is not None
    event, of = says("hello"), known()
    turn = decide(event, of)
    assert over(event, of.for_event(event), turn) is turn


def test_once_all_is_erased_it_says_that() -> None:
    gone = ENGLISH.continuity.gone.format(day="23 March")
    assert said(says("hello"), closed(closing=Closing(AT - timedelta(days=42)))) == [gone]


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda one: one.name)
def test_every_right_works_and_no_other_command_does(entry: object) -> None:
    name, is_right = entry.name, entry.is_right  # type: ignore[attr-defined]
    texts = said(commands(name), closed())
    assert (texts == [LINE]) is not is_right, name


@pytest.mark.parametrize("event", [reacts(), commands("repair")], ids=["emoji", "command"])
def test_no_repair_is_written(event: Happening) -> None:
    assert said(event, replace(closed(), reply=reply())) == [LINE]


def test_what_is_left_of_a_burst_is_answered_no_more_and_nothing_is_said_of_it() -> None:
    waits = replace(writing(), shown=())
    ask = replace(waits.ask, message=deletes().message, also=(waits.ask.message,))
    of = replace(closed(), running=(replace(waits, ask=ask),))
    assert decide(deletes(), replace(of, house=HOUSE)).ask is not None
    assert said(deletes(), of) == []


@pytest.mark.parametrize(
    "text", ["I want to kill myself tonight, I have the pills", "I do not want to live any more"]
)
def test_the_words_for_a_life_at_risk_are_said_without_an_answer(text: str) -> None:
    turn = decide(says(text), closed())
    words = "\n".join(one.text for one in turn.actions if isinstance(one, Say))
    assert turn.ask is None
    assert any(isinstance(one, HoldEpisode) for one in turn.actions)
    assert ENGLISH.crisis.directory in words or ENGLISH.crisis.first in words
    assert LINE not in words


def test_during_an_episode_the_line_stands_below_where_help_is_and_names_none_to_others() -> None:
    lasting = EpisodeRow(Owner("episode"), at=AT)
    assert said(says("and now?"), replace(closed(), episode=lasting)) == [
        f"{ENGLISH.crisis.help}\n\n{LINE}"
    ]
    there = replace(closed(known(Level.WARM, direct=False)), episode=lasting)
    assert said(says("and now?", SHARED), there) == [LINE]


def test_for_another_persons_life_it_says_what_helps() -> None:
    texts = said(says("My friend wants to kill herself"), closed())
    assert texts == [f"{ENGLISH.crisis.concern}\n\n{LINE}"]


@pytest.mark.parametrize("words", ["off", "erase everything about me"])
def test_leaving_in_plain_words_still_leaves(words: str) -> None:
    assert LINE not in said(says(words), closed())
