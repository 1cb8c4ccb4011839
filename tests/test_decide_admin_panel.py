"""The panel of what an admin can set in a space: pages, and the one way of every change."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.actions import Action
from bot.actions.of_spaces import KeepRule
from bot.actions.platform import Say
from bot.actions.state import AnswerCard, RaiseEpoch
from bot.capabilities import Capabilities
from bot.choices import (
    AnswerSetUp,
    Choice,
    HearThreads,
    Meaning,
    PickForRule,
    SetDeepest,
    SetRule,
    ShowRule,
    ShowRules,
    UndoRule,
    pickers_of,
    values_of,
)
from bot.commands import command_in
from bot.decide.admin_panel import changing, names, pages, setup
from bot.house_rules import (
    ACCOUNT_AGE,
    BY_NAME,
    DEEPEST,
    DEEPEST_FOR,
    DEEPEST_IN,
    RULES,
    SPEAKS_IN,
    TALKS_TO,
    THREADS,
    Rule,
    near,
    number,
    value,
    with_value,
)
from bot.house_rules.kinds.named import Places
from bot.house_rules.rule import Bounds
from bot.ids import Named, SpaceId, Where
from bot.layout.window import Picker
from bot.levels import Level
from bot.records import SpaceRow
from bot.strings import ENGLISH, OFFERED
from tests.scene import AT, SHARED, Known, commands, decide, known, post, taps, told

SAID = ENGLISH.settings
CAN = Capabilities(follows_threads=True, has_servers=True, has_roles=True)
LISTS = replace(CAN, has_lists=True, has_pickers=True)
ADMIN = replace(SHARED, by_admin=True, can=CAN, shown="#lounge")
HERE = known(direct=False)
GARDEN = Named("garden", "#garden")
MODS = Named("role:mods", "@mods", is_role=True)


def asked(line: str, where: Where = ADMIN, state: Known = HERE) -> tuple[Action, ...]:
    """Gives what an admin's typed command leads to."""
    named = (("#garden", GARDEN), ("@mods", MODS))
    event = replace(commands("", where), command=command_in(f"/attune-admin {line}"), named=named)
    return decide(event, state).actions


def said(line: str, where: Where = ADMIN, state: Known = HERE) -> Say:
    """Gives the card that answers such a command."""
    card = asked(line, where, state)[-1]
    assert isinstance(card, Say)
    assert card.is_card
    return card


def tapped(
    means: Meaning, state: Known = HERE, where: Where = ADMIN, **event: Any
) -> tuple[Action, ...]:
    """Gives what a tap on the panel leads to."""
    tap = replace(taps("x"), where=where, **event)
    return decide(tap, replace(state, post=post(Choice("x", means), space=where.space))).actions


def shown(actions: tuple[Action, ...]) -> AnswerCard:
    """Gives the card that stands in the place of the tapped one."""
    card = actions[-1]
    assert isinstance(card, AnswerCard)
    return card


def after(state: Known, rule: Rule[Any], now: Any) -> Known:
    """Gives the same once an admin set that."""
    return replace(state, space=with_value(state.space, rule, now))


def test_the_first_sight_says_what_is_set_and_leads_to_the_page_of_each_setting() -> None:
    card = said("settings")
    assert card.text.split("\n") == [
        f"**{SAID.heading}**",
        "- Deepest allowed: warm",
        "- Where I speak: everywhere",
        "- Whom I talk to: everyone",
        f"- {SAID.no_line}",
        f"- {SAID.reports}",
        f"-# {SAID.all_names}",
    ]
    assert [one.means for one in card.choices] == [ShowRule(rule.name) for rule in RULES]
    assert values_of(card.choices).of == "rule"
    assert len(card.text) <= 600


def test_what_a_platform_cannot_do_is_no_setting_there() -> None:
    bare = replace(ADMIN, can=Capabilities())
    offered = {one.means for one in said("settings", bare).choices}
    none = ("deepest-for", "talks-to", "account-age", "hears-all", "threads", "minors")
    assert offered & {ShowRule(name) for name in none} == set()
    assert ShowRule("quiet-hours") in offered
    for name in none:
        assert not any(isinstance(one, KeepRule) for one in asked(f"set {name} on", bare))


def test_a_setting_of_roles_says_there_are_none_and_exists_where_a_number_says_as_much() -> None:
    bare, ranks = (replace(ADMIN, can=Capabilities(has_powers=one)) for one in (False, True))
    for name in ("deepest-for", "talks-to", "minors"):
        assert said(f"set {name}", bare).text.startswith(f"**{SAID.no_roles}**")
        assert ShowRule(name) not in [one.means for one in said("settings", bare).choices]
    assert "/attune-admin set talks-to everyone|power:50" in said("set talks-to", ranks).text
    assert said("set minors", ranks).text.startswith(f"**{SAID.no_roles}**")


