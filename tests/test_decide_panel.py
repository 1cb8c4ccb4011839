"""A tap on the panel does what its command does, and shows it in the panel's place."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.platform import Say
from bot.actions.state import AnswerCard, PauseUntil, RaiseEpoch, RecordConsent, SetStyle
from bot.boundaries import Boundaries, dump
from bot.choices import Choice, EndPause, Meaning, Page, PauseFor, TurnPage, WantLevel, WantStyle
from bot.decide import Decision
from bot.decide.commands import manner
from bot.decide.panel import shown
from bot.levels import Level
from bot.panel import FOREVER
from bot.records import BoundariesRow
from bot.snapshot import NOBODY, CommandSnapshot
from bot.strings import ENGLISH
from tests.scene import AT, Known, commands, decide, known, post, taps, told

BACK = (Choice("Back", TurnPage(Page.STATE)),)


def after(means: Meaning, state: Known) -> Decision:
    return decide(taps("It"), replace(state, post=post(Choice("It", means))))


def card(turn: Decision) -> AnswerCard:
    """Gives what the panel becomes; nothing else is said."""
    assert not any(isinstance(one, Say) for one in turn.actions)
    (one,) = [action for action in turn.actions if isinstance(action, AnswerCard)]
    return one


def test_attune_alone_and_status_show_the_panel() -> None:
    for words in ("", "status"):
        say = decide(commands(words), known(Level.WARM)).actions[-1]
        assert isinstance(say, Say)
        assert say.text.startswith("Warm here until ")
        assert (say.is_card, len(say.choices)) == (True, 5)
        of = known(Level.WARM).as_kind(CommandSnapshot)
        assert shown(commands(words), of) == say


def test_the_panel_names_what_is_kept_of_its_person_in_every_place_and_none_of_its_words() -> None:
    own = BoundariesRow(NOBODY, body=dump(Boundaries(nots=((1, "no pet names"),))))
    of = replace(known(), preferences=(own,))
    of = replace(of, person=replace(of.person, under_18=True))
    text = told(decide(commands("status"), of).actions)[-1]
    said = ENGLISH.status
    assert f"{said.kept_boundaries}, {said.kept_under_18}" in text
    assert "pet" not in text
    bare = told(decide(commands("status"), known()).actions)[-1]
    assert said.kept_boundaries not in bare
    assert said.kept_under_18 not in bare


@pytest.mark.parametrize("page", [Page.STATE, Page.LEVELS, Page.STYLES, Page.PAUSES])
def test_a_page_takes_the_panels_place_and_leads_on(page: Page) -> None:
    turn = after(TurnPage(page), known(Level.WARM))
    assert turn.actions == (card(turn),)
    assert card(turn).choices


def test_the_page_of_styles_says_what_style_is_set() -> None:
    warm = known(Level.WARM)
    assert card(after(TurnPage(Page.STYLES), warm)).text == manner(
        warm.as_kind(CommandSnapshot), AT
    )


def test_what_is_kept_is_listed_beside_the_panel() -> None:
    (say,) = after(TurnPage(Page.KEPT), known()).actions
    assert isinstance(say, Say)
    assert say.text == decide(commands("data"), known()).actions[-1].text  # type: ignore[union-attr]


def test_a_deeper_level_leads_to_its_card_and_changes_nothing() -> None:
    turn = after(WantLevel(Level.ATTUNED), known())
    states = {one.state for one in turn.actions if isinstance(one, RecordConsent)}
    assert states == {"requested"}
    assert card(turn).text.startswith("**Attuned, ")  # type: ignore[union-attr]
    labels, said = [one.label for one in card(turn).choices], ENGLISH.choices
    ticks = [said.notice_worse, said.notice_again]
    assert labels == ["Yes", "Not now", said.hold, "Read everything", *ticks]


def test_a_lower_level_holds_at_once() -> None:
    turn = after(WantLevel(Level.WARM), known(Level.ATTUNED))
    assert RaiseEpoch() in turn.actions
    assert card(turn).text == ENGLISH.consent.level_down.format(level="warm")
    assert card(turn).choices == BACK


def test_a_pause_for_an_hour_a_day_or_until_resumed_and_its_end() -> None:
    for hours in (1, 24):
        turn = after(PauseFor(hours), known(Level.WARM))
        assert PauseUntil(AT + timedelta(hours=hours)) in turn.actions
        assert card(turn).choices == BACK
    assert PauseUntil(FOREVER) in after(PauseFor(None), known()).actions
    warm = known(Level.WARM)
    paused = replace(warm, scope=replace(warm.scope, paused_until=FOREVER))
    assert PauseUntil(None) in after(EndPause(), paused).actions


def test_a_manner_is_set_and_one_without_room_is_not() -> None:
    assert SetStyle("length", "shorter") in after(WantStyle("shorter"), known()).actions
    turn = after(WantStyle("warmer"), known())
    assert (turn.actions, card(turn).text) == ((card(turn),), ENGLISH.style.upward)


def test_a_blocked_person_may_look_and_pause_and_go_no_deeper() -> None:
    blocked = replace(known(), person=replace(known().person, blocked=True))
    assert after(TurnPage(Page.STATE), blocked).actions
    assert after(PauseFor(1), blocked).actions
    assert after(WantLevel(Level.WARM), blocked) == Decision()
