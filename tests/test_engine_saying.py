"""A message with a file: sent along where it is taken, else said line by line, and once."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.actions.platform import Say
from bot.engine.codec import Sending, dump, load_sending
from bot.engine.saying import in_words, say
from bot.ids import PersonId, RoomId, Scope, SendKey, SpaceId
from bot.words import TextFile
from tests.driver import Seen
from tests.exports import document
from tests.fake_chat import FakeChat, Posted
from tests.scene import AT

ROOM, ADA = RoomId("dm"), PersonId("ada")
ROWS = ",\n".join(json.dumps({"kept": "style", "value": "x" * 90, "n": n}) for n in range(200))
FILE = TextFile("data.json", f'{{"rows": [\n{ROWS}\n]}}\n')
SMALL = TextFile("a.json", "{}")
PAGE = TextFile("data.html", "<!doctype html>\n<p>Rows</p>\n")
GIVEN = Say("All of it.", to=ADA, files=(FILE,))
BOTH = replace(GIVEN, files=(FILE, PAGE))
SENDING = Sending(ROOM, Scope(SpaceId("dm"), ADA), is_direct=True, action=GIVEN)
Break = Callable[[FakeChat], None]


def chat() -> FakeChat:
    return FakeChat(lambda: AT)


async def said(to: FakeChat, given: Say = GIVEN) -> tuple[Posted, ...]:
    await say(to, SendKey("k"), SENDING, given)
    await say(to, SendKey("k"), SENDING, given)
    return to.posts(ROOM)


def as_seen(posts: tuple[Posted, ...]) -> list[Seen]:
    return [Seen(one.id, one.text, files=tuple(file.text for file in one.files)) for one in posts]


async def test_a_file_comes_with_the_words_and_once() -> None:
    (one,) = await said(chat())
    assert (one.text, one.to, one.files) == ("All of it.", ADA, (FILE,))


async def test_two_files_come_with_the_words_and_once() -> None:
    (one,) = await said(chat(), BOTH)
    assert one.files == (FILE, PAGE)


async def test_where_they_are_not_taken_together_each_comes_alone_and_once() -> None:
    to = chat()
    to.largest_file = len(FILE.bytes)
    first, second = await said(to, BOTH)
    assert (first.text, first.files) == ("All of it.", (FILE,))
    assert (second.text, second.to, second.files) == (PAGE.name, ADA, (PAGE,))


async def test_one_that_is_refused_takes_no_other_with_it() -> None:
    to = chat()
    to.takes_pages = False
    (one,) = await said(to, BOTH)
    assert (one.text, one.files) == ("All of it.", (FILE,))


async def test_where_only_the_page_fits_the_lines_are_said_and_the_page_comes() -> None:
    small(to := chat())
    *lines, last = await said(to, BOTH)
    assert document(as_seen(tuple(lines))) == json.loads(FILE.text)
    assert last.files == (PAGE,)


def small(to: FakeChat) -> None:
    to.largest_file = len(FILE.bytes) - 1


def refusing(to: FakeChat) -> None:
    to.takes_files = 0


@pytest.mark.parametrize("breaks", [small, refusing])
async def test_where_it_is_not_taken_its_lines_are_said_each_once_and_whole(breaks: Break) -> None:
    breaks(to := chat())
    posts = await said(to)
    assert len(posts) > 4
    assert all(one.to == ADA and not one.files for one in posts)
    assert document(as_seen(posts)) == json.loads(FILE.text)


def test_a_stored_send_keeps_its_files() -> None:
    both = replace(SENDING, action=BOTH)
    assert load_sending(dump(both)) == both


@pytest.mark.parametrize(
    ("stored", "files"),
    [({}, ()), ({"file": None}, ()), ({"file": {"name": "a.json", "text": "{}"}}, (SMALL,))],
)
def test_a_send_that_an_earlier_release_stored_keeps_its_file(
    stored: dict[str, object], files: tuple[TextFile, ...]
) -> None:
    before = json.loads(dump(SENDING))
    del before["action"]["files"]
    before["action"] |= stored
    loaded = load_sending(json.dumps(before)).action
    assert isinstance(loaded, Say)
    assert loaded.files == files


def test_words_without_a_file_stay_as_they_are() -> None:
    assert in_words(Say("Hm.")) == Say("Hm.")