def test_a_setting_that_exists_elsewhere_alone_says_where() -> None:
    bare = replace(ADMIN, can=Capabilities())
    state = replace(HERE, house=replace(HERE.house, settings_on={"account-age": "Elsewhere"}))
    line = SAID.only_on.format(name="account-age", where="Elsewhere")
    assert said("set account-age 7", bare, state).text.startswith(f"**{line}**")
    assert SAID.bad_name.format(name="threads") in said("set threads on", bare, state).text


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("quiet 22:00 07:00", "quiet-hours"),
        ("speak-in all", "speaks-in"),
        ("hours", "quiet-hours"),
        ("Quiet", "quiet-hours"),
        ("depest plain", "deepest"),
        ("zzz", None),
    ],
)
def test_a_wrong_name_gets_every_name_and_the_one_probably_meant(
    typed: str, near: str | None
) -> None:
    card = said(f"set {typed}")
    assert SAID.by_name.format(names=", ".join(rule.name for rule in RULES)) in card.text
    form = f"/attune-admin set {near} {typed.partition(' ')[2]}".strip()
    assert (SAID.near.format(name=form) in card.text) is (near is not None)
    values = [one for one in card.choices if isinstance(one.means, SetRule)]
    if near is not None:
        assert card.choices[len(values)].means == ShowRule(near)
    assert [one.label for one in values] == (["plain"] if typed == "depest plain" else [])
    every = len(RULES) + len(values)
    assert len({one.label for one in card.choices}) == len(card.choices) == every


def test_the_names_are_shown_without_one_and_where_admins_ask_for_help() -> None:
    every = ", ".join(rule.name for rule in RULES)
    for line in ("set", "help"):
        assert said(line).text.startswith(SAID.by_name.format(names=every))
    asked_alone = replace(commands("", ADMIN), command=command_in("/attune-admin set"))
    assert said("set").text == names.page(asked_alone, HERE.for_event(asked_alone), "")[0]
    assert SAID.all_names in said("settings").text


def test_a_name_in_their_own_language_is_near_too_and_a_strangers_marks_mean_nothing() -> None:
    german = ENGLISH.to("de").settings.names["quiet-hours"].casefold()
    found = near.meant(german, tuple(RULES), ENGLISH.to("de"))
    assert found is BY_NAME["quiet-hours"]
    assert said("set **all**").text.startswith(r"**\*\*all\*\* is no setting here")


@pytest.mark.parametrize("code", OFFERED)
def test_no_page_of_the_panel_is_over_600_characters_in_any_language(code: str) -> None:
    state = replace(HERE, house=HERE.house.to(code))
    lines = [
        *(f"set {name}" for name in BY_NAME),
        "settings",
        "help",
        "setup",
        "set x",
        "set quiet",
    ]
    lines += [f"set quiet-hours 22:00 07:00 {'x' * 90}", "set quiet-hours 22:00"]
    assert {line: len(said(line, state=state).text) for line in lines if longer(line, state)} == {}


def longer(line: str, state: Known) -> bool:
    """Whether the card of a command is longer than it may be at first sight."""
    return len(said(line, state=state).text) > 600


@pytest.mark.parametrize(
    ("value_", "fault", "zone"),
    [
        ("25:00 07:00 Europe/Berlin", "time", "25:00"),
        ("22:00 seven", "time", "seven"),
        ("22:00 07:00 Berlin", "zone", "Europe/Berlin"),
        ("22:00 07:00 new york", "zone", r"America/New\_York"),
        ("22:00 07:00 nowhere", "zone", "Europe/Berlin"),
        ("22:00", "hours", "Europe/Berlin"),
        ("22:00 22:00 Europe/Berlin", "hours", "Europe/Berlin"),
        ("22:00 07:00", "hours", "Europe/Berlin"),
    ],
)
def test_hours_that_cannot_be_read_say_which_part_is_wrong(
    value_: str, fault: str, zone: str
) -> None:
    card = said(f"set quiet-hours {value_}")
    begins, _, ends = SAID.faults[fault].partition("{word}")
    assert card.text.startswith(f"**{begins.partition('{')[0]}")
    assert ends.partition("{zone}")[0] in card.text
    assert card.text.split("\n")[1] == "Quiet hours: none"
    assert zone in card.text


