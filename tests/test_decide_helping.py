"""What help shows first, what its taps show in its place, and to whom."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.platform import Say
from bot.actions.state import AnswerCard, SetStance
from bot.capabilities import Capabilities
from bot.choices import Choice, ShowHelp, values_of
from bot.commands import Topic, first_page, page
from bot.decide import helping
from bot.layout.window import split
from bot.levels import Stance
from bot.strings import ENGLISH
from tests.scene import (
    AT,
    DIRECT,
    SHARED,
    commands,
    decide,
    known,
    on,
    post,
    talking,
    taps,
    told,
)

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


def test_below_talk_stands_what_can_be_wanted_now_with_what_is_wanted_marked() -> None:
    assert labels(Topic.TALK)[: len(Stance)] == tuple(ENGLISH.choices.stances.values())
    for wanted, marked in (("", ""), (Stance.DECIDE, "Decide")):
        state = talking(known())
        talk = replace(state.conversation, stance=wanted)
        (shown,) = tapped(taps("x"), replace(state, conversation=talk), Topic.TALK)
        assert isinstance(shown, AnswerCard)
        assert values_of(shown.choices).holds == marked
    over = replace(taps("x"), at=AT + timedelta(hours=1))  # of a conversation that ended
    (shown,) = tapped(over, replace(state, conversation=talk), Topic.TALK)
    assert isinstance(shown, AnswerCard)
    assert values_of(shown.choices).holds == ""


def test_a_list_marks_what_was_taken_of_it_and_a_row_of_taps_stays_as_it_was() -> None:
    choices = (*helping.stance_taps(ENGLISH, Stance.LISTEN), Choice("Back", ShowHelp()))
    tap = taps(ENGLISH.choices.stances[Stance.STAY])
    state = replace(talking(known()), post=post(*choices))
    assert not [one for one in decide(tap, state).actions if isinstance(one, AnswerCard)]
    on_list = replace(tap, where=replace(DIRECT, can=Capabilities(has_lists=True)))
    (shown,) = (one for one in decide(on_list, state).actions if isinstance(one, AnswerCard))
    assert (shown.message, shown.text, len(shown.choices)) == (tap.message, None, len(choices))
    assert [one.label for one in shown.choices if one.holds] == ["Stay"]
    assert SetStance(Stance.STAY) in decide(on_list, state).actions
