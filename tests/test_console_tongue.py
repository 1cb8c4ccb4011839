"""The console in the language of its terminal, and in that of each message."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.cli import running
from adapters.console.lines import OWN
from adapters.console.render import Page
from adapters.console.sentences import said_on_console
from adapters.console.session import _DEEDS
from adapters.console.tongue import language_of
from bot.events import CommandGiven, MessageSeen
from bot.ids import MessageId, PersonId, RoomId, SendKey
from bot.settings import load
from bot.strings import ENGLISH
from bot.words import Edit, Outgoing
from tests.console_stage import SAID, Stage, stage
from tests.warm import attune

YOU = PersonId("console:you")
DM, LOUNGE = RoomId("console:dm:you"), RoomId("console:room:lounge")
GERMAN, FRENCH = (said_on_console(ENGLISH.to(code)) for code in ("de", "fr"))
MANY = ("a", "b", "c", "d", "e", "f")


@pytest.fixture(name="at")
def _at(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as opened:
        yield opened


def shows(at: Stage) -> list[str]:
    """Gives what was shown, as plain lines."""
    page = Page(SAID)
    return [line.text for action in at.shown for line in page.lines(action)]


def saying(text: str, language: str = "", room: RoomId = DM, key: str = "k") -> Outgoing:
    return Outgoing(SendKey(key), room, text, to=YOU, choices=MANY, language=language)


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "pt_BR@euro"}, "pt"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "it_IT.UTF-8"}, "it"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "it_IT.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": ""}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, ""),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "POSIX"}, ""),
        ({"LANG": "sv_SE.UTF-8"}, ""),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "deutsch"}, ""),
        ({}, ""),
    ],
)
def test_the_first_variable_that_is_set_says_the_language(
    variables: dict[str, str], code: str
) -> None:
    assert language_of(variables) == code


def test_a_setting_counts_for_more_than_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert running._locale(load({}, None)) == "de"
    assert running._said(load({}, None)) is GERMAN
    assert running._locale(load({"ATTUNE_LANGUAGE": "fr"}, None)) == "fr"
    assert running._said(load({"ATTUNE_LANGUAGE": "fr"}, None)) is FRENCH
    assert running._locale(load({"ATTUNE_LANGUAGE": "en"}, None)) == "en"


async def test_whatever_is_done_there_says_the_language_of_the_terminal(at: Stage) -> None:
    at.console.seat.locale = "de"
    await at.type("hallo", "/attune status")
    assert [type(one) for one in at.events] == [MessageSeen, CommandGiven]
    assert {one.locale for one in at.events} == {"de"}


@pytest.mark.parametrize(
    ("line", "meant"),
    [("/statsu", "/attune status"), ("/atune status", "/attune"), ("/raect 🔧", "/react"),
     ("/boundaries", "/attune boundaries"), ("/CLOK +1h", "/clock")],
)  # fmt: skip
async def test_a_mistyped_command_of_the_terminal_names_the_nearest(
    at: Stage, line: str, meant: str
) -> None:
    at.console.seat.locale = "de"
    await at.type(line)
    assert at.newest["text"] == f"{GERMAN.near.format(command=meant)} {GERMAN.no_command}"
    assert at.events == []


def test_what_the_terminal_does_is_what_it_takes_for_meant() -> None:
    known = {*OWN, "say", "command"}
    assert {*_DEEDS} <= known
    assert all(f"/{one}" in SAID.help for one in OWN if one != "help")


async def test_what_is_mistyped_is_said_in_the_language_of_who_was_answered(at: Stage) -> None:
    at.console.seat.locale = "de"
    await at.type("/dance")
    assert at.newest["text"] == GERMAN.no_command
    await at.console.say(saying("Bonjour.", "fr"))
    await at.type("/help")
    assert at.newest["text"] == FRENCH.help
    await at.type("/as ada", "/dance")  # who was never answered reads what the terminal says
    assert at.newest["text"] == GERMAN.no_command


async def test_in_a_shared_room_it_is_the_language_of_ones_own_answers(at: Stage) -> None:
    await at.type("/room lounge", "@attune hallo", "/as ada", "@attune bonjour")
    for key, answered, language in (("a", "u1", "de"), ("b", "u2", "fr")):
        about = MessageId(answered)
        new = Outgoing(SendKey(key), LOUNGE, "Yes.", reply_to=about, language=language)
        await at.console.say(new)
    await at.type("/dance")
    assert at.newest["text"] == FRENCH.no_command
    await at.type("/as you", "/dance")
    assert at.newest["text"] == GERMAN.no_command


async def test_what_stands_beside_a_message_is_in_its_language_and_stays_so(at: Stage) -> None:
    said = await at.console.say(saying("Hallo.", "de", LOUNGE))
    await at.console.react(LOUNGE, said, "💙")
    head, row, reacts = shows(at)
    assert GERMAN.for_you in head
    assert row.endswith(GERMAN.more)
    assert GERMAN.reacts.format(emoji="💙", message=said) in reacts
    await at.console.replace(LOUNGE, said, Edit("Bonjour.", MANY, "fr"))
    *_, head, row = shows(at)
    assert FRENCH.now_reads.partition("{")[0] in head
    assert row.endswith(FRENCH.more)


async def test_more_is_chosen_by_its_name_in_the_language_of_the_message(at: Stage) -> None:
    said = await at.console.say(saying("Hallo.", "de"))
    await at.type(f"/choose {GERMAN.more} {said}")
    assert at.console.rows.passed(said) == 4


async def test_a_message_keeps_its_language_in_the_next_run(tmp_path: Path) -> None:
    with stage(tmp_path) as at:
        said = await at.console.say(saying("Hallo.", "de"))
    with stage(tmp_path) as at:
        assert at.console.said is GERMAN
        await at.console.extend(DM, said, "Hallo. Na?")
        assert at.newest["said"] is GERMAN


def test_the_program_speaks_the_language_of_the_terminal_it_is_begun_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    german = ENGLISH.to("de")
    ran = attune(tmp_path, "chat", "--plain", lines="/attune language\n/dance\n")
    assert german.language.now in ran.stdout
    assert GERMAN.no_command in ran.stdout
    ran = attune(tmp_path, "chat", "--plain", lines="/attune status\n/dance\n", language="fr")
    assert FRENCH.no_command in ran.stdout