def test_the_hours_probably_meant_are_one_tap() -> None:
    first = said("set quiet-hours 22:00 07:00 Berlin").choices[0]
    assert first.means == SetRule("quiet-hours", '[1320, 420, "Europe/Berlin"]', 0)
    assert first.label == "22:00 to 07:00 (Europe/Berlin)"
    nowhere = said("set quiet-hours 22:00 07:00 nowhere")
    assert nowhere.choices == said("set quiet-hours 22:00").choices


def test_a_setting_that_is_not_the_default_is_listed_until_there_is_no_room() -> None:
    state = after(HERE, DEEPEST_IN, ((GARDEN, Level.PLAIN),))
    assert r"Deepest in single channels: \#garden: plain" in said("settings", state=state).text
    wide = tuple((Named(f"r{n}", "#" + "x" * 58), Level.PLAIN) for n in range(3))
    full = after(HERE, DEEPEST_IN, wide)
    full = after(full, DEEPEST_FOR, wide)
    full = after(full, SPEAKS_IN, Places("only", tuple(one for one, _ in wide)))
    text = said("settings", state=full).text
    assert len(text) <= 600
    assert SAID.more_set.partition("{")[0] in text


def test_the_page_of_a_setting_says_what_it_does_is_and_can_be() -> None:
    card = said("set deepest")
    assert SAID.does["deepest"] in card.text
    assert SAID.now.format(value="warm") in card.text
    assert "/attune-admin set deepest plain|warm|attuned|ongoing" in card.text
    means = [one.means for one in card.choices]
    levels = (Level.PLAIN, Level.ATTUNED, Level.ONGOING)
    written = [SetRule("deepest", json.dumps(one.word), 0) for one in levels]
    assert means == [*written, ShowRules()]


def test_a_list_marks_the_value_that_holds_and_rooms_are_picked_from_the_platforms_own() -> None:
    page = said("set speaks-in", replace(ADMIN, can=LISTS))
    assert [one.label for one in page.choices if one.holds] == [SAID.values["all"]]
    assert pickers_of(page.choices) == (
        Picker(SAID.picks["only"], "rooms"),
        Picker(SAID.picks["not"], "rooms"),
    )
    assert pickers_of(said("set speaks-in").choices) == ()


def test_a_change_shows_before_and_after_and_silences_only_what_is_above_it() -> None:
    *_, kept, epoch, card = asked("set deepest plain")
    assert kept == KeepRule(SHARED.space, "deepest", '"plain"', 0)
    assert epoch == RaiseEpoch("space")
    assert isinstance(card, Say)
    assert card.text.startswith("**Deepest allowed: warm → plain**")
    assert "- Deepest allowed: plain" in card.text
    undo = UndoRule("deepest", '"warm"', 1, AT + timedelta(hours=24))
    assert card.choices[0] == Choice(SAID.undo, undo)
    assert RaiseEpoch("space") not in asked("set deepest ongoing")


def test_what_it_is_already_is_not_set_again_and_silences_nobody() -> None:
    card = said("set deepest warm")
    assert "Deepest allowed: warm, as before" in card.text
    assert not any(isinstance(one, KeepRule | RaiseEpoch) for one in asked("set deepest warm"))


@pytest.mark.parametrize(
    ("line", "rule", "wanted"),
    [
        ("ceiling attuned", DEEPEST, Level.ATTUNED),
        ("hear-threads on", THREADS, True),
        ("set threads on", THREADS, True),
        ("set deepest-in #garden plain", DEEPEST_IN, ((GARDEN, Level.PLAIN),)),
        ("set deepest-for @mods plain", DEEPEST_FOR, ((MODS, Level.PLAIN),)),
        ("set speaks-in only #garden", SPEAKS_IN, Places("only", (GARDEN,))),
        ("set speaks-in not here", SPEAKS_IN, Places("not", (Named("lounge", "#lounge"),))),
        ("set talks-to @mods", TALKS_TO, (MODS,)),
        ("set account-age 7 days", ACCOUNT_AGE, 7),
    ],
)
def test_every_command_goes_the_one_way(line: str, rule: Rule[Any], wanted: Any) -> None:
    kept = next(one for one in asked(line) if isinstance(one, KeepRule))
    assert kept.rule == rule.name
    assert rule.kind.load(json.loads(kept.value)) == wanted


@pytest.mark.parametrize(
    "value_",
    ["only", "only #nowhere", "only @mods", "sometimes #garden", "not"],
)
def test_what_the_platform_does_not_vouch_for_sets_nothing(value_: str) -> None:
    card = said(f"set speaks-in {value_}")
    assert SAID.bad_value in card.text
    assert not any(isinstance(one, KeepRule) for one in asked(f"set speaks-in {value_}"))


