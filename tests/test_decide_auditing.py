"""What an admin reads of what was changed: the newest in words, and all of it as a file."""

import json
from dataclasses import replace
from typing import Any, cast

import pytest

from bot.audit import Entry, Noted
from bot.audit.acts import (
    CrisisLineSet,
    DeepestSet,
    OfASpace,
    ReportClosed,
    ReportsCleared,
    RuleSet,
    SpaceBlocked,
    ThreadsSet,
)
from bot.choices import AuditAsFile, Choice
from bot.commands.values import ListAudit
from bot.decide import auditing
from bot.house_rules import (
    ACCOUNT_AGE,
    ANSWERS_TO,
    DEEPEST_IN,
    HEARS_ALL,
    KEEPS,
    LANGUAGES,
    LOG,
    PRIVATE_TALK,
    QUIET_HOURS,
    SPEAKS_IN,
    TALKS_TO,
    Rule,
    with_value,
)
from bot.house_rules.kinds.hours import NO_HOURS, Hours
from bot.house_rules.kinds.named import Places
from bot.ids import Named
from bot.levels import Level
from bot.records import Owner, SpaceRow
from bot.snapshot import CommandSnapshot, TapSnapshot
from bot.strings import ENGLISH, OFFERED
from tests.scene import AT, SHARED, commands, decide, known, post, taps, told

SAID = ENGLISH.admins.audit
EVENT = commands("admin audit", replace(SHARED, by_admin=True))
ROW = SpaceRow(Owner("s"))
ROOMS = (Named("garden", "#garden"), Named("attic", "#attic"))
ROLES = tuple(replace(one, is_role=True) for one in ROOMS)
LEVELS = tuple((one, Level.PLAIN) for one in ROOMS)


def chain(*acts: OfASpace) -> tuple[Entry, ...]:
    found: list[Entry] = []
    for act in acts:
        found.append(Noted(act, AT, doer="who").after(Owner("s"), found[-1] if found else None))
    return tuple(found)


def shown(*entries: Entry, row: SpaceRow = ROW, is_whole: bool = False) -> tuple[str, str]:
    """Gives the words and the file of the answer."""
    state = replace(known(direct=False), space=row).for_event(EVENT)
    snapshot = replace(cast("CommandSnapshot", state), audit=entries)
    (say,) = auditing.listed(EVENT, snapshot, ListAudit(is_whole))
    assert say.to == EVENT.person
    assert bool(say.files) is (bool(entries) and is_whole)
    assert [one.label for one in say.choices] == ([SAID["as_file"]] if say.is_card else [])
    return say.text, "".join(file.text for file in say.files)


def of_rule(rule: Rule[Any], before: Any, after: Any) -> RuleSet:
    """Gives what is recorded of a change."""
    return RuleSet(rule.name, rule.kind.fact(before), rule.kind.fact(after))


@pytest.mark.parametrize(
    ("act", "line"),
    [
        (DeepestSet("warm", "plain"), "deepest_set"),
        (ThreadsSet(listens=True), "threads_on"),
        (ThreadsSet(listens=False), "threads_off"),
        (CrisisLineSet(is_there=True), "line_on"),
        (CrisisLineSet(is_there=False), "line_off"),
        (ReportsCleared(7), "reports_cleared"),
        (ReportClosed(handled=True), "report_handled"),
        (ReportClosed(handled=False), "report_dismissed"),
        (SpaceBlocked(is_blocked=True), "blocked"),
        (SpaceBlocked(is_blocked=False), "unblocked"),
    ],
)
def test_each_act_of_a_space_has_its_sentence(act: OfASpace, line: str) -> None:
    text, _ = shown(*chain(act))
    filled = {"before": ENGLISH.level(Level.WARM), "count": 7, "day": ""}
    filled["after"] = ENGLISH.level(Level.PLAIN)
    assert SAID[line].format(**filled).removeprefix(": ") in text


def test_an_act_of_a_later_release_is_said_to_be_unknown() -> None:
    later = replace(chain(ThreadsSet(listens=True))[0], act="of_later", facts='{"x":1}')
    assert SAID["other"].removeprefix("{day}: ") in shown(later)[0]


def test_the_newest_stand_in_words_and_all_of_it_in_the_file() -> None:
    entries = chain(*(ReportsCleared(number) for number in range(1, 9)))
    (text, _), (_, file) = shown(*entries), shown(*entries, is_whole=True)
    assert SAID["rest"].format(count=8 - auditing.MOST) in text
    assert "(3)" not in text
    assert "(4)" in text
    assert [one["number"] for one in json.loads(file)] == list(range(1, 9))
    assert "who" not in text


