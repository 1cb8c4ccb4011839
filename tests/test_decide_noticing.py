"""Decisions about what was noticed: how it is shown, answered, erased and ended, and where."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.actions import Action
from bot.actions.observing import CorrectObservation, DropObserved, KeepTold
from bot.actions.platform import Say
from bot.actions.state import AnswerCard, Freeze, RaiseEpoch, RecordConsent
from bot.choices import Choice, Meaning
from bot.choices.of_noticed import (
    ClearNoticed,
    NoticedBetter,
    NoticedFine,
    NoticedStop,
    NoticedWhy,
    NoticedWrong,
    PickNoticed,
    ShowNoticed,
    ShowWeeks,
    StopNoticing,
)
from bot.commands import command_in
from bot.commands.of_data import MyNoticed, NoticedDeed
from bot.commands.table_of_data import noticed
from bot.crisis.tiers import stated
from bot.decide.noticed_pages import NOON, pages
from bot.decide.noticing import ENDS_AT
from bot.layout.chart import load
from bot.layout.dates import Occasion
from bot.levels import Level
from bot.markers import Marker, Observation
from bot.markers.effects import HOLDS
from bot.markers.reasons import REASONS
from bot.markers.shares import Shares
from bot.markers.state import State
from bot.markers.told import SILENT_FOR, Told
from bot.reading import Reading
from bot.snapshot import CommandSnapshot, Observed
from bot.strings import ENGLISH, OFFERED
from bot.strings.of_noticed import NoticedWords
from tests.first_sight import PLATFORMS, Seen
from tests.scene import (
    AT,
    HOUSE,
    SHARED,
    Known,
    commands,
    decide,
    deletes,
    edits,
    known,
    post,
    taps,
    told,
)

SAID: NoticedWords = ENGLISH.noticed
TODAY = AT.date()
NEVER = ("dependency", "functioning", "sustained", "rising", "risk", "level of", "marker")


def seen(marker: Marker, reason: str, *ago: int) -> tuple[Observation, ...]:
    return tuple(Observation(marker, TODAY - timedelta(days=one), 0.9, reason) for one in ago)


ONE = seen(Marker.EXCLUSIVITY, "only_you", 1, 4)
WEIGHS = seen(Marker.DISTRESS_LOOP, "about_work", 1, 5, 9)
EVERY = (
    *seen(Marker.EXCLUSIVITY, "only_you", 1, 4, 8, 12),
    *seen(Marker.WITHDRAWAL, "stopped_going", 1, 3, 5),
    *seen(Marker.FUNCTIONING, "work_or_school", 1, 2, 5, 10),
    *WEIGHS,
)


def having(
    each: tuple[Observation, ...] = ONE,
    level: Level = Level.ATTUNED,
    heard: dict[Marker, Told] | None = None,
) -> Known:
    return replace(known(level), observed=Observed(each, heard or {}))


def tapped(means: Meaning, state: Known) -> tuple[Action, ...]:
    return decide(taps("tap"), replace(state, post=post(Choice("tap", means)))).actions


def shown(actions: tuple[Action, ...]) -> tuple[str, tuple[Meaning, ...]]:
    """Gives what stands in the place of a tapped card, and what its taps mean."""
    (card,) = [one for one in actions if isinstance(one, AnswerCard)]
    return card.text or "", tuple(one.means for one in card.choices)


def card(state: Known, words: str = "noticed") -> Say:
    """Gives the card of a command."""
    says = [one for one in decide(commands(words), state).actions if isinstance(one, Say)]
    return says[0]


def dropped(actions: tuple[Action, ...]) -> list[DropObserved]:
    return [one for one in actions if isinstance(one, DropObserved)]


def answers(actions: tuple[Action, ...], marker: Marker) -> Told | None:
    kept = [one.told for one in actions if isinstance(one, KeepTold)]
    return kept[0][marker] if kept else None


# -- what is shown -------------------------------------------------------------------------------


def test_first_comes_what_i_do_differently_and_then_kinds_with_days_and_never_words() -> None:
    one = card(having())
    heading, changed, line, small = one.text.split("\n")
    assert heading == f"**{SAID.heading}**"
    assert changed == SAID.changed.format(changes=SAID.changes[Marker.EXCLUSIVITY])
    assert line.endswith("about being understood (30 April, 3 May)")
    assert small == f"-# {SAID.small}"
    assert (one.to, one.is_card) == (commands("noticed").person, True)
    likeliest = [each.means for each in one.choices][:3]
    marker = Marker.EXCLUSIVITY
    assert likeliest == [NoticedWhy(marker), NoticedWrong(marker), NoticedStop(marker)]


def test_where_nothing_rises_it_says_that_nothing_is_done_differently() -> None:
    (once,) = seen(Marker.WITHDRAWAL, "hides", 20)
    state = having((once,))
    assert state.observed.states(TODAY)[Marker.WITHDRAWAL] not in HOLDS
    assert SAID.unchanged in card(state).text


def test_many_days_are_folded_into_the_first_and_the_last() -> None:
    days = seen(Marker.EXCLUSIVITY, "only_you", 1, 4, 8, 12)
    assert "(between 22 April and 3 May)" in card(having(days)).text


def test_of_several_things_each_is_behind_its_number_with_what_can_be_said_to_it() -> None:
    one = card(having(EVERY))
    picks = [each.means for each in one.choices][:4]
    assert picks == [PickNoticed(marker) for marker in Marker]
    text, means = shown(tapped(PickNoticed(Marker.DISTRESS_LOOP), having(EVERY)))
    assert SAID.changes[Marker.DISTRESS_LOOP] in text
    marker = Marker.DISTRESS_LOOP
    answered = (NoticedWhy(marker), NoticedWrong(marker), NoticedStop(marker), NoticedFine(marker))
    assert means == (*answered, NoticedBetter(marker), ShowNoticed())


def test_a_distress_is_listed_only_where_it_came_again_or_was_asked_about() -> None:
    loop = Marker.DISTRESS_LOOP
    assert card(having(WEIGHS[:2])).text == SAID.none
    assert SAID.changes[loop] in card(having(WEIGHS)).text
    long_ago = having(seen(loop, "about_work", 40, 44, 48))
    assert SAID.unchanged in card(long_ago).text
    asked = having(WEIGHS[:1], heard={loop: Told(asked=TODAY)})
    assert SAID.called[loop] in card(asked).text
    relieved = having(WEIGHS, heard={loop: Told(relieved=TODAY)})
    assert SAID.called[loop] in card(relieved).text


def test_a_distress_that_was_not_right_comes_on_a_day_more_before_it_is_listed_or_holds() -> None:
    loop = Marker.DISTRESS_LOOP
    four = seen(loop, "about_work", 1, 3, 5, 9)
    heard = {loop: Told(disputes=3)}
    assert card(having(WEIGHS, heard=heard)).text == SAID.none
    assert having(WEIGHS, heard=heard).observed.holding(TODAY) == ()
    assert having(four, heard=heard).observed.holding(TODAY) == (loop,)


def test_why_names_every_kind_and_that_what_they_say_counts_more() -> None:
    each = (*ONE, *seen(Marker.EXCLUSIVITY, "secret", 2))
    text, means = shown(tapped(NoticedWhy(Marker.EXCLUSIVITY), having(each)))
    for reason in ("only_you", "secret"):
        assert SAID.kinds[reason] in text
    assert SAID.why_how in text
    assert NoticedWrong(Marker.EXCLUSIVITY) in means


def test_weeks_tell_on_how_many_days_of_each_and_name_no_other() -> None:
    text = card(having(EVERY), "noticed weeks").text
    line = next(one for one in text.split("\n") if SAID.called[Marker.EXCLUSIVITY] in one)
    assert line.endswith("21 April: 2, 28 April: 2")
    assert told(tapped(ShowWeeks(), having(EVERY))) == [text]


def test_the_picture_of_weeks_says_what_its_words_say_and_leaves_no_week_out() -> None:
    each = seen(Marker.EXCLUSIVITY, "only_you", 1, 4, 25)
    say = card(having(each), "noticed weeks")
    (file,) = say.files
    drawn = load(file)
    assert drawn.alternative == say.text
    assert drawn.weeks == ("7 April", "14 April", "21 April", "28 April")
    (row,) = drawn.rows
    assert (row.name, row.values) == (SAID.called[Marker.EXCLUSIVITY], (1, 0, 0, 2))
    assert card(having(()), "noticed weeks").files == ()
    assert SAID.nothing_in_weeks in card(having(()), "noticed weeks").text


def test_where_nothing_was_noticed_that_is_said_and_at_which_levels_anything_is() -> None:
    assert card(having(())).text == SAID.none
    below = card(having((), Level.WARM)).text
    assert below.startswith(SAID.none)
    assert ENGLISH.level(Level.ATTUNED) in below


def test_at_a_lower_level_it_stands_there_as_from_before_and_changes_nothing() -> None:
    text = card(having(level=Level.WARM)).text
    assert "from before" in text
    assert SAID.changes[Marker.EXCLUSIVITY] not in text


@pytest.mark.parametrize("words", ["noticed", "noticed why", "noticed clear", "noticed off"])
def test_where_others_may_read_nothing_is_shown_and_nothing_done(words: str) -> None:
    state = replace(having(), is_direct=False)
    turn = decide(commands(words, SHARED), state)
    assert told(turn.actions) == [SAID.where]
    assert dropped(turn.actions) == []


@pytest.mark.parametrize("code", OFFERED)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_list_is_short_in_every_language_and_shows_no_inner_word(
    code: str, platform: str
) -> None:
    for level in (Level.WARM, Level.ATTUNED):
        for each in (ONE, EVERY[:7], EVERY):
            state = replace(having(each, level), house=replace(HOUSE, strings=ENGLISH.to(code)))
            snapshot = state.as_kind(CommandSnapshot)
            text, choices = pages(snapshot, Occasion(AT, PLATFORMS[platform])).every()
            assert len(Seen(text).shown) <= 600
            assert len({one.label for one in choices}) == len(choices)
            assert [word for word in NEVER if word in text.casefold()] == []


@pytest.mark.parametrize("code", OFFERED)
def test_every_kind_of_words_has_a_name_in_every_language(code: str) -> None:
    kinds = ENGLISH.to(code).noticed.kinds
    assert set(kinds) == {reason for each in REASONS.values() for reason in each}


# -- what is said to it --------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["tap", "command"])
def test_not_right_takes_back_those_days_and_raises_the_bounds_by_them(by: str) -> None:
    state = having(EVERY[:4], heard={Marker.EXCLUSIVITY: Told(disputes=1)})
    given = decide(commands("noticed not right"), state).actions
    actions = tapped(NoticedWrong(Marker.EXCLUSIVITY), state) if by == "tap" else given
    days = frozenset(one.day for one in EVERY[:4])
    assert dropped(actions) == [DropObserved(Marker.EXCLUSIVITY, days)]
    heard = answers(actions, Marker.EXCLUSIVITY)
    assert heard == Told(disputes=5)
    again = Observed(EVERY[:4], {Marker.EXCLUSIVITY: heard or Told()})
    assert state.observed.states(TODAY)[Marker.EXCLUSIVITY] in HOLDS
    assert again.states(TODAY)[Marker.EXCLUSIVITY] in (State.QUIET, State.PRESENT)


def test_not_right_ends_the_spell() -> None:
    told = Told(since=TODAY - timedelta(days=8), shown=TODAY, asked=TODAY)
    for marker, asked in ((Marker.WITHDRAWAL, TODAY), (Marker.DISTRESS_LOOP, None)):
        actions = tapped(NoticedWrong(marker), having(EVERY, heard={marker: told}))
        assert answers(actions, marker) == Told(disputes=3, asked=asked)


def test_fine_and_better_are_kept_by_their_day_and_erase_nothing() -> None:
    for means, heard in (
        (NoticedFine(Marker.DISTRESS_LOOP), Told(fine=TODAY)),
        (NoticedBetter(Marker.DISTRESS_LOOP), Told(relieved=TODAY)),
    ):
        actions = tapped(means, having(WEIGHS))
        assert answers(actions, Marker.DISTRESS_LOOP) == heard
        assert dropped(actions) == []
    relieved = having(WEIGHS, heard={Marker.DISTRESS_LOOP: Told(relieved=TODAY)})
    assert SAID.unchanged in card(relieved).text


def test_what_is_stopped_changes_nothing_for_ninety_days_and_what_was_noticed_stays() -> None:
    actions = tapped(NoticedStop(Marker.EXCLUSIVITY), having())
    assert (dropped(actions), shown(actions)[0]) == ([], SAID.stopped)
    heard = answers(actions, Marker.EXCLUSIVITY)
    assert heard == Told(stopped=TODAY)
    assert answers(decide(commands("noticed stop"), having()).actions, Marker.EXCLUSIVITY) == heard
    stopped = having(heard={Marker.EXCLUSIVITY: Told(stopped=TODAY)})
    assert SAID.is_stopped.format(day="2 August") in card(stopped).text
    assert NoticedStop not in {type(one.means) for one in card(stopped).choices}
    assert stopped.observed.states(TODAY)[Marker.EXCLUSIVITY] in HOLDS
    assert stopped.observed.holding(TODAY) == ()
    long_ago = Told(stopped=TODAY - SILENT_FOR)
    assert having(heard={Marker.EXCLUSIVITY: long_ago}).observed.holding(TODAY) != ()


def test_stop_ends_the_spell_and_fine_or_better_after_it_lets_it_go_on() -> None:
    begun = Told(since=TODAY - timedelta(days=8), shown=TODAY, asked=TODAY, disputes=1)
    heard = {Marker.WITHDRAWAL: begun, Marker.DISTRESS_LOOP: begun}
    for marker, asked in ((Marker.WITHDRAWAL, TODAY), (Marker.DISTRESS_LOOP, None)):
        actions = tapped(NoticedStop(marker), having(EVERY, heard=heard))
        assert answers(actions, marker) == Told(stopped=TODAY, asked=asked, disputes=1)
    stopped = having(EVERY, heard={Marker.DISTRESS_LOOP: Told(stopped=TODAY)})
    for means, said in (
        (NoticedFine(Marker.DISTRESS_LOOP), Told(fine=TODAY)),
        (NoticedBetter(Marker.DISTRESS_LOOP), Told(relieved=TODAY)),
    ):
        assert answers(tapped(means, stopped), Marker.DISTRESS_LOOP) == said


def test_kinds_of_words_without_a_name_are_named_by_their_subject() -> None:
    text, _ = shown(tapped(NoticedWhy(Marker.EXCLUSIVITY), having(seen(Marker.EXCLUSIVITY, "", 1))))
    assert text.startswith(f"You wrote {SAID.unnamed[Marker.EXCLUSIVITY]} (3 May).")


def test_a_number_says_which_is_meant_and_without_one_it_is_asked_where_there_are_several() -> None:
    assert told(decide(commands("noticed fine"), having(EVERY)).actions) == [SAID.which]
    actions = decide(commands("noticed fine 2"), having(EVERY)).actions
    assert answers(actions, Marker.WITHDRAWAL) == Told(fine=TODAY)
    assert told(decide(commands("noticed fine 9"), having(EVERY)).actions) == [SAID.which]
    assert told(decide(commands("noticed fine"), having(())).actions) == [SAID.none]


def test_what_is_gone_since_a_card_was_shown_is_answered_by_the_list_that_stands() -> None:
    text, _ = shown(tapped(NoticedWrong(Marker.WITHDRAWAL), having()))
    assert text == card(having()).text


# -- erased, ended -------------------------------------------------------------------------------


def test_clear_erases_all_by_command_and_by_tap_asks_once() -> None:
    actions = decide(commands("noticed clear"), having()).actions
    assert (dropped(actions), told(actions)) == ([DropObserved()], [SAID.cleared])
    text, means = shown(tapped(ClearNoticed(), having()))
    assert (text, means) == (SAID.sure, (ClearNoticed(is_sure=True), ShowNoticed()))
    assert dropped(tapped(ClearNoticed(), having())) == []
    sure = tapped(ClearNoticed(is_sure=True), having())
    assert (dropped(sure), shown(sure)[0]) == ([DropObserved()], SAID.cleared)


@pytest.mark.parametrize("level", [Level.ATTUNED, Level.ONGOING])
def test_off_erases_all_and_lowers_to_warm_which_is_said_plainly(level: Level) -> None:
    actions = decide(commands("noticed off"), having(level=level)).actions
    assert dropped(actions) == [DropObserved()]
    (entry,) = [one for one in actions if isinstance(one, RecordConsent)]
    assert (entry.state, entry.level) == ("given", Level.WARM)
    assert (entry.notices, entry.functioning, entry.loops) == (False, False, False)
    assert RaiseEpoch() in actions
    assert [one.above for one in actions if isinstance(one, Freeze)] == [Level.WARM]
    assert told(actions) == [SAID.off.format(level=ENGLISH.level(ENDS_AT))]
    asked = tapped(StopNoticing(), having(level=level))
    assert dropped(asked) == []
    sure = tapped(StopNoticing(is_sure=True), having(level=level))
    assert shown(sure)[0] == SAID.off.format(level=ENGLISH.level(ENDS_AT))


def test_off_gives_no_yes_anew_where_none_holds_and_erases_all_the_same() -> None:
    lapsed = having()
    lapsed = replace(lapsed, scope=replace(lapsed.scope, policy="an older one"))
    for state in (lapsed, having(level=Level.WARM), having(level=Level.PLAIN)):
        actions = decide(commands("noticed off"), state).actions
        assert dropped(actions) == [DropObserved()]
        assert not any(isinstance(one, RecordConsent) and one.state == "given" for one in actions)


def test_nobody_is_refused_their_own_list_not_even_who_is_blocked_or_paused() -> None:
    state = having()
    blocked = replace(state, person=replace(state.person, blocked=True))
    paused = replace(state, scope=replace(state.scope, paused_until=AT.replace(year=2032)))
    for one in (blocked, paused):
        assert SAID.called[Marker.EXCLUSIVITY] in card(one).text
        assert dropped(decide(commands("noticed clear"), one).actions) == [DropObserved()]
        assert dropped(tapped(ClearNoticed(is_sure=True), one)) == [DropObserved()]


# -- a message that was edited or taken away -----------------------------------------------------

MARKED = Reading(
    marked=Shares(exclusivity=0.8), reasons={Marker.EXCLUSIVITY: "only_you"}, language="en"
)


def put_away(state: Known) -> Known:
    """Gives a state in which what was noticed waits for being erased, and may come back."""
    until = datetime.combine(TODAY, NOON) + timedelta(days=30)
    return replace(state, scope=replace(state.scope, frozen_until=until))


def test_a_deleted_message_is_observed_no_more() -> None:
    for state in (having(), having(level=Level.ONGOING)):
        assert CorrectObservation() in decide(deletes(), state).actions
    for level in (Level.PLAIN, Level.WARM):
        assert CorrectObservation() in decide(deletes(), put_away(having(level=level))).actions
    shared = decide(deletes(), replace(having(), is_direct=False))
    assert not any(isinstance(one, CorrectObservation) for one in shared.actions)


def test_an_edited_message_is_observed_by_its_new_words() -> None:
    for state in (having(), put_away(having(level=Level.WARM))):
        assert CorrectObservation() in decide(edits("the bus was late"), state).actions
    found = (Observation(Marker.EXCLUSIVITY, TODAY, 0.8, "only_you"),)
    turn = decide(edits("only you get me"), replace(having(), reading=MARKED))
    assert CorrectObservation(found) in turn.actions


def test_of_a_message_that_now_states_a_life_at_risk_nothing_stays_observed() -> None:
    at_risk = replace(MARKED, stated=stated("I want to kill myself tonight"))
    turn = decide(edits("I want to kill myself tonight"), replace(having(), reading=at_risk))
    assert CorrectObservation() in turn.actions
    assert not any(one.observed for one in turn.actions if isinstance(one, CorrectObservation))


# -- how it is written ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "means"),
    [
        ("", MyNoticed()),
        ("why", MyNoticed(NoticedDeed.WHY)),
        ("Not right", MyNoticed(NoticedDeed.NOT_RIGHT)),
        ("not-right 2", MyNoticed(NoticedDeed.NOT_RIGHT, 2)),
        ("fine 3", MyNoticed(NoticedDeed.FINE, 3)),
        ("stop 2", MyNoticed(NoticedDeed.STOP, 2)),
        ("better", MyNoticed(NoticedDeed.BETTER)),
        ("weeks", MyNoticed(NoticedDeed.WEEKS)),
        ("clear", MyNoticed(NoticedDeed.CLEAR)),
        ("off", MyNoticed(NoticedDeed.OFF)),
    ],
)
def test_it_is_read_as_it_is_typed_and_as_it_is_picked(line: str, means: MyNoticed) -> None:
    assert command_in(f"/attune noticed {line}") == means
    what, _, number = line.replace("Not right", "not-right").partition(" ")
    assert noticed({"what": what, "number": number}) == means


@pytest.mark.parametrize("line", ["dance", "clear 2", "why not", "2"])
def test_what_cannot_be_read_is_answered_by_how_it_is_written(line: str) -> None:
    assert told(decide(commands(f"noticed {line}"), having()).actions) == [SAID.how]


def test_a_number_of_any_length_is_none_in_the_list() -> None:
    turn = decide(commands(f"noticed why {'9' * 5000}"), having())
    assert told(turn.actions) == [SAID.which]


def test_a_day_is_the_day_it_was_said_on_wherever_it_is_read() -> None:
    state = having((Observation(Marker.EXCLUSIVITY, date(2025, 12, 31), 0.9, "only_you"),))
    assert "31 December" in card(state).text
