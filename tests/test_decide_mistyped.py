"""A command that does not exist: what was probably meant, to whom, and nothing of it by itself."""

from dataclasses import replace

import pytest

from bot.actions.platform import Say
from bot.actions.state import RaiseEpoch
from bot.capabilities import EVERYWHERE, Capabilities
from bot.choices import SetRule, ShowRule, TurnOff
from bot.commands import command_in
from bot.commands.near import ENOUGH, MOST, TWICE, as_typed, commands_near, setting_near
from bot.commands.parse import LONGEST_REST, LONGEST_WORD
from bot.commands.table import BY_NAME, COMMANDS
from bot.commands.values import Unparsable
from bot.decide import mistyped
from bot.house_rules import RULES
from bot.ids import Where
from bot.reading import read
from bot.records import Owner, PersonRow
from bot.snapshot import CommandSnapshot
from bot.strings import ENGLISH, OFFERED
from tests.scene import DIRECT, SHARED, commands, decide, known

CAN = Capabilities(follows_threads=True, has_servers=True, has_roles=True)
ADMIN = replace(SHARED, by_admin=True, can=CAN, shown="#lounge")
NEAR, UNKNOWN = ENGLISH.settings.near, ENGLISH.commands.unknown


def said(line: str, where: Where = DIRECT) -> Say:
    """Gives what a typed line is answered with."""
    event = replace(commands("", where), command=command_in(line), typed=line)
    (say,) = [
        one for one in decide(event, known(direct=where.is_direct)).actions if isinstance(one, Say)
    ]
    return say


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("/attune statsu", "/attune status"),
        ("!attune Stauts", "/attune status"),
        ("/attune nightcard", "/attune night-card"),
        ("/attune levl warm", "/attune level warm"),
        ("/attune levl", "/attune level plain\\|warm\\|attuned\\|ongoing"),
        ("/attune boundries not pet names", "/attune boundaries not pet names"),
        ("/attune boun", "/attune boundaries"),
        ("/attune emoji", "/attune emojis"),
    ],
)
def test_the_nearest_command_is_named_as_it_is_typed(line: str, form: str) -> None:
    assert said(line).text == f"{NEAR.format(name=form)}\n{UNKNOWN}"
    assert said(line).choices == ()


@pytest.mark.parametrize(
    "line", ["/attune frob", "/attune 🙂", "/attune x", "/attune -", "/attune dance with me"]
)
def test_what_is_like_no_command_gets_the_way_to_all_of_them(line: str) -> None:
    assert said(line).text == UNKNOWN


def test_what_is_an_admins_is_named_to_admins_alone() -> None:
    for line in ("/attune-admin setings", "/attune-admin quiet-hours 22-7"):
        assert said(line, SHARED).text == ENGLISH.admins.not_admin
        assert said(line).text == ENGLISH.admins.no_admin_here
    assert said("/attune quiet-hours 22-7", SHARED).text == UNKNOWN
    assert "/attune-admin settings" in said("/attune-admin setings", ADMIN).text
    assert said("/attune cieling plain", ADMIN).text.startswith(
        NEAR.format(name="/attune-admin ceiling plain")
    )


@pytest.mark.parametrize(
    "line", ["/attune-admin reporst", "/attune-admin reportz", "/attune-admin imports"]
)
def test_to_who_is_no_admin_no_admins_command_is_named_beside_their_own(line: str) -> None:
    others = said(line, SHARED).text
    assert "/attune-admin" not in others
    assert "/attune-admin" not in said(line).text


@pytest.mark.parametrize(
    ("line", "changes"),
    [("/attune leave me alone", False), ("!attune quit", False), ("/attune stopp", False),
     ("attune exit", False), ("/attune lass mich in ruhe", False), ("/attune aus", True)],
)  # fmt: skip
def test_a_wish_to_leave_typed_as_a_command_is_heard_as_that_wish(line: str, changes: bool) -> None:
    event = replace(commands(""), command=command_in(line), typed=line)
    of = replace(known(direct=True), reading=read(event))
    actions = decide(event, of).actions
    (say,) = [one for one in actions if isinstance(one, Say)]
    assert NEAR.partition("{")[0] not in say.text
    assert UNKNOWN not in say.text
    assert (RaiseEpoch() in actions) is changes
    assert changes or TurnOff() in [one.means for one in say.choices]