def test_where_nothing_was_changed_it_says_so_without_a_file() -> None:
    assert shown() == shown(is_whole=True) == (SAID["none"], "")


@pytest.mark.parametrize(
    ("rule", "before", "after", "line"),
    [
        (KEEPS, 30, 7, "30 days → 7 days"),
        (PRIVATE_TALK, True, False, "on → off"),
        (ACCOUNT_AGE, 0, 7, "any age → 7 days"),
        (QUIET_HOURS, NO_HOURS, Hours(1320, 420, "UTC"), "none → 22:00–07:00"),
        (LANGUAGES, (), ("en", "de"), "all of them → English, Deutsch"),
        (ANSWERS_TO, "replies", "named", "my name, and replies to me → only my name"),
        (TALKS_TO, (), ROLES, "everyone → roles: 2"),
        (DEEPEST_IN, (), LEVELS, "none of their own → channels: 2 (plain)"),
        (SPEAKS_IN, Places(), Places("not", ROOMS), "everywhere → Not in these channels (2)"),
    ],
)
def test_a_change_says_what_was_and_what_became(
    rule: Rule[Any], before: Any, after: Any, line: str
) -> None:
    text, _ = shown(*chain(of_rule(rule, before, after)))
    assert f"{ENGLISH.settings.names[rule.name]}, {line}" in text


def test_the_newest_of_a_setting_names_what_holds_and_an_older_one_how_many() -> None:
    only, but = Places("only", ROOMS[:1]), Places("not", ROOMS)
    entries = chain(of_rule(SPEAKS_IN, Places(), only), of_rule(SPEAKS_IN, only, but))
    text, _ = shown(*entries, row=with_value(ROW, SPEAKS_IN, but))
    assert r"Only in these channels (1) → everywhere but \#garden, \#attic" in text
    assert "everywhere → Only in these channels (1)" in text
    moved = with_value(ROW, SPEAKS_IN, only)
    assert "→ Not in these channels (2)" in shown(*entries, row=moved)[0]


def test_what_cannot_be_read_stands_as_it_was_recorded() -> None:
    entries = chain(RuleSet("of-later", "a", "b"), RuleSet("keeps", "x", "99"))
    text, _ = shown(*entries)
    assert "of-later, a → b" in text
    assert "x → 99" in text


@pytest.mark.parametrize("code", OFFERED)
def test_the_newest_stand_within_600_characters_in_any_language(code: str) -> None:
    rooms = tuple(Named(f"r{one}", "*#" * 40) for one in range(25))
    each: tuple[tuple[Rule[Any], Any], ...] = (
        (SPEAKS_IN, Places("not", rooms)),
        (HEARS_ALL, rooms),
        (LOG, rooms),
        (TALKS_TO, rooms),
    )
    row = ROW
    for rule, now in each:
        row = with_value(row, rule, now)
    levels = tuple((one, Level.ONGOING) for one in rooms)
    every = (*each, (DEEPEST_IN, levels))
    entries = chain(*(of_rule(rule, rule.default, now) for rule, now in every))
    row = with_value(row, DEEPEST_IN, levels)
    state = replace(known(direct=False), space=row)
    state = replace(state, house=state.house.to(code))
    snapshot = replace(cast("CommandSnapshot", state.for_event(EVENT)), audit=entries)
    (say,) = auditing.listed(EVENT, snapshot, ListAudit())
    assert len(say.text) <= 600


def test_the_file_is_a_tap_of_an_admins_alone() -> None:
    means = post(Choice(SAID["as_file"], AuditAsFile()))
    tap = replace(taps(SAID["as_file"]), where=EVENT.where)
    assert auditing.takes_file(tap, means)
    assert not auditing.takes_file(replace(tap, where=SHARED), means)
    assert not auditing.takes_file(tap, None)
    state = replace(known(direct=False), post=means)
    assert told(decide(tap, state).actions) == [SAID["none"]]
    snapshot = cast("TapSnapshot", state.for_event(tap))
    (say,) = auditing.tapped(tap, replace(snapshot, audit=chain(ReportsCleared(1))))
    assert json.loads(say.files[0].text)[0]["act"] == "reports_cleared"
