"""Decisions about what a person asked to be held: both lists, by command and by tap."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.actions import Action
from bot.actions.holding import Hold, LetGo, PutAway
from bot.actions.platform import Say
from bot.actions.state import AnswerCard, RaiseEpoch, RecordConsent
from bot.choices import AcceptOffer, Choice
from bot.choices.of_held import (
    AskDay,
    ClearHeld,
    DoneHeld,
    DropHeld,
    EraseHeld,
    MentionHeld,
    OfHeld,
    PickHeld,
    PutOff,
    ShowHeld,
)
from bot.decide import holding
from bot.decide.holding import by_command, pages, switching
from bot.holding import MOST_OF_A_LINE, Held, HeldDeed, HeldRow, is_open_in
from bot.holding.command import MyHeld
from bot.ids import MessageId
from bot.layout.dates import Occasion
from bot.layout.markup import plainly, small
from bot.levels import Level
from bot.records import MemoryRow, Owner, ThreadRow
from bot.snapshot import CommandSnapshot, Holding
from bot.strings import ENGLISH, OFFERED
from tests.scene import AT, HOUSE, MET, SHARED, Known, commands, decide, known, post, taps, told

SAID = ENGLISH.holding
MINE = Owner("scope")
HERE = "this_room"
NEL = ThreadRow(MINE, "nel", at=AT, number=1, body="call Nel")
TAX = ThreadRow(MINE, "tax", at=AT, number=2, body="the tax form", open_in=HERE)
SISTER = MemoryRow(MINE, "sister", at=AT, number=7, body="my sister is Nel")
BOTH = Holding((NEL, TAX), (SISTER,))
BELOW = SAID.below.format(attuned="attuned", ongoing="ongoing")
NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)


def ticked(held: Holding = BOTH, level: Level = Level.ATTUNED, *, direct: bool = True) -> Known:
    state = known(level, direct=direct)
    space = replace(state.space, ceiling=int(Level.ONGOING))
    scope = replace(state.scope, memory=True)
    return replace(state, scope=scope, space=space, holding=held, room=HERE)


def unticked(held: Holding = BOTH) -> Known:
    state = ticked(held)
    return replace(state, scope=replace(state.scope, memory=False))


def kept(actions: tuple[Action, ...]) -> list[HeldRow]:
    return [one.row for one in actions if isinstance(one, Hold)]


def gone(actions: tuple[Action, ...]) -> list[LetGo]:
    return [one for one in actions if isinstance(one, LetGo)]


def changes(actions: tuple[Action, ...]) -> list[Action]:
    changing = (Hold, LetGo, PutAway, RecordConsent, RaiseEpoch)
    return [one for one in actions if isinstance(one, changing)]


def after(means: OfHeld, state: Known) -> tuple[Action, ...]:
    return decide(taps("it"), replace(state, post=post(Choice("it", means)))).actions


def shown(actions: tuple[Action, ...]) -> AnswerCard | Say:
    (card,) = [one for one in actions if isinstance(one, AnswerCard | Say)]
    return card


# -- by command --------------------------------------------------------------------------------


@pytest.mark.parametrize("level", [Level.ATTUNED, Level.ONGOING])
@pytest.mark.parametrize(("name", "which"), [("threads", Held.THREADS), ("memory", Held.MEMORY)])
def test_where_the_tick_is_set_a_line_is_added_in_its_persons_words_and_shown(
    name: str, which: Held, level: Level
) -> None:
    turn = decide(commands(f"{name} add  the  *boat* "), ticked(level=level))
    (new,) = kept(turn.actions)
    assert type(new) is which.row
    assert (new.body, new.open_in, new.at) == ("the *boat*", "", AT)
    assert new.number > max(one.number for one in BOTH.of(which))
    card = shown(turn.actions)
    assert f"{new.number}. the \\*boat\\*" in (card.text or "")
    assert card.choices
    assert next(one for one in turn.actions if isinstance(one, Hold)).is_new


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (known(), BELOW),
        (known(Level.WARM), BELOW),
        (replace(ticked(), person=replace(MET, under_18=True)), SAID.under_18),
        (replace(ticked(), person=replace(MET, age_open=True)), BELOW),
        (ticked(level=Level.WARM), BELOW),
        (unticked(Holding()), SAID.unticked),
    ],
)
@pytest.mark.parametrize("name", ["threads", "memory"])
def test_where_nothing_may_be_held_one_plain_line_says_why_and_nothing_is_kept(
    state: Known, why: str, name: str
) -> None:
    turn = decide(commands(f"{name} add the boat"), state)
    assert why in "\n".join(told(turn.actions))
    assert kept(turn.actions) == []


def test_in_a_pause_nothing_new_is_held_and_what_is_there_is_still_its_persons() -> None:
    state = ticked()
    paused = replace(state, scope=replace(state.scope, paused_until=AT + timedelta(hours=1)))
    assert SAID.paused in told(decide(commands("memory add x"), paused).actions)
    assert "my sister is Nel" in told(decide(commands("memory"), paused).actions)[0]
    assert gone(decide(commands("memory drop 7"), paused).actions)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("threads add", SAID.how[Held.THREADS]),
        (f"threads add {'x' * (MOST_OF_A_LINE + 1)}", SAID.too_long.format(most=MOST_OF_A_LINE)),
        (f"threads edit 1 {'x' * (MOST_OF_A_LINE + 1)}", SAID.too_long.format(most=300)),
        ("threads edit 1", SAID.how[Held.THREADS]),
        ("threads drop", SAID.how[Held.THREADS]),
        ("threads drop 9", SAID.no_such),
        ("memory drop 1", SAID.no_such),
        ("threads due 1 someday", SAID.bad_day.format(words="someday")),
        ("threads due 1", SAID.how[Held.THREADS]),
        ("threads due 1 2031-05-03", SAID.bad_day.format(words="2031-05-03")),
        ("threads open 1", SAID.alone_here),
        ("threads dance", SAID.how[Held.THREADS]),
    ],
)
def test_what_cannot_be_done_says_why_and_changes_nothing(words: str, line: str) -> None:
    turn = decide(commands(words), ticked())
    assert told(turn.actions) == [line]
    assert changes(turn.actions) == []


@pytest.mark.parametrize("which", list(Held))
def test_a_full_list_takes_no_more_and_one_below_its_bound_does(which: Held) -> None:
    rows = tuple(which.row(MINE, str(one), number=one, body="x") for one in range(which.most))
    full = ticked(Holding().with_list(which, rows))
    turn = decide(commands(f"{which} add one more"), full)
    assert told(turn.actions) == [SAID.full.format(most=which.most)]
    assert kept(turn.actions) == []
    room = ticked(Holding().with_list(which, rows[1:]))
    assert kept(decide(commands(f"{which} add one more"), room).actions)


def test_a_thread_may_be_added_with_the_day_it_comes_up() -> None:
    (new,) = kept(decide(commands("threads add call Nel by 6 May"), ticked()).actions)
    assert isinstance(new, ThreadRow)
    assert (new.body, new.due) == ("call Nel", NOON)
    (new,) = kept(decide(commands("memory add be there by 6 May"), ticked()).actions)
    assert new.body == "be there by 6 May"


@pytest.mark.parametrize("code", OFFERED)
@pytest.mark.parametrize(
    ("given", "words", "unread"),
    [
        (MyHeld(Held.THREADS, HeldDeed.ADD, words="call Nel by *blursday*"), None, "*blursday*"),
        (MyHeld(Held.THREADS, HeldDeed.ADD, words="call Nel by 2031-05-03"), None, "2031-05-03"),
        (MyHeld(Held.THREADS, HeldDeed.ADD, words="call Nel", day="soon"), "call Nel", "soon"),
    ],
)
def test_a_day_that_cannot_be_read_is_named_and_the_words_are_held_with_a_way_to_set_one(
    given: MyHeld, words: str | None, unread: str, code: str
) -> None:
    house = replace(HOUSE, strings=HOUSE.strings.to(code))
    event = replace(commands("threads"), command=given)
    turn = decide(event, replace(ticked(), house=house))
    (new,) = kept(turn.actions)
    assert isinstance(new, ThreadRow)
    assert (new.body, new.due) == (words or given.words, None)
    (text,) = told(turn.actions)
    said = house.strings.holding.unread_day.format(words=plainly(unread), number=new.number)
    assert text.splitlines()[-1] == small(said)
    assert f"/attune threads due {new.number}" in said
    assert len(text) <= 600


def test_no_day_is_missed_where_none_was_meant() -> None:
    for words in ("threads add stand by", f"threads add a line by {'x' * 60}", "threads add a day"):
        (text,) = told(decide(commands(words), ticked()).actions)
        assert SAID.how[Held.THREADS] in text


def test_a_line_is_changed_by_its_number_and_keeps_all_else() -> None:
    for words, row in (
        ("threads edit 1 write to Nel", replace(NEL, body="write to Nel")),
        ("memory edit 7 my sister is Ann", replace(SISTER, body="my sister is Ann")),
        ("threads due 1 6 May", replace(NEL, due=NOON)),
        ("threads done 2", replace(TAX, done_at=AT)),
    ):
        assert kept(decide(commands(words), ticked()).actions) == [row]
    due = replace(NEL, due=NOON, told_at=AT)
    state = ticked(Holding((due,)))
    assert kept(decide(commands("threads due 1 none"), state).actions) == [NEL]
    later = kept(decide(commands("threads due 1 2031-05-06"), state).actions)
    assert later == [replace(NEL, due=NOON)]


def test_what_was_written_from_an_old_line_falls_silent() -> None:
    for words, silences in (
        ("threads drop 1", True),
        ("threads edit 1 x", True),
        ("memory clear", True),
        ("memory off", True),
        ("threads done 1", False),
        ("threads due 1 6 May", False),
        ("threads add x", False),
        ("threads", False),
    ):
        turn = decide(commands(words), ticked())
        assert (words, RaiseEpoch() in turn.actions) == (words, silences)


def test_a_line_is_dropped_and_the_card_shows_the_others() -> None:
    turn = decide(commands("threads drop 1"), ticked())
    assert gone(turn.actions) == [LetGo(Held.THREADS, "nel")]
    assert "call Nel" not in told(turn.actions)[0]
    assert "the tax form" in told(turn.actions)[0]
    turn = decide(commands("memory clear"), ticked())
    assert gone(turn.actions) == [LetGo(Held.MEMORY)]
    assert told(turn.actions) == [SAID.gone]


@pytest.mark.parametrize("state", [known(), known(Level.WARM), unticked()])
def test_whatever_is_there_can_be_read_changed_and_dropped_at_every_level(state: Known) -> None:
    here = replace(state, holding=BOTH)
    assert "call Nel" in told(decide(commands("threads"), here).actions)[0]
    assert kept(decide(commands("threads edit 1 x"), here).actions) == [replace(NEL, body="x")]
    assert gone(decide(commands("memory drop 7"), here).actions)


def test_a_blocked_person_may_still_see_and_drop_their_own() -> None:
    blocked = replace(ticked(), person=replace(MET, blocked=True))
    assert told(decide(commands("threads"), blocked).actions)
    assert gone(after(DropHeld(Held.THREADS, "nel"), blocked))
    assert after(MentionHeld(Held.THREADS, "nel", True), blocked) == ()


# -- where others read -------------------------------------------------------------------------


def test_in_a_shared_room_a_line_is_open_only_where_all_read_how_it_was_added() -> None:
    state = ticked(direct=False)
    typed = replace(commands("memory add x", SHARED), message=MessageId("m1"))
    for event, is_open in ((typed, True), (commands("memory add x", SHARED), False)):
        (new,) = kept(decide(event, state).actions)
        assert (bool(new.open_in), is_open_in(new, HERE)) == (is_open, is_open)
    alone = replace(commands("memory add x"), message=MessageId("m1"))
    (new,) = kept(decide(alone, ticked()).actions)
    assert not new.open_in


def test_a_line_is_opened_and_closed_again_by_command_and_by_tap() -> None:
    state = ticked(direct=False)
    opened = replace(NEL, open_in=HERE)
    closed = replace(TAX, open_in="")
    assert kept(decide(commands("threads open 1", SHARED), state).actions) == [opened]
    closes = decide(commands("threads open 2", SHARED), state).actions
    assert kept(closes) == [closed]
    assert RaiseEpoch() in closes
    assert kept(after(MentionHeld(Held.THREADS, "nel", True), state)) == [opened]
    assert RaiseEpoch() in after(MentionHeld(Held.THREADS, "tax", False), state)


def test_a_line_open_in_another_room_is_opened_and_closed_in_this_one_alone() -> None:
    there, both = replace(TAX, open_in="there"), replace(TAX, open_in=f"there {HERE}")
    state = ticked(Holding((there,)), direct=False)
    text, _ = listing(state)
    assert SAID.may_be_mentioned.format(words="2. the tax form") not in text
    (opens,) = [one for one in _deeds_of(there, state) if isinstance(one, MentionHeld)]
    assert kept(after(opens, state)) == [both]
    assert kept(decide(commands("threads open 2", SHARED), state).actions) == [both]
    state = ticked(Holding((both,)), direct=False)
    (closes,) = [one for one in _deeds_of(both, state) if isinstance(one, MentionHeld)]
    assert kept(after(closes, state)) == [there]
    assert kept(decide(commands("threads open 2", SHARED), state).actions) == [there]


def _deeds_of(row: HeldRow, state: Known) -> list[object]:
    _, choices = pages.line(row, state.as_kind(CommandSnapshot), Occasion(AT))
    return [one.means for one in choices]


# -- the cards ---------------------------------------------------------------------------------


def listing(state: Known, which: Held = Held.THREADS, number: int = 0) -> pages.Said:
    return pages.page(which, state.as_kind(CommandSnapshot), Occasion(AT), number)


def test_an_empty_list_says_how_or_why_not() -> None:
    text, choices = listing(ticked(Holding()))
    assert (text, choices) == (f"{SAID.none[Held.THREADS]}\n{SAID.how[Held.THREADS]}", ())
    assert listing(unticked(Holding()), Held.MEMORY)[0].endswith(SAID.unticked)


def test_a_long_list_is_paged_and_every_line_is_reached_once() -> None:
    rows = tuple(ThreadRow(MINE, str(one), number=one, body=f"line {one}") for one in range(1, 12))
    state, means, number = ticked(Holding(rows)), [], 0
    while True:
        text, choices = listing(state, number=number)
        assert len(text) <= 600
        means += [one.means for one in choices if isinstance(one.means, PickHeld)]
        turns = [one.means for one in choices if isinstance(one.means, ShowHeld)]
        number += 1
        if ShowHeld(Held.THREADS, number) not in turns:
            break
    assert means == [PickHeld(Held.THREADS, one.key) for one in rows]
    assert listing(state, number=99) == listing(state, number=2)
    assert listing(state, number=-1) == listing(state)


@pytest.mark.parametrize("code", OFFERED)
@pytest.mark.parametrize("which", list(Held))
def test_a_card_is_short_and_no_label_is_there_twice_in_any_language(
    code: str, which: Held
) -> None:
    rows = tuple(
        which.row(MINE, str(one), number=one, body="word " * 60) for one in range(900, 914)
    )
    house = replace(HOUSE, strings=HOUSE.strings.to(code))
    state = replace(ticked(Holding().with_list(which, rows)), house=house)
    text, choices = listing(state, which, 1)
    assert len(text) <= 660
    labels = [one.label for one in choices]
    assert len(set(labels)) == len(labels) == pages.ON_A_PAGE + 3
    row = rows[0]
    line, deeds = pages.line(row, state.as_kind(CommandSnapshot), Occasion(AT))
    assert row.body.strip()[:100] in line
    assert len(deeds) <= 5
    assert all(len(one.label) <= 40 for one in (*choices, *deeds))


@pytest.mark.parametrize(
    "words",
    [
        "**bold** <@123> @everyone",
        "<t:1:D>",
        "[a](http://b)",
        "‮evil‬",
        "a\u2028b",
        "# big",
        "-# small",
    ],
)
def test_no_mark_in_a_persons_words_means_anything_on_a_card(words: str) -> None:
    state = ticked(Holding((replace(NEL, body=words),)))
    for text, _ in (listing(state), pages.line(*_whole(state, words))):
        (line,) = [one for one in text.splitlines() if "1. " in one]
        assert "\u202e" not in line
        assert "<t:1:D>" not in line
        assert "**bold" not in line
        assert "](" not in line


def _whole(state: Known, words: str) -> tuple[HeldRow, CommandSnapshot, Occasion]:
    return replace(NEL, body=words), state.as_kind(CommandSnapshot), Occasion(AT)


def test_a_line_says_when_it_comes_up_that_it_is_done_and_where_others_read_that_it_is_open() -> (
    None
):
    rows = (replace(NEL, due=NOON), replace(TAX, done_at=AT))
    text, _ = listing(ticked(Holding(rows)))
    assert SAID.due.format(words="1. call Nel", day="6 May") in text
    assert SAID.was_done.format(words="2. the tax form") in text
    text, _ = listing(ticked(direct=False))
    assert SAID.may_be_mentioned.format(words="2. the tax form") in text


# -- taps --------------------------------------------------------------------------------------


def test_a_tap_shows_a_line_whole_with_what_can_be_done_with_it() -> None:
    long = replace(NEL, body="word " * 50 + "end")
    card = shown(after(PickHeld(Held.THREADS, "nel"), ticked(Holding((long,)))))
    assert "end" in (card.text or "")
    means = [one.means for one in card.choices]
    assert means == [
        DoneHeld("nel"),
        AskDay("nel"),
        DropHeld(Held.THREADS, "nel"),
        ShowHeld(Held.THREADS),
    ]
    card = shown(after(PickHeld(Held.MEMORY, "sister"), ticked()))
    assert [one.means for one in card.choices] == [
        DropHeld(Held.MEMORY, "sister"),
        ShowHeld(Held.MEMORY),
    ]


def test_a_tap_drops_is_done_and_clears_after_a_second_tap() -> None:
    actions = after(DropHeld(Held.THREADS, "nel"), ticked())
    assert gone(actions) == [LetGo(Held.THREADS, "nel")]
    assert RaiseEpoch() in actions
    assert "call Nel" not in (shown(actions).text or "")
    new = after(DropHeld(Held.THREADS, "nel", is_new=True), ticked())
    assert changes(new) == [LetGo(Held.THREADS, "nel")]
    assert shown(new).text == SAID.dropped
    assert kept(after(DoneHeld("nel"), ticked())) == [replace(NEL, done_at=AT)]
    asks = after(ClearHeld(Held.MEMORY), ticked())
    assert changes(asks) == []
    assert shown(asks).text == SAID.sure[Held.MEMORY]
    assert gone(after(ClearHeld(Held.MEMORY, is_sure=True), ticked())) == [LetGo(Held.MEMORY)]


def test_a_thread_is_put_off_by_a_tap_to_a_day_or_to_none() -> None:
    card = shown(after(AskDay("nel"), ticked()))
    days = [one.means for one in card.choices]
    assert days[:4] == [PutOff("nel", 1), PutOff("nel", 3), PutOff("nel", 7), PutOff("nel")]
    due = ticked(Holding((replace(NEL, due=AT, told_at=AT),)))
    actions = after(PutOff("nel", 2), due)
    assert kept(actions) == [replace(NEL, due=NOON)]
    assert shown(actions).text == SAID.day_set.format(day="6 May", words="call Nel")
    assert kept(after(PutOff("nel"), due)) == [NEL]


@pytest.mark.parametrize(
    "means",
    [
        PickHeld(Held.THREADS, "x"),
        DropHeld(Held.MEMORY, "nel"),
        DoneHeld("sister"),
        AskDay("x"),
        PutOff("x", 1),
        MentionHeld(Held.MEMORY, "x", True),
    ],
)
def test_a_tap_on_a_line_that_is_gone_says_so_and_changes_nothing(means: OfHeld) -> None:
    actions = after(means, ticked())
    assert changes(actions) == []
    assert shown(actions).text == SAID.over


# -- the tick ----------------------------------------------------------------------------------


def test_off_takes_the_tick_back_at_the_same_level_and_offers_to_erase() -> None:
    state = ticked()
    turn = decide(commands("memory off"), state)
    (entry,) = [one for one in turn.actions if isinstance(one, RecordConsent)]
    scope = state.scope
    given = RecordConsent("given", Level.ATTUNED, scope.policy, expires_at=scope.expires_at)
    assert entry == replace(given, notices=True)  # in a direct message
    (card,) = [one for one in turn.actions if isinstance(one, Say)]
    assert card.text.startswith(SAID.off)
    assert SAID.put_away.format(day="3 June") in card.text
    assert SAID.comes_back in card.text
    assert [one.means for one in card.choices] == [EraseHeld()]
    assert changes(after(EraseHeld(), unticked())) == []
    assert changes(after(EraseHeld(is_sure=True), unticked())) == [PutAway(None), RaiseEpoch()]
    nothing = decide(commands("memory off"), ticked(Holding()))
    assert told(nothing.actions) == [SAID.off]
    assert told(decide(commands("memory off"), unticked()).actions) == [SAID.off_already]


def test_off_gives_no_lapsed_yes_anew() -> None:
    state = ticked()
    lapsed = replace(state, scope=replace(state.scope, expires_at=AT - timedelta(days=1)))
    elsewhere = replace(state, scope=replace(state.scope, conversation="other@x"))
    for one in (lapsed, elsewhere):
        turn = decide(commands("memory off"), one)
        assert not [each for each in turn.actions if isinstance(each, RecordConsent)]
        assert PutAway(AT + timedelta(days=30)) in turn.actions


def test_on_shows_the_card_of_the_level_that_holds_with_the_tick_and_changes_nothing() -> None:
    turn = decide(commands("memory on"), unticked())
    (say,) = [one for one in turn.actions if isinstance(one, Say)]
    (means,) = [one.means for one in say.choices if isinstance(one.means, AcceptOffer)]
    assert (means.offer.level, means.offer.memory) == (Level.ATTUNED, True)
    assert ENGLISH.choices.holds in [one.label for one in say.choices]
    (entry,) = [one for one in turn.actions if isinstance(one, RecordConsent)]
    assert (entry.state, entry.level) == ("requested", Level.ATTUNED)
    assert told(decide(commands("memory on"), ticked()).actions) == [SAID.on_already]


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (known(), BELOW),
        (known(Level.WARM), BELOW),
        (replace(unticked(), person=replace(MET, under_18=True)), SAID.under_18),
    ],
)
def test_on_proposes_no_deeper_level_and_nothing_to_who_is_under_18(state: Known, why: str) -> None:
    turn = decide(commands("memory on"), state)
    assert told(turn.actions) == [why]
    assert changes(turn.actions) == []


def test_a_card_of_what_is_put_away_says_until_when_and_how_it_comes_back() -> None:
    state = unticked()
    away = replace(state, scope=replace(state.scope, put_away_until=NOON))
    text, choices = listing(away)
    assert "call Nel" in text
    assert f"{SAID.put_away.format(day='6 May')} {SAID.comes_back}" in text
    assert EraseHeld() in [one.means for one in choices]
    plain = replace(known(), holding=BOTH)
    frozen = replace(plain, scope=replace(plain.scope, frozen_until=NOON))
    text, _ = listing(frozen)
    assert SAID.put_away.format(day="6 May") in text
    assert SAID.comes_back not in text


def test_what_a_command_refuses_what_is_said_in_words_may_ask_too() -> None:
    refusal = by_command.refusal(Held.MEMORY, "x" * 301, (), ENGLISH)
    assert refusal == SAID.too_long.format(most=MOST_OF_A_LINE)
    assert by_command.refusal(Held.MEMORY, "x" * 300, (), ENGLISH) == ""


def test_the_tick_may_be_asked_for_in_a_pause_as_a_yes_ends_it() -> None:
    state = unticked()
    paused = replace(state, scope=replace(state.scope, paused_until=AT + timedelta(hours=1)))
    event = commands("memory on")
    actions = switching.on(event, paused.as_kind(CommandSnapshot))
    assert next(one for one in actions if isinstance(one, Say)).is_card
    assert isinstance(event.command, MyHeld)
    assert holding.asked(event.command, event, paused.as_kind(CommandSnapshot)) == actions