def test_who_is_blocked_is_let_go_and_not_asked() -> None:
    for line, goes in (("/attune aus", True), ("/attune quit", False)):
        event = replace(commands(""), command=command_in(line), typed=line)
        of = replace(
            known(direct=True), reading=read(event), person=PersonRow(Owner("p"), blocked=True)
        )
        assert bool(decide(event, of).actions) is goes


@pytest.mark.parametrize(
    "word",
    ["leave", "crisis", "talk", "what", "one", "reset", "heal", "out", "hotline", "hello", "quiet"],
)
def test_a_word_of_its_own_is_no_misspelling(word: str) -> None:
    assert commands_near(Unparsable(word=word), CAN, admins=True) == ()


def test_a_setting_typed_as_a_command_gets_its_right_form_and_its_value_as_a_tap() -> None:
    card = said("/attune-admin quiethours 22-7 Europe/Berlin", ADMIN)
    assert NEAR.format(name="/attune-admin set quiet-hours 22-7 Europe/Berlin") in card.text
    sets, shows = [one.means for one in card.choices]
    assert isinstance(sets, SetRule)
    assert shows == ShowRule("quiet-hours")
    bare = said("/attune-admin keeps forever", ADMIN)
    assert NEAR.format(name="/attune-admin set keeps forever") in bare.text
    assert [one.means for one in bare.choices] == [ShowRule("keeps")]


def test_words_of_strangers_mark_nothing_and_long_ones_are_not_said_again() -> None:
    marked = said("/attune-admin keeps **7** <@1> @everyone", ADMIN).text
    assert "**7" not in marked
    assert "<@1>" not in marked
    long = said(f"/attune-admin keeps {'x' * (LONGEST_REST + 1)}", ADMIN).text
    assert "xx" not in long
    given = command_in(f"/attune {'status' * 50}")
    assert isinstance(given, Unparsable)
    assert len(given.word) == LONGEST_WORD
    assert "status" not in repr(given)


def test_a_life_at_risk_in_a_mistyped_command_comes_first() -> None:
    assert NEAR.partition("{")[0] not in said("/attune statsu I want to kill myself tonight").text


def test_every_answer_is_short_in_every_language() -> None:
    for code in OFFERED:
        for rule in RULES:
            given = command_in(f"/attune-admin {rule.name} {'x' * LONGEST_REST}")
            assert isinstance(given, Unparsable)
            event = replace(commands("", ADMIN), command=given)
            of = known(direct=False)
            of = replace(of, house=replace(of.house, strings=ENGLISH.to(code)))
            (say,) = [one for one in decide(event, of).actions if isinstance(one, Say)]
            assert len(say.text) <= 600


def test_what_is_near_is_one_of_what_exists_there_and_bounded() -> None:
    for entry in COMMANDS:
        one = Unparsable(word=entry.name)
        assert commands_near(one, CAN, admins=True)[:1] == (entry,)
        assert len(commands_near(Unparsable(word=f"{entry.name}x"), CAN, admins=True)) <= MOST
    there = BY_NAME["hear-threads"]
    assert there not in commands_near(Unparsable(word=there.name), EVERYWHERE, admins=True)
    assert commands_near(Unparsable(word="setup"), CAN, admins=False) != (BY_NAME["setup"],)
    assert setting_near(Unparsable(word="languages"), CAN) is not None
    assert setting_near(Unparsable(word="status"), CAN) is None
    assert as_typed(BY_NAME["status"], "anything") == "/attune status"
    assert (ENOUGH, TWICE) == (4, 8)
    assert mistyped.answer(Unparsable("level"), commands(""), known().as_kind(CommandSnapshot))
