"""What an admin reads of what was changed: the newest in words, and all of it as a file."""

import json
from dataclasses import replace
from typing import cast

import pytest

from bot.audit import Entry, Noted
from bot.audit.acts import (
    CrisisLineSet,
    DeepestSet,
    OfASpace,
    ReportClosed,
    ReportsCleared,
    SpaceBlocked,
    ThreadsSet,
)
from bot.decide import auditing
from bot.levels import Level
from bot.records import Owner
from bot.snapshot import CommandSnapshot
from bot.strings import ENGLISH
from tests.scene import AT, SHARED, commands, known

SAID = ENGLISH.admins.audit
EVENT = commands("admin audit", replace(SHARED, by_admin=True))


def chain(*acts: OfASpace) -> tuple[Entry, ...]:
    found: list[Entry] = []
    for act in acts:
        found.append(Noted(act, AT, doer="who").after(Owner("s"), found[-1] if found else None))
    return tuple(found)


def shown(*entries: Entry) -> tuple[str, str]:
    """Gives the words and the file of the answer."""
    state = known(direct=False).for_event(EVENT)
    (say,) = auditing.listed(EVENT, replace(cast("CommandSnapshot", state), audit=entries))
    assert say.to == EVENT.person
    return say.text, "".join(file.text for file in say.files)


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
    text, file = shown(*entries)
    assert SAID["rest"].format(count=8 - auditing.MOST) in text
    assert "(3)" not in text
    assert "(4)" in text
    assert [one["number"] for one in json.loads(file)] == list(range(1, 9))
    assert "who" not in text


def test_where_nothing_was_changed_it_says_so_without_a_file() -> None:
    assert shown() == (SAID["none"], "")
