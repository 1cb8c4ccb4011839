"""What stands in the console's rooms, over runs and crashes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from adapters.console.transcript import FILE, Message, Transcript
from bot.errors import PlatformError
from bot.ids import MessageId, PersonId, RoomId, SendKey
from tests.console_stage import NOON

T = TypeVar("T")
ADA, BOB = PersonId("console:ada"), PersonId("console:bob")
LOUNGE = RoomId("console:room:lounge")
HELLO = Message(MessageId("u1"), LOUNGE, ADA, NOON, "hello")
CARD = Message(
    MessageId("r1"),
    LOUNGE,
    None,
    NOON + timedelta(microseconds=1),
    "Shall I?",
    to=ADA,
    choices=("Yes", "Not now"),
    reply_to=HELLO.id,
    key=SendKey("k1"),
    reactions=frozenset({("console:ada", "👍"), ("attune", "💙")}),
)


def _with(folder: Path, work: Callable[[Transcript], T]) -> T:
    transcript = Transcript(folder)
    try:
        return work(transcript)
    finally:
        transcript.close()


def _begun(folder: Path) -> None:
    def begin(transcript: Transcript) -> None:
        transcript.add(HELLO)
        transcript.add(CARD)

    _with(folder, begin)


def test_the_next_run_finds_every_message_as_it_was(tmp_path: Path) -> None:
    _begun(tmp_path)
    assert _with(tmp_path, lambda t: list(t.room(LOUNGE))) == [HELLO, CARD]
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_the_next_run_knows_the_key_of_a_send(tmp_path: Path) -> None:
    _begun(tmp_path)
    assert _with(tmp_path, lambda t: t.sent(SendKey("k1"))) == "r1"
    assert _with(tmp_path, lambda t: t.sent(SendKey("other"))) is None


def test_the_next_run_counts_on(tmp_path: Path) -> None:
    _begun(tmp_path)
    assert _with(tmp_path, lambda t: (t.next_id("u"), t.next_id("r"))) == ("u2", "r2")
    assert _with(tmp_path, Transcript.count_event) == "console:e1"
    assert _with(tmp_path, lambda t: t.change(HELLO, text="x")) == "console:e2"
    assert _with(tmp_path, Transcript.count_event) == "console:e3"


def test_the_next_run_finds_what_changed(tmp_path: Path) -> None:
    _begun(tmp_path)

    def change(transcript: Transcript) -> None:
        transcript.change(HELLO, text="", deleted=True, reactions=frozenset({("a", "👍")}))
        transcript.change(CARD, choices=())
        transcript.grow(CARD, " Or")
        transcript.grow(CARD, " not?")

    _with(tmp_path, change)
    hello, card = _with(tmp_path, lambda t: list(t.room(LOUNGE)))
    assert (hello.deleted, hello.text, hello.reactions) == (True, "", frozenset({("a", "👍")}))
    assert (card.text, card.choices, card.key) == ("Shall I? Or not?", (), "k1")


def test_a_line_torn_by_a_crash_is_dropped_and_its_id_given_again(tmp_path: Path) -> None:
    _begun(tmp_path)
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[:-9])
    assert _with(tmp_path, lambda t: (list(t.room(LOUNGE)), t.next_id("r"))) == ([HELLO], "r1")
    assert whole.startswith((tmp_path / FILE).read_bytes())


@pytest.mark.parametrize(
    "line",
    ['{"new":{"id":"u1"}}', '{"of":"u9","set":{}}', '{"of":"u9","more":"x"}', '{"event":"x"}'],
)
def test_a_record_that_is_not_of_a_transcript_is_told_by_its_line(
    tmp_path: Path, line: str
) -> None:
    (tmp_path / FILE).write_text('{"event":1}\n' + line + "\n")
    with pytest.raises(PlatformError, match="line 2") as fault:
        Transcript(tmp_path)
    assert "u9" not in str(fault.value)


def test_a_person_sees_their_own_private_messages_in_their_room_only(tmp_path: Path) -> None:
    _begun(tmp_path)
    other = RoomId("console:room:cellar")

    def seen(transcript: Transcript, room: RoomId, person: PersonId) -> list[str]:
        return [message.id for message in transcript.newest(room, person)]

    assert _with(tmp_path, lambda t: seen(t, LOUNGE, ADA)) == ["r1", "u1"]
    assert _with(tmp_path, lambda t: seen(t, LOUNGE, BOB)) == ["u1"]
    assert _with(tmp_path, lambda t: seen(t, other, ADA)) == []


def test_a_message_does_not_show_its_words_in_its_repr() -> None:
    assert "hello" not in repr(HELLO)
    assert "Shall" not in repr(CARD)
    assert "Not now" not in repr(CARD)


def test_a_message_of_a_release_before_has_no_form_and_is_talk(tmp_path: Path) -> None:
    _with(tmp_path, lambda t: t.add(CARD))
    path = tmp_path / FILE
    path.write_text(path.read_text("utf-8").replace(',"form":"talk"', ""), "utf-8")
    assert '"form"' not in path.read_text("utf-8")
    assert _with(tmp_path, lambda t: t.get(CARD.id)) == CARD


@pytest.mark.parametrize(("file", "files"), [("", ()), ("/x/a.json", ("/x/a.json",))])
def test_a_message_of_a_release_before_had_one_file_or_none(
    tmp_path: Path, file: str, files: tuple[str, ...]
) -> None:
    _with(tmp_path, lambda t: t.add(CARD))
    path = tmp_path / FILE
    before = path.read_text("utf-8").replace('"files":[]', f'"file":"{file}"')
    assert '"file":' in before
    path.write_text(before, "utf-8")
    read = _with(tmp_path, lambda t: t.get(CARD.id))
    assert read == replace(CARD, files=files)
