"""A text is read once, before any decision: what it says is a value, and holds no words."""

import ast
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.actions.state import SetStance
from bot.commands.values import Import, WantStance
from bot.crisis.declining import is_declined
from bot.crisis.tiers import Tier, stated
from bot.decide import decide
from bot.events import MessageEdited, MessageSeen
from bot.levels import Stance
from bot.reading import Reading, file_of, read, words_of
from bot.rupture import Rupture
from bot.snapshot import MessageSnapshot
from tests.scene import HOUSE, commands, says

ROOT = Path(__file__).parent.parent


def test_every_question_is_asked_of_a_message() -> None:
    assert read(says("I want to kill myself")).stated.verdict.tier is Tier.ACUTE
    assert read(says("nobody would miss me")).may_hint
    assert read(says("just listen")).command == WantStance(Stance.LISTEN)
    assert read(says("off")).wish is not None
    assert read(says("I'm 15")).is_under_18
    correction = read(says("that was cold")).correction
    assert correction is not None
    assert correction.kind is Rupture.COLD


def test_a_command_is_read_for_a_life_at_risk_and_for_nothing_else() -> None:
    said = read(commands("repair note: I want to kill myself, I'm 15"))
    assert said.is_at_risk
    assert replace(said, stated=Reading().stated) == Reading()


def test_the_lines_of_a_file_that_a_command_brings_are_read_for_a_life_at_risk_alone() -> None:
    lines = [{"text": "that was cold, I'm 15"}, {"text": "I want to kill myself"}]
    head = {"format": "attune-export", "version": 2, "exported_at": "2031-05-02T12:00:00+00:00"}
    body = json.dumps({**head, "carried": {"memories": lines}}).encode()
    event = replace(commands("import file"), command=Import("file", body))
    said = read(event)
    assert said.is_at_risk
    assert replace(said, stated=Reading().stated) == Reading()
    assert (file_of(event), file_of(commands("import file")), words_of(event)) == (
        *(body, b""),
        event.typed,
    )


def test_the_note_of_a_repair_is_read_for_how_the_reply_landed_wrong() -> None:
    noted, bare = read(commands("repair note: that was cold")), read(commands("repair"))
    assert (noted.rupture, bare.rupture, noted.command) == (Rupture.COLD, None, None)
    assert read(commands("report that was cold")).rupture is None


# What reads words by itself: the floor, where reading has failed, the optional judge, and what
# compares a message with its person's stop word, of which there is only a hash of theirs. What is
# asked to be held, or set as a role, is kept in its words. An edit is compared with what was
# answered, as a hash. Where somebody listed may be asked after, what is said of them is looked at.
READ_APART = {
    ("decide/anew", "parse"),
    ("decide/anew", "text"),
    ("decide/corrected", "text"),
    ("decide/holding/spoken", "text"),
    ("decide/roles", "text"),
    ("engine/floor", "stated"),
    ("engine/judging", "all_words"),
    ("engine/load/gathering", "text"),
    ("engine/load/observed", "all_words"),
    ("engine/wordings", "text"),
}
WORDS = {"text", "all_words", "others", "typed"}


def readers() -> set[str]:
    """Gives the names of all that `bot.reading` asks of words, and of what parses a command."""
    tree = ast.parse((ROOT / "bot/reading.py").read_text(encoding="utf-8"))
    asks = [one for one in tree.body if isinstance(one, ast.FunctionDef)]
    called = [one.func for ask in asks for one in ast.walk(ask) if isinstance(one, ast.Call)]
    return {one.id for one in called if isinstance(one, ast.Name)} - {"Reading", "_spoken"} | {
        "parse"
    }


def reads_again(path: Path) -> Iterator[str]:
    """Gives what a file imports that reads words, and the words of its event that it takes."""
    for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match one:
            case ast.ImportFrom(names=imported):
                yield from (each.name for each in imported if each.name in readers())
            case ast.Attribute(value=ast.Name("event"), attr=name) if name in WORDS:
                yield name


def test_no_decision_and_nothing_in_the_shell_reads_the_words_of_an_event_again() -> None:
    files = [*(ROOT / "bot/decide").rglob("*.py"), *(ROOT / "bot/engine").rglob("*.py")]
    names = {path: str(path.relative_to(ROOT / "bot").with_suffix("")) for path in files}
    found = {(names[path], name) for path in files for name in reads_again(path)}
    assert {"stated", "wish_in", "correction_in_words", "in_words", "parse"} <= readers()
    assert found == READ_APART


def test_a_decision_goes_by_what_was_read_and_reads_no_text_again() -> None:
    at_risk = Reading(stated=stated("I want to kill myself"))
    turn = decide(says("hello"), MessageSnapshot(HOUSE, reading=at_risk))
    assert turn.ask is not None
    assert turn.ask.crisis == "acute"
    listening = Reading(command=WantStance(Stance.LISTEN))
    listens = decide(says("I want to kill myself"), MessageSnapshot(HOUSE, reading=listening))
    assert SetStance(Stance.LISTEN) in listens.actions


def test_what_was_read_holds_no_words() -> None:
    shown = repr(read(says("the zebra said nobody would miss me, I want to die. that was cold")))
    assert not any(word in shown for word in ("zebra", "nobody", "miss", "die"))


def test_all_words_of_an_event_are_read_whatever_brings_them() -> None:
    event = says("hello")
    assert words_of(event) == "hello"
    edited = MessageEdited(event.id, event.at, event.person, event.where, event.message, "abc")
    assert words_of(edited) == "abc"
    assert isinstance(event, MessageSeen)


@pytest.mark.parametrize("mark", "'’‘ʼ`´＇")
def test_that_help_need_not_be_named_again_is_read_with_any_apostrophe(mark: str) -> None:
    assert is_declined(f"please don{mark}t repeat that")
    assert not is_declined(f"don{mark}t go")
