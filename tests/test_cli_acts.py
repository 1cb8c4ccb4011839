"""What the audit ledger holds, in words that an operator reads."""

from dataclasses import fields, replace
from typing import Any

import pytest

from adapters.cli import acts
from bot.audit import ACTS, Act, Entry, Noted, told
from bot.audit.acts import (
    AnnouncementSet,
    BackedUp,
    Blocked,
    ClosingSet,
    DeepestSet,
    KeysRotated,
    LedgerDigested,
    LimitSet,
    RuleSet,
    SpaceBlocked,
)
from bot.house_rules import HEARS_ALL, KEEPS, QUIET_HOURS, SPEAKS_IN, Rule
from bot.house_rules.kinds.named import Places
from bot.ids import Named
from bot.records import Owner
from bot.strings import ENGLISH, OFFERED
from tests.scene import AT

WHEN = f"1  {AT:%Y-%m-%d %H}h UTC, "
A_FACT: dict[str, Any] = {"str": "", "int": 7, "bool": True}


def entry(act: Act) -> Entry:
    return Noted(act, AT, doer="hash-of-who").after(Owner("hash-of-where"), None)


def made(kind: type[Act]) -> Act:
    """Gives an act of that kind, with a fact of each type."""
    types = {one.name: getattr(one.type, "__name__", str(one.type)) for one in fields(kind)}
    return kind(**{name: A_FACT[of] for name, of in types.items()})


@pytest.mark.parametrize("name", ACTS)
def test_each_act_has_words_of_its_own_and_no_name_of_the_program(name: str) -> None:
    shown = acts.line(entry(made(ACTS[name])), ENGLISH)
    assert ENGLISH.admins.audit["other"].removeprefix("{day}: ") not in shown
    assert [one for one in ("_", "=", "{", "hash-of", "True") if one in shown] == []
    assert shown.startswith(WHEN)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (DeepestSet("warm", "plain"), "an admin: deepest allowed, warm → plain"),
        (LimitSet("", "attuned"), "who runs this: deepest level for all, none → attuned"),
        (SpaceBlocked(is_blocked=True), "who runs this: this server or room was blocked"),
        (Blocked(is_blocked=False), "who runs this: a person, server or room was let have answers"),
        (ClosingSet("2027-03-31"), "who runs this: the day of closing was set to 2027-03-31"),
        (ClosingSet(""), "who runs this: the day of closing was taken back"),
        (
            AnnouncementSet(is_there=True),
            "who runs this: a line that each person gets once was set",
        ),
        (BackedUp("a-backup"), "who runs this: the backup was made"),
        (KeysRotated(3), "keys sealed anew: 3"),
        (
            LedgerDigested(1, 9, 9, "abc"),
            "the program: a daily digest of each yes and no, from 1",
        ),
    ],
)
def test_an_act_is_said_from_what_to_what_and_by_whom(act: Act, said: str) -> None:
    assert said in acts.line(entry(act), ENGLISH)


def test_a_setting_is_said_by_its_name_with_what_it_was_and_became() -> None:
    names = ENGLISH.settings.names
    rooms = SPEAKS_IN.kind.fact(Places("not", (Named("1", "#a"), Named("2", "#b"))))
    facts = KEEPS.kind.fact(30), KEEPS.kind.fact(7)
    words = tuple(KEEPS.kind.told(one, ENGLISH) for one in facts)
    shown = acts.line(entry(RuleSet(KEEPS.name, *facts)), ENGLISH)
    assert shown.endswith(f"an admin: {names[KEEPS.name]}, {words[0]} → {words[1]}")
    shown = acts.line(entry(RuleSet(SPEAKS_IN.name, SPEAKS_IN.kind.fact(Places()), rooms)), ENGLISH)
    assert SPEAKS_IN.kind.told(rooms, ENGLISH) in shown
    every: tuple[Rule[Any], ...] = (HEARS_ALL, QUIET_HOURS)
    for rule in every:
        fact = rule.kind.fact(rule.default)
        shown = acts.line(entry(RuleSet(rule.name, fact, fact)), ENGLISH)
        assert rule.kind.told(fact, ENGLISH) in shown


def test_a_setting_of_a_later_release_stands_as_it_was_recorded() -> None:
    shown = acts.line(entry(RuleSet("of-later", "1", "2")), ENGLISH)
    assert shown.endswith("an admin: of-later, 1 → 2")


def test_an_act_that_is_not_known_or_cannot_be_read_is_said_and_breaks_nothing() -> None:
    later = replace(entry(BackedUp("x")), act="of_later", hand="machine")
    assert acts.line(later, ENGLISH) == f"{WHEN}somebody: a change that I do not know"
    broken = replace(entry(DeepestSet("warm", "plain")), facts="{")
    assert acts.line(broken, ENGLISH) == f"{WHEN}an admin: deepest allowed, ? → ?"


@pytest.mark.parametrize("code", OFFERED)
def test_facts_are_said_in_the_language_of_whoever_reads_them(code: str) -> None:
    strings = ENGLISH.to(code)
    of = entry(DeepestSet("warm", "plain"))
    facts = told.facts_of(of, strings) | {"day": "today"}
    assert facts["before"] != facts["after"]
    assert facts["after"] in told.sentence(of, strings.admins.audit, facts)