def test_it_is_an_admins_alone() -> None:
    assert told(asked("settings", SHARED)) == [ENGLISH.admins.not_admin]
    assert told(asked("set deepest ongoing", SHARED)) == [ENGLISH.admins.not_admin]
    assert told(asked("setup", SHARED)) == [ENGLISH.admins.not_admin]
    wider, until = '"ongoing"', AT + timedelta(days=1)
    undo = UndoRule("deepest", wider, 0, until)
    every = (ShowRules(), SetRule("deepest", wider, 0), AnswerSetUp("deepest", wider), undo)
    for means in every:
        assert told(tapped(means, where=SHARED)) == [ENGLISH.admins.not_admin]


def test_a_tap_sets_a_value_unless_somebody_changed_the_setting_since() -> None:
    means = SetRule("deepest", '"plain"', 0)
    kept, epoch, card = tapped(means)
    assert (kept, epoch) == (
        KeepRule(SHARED.space, "deepest", '"plain"', 0),
        RaiseEpoch("space"),
    )
    assert isinstance(card, AnswerCard)
    newer = after(HERE, DEEPEST, Level.ATTUNED)
    assert SAID.stale in (shown(tapped(means, newer)).text or "")
    assert len(tapped(means, newer)) == 1


def test_undo_puts_back_what_was_for_a_day_while_nothing_newer_changed_it() -> None:
    state = after(HERE, DEEPEST, Level.ONGOING)
    means = UndoRule("deepest", '"warm"', 1, AT + timedelta(seconds=1))
    kept, epoch, card = tapped(means, state)
    assert kept == KeepRule(SHARED.space, "deepest", '"warm"', 1)
    assert epoch == RaiseEpoch("space")
    assert isinstance(card, AnswerCard)
    over = replace(means, until=AT)
    assert SAID.undo_over in (shown(tapped(over, state)).text or "")
    again = after(after(state, DEEPEST, Level.WARM), DEEPEST, Level.ONGOING)
    assert SAID.stale in (shown(tapped(means, again)).text or "")


def test_a_picked_channel_is_taken_and_what_the_platform_does_not_vouch_for_is_not() -> None:
    means = PickForRule("speaks-in", "only")
    kept = tapped(means, picked=(GARDEN,))[0]
    assert isinstance(kept, KeepRule)
    assert SPEAKS_IN.kind.load(json.loads(kept.value)) == Places("only", (GARDEN,))
    for picked in ((), (MODS,)):
        assert len(tapped(means, picked=picked)) == 1
    assert len(tapped(PickForRule("speaks-in", "all"), picked=(GARDEN,))) == 1


def test_after_a_channel_is_picked_each_level_is_offered_for_it() -> None:
    card = shown(tapped(PickForRule("deepest-in", "level_rooms"), picked=(GARDEN,)))
    assert [one.label for one in card.choices] == [
        *map(ENGLISH.level, Level),
        SAID.values["off"],
        SAID.back,
    ]
    plain = card.choices[0].means
    assert isinstance(plain, SetRule)
    assert DEEPEST_IN.kind.load(json.loads(plain.value)) == ((GARDEN, Level.PLAIN),)


def test_a_card_of_another_space_changes_nothing_here() -> None:
    tap = replace(taps("x"), where=ADMIN)
    elsewhere = post(Choice("x", SetRule("deepest", '"ongoing"', 0)), space=SpaceId("other"))
    assert told(decide(tap, replace(HERE, post=elsewhere)).actions) == [
        ENGLISH.commands.choice_over
    ]


def test_a_tap_on_a_panel_of_an_earlier_release_goes_the_same_way() -> None:
    assert KeepRule(SHARED.space, "deepest", '"plain"', 0) in tapped(SetDeepest(Level.PLAIN))
    assert KeepRule(SHARED.space, "threads", "true", 0) in tapped(HearThreads(True))


def question(name: str, at: int, of: int = 3) -> str:
    """Gives a question of the setup."""
    return SAID.questions[name].format(at=at, of=of)


