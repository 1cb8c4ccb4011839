"""What help shows first, what its taps show in its place, and to whom."""

from dataclasses import replace

import pytest

from bot.actions.platform import Say
from bot.actions.state import AnswerCard
from bot.choices import Choice, ShowHelp
from bot.commands import Topic, first_page, page
from bot.decide import helping
from bot.layout.window import split
from bot.levels import Stance
from bot.strings import ENGLISH
from tests.scene import DIRECT, SHARED, commands, decide, known, on, post, taps, told

tapped = on(helping.tapped)
ADMIN = replace(SHARED, by_admin=True)
TOPICS = ENGLISH.help.topics


def labels(topic: Topic | None, *, is_admin: bool = False) -> tuple[str, ...]:
    """Gives what stands below help after a tap on a topic."""
    where = ADMIN if is_admin else DIRECT
    (shown,) = tapped(replace(taps("x"), where=where), known(), topic)
    assert isinstance(shown, AnswerCard)
    return tuple(one.label for one in shown.choices)


def test_help_begins_with_what_people_do_as_a_card_and_a_choice_a_topic() -> None:
    *_, said = decide(commands("help"), known()).actions
    assert isinstance(said, Say)
    assert (said.text, said.is_card) == (first_page(ENGLISH), True)
    assert said.choices == tuple(
        Choice(TOPICS[one], ShowHelp(one)) for one in Topic if one is not Topic.ADMINS
    )


def test_only_admins_are_shown_what_is_theirs() -> None:
    *_, said = decide(commands("help", ADMIN), known(direct=False)).actions
    assert isinstance(said, Say)
    assert said.choices[-1] == Choice(TOPICS["admins"], ShowHelp(Topic.ADMINS))
    assert TOPICS["admins"] not in labels(Topic.DATA)
    assert TOPICS["admins"] in labels(Topic.DATA, is_admin=True)
    assert told(tapped(taps("x"), known(), Topic.ADMINS)) == [ENGLISH.admins.not_admin]


@pytest.mark.parametrize("topic", [one for one in Topic if one is not Topic.ADMINS])
def test_a_topic_takes_the_place_of_what_stood_there_and_leads_back(topic: Topic) -> None:
    card = post(Choice(TOPICS[topic], ShowHelp(topic)))
    (shown,) = decide(taps(TOPICS[topic]), replace(known(), post=card)).actions
    assert isinstance(shown, AnswerCard)
    assert shown.text == page(topic, DIRECT.can, ENGLISH)
    assert Choice(ENGLISH.help.back, ShowHelp()) in shown.choices
    (back,) = tapped(taps(ENGLISH.help.back), known(), None)
    assert isinstance(back, AnswerCard)
    assert back.text == first_page(ENGLISH)


def test_a_row_of_topics_is_never_more_than_five_and_keeps_their_places() -> None:
    first, later = labels(None), labels(Topic.WRONG)
    assert len(first) == len(later) == 5
    at_once, behind = split(labels(None, is_admin=True))
    assert (len(at_once), len(behind)) == (4, 2)  # an admin's last stand behind More
    assert [at for at in range(5) if first[at] != later[at]] == [1]


def test_below_talk_stands_what_can_be_wanted_now() -> None:
    assert labels(Topic.TALK)[: len(Stance)] == tuple(ENGLISH.choices.stances.values())
