"""The contract of ports.Chat: every sentence of its docstrings, for each implementation."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.console.chat import Console
from adapters.console.clock import ConsoleClock
from adapters.console.transcript import Message, Transcript
from bot.errors import PlatformError
from bot.ids import MessageId, PersonId, RoomId, SendKey
from bot.ports import Chat
from bot.words import Said
from tests.console_stage import NOON, SetClock
from tests.fake_chat import FakeChat

ADA = PersonId("console:ada")
BOB = PersonId("console:bob")
LOUNGE = RoomId("console:room:lounge")
CELLAR = RoomId("console:room:cellar")
AGES_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Stands:
    """A message as a test sees it: its words, its choices, its emojis."""

    text: str
    choices: tuple[str, ...]
    emojis: frozenset[str]


@dataclass(slots=True)
class Platform:
    """A Chat, and the other side of it: what people do and see."""

    chat: Chat
    clock: SetClock
    hear: Callable[[str, MessageId | None, bool], MessageId]
    take_back: Callable[[MessageId], None]
    stands: Callable[[MessageId], Stands | None]

    def says(
        self, text: str, reply_to: MessageId | None = None, *, to_bot: bool = True
    ) -> MessageId:
        return self.hear(text, reply_to, to_bot)

    async def told(self, message: MessageId, since: datetime = AGES_AGO) -> list[str]:
        return [said.text for said in await self.chat.history(LOUNGE, ADA, message, since)]


def _faked() -> Platform:
    clock = SetClock()
    chat = FakeChat(clock.now)

    def hear(text: str, reply_to: MessageId | None, to_bot: bool) -> MessageId:
        return chat.hear(LOUNGE, ADA, text, reply_to=reply_to, to_bot=to_bot)

    def stands(message: MessageId) -> Stands | None:
        post = chat.post(message)
        shown = Stands(post.text, post.choices, frozenset(post.reactions))
        return None if post.deleted else shown

    return Platform(chat, clock, hear, chat.take_back, stands)


def _console(transcript: Transcript, folder: Path) -> Platform:
    clock = SetClock()
    chat = Console(transcript, ConsoleClock(folder, clock), lambda action: None)

    def hear(text: str, reply_to: MessageId | None, to_bot: bool) -> MessageId:
        new = transcript.next_id("u")
        words = Message(new, LOUNGE, ADA, clock.now(), text, reply_to=reply_to, to_bot=to_bot)
        transcript.add(words)
        return new

    def take_back(message: MessageId) -> None:
        old = transcript.get(message)
        assert old is not None
        transcript.change(old, text="", deleted=True)

    def stands(message: MessageId) -> Stands | None:
        old = transcript.get(message)
        assert old is not None
        shown = Stands(old.text, old.choices, frozenset(emoji for _, emoji in old.reactions))
        return None if old.deleted else shown

    return Platform(chat, clock, hear, take_back, stands)


@pytest.fixture(params=["console", "fake"])
def platform(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Platform]:
    if request.param == "fake":
        yield _faked()
        return
    transcript = Transcript(tmp_path)
    yield _console(transcript, tmp_path)
    transcript.close()


async def _say(platform: Platform, text: str = "Hello.", key: str = "k") -> MessageId:
    return await platform.chat.say(SendKey(key), LOUNGE, text, choices=("Yes", "No"))


# -- longest -----------------------------------------------------------------------------------


async def test_a_message_holds_the_longest_text_and_not_one_character_more(
    platform: Platform,
) -> None:
    longest = "x" * platform.chat.longest
    message = await _say(platform, longest)
    assert platform.stands(message) == Stands(longest, ("Yes", "No"), frozenset())
    with pytest.raises(PlatformError):
        await _say(platform, longest + "x", "other")
    with pytest.raises(PlatformError):
        await platform.chat.extend(LOUNGE, message, longest + "x")
    with pytest.raises(PlatformError):
        await platform.chat.replace(LOUNGE, message, longest + "x", ())


# -- say ---------------------------------------------------------------------------------------


async def test_say_shows_a_new_message_and_gives_its_id(platform: Platform) -> None:
    first, second = await _say(platform, key="1"), await _say(platform, "Again.", key="2")
    assert first != second
    assert platform.stands(second) == Stands("Again.", ("Yes", "No"), frozenset())


async def test_a_key_that_comes_again_gives_the_old_id_and_shows_nothing(
    platform: Platform,
) -> None:
    first = await _say(platform, "Once.")
    again = await _say(platform, "Twice.")
    assert again == first
    assert await platform.told(platform.says("end")) == ["Once.", "end"]


async def test_say_keeps_what_it_replies_to(platform: Platform) -> None:
    asked = platform.says("why?")
    answer = await platform.chat.say(SendKey("k"), LOUNGE, "Because.", reply_to=asked)
    said = await platform.chat.history(LOUNGE, ADA, answer, AGES_AGO)
    assert said == (
        Said(asked, ADA, NOON, "why?"),
        Said(answer, None, NOON, "Because.", reply_to=asked),
    )


# -- extend and replace ------------------------------------------------------------------------


async def test_extend_puts_the_whole_text_in_place_and_keeps_the_choices(
    platform: Platform,
) -> None:
    message = await _say(platform, "One.")
    await platform.chat.extend(LOUNGE, message, "One. Two.")
    assert platform.stands(message) == Stands("One. Two.", ("Yes", "No"), frozenset())


async def test_extend_shows_the_last_at_once_whatever_it_held_back(platform: Platform) -> None:
    message = await _say(platform, "One.")
    await platform.chat.extend(LOUNGE, message, "One. Two.", is_last=False)
    await platform.chat.extend(LOUNGE, message, "One. Two. Three.", is_last=False)
    await platform.chat.extend(LOUNGE, message, "One. Two. Three.")
    assert platform.stands(message) == Stands("One. Two. Three.", ("Yes", "No"), frozenset())


async def test_replace_puts_other_words_and_choices_in_place(platform: Platform) -> None:
    message = await _say(platform)
    await platform.chat.replace(LOUNGE, message, "Better.", ("Undo",))
    assert platform.stands(message) == Stands("Better.", ("Undo",), frozenset())


async def test_replace_with_none_keeps_the_words(platform: Platform) -> None:
    message = await _say(platform)
    await platform.chat.replace(LOUNGE, message, None, ())
    assert platform.stands(message) == Stands("Hello.", (), frozenset())


# -- react and delete --------------------------------------------------------------------------


async def test_react_puts_an_emoji_on_a_message_of_anyone_once(platform: Platform) -> None:
    heard = platform.says("thanks")
    await platform.chat.react(LOUNGE, heard, "💙")
    await platform.chat.react(LOUNGE, heard, "💙")
    assert platform.stands(heard) == Stands("thanks", (), frozenset({"💙"}))


async def test_delete_takes_a_message_of_the_bots_away(platform: Platform) -> None:
    message = await _say(platform)
    await platform.chat.delete(LOUNGE, message)
    assert platform.stands(message) is None


async def test_deleting_again_changes_nothing(platform: Platform) -> None:
    message = await _say(platform)
    await platform.chat.delete(LOUNGE, message)
    await platform.chat.delete(LOUNGE, message)
    assert platform.stands(message) is None


# -- history -----------------------------------------------------------------------------------


async def test_history_is_oldest_first_and_ends_with_that_message(platform: Platform) -> None:
    platform.says("one")
    await _say(platform, "two")
    last = platform.says("three")
    platform.says("later")
    assert await platform.told(last) == ["one", "two", "three"]


async def test_history_holds_nothing_private(platform: Platform) -> None:
    await platform.chat.say(SendKey("a"), LOUNGE, "for ada", to=ADA)
    await platform.chat.say(SendKey("b"), LOUNGE, "for bob", to=BOB)
    assert await platform.told(platform.says("end")) == ["end"]


async def test_history_holds_nothing_that_was_taken_away(platform: Platform) -> None:
    platform.take_back(platform.says("gone"))
    await platform.chat.delete(LOUNGE, await _say(platform))
    assert await platform.told(platform.says("end")) == ["end"]


async def test_history_begins_at_since(platform: Platform) -> None:
    platform.says("old")
    platform.clock.pass_by(minutes=31)
    since = platform.clock.now()
    platform.says("new")
    assert await platform.told(platform.says("end"), since) == ["new", "end"]


async def test_history_goes_further_back_only_along_the_chain_of_replies(
    platform: Platform,
) -> None:
    first = platform.says("first")
    platform.says("beside it")
    answer = await platform.chat.say(SendKey("k"), LOUNGE, "answer", reply_to=first)
    platform.clock.pass_by(days=3)
    last = platform.says("last", reply_to=answer)
    since = platform.clock.now() - timedelta(minutes=30)
    assert await platform.told(last, since) == ["first", "answer", "last"]


async def test_a_chain_of_replies_has_an_end(platform: Platform) -> None:
    message = platform.says("0")
    for number in range(1, 60):
        message = platform.says(str(number), reply_to=message)
    platform.clock.pass_by(days=3)
    chain = await platform.told(message, platform.clock.now())
    assert chain == [str(number) for number in range(39, 60)]


async def test_history_says_what_did_not_address_the_bot(platform: Platform) -> None:
    platform.says("lunch?", to_bot=False)
    last = platform.says("hello")
    said = await platform.chat.history(LOUNGE, ADA, last, AGES_AGO)
    assert [(one.text, one.to_bot) for one in said] == [("lunch?", False), ("hello", True)]


async def test_history_shows_the_words_that_stand_now(platform: Platform) -> None:
    message = await _say(platform, "One.")
    await platform.chat.extend(LOUNGE, message, "One. Two.")
    assert await platform.told(message) == ["One. Two."]


# -- every failure is a PlatformError ----------------------------------------------------------

Call = Callable[[Chat, MessageId, RoomId], Awaitable[object]]
CALLS: dict[str, Call] = {
    "extend": lambda chat, message, room: chat.extend(room, message, "x"),
    "replace": lambda chat, message, room: chat.replace(room, message, None, ()),
    "react": lambda chat, message, room: chat.react(room, message, "x"),
    "delete": lambda chat, message, room: chat.delete(room, message),
    "history": lambda chat, message, room: chat.history(room, ADA, message, AGES_AGO),
}


@pytest.mark.parametrize("call", CALLS)
async def test_a_message_that_is_not_in_the_room_is_a_platform_error(
    platform: Platform, call: str
) -> None:
    message = await _say(platform)
    for room, wrong in ((LOUNGE, MessageId("r99")), (CELLAR, message)):
        with pytest.raises(PlatformError):
            await CALLS[call](platform.chat, wrong, room)
    assert platform.stands(message) == Stands("Hello.", ("Yes", "No"), frozenset())


@pytest.mark.parametrize("call", ["extend", "replace", "delete"])
async def test_the_bot_cannot_change_a_persons_message(platform: Platform, call: str) -> None:
    heard = platform.says("mine")
    with pytest.raises(PlatformError):
        await CALLS[call](platform.chat, heard, LOUNGE)
    assert platform.stands(heard) == Stands("mine", (), frozenset())


@pytest.mark.parametrize("call", ["extend", "replace", "react"])
async def test_a_message_that_was_taken_away_cannot_be_changed(
    platform: Platform, call: str
) -> None:
    message = await _say(platform)
    await platform.chat.delete(LOUNGE, message)
    with pytest.raises(PlatformError):
        await CALLS[call](platform.chat, message, LOUNGE)
    assert platform.stands(message) is None