def test_the_setup_asks_three_questions_in_private_each_one_tap() -> None:
    card = said("setup")
    assert card.text.split("\n")[0] == f"**{question('deepest', 1)}**"
    assert card.text.endswith(SAID.now.format(value="warm"))
    assert len(card.choices) <= 5
    state, seen = HERE, []
    for tap, rule in (('"plain"', "deepest"), ('{"mode": "all", "rooms": []}', "speaks-in")):
        answer = shown(tapped(AnswerSetUp(rule, tap), state))
        seen.append((answer.text or "").split("\n")[:2])
        assert len(answer.choices) <= 5
    assert seen == [
        ["**Deepest allowed: warm → plain**", question("speaks-in", 2)],
        ["**Where I speak: everywhere, as before**", question("account-age", 3)],
    ]
    *kept, last = tapped(AnswerSetUp("account-age", "7"))
    assert kept == [KeepRule(SHARED.space, "account-age", "7", 0), RaiseEpoch("space")]
    assert isinstance(last, AnswerCard)
    shown_last = (last.text or "").split("\n")[:2]
    assert shown_last == [f"**{SAID.set_up}**", "How old an account must be: any age → 7 days"]
    undo = UndoRule("account-age", "0", 1, AT + timedelta(hours=24))
    assert (last.choices or ())[0] == Choice(SAID.undo, undo)


def test_a_question_of_the_setup_may_be_left_as_it_is() -> None:
    (card,) = tapped(AnswerSetUp("deepest", ""))
    assert (shown((card,)).text or "").startswith(f"**{question('speaks-in', 2)}**")


def test_an_answer_of_the_setup_is_undone_by_one_tap_that_asks_its_question_again() -> None:
    *_, first = tapped(AnswerSetUp("deepest", '"plain"', 0))
    assert isinstance(first, AnswerCard)
    undo = (first.choices or ())[-1]
    assert undo == Choice(SAID.undo, AnswerSetUp("deepest", '"warm"', 1, AT + timedelta(hours=24)))
    state = after(HERE, DEEPEST, Level.PLAIN)
    kept, back = tapped(undo.means, state)
    assert kept == KeepRule(SHARED.space, "deepest", '"warm"', 1)
    assert isinstance(back, AnswerCard)
    lines = (back.text or "").split("\n")[:2]
    assert lines == ["**Deepest allowed: plain → warm**", question("deepest", 1)]
    assert [one.label for one in back.choices or ()][-1] == SAID.keep  # nothing left to undo


def test_an_answer_of_the_setup_sets_nothing_once_it_is_stale_or_a_day_is_over() -> None:
    newer = after(HERE, DEEPEST, Level.ATTUNED)
    (stale,) = tapped(AnswerSetUp("deepest", '"plain"', 0), newer)
    assert SAID.stale in (shown((stale,)).text or "")
    (over,) = tapped(AnswerSetUp("deepest", '"warm"', 0, AT))
    assert SAID.undo_over in (shown((over,)).text or "")


def test_the_setup_asks_what_exists_there_alone_and_offers_nothing_above_the_operators() -> None:
    bare = replace(ADMIN, can=Capabilities())
    assert said("setup", bare).text.startswith(f"**{question('deepest', 1, of=2)}**")
    ranks = replace(ADMIN, can=Capabilities(has_powers=True), power=50)
    answer = shown(tapped(AnswerSetUp("speaks-in", ""), where=ranks))
    assert (answer.text or "").startswith(f"**{question('talks-to', 3)}**")
    bounded = replace(HERE, house=replace(HERE.house, bounds=Bounds(Level.WARM)))
    labels = [one.label for one in said("setup", state=bounded).choices]
    assert labels == ["plain", "warm", SAID.keep]


def test_a_change_of_long_names_says_how_many_there_are() -> None:
    many = tuple(Named(f"r{one}", "#" + "x" * 70) for one in range(3))
    line = pages.changed(SPEAKS_IN, (Places(), Places("only", many)), ENGLISH)
    assert line == "Where I speak: everywhere → Only in these channels (3)"


def test_an_admins_own_line_stands_in_it_without_marks() -> None:
    space = replace(HERE.space, crisis_text="**Night** line", crisis_url="https://example.org/n")
    shown_line = said("settings", state=replace(HERE, space=space)).text
    assert r"\*\*Night\*\* line https://example.org/n" in shown_line


def test_every_setting_has_its_words_and_a_default_that_it_can_read() -> None:
    for rule in RULES:
        assert {rule.name} <= set(SAID.names) & set(SAID.does)
        assert rule.kind.load(json.loads(json.dumps(rule.kind.dump(rule.default)))) == rule.default
        assert value(SpaceRow(HERE.space.owner), rule) == rule.default
        assert all(pick.key in SAID.picks for pick in rule.kind.picks())
    assert set(SAID.names) == set(SAID.does) == set(BY_NAME)
    assert number(HERE.space, DEEPEST) == 0
    assert timedelta(hours=24) == changing.UNDO_FOR
    assert (pages.HERE, pages.AT_FIRST_SIGHT, setup.MODERATORS.is_role) == ("here", 560, True)
