"""What a choice does is read, or said to hold no more; nothing falls through to a default."""

from dataclasses import replace

import pytest

from bot.actions.platform import Say
from bot.actions.state import AnswerCard
from bot.choices import Choice, DropCrisisLine, decode, encode
from bot.commands import command_in
from bot.decide import Decision, buttons
from bot.decide.age_check import age_choices
from bot.decide.helping import stance_taps
from bot.events import Event
from bot.ids import Scope, SpaceId
from bot.levels import Level
from bot.repair import Mended, every_kind, one_tap
from bot.rupture import Rupture
from bot.snapshot import Place
from bot.strings import ENGLISH, OFFERED, fill
from tests.scene import ADA, SHARED, Known, commands, decide, known, on, post, says, taps, told

MOST_OF_A_LABEL = 40  # characters: a button of Discord holds 80, and its id 100
UNREADABLE = (
    "", "dance", "keep it", "erase all", "accept", "accept deeper longest p", "not-now", "stance",
    "stance dance", "repair", "repair grumpy", "again", "again 🔧 above cold", "crisis-line",
    "report", "Keep", "more and more",
)  # fmt: skip


@pytest.mark.parametrize("does", UNREADABLE)
def test_what_cannot_be_read_says_that_it_no_longer_holds(does: str) -> None:
    turn = on(buttons.decide)(taps("Tap"), replace(known(), post=post(Choice("Tap", decode(does)))))
    assert told(turn.actions) == [ENGLISH.commands.choice_over]
    assert turn.actions == (AnswerCard(taps("Tap").message, ENGLISH.commands.choice_over),)
    assert turn.ask is None


def test_the_way_to_words_for_a_life_at_risk_is_never_over() -> None:
    for does in ("crisis-read", "crisis-read acute self None", "crisis-read odd self ending"):
        turn = decide(taps("Tap"), replace(known(), post=post(Choice("Tap", decode(does)))))
        assert ENGLISH.crisis.first in told(turn.actions)[0]


def offered() -> list[Choice]:
    """Gives choices as the program writes them."""
    return [choice for card in cards() for choice in card]


def cards() -> list[tuple[Choice, ...]]:
    """Gives the choices of each card as the program writes them."""
    found = [
        age_choices(ENGLISH),
        stance_taps(ENGLISH),
        every_kind(ENGLISH),
        one_tap(Mended((Rupture.COLD,)), ENGLISH),
    ]
    events: list[tuple[Event, Known]] = [
        (commands("on attuned for tonight"), known()),
        (commands("data erase"), known()),
    ]
    events += [(commands("help"), known()), (says("I don't want to live anymore", SHARED),
               known(direct=False))]  # fmt: skip
    admin = replace(SHARED, by_admin=True)
    line = commands("x", admin)
    line = replace(
        line, command=command_in("attune-admin crisis-line Night line https://example.org/n")
    )
    events += [(line, known(direct=False)), (commands("off"), known(Level.WARM))]
    places = (Place(Scope(SpaceId("s9"), ADA)),)  # where erasing everywhere is offered too
    events.append((commands("data erase"), replace(known(), elsewhere_places=places)))
    for event, what in events:
        says_ = (one for one in decide(event, what).actions if isinstance(one, Say))
        found += [one.choices for one in says_ if one.choices]
    return found


def test_every_choice_that_is_offered_is_read_as_it_was_written() -> None:
    means = {choice.means for choice in offered()}
    assert len(means) > 25
    assert [one for one in means if decode(encode(one)) != one] == []


def test_no_two_choices_of_one_card_share_a_label_and_every_platform_shows_all_of_it() -> None:
    assert ENGLISH.data.erase_everywhere in {one.label for card in cards() for one in card}
    for card in cards():
        labels = [choice.label for choice in card]
        assert len(set(labels)) == len(labels)
        assert max(map(len, labels)) <= MOST_OF_A_LABEL


@pytest.mark.parametrize("code", OFFERED)
def test_no_label_of_a_choice_is_longer_in_another_language(code: str) -> None:
    labels = dict(fill.sentences(ENGLISH.to(code).choices))
    assert [key for key, label in labels.items() if len(label) > MOST_OF_A_LABEL] == []


def test_leaving_an_admins_line_erases_nothing_and_says_so() -> None:
    turn = decide(
        taps("Leave it"), replace(known(), post=post(Choice("Leave it", DropCrisisLine())))
    )
    assert told(turn.actions) == [ENGLISH.consent.not_now]


def test_who_taps_what_is_not_theirs_is_told_alone_where_that_can_be() -> None:
    direct = taps("Yes")
    assert told(decide(direct, known()).actions) == [ENGLISH.commands.no_choice]
    shared = replace(direct, where=SHARED)
    assert decide(shared, known(direct=False)) == Decision()
    (say,) = decide(replace(shared, is_pressed=True), known(direct=False)).actions
    assert isinstance(say, Say)
    assert (say.text, say.to) == (ENGLISH.commands.no_choice, ADA)


def test_a_second_tap_on_what_was_answered_says_nothing_more() -> None:
    assert decide(taps("Yes"), replace(known(), post=post())) == Decision()
