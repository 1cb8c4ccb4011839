"""The panel of what an admin can set in a space."""

from dataclasses import replace

from bot.actions import Action
from bot.actions.of_spaces import SetListening
from bot.actions.platform import Say
from bot.actions.state import AnswerCard, RaiseEpoch, SetCeiling
from bot.capabilities import Capabilities
from bot.choices import Choice, HearThreads, SetDeepest, values_of
from bot.commands import command_in
from bot.decide import admin_panel
from bot.levels import Level
from bot.snapshot import Snapshot
from bot.strings import ENGLISH
from tests.scene import SHARED, commands, decide, known, post, taps, told

SAID = ENGLISH.settings
ADMIN = replace(SHARED, by_admin=True, can=Capabilities(follows_threads=True))
HERE = known(direct=False)
ASKED = replace(commands("", ADMIN), command=command_in("/attune-admin"))


def panel() -> Say:
    """Gives the panel as an admin is shown it."""
    said = decide(ASKED, HERE).actions[-1]
    assert isinstance(said, Say)
    return said


def tapped(means: SetDeepest | HearThreads, *, is_admin: bool = True) -> tuple[Action, ...]:
    """Gives what a tap on the panel leads to."""
    event = replace(taps("x"), where=ADMIN if is_admin else SHARED)
    return decide(event, replace(HERE, post=post(Choice("x", means)))).actions


def test_the_command_of_admins_alone_shows_what_is_set_and_a_row_of_five_taps() -> None:
    said = panel()
    assert said.is_card
    assert said.text.split("\n") == [
        f"**{SAID.heading}**",
        "- Deepest allowed: warm",
        f"- {SAID.threads['off']}",
        f"- {SAID.no_line}",
        f"- {SAID.reports}",
    ]
    offered = [one.means for one in said.choices]
    deeper = [SetDeepest(level) for level in Level if level is not Level.WARM]
    assert offered == [*deeper, HearThreads(True)]


def test_where_there_are_lists_every_level_is_offered_and_the_one_that_is_set_is_marked() -> None:
    can = replace(ADMIN.can, has_lists=True)
    said = decide(replace(ASKED, where=replace(ADMIN, can=can)), HERE).actions[-1]
    assert isinstance(said, Say)
    offered = [one.means for one in said.choices]
    assert offered == [*map(SetDeepest, Level), HearThreads(True)]
    held = SAID.deepest_tap.format(level="warm")
    assert values_of(said.choices).holds == held
    assert [one.means for one in said.choices if one.holds] == [SetDeepest(Level.WARM)]


def test_a_level_that_is_set_already_changes_nothing_and_silences_nobody() -> None:
    (shown,) = tapped(SetDeepest(Level.WARM))
    assert isinstance(shown, AnswerCard)
    assert shown.text == panel().text


def test_it_is_an_admins_alone() -> None:
    asked = replace(ASKED, where=SHARED)
    assert told(decide(asked, HERE).actions) == [ENGLISH.admins.not_admin]
    assert told(tapped(SetDeepest(Level.PLAIN), is_admin=False)) == [ENGLISH.admins.not_admin]


def test_a_tap_sets_the_deepest_level_and_shows_what_it_was_in_place_of_the_panel() -> None:
    first, epoch, shown = tapped(SetDeepest(Level.PLAIN))
    assert (first, epoch) == (SetCeiling(SHARED.space, Level.PLAIN), RaiseEpoch("space"))
    assert isinstance(shown, AnswerCard)
    assert shown.text is not None
    assert shown.text.split("\n")[:2] == [
        "**Deepest allowed: warm → plain**",
        "- Deepest allowed: plain",
    ]
    assert SetDeepest(Level.PLAIN) not in [one.means for one in shown.choices]


def test_a_tap_turns_listening_in_threads_and_offers_the_way_back() -> None:
    first, shown = tapped(HearThreads(True))
    assert first == SetListening(SHARED.space, True)
    assert isinstance(shown, AnswerCard)
    assert SAID.threads["on"] in (shown.text or "")
    assert shown.choices[-1] == Choice(SAID.threads_taps["off"], HearThreads(False))


def test_an_admins_own_line_stands_in_it_without_marks() -> None:
    space = replace(HERE.space, crisis_text="**Night** line", crisis_url="https://example.org/n")
    state: Snapshot = replace(HERE, space=space)
    shown = admin_panel.shown(ASKED, state)
    assert isinstance(shown, Say)
    assert r"\*\*Night\*\* line https://example.org/n" in shown.text
