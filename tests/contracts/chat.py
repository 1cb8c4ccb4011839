"""The contract of ports.Chat: every sentence of its docstrings, for each implementation.

A file that runs it has a fixture `platform` of its own.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

import pytest

from bot.errors import PlatformError
from bot.ids import MessageId, PersonId, RoomId, SendKey
from bot.ports import Chat
from bot.words import Edit, Outgoing, Said, Stage, TextFile

AGES_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Stands:
    """A message as a test sees it: its words, its choices, its emojis, what its files hold."""

    text: str
    choices: tuple[str, ...]
    emojis: frozenset[str]
    files: tuple[str, ...] = ()


class Platform(Protocol):
    """A Chat, and the other side of it: what people do and see."""

    @property
    def chat(self) -> Chat:
        """What is tested."""

    lounge: RoomId
    cellar: RoomId
    ada: PersonId
    bob: PersonId
    began: datetime  # when nothing was said yet
    hears_all: bool  # whether it can read what was not said to it

    async def says(
        self, text: str, reply_to: MessageId | None = None, *, to_bot: bool = True
    ) -> MessageId:
        """Ada says something in the lounge."""

    async def take_back(self, message: MessageId) -> None:
        """Ada takes a message of hers away."""

    async def stands(self, message: MessageId) -> Stands | None:
        """Gives a message as it is seen in the lounge; None where it is gone."""

    async def later(self) -> datetime:
        """Lets so much time pass that what was said is long ago, and gives what time it is."""


async def _told(platform: Platform, message: MessageId, since: datetime | None = None) -> list[str]:
    since = since or platform.began
    said = await platform.chat.history(platform.lounge, platform.ada, message, since)
    return [one.text for one in said]


async def _say(platform: Platform, text: str = "Hello.", key: str = "k") -> MessageId:
    return await platform.chat.say(
        Outgoing(SendKey(key), platform.lounge, text, choices=("Yes", "No"))
    )


# -- longest -----------------------------------------------------------------------------------


async def test_a_message_holds_the_longest_text_and_not_one_character_more(
    platform: Platform,
) -> None:
    longest = "x" * platform.chat.capabilities(platform.lounge).longest
    message = await _say(platform, longest)
    assert await platform.stands(message) == Stands(longest, ("Yes", "No"), frozenset())
    with pytest.raises(PlatformError):
        await _say(platform, longest + "x", "other")
    with pytest.raises(PlatformError):
        await platform.chat.extend(platform.lounge, message, longest + "x")
    with pytest.raises(PlatformError):
        await platform.chat.replace(platform.lounge, message, Edit(longest + "x"))


async def test_a_message_in_the_lounge_may_grow(platform: Platform) -> None:
    assert platform.chat.capabilities(platform.lounge).can_grow


# -- say ---------------------------------------------------------------------------------------


async def test_say_shows_a_new_message_and_gives_its_id(platform: Platform) -> None:
    first, second = await _say(platform, key="1"), await _say(platform, "Again.", key="2")
    assert first != second
    assert await platform.stands(second) == Stands("Again.", ("Yes", "No"), frozenset())


async def test_a_key_that_comes_again_gives_the_old_id_and_shows_nothing(
    platform: Platform,
) -> None:
    first = await _say(platform, "Once.")
    again = await _say(platform, "Twice.")
    assert again == first
    assert await _told(platform, await platform.says("end")) == ["Once.", "end"]


async def test_files_come_whole_with_their_message_in_their_order_and_once(
    platform: Platform,
) -> None:
    assert platform.chat.capabilities(platform.lounge).largest_file >= 100_000
    file = TextFile("things.json", '{"a": "ä 日本 `` é"}\n' * 3_000)
    files = (file, TextFile("things.html", "<!doctype html><p>ä 日本</p>\n" * 1_000))
    new = Outgoing(SendKey("k"), platform.lounge, "Here it is.", choices=("Yes",), files=files)
    first = await platform.chat.say(new)
    assert await platform.chat.say(new) == first
    held = tuple(one.text for one in files)
    assert await platform.stands(first) == Stands("Here it is.", ("Yes",), frozenset(), held)
    assert await _told(platform, await platform.says("end")) == ["Here it is.", "end"]


async def test_say_keeps_what_it_replies_to(platform: Platform) -> None:
    asked = await platform.says("why?")
    answer = await platform.chat.say(
        Outgoing(SendKey("k"), platform.lounge, "Because.", reply_to=asked)
    )
    said = await platform.chat.history(platform.lounge, platform.ada, answer, platform.began)
    assert tuple(replace(one, at=AGES_AGO) for one in said) == (
        Said(asked, platform.ada, AGES_AGO, "why?"),
        Said(answer, None, AGES_AGO, "Because.", reply_to=asked),
    )
    assert AGES_AGO < said[0].at <= said[1].at


# -- extend and replace ------------------------------------------------------------------------


async def test_extend_puts_the_whole_text_in_place_and_keeps_the_choices(
    platform: Platform,
) -> None:
    message = await _say(platform, "One.")
    await platform.chat.extend(platform.lounge, message, "One. Two.")
    assert await platform.stands(message) == Stands("One. Two.", ("Yes", "No"), frozenset())


async def test_extend_shows_the_last_at_once_whatever_it_held_back(platform: Platform) -> None:
    message = await _say(platform, "One.")
    await platform.chat.extend(platform.lounge, message, "One. Two.", is_last=False)
    await platform.chat.extend(platform.lounge, message, "One. Two. Three.", is_last=False)
    await platform.chat.extend(platform.lounge, message, "One. Two. Three.")
    assert await platform.stands(message) == Stands("One. Two. Three.", ("Yes", "No"), frozenset())


async def test_replace_puts_other_words_and_choices_in_place(platform: Platform) -> None:
    message = await _say(platform)
    await platform.chat.replace(platform.lounge, message, Edit("Better.", ("Undo",)))
    assert await platform.stands(message) == Stands("Better.", ("Undo",), frozenset())


async def test_replace_with_none_keeps_the_words(platform: Platform) -> None:
    message = await _say(platform)
    await platform.chat.replace(platform.lounge, message, Edit(None))
    assert await platform.stands(message) == Stands("Hello.", (), frozenset())


# -- what is not whole when it is said ---------------------------------------------------------


async def _begin(platform: Platform, text: str, stage: Stage, key: str = "k") -> MessageId:
    asked = await platform.says("why?")
    new = Outgoing(SendKey(key), platform.lounge, text, reply_to=asked, stage=stage)
    return await platform.chat.say(new)


@pytest.mark.parametrize("stage", [Stage.PLACEHOLDER, Stage.GROWING])
async def test_what_is_not_whole_becomes_its_last_words_and_nothing_else_stays(
    platform: Platform, stage: Stage
) -> None:
    message = await _begin(platform, "One.", stage)
    await platform.chat.extend(platform.lounge, message, "One. Two.", is_last=False)
    await platform.chat.extend(platform.lounge, message, "One. Two. Three.")
    assert await platform.stands(message) == Stands("One. Two. Three.", (), frozenset())
    assert await _told(platform, message) == ["why?", "One. Two. Three."]


@pytest.mark.parametrize("stage", [Stage.PLACEHOLDER, Stage.GROWING])
async def test_what_is_not_whole_may_end_as_other_words_with_choices(
    platform: Platform, stage: Stage
) -> None:
    message = await _begin(platform, "One.", stage)
    await platform.chat.replace(platform.lounge, message, Edit("That failed.", ("Again",)))
    assert await platform.stands(message) == Stands("That failed.", ("Again",), frozenset())


@pytest.mark.parametrize("stage", [Stage.PLACEHOLDER, Stage.GROWING])
async def test_what_is_not_whole_may_be_taken_away(platform: Platform, stage: Stage) -> None:
    message = await _begin(platform, "One.", stage)
    await platform.chat.delete(platform.lounge, message)
    assert await platform.stands(message) is None
    assert await _told(platform, await platform.says("end")) == ["why?", "end"]


async def test_words_under_the_key_of_a_placeholder_give_its_message_and_show_in_it(
    platform: Platform,
) -> None:
    coming = await _begin(platform, "…", Stage.PLACEHOLDER)
    new = Outgoing(SendKey("k"), platform.lounge, "One.", stage=Stage.GROWING)
    assert await platform.chat.say(new) == coming
    await platform.chat.extend(platform.lounge, coming, "One. Two.")
    assert await platform.stands(coming) == Stands("One. Two.", (), frozenset())
    assert await _told(platform, await platform.says("end")) == ["why?", "One. Two.", "end"]


async def test_words_that_are_said_anew_stand_beside_the_placeholder_until_it_goes(
    platform: Platform,
) -> None:
    coming = await _begin(platform, "…", Stage.PLACEHOLDER)
    anew = await platform.chat.say(Outgoing(SendKey("anew"), platform.lounge, "One."))
    assert anew != coming
    await platform.chat.delete(platform.lounge, coming)
    assert await platform.stands(coming) is None
    assert await platform.stands(anew) == Stands("One.", (), frozenset())


# -- react and delete --------------------------------------------------------------------------


async def test_react_puts_an_emoji_on_a_message_of_anyone_once(platform: Platform) -> None:
    heard = await platform.says("thanks")
    await platform.chat.react(platform.lounge, heard, "💙")
    await platform.chat.react(platform.lounge, heard, "💙")
    assert await platform.stands(heard) == Stands("thanks", (), frozenset({"💙"}))


async def test_unreact_takes_the_bots_own_emoji_back_and_again_changes_nothing(
    platform: Platform,
) -> None:
    heard = await platform.says("thanks")
    await platform.chat.react(platform.lounge, heard, "💙")
    await platform.chat.react(platform.lounge, heard, "🔁")
    for _ in range(2):
        await platform.chat.unreact(platform.lounge, heard, "🔁")
        assert await platform.stands(heard) == Stands("thanks", (), frozenset({"💙"}))


async def test_delete_takes_a_message_of_the_bots_away(platform: Platform) -> None:
    message = await _say(platform)
    await platform.chat.delete(platform.lounge, message)
    assert await platform.stands(message) is None


async def test_deleting_again_changes_nothing(platform: Platform) -> None:
    message = await _say(platform)
    await platform.chat.delete(platform.lounge, message)
    await platform.chat.delete(platform.lounge, message)
    assert await platform.stands(message) is None


# -- history -----------------------------------------------------------------------------------


async def test_history_is_oldest_first_and_ends_with_that_message(platform: Platform) -> None:
    await platform.says("one")
    await _say(platform, "two")
    last = await platform.says("three")
    await platform.says("later")
    assert await _told(platform, last) == ["one", "two", "three"]


async def test_history_holds_nothing_private(platform: Platform) -> None:
    await platform.chat.say(Outgoing(SendKey("a"), platform.lounge, "for ada", to=platform.ada))
    await platform.chat.say(Outgoing(SendKey("b"), platform.lounge, "for bob", to=platform.bob))
    assert await _told(platform, await platform.says("end")) == ["end"]


async def test_history_holds_nothing_that_was_taken_away(platform: Platform) -> None:
    await platform.take_back(await platform.says("gone"))
    await platform.chat.delete(platform.lounge, await _say(platform))
    assert await _told(platform, await platform.says("end")) == ["end"]


async def test_history_begins_at_since(platform: Platform) -> None:
    await platform.says("old")
    since = await platform.later()
    await platform.says("new")
    assert await _told(platform, await platform.says("end"), since) == ["new", "end"]


async def test_history_goes_further_back_only_along_the_chain_of_replies(
    platform: Platform,
) -> None:
    first = await platform.says("first")
    await platform.says("beside it")
    answer = await platform.chat.say(
        Outgoing(SendKey("k"), platform.lounge, "answer", reply_to=first)
    )
    since = await platform.later()
    last = await platform.says("last", reply_to=answer)
    assert await _told(platform, last, since) == ["first", "answer", "last"]


async def test_a_chain_of_replies_has_an_end(platform: Platform) -> None:
    message = await platform.says("0")
    for number in range(1, 60):
        message = await platform.says(str(number), reply_to=message)
    chain = await _told(platform, message, await platform.later())
    assert chain == [str(number) for number in range(39, 60)]


async def test_history_gives_the_later_replies_to_what_was_said_before(platform: Platform) -> None:
    first, last = await platform.says("first"), await platform.says("last")
    answers = ((first, "to the first"), (last, "to the last"))
    for number, (asked, text) in enumerate(answers):
        key = SendKey(f"k{number}")
        await platform.chat.say(Outgoing(key, platform.lounge, text, reply_to=asked))
    await platform.says("after")
    await platform.later()
    assert await _told(platform, last) == ["first", "last", "to the first"]


async def test_history_says_what_did_not_address_the_bot(platform: Platform) -> None:
    await platform.says("lunch?", to_bot=False)
    last = await platform.says("hello")
    said = await platform.chat.history(platform.lounge, platform.ada, last, platform.began)
    heard = [("lunch?", False)] if platform.hears_all else []
    assert [(one.text, one.to_bot) for one in said] == [*heard, ("hello", True)]


async def test_history_shows_the_words_that_stand_now(platform: Platform) -> None:
    message = await _say(platform, "One.")
    await platform.chat.extend(platform.lounge, message, "One. Two.")
    assert await _told(platform, message) == ["One. Two."]


# -- read ------------------------------------------------------------------------------------


async def test_read_gives_one_message_as_history_has_it(platform: Platform) -> None:
    heard = await platform.says("why?")
    new = Outgoing(SendKey("k"), platform.lounge, "Because.", reply_to=heard)
    answer = await platform.chat.say(new)
    said = await platform.chat.history(platform.lounge, platform.ada, answer, platform.began)
    for one in said:
        assert await platform.chat.read(platform.lounge, one.id) == one
    assert [one.id for one in said] == [heard, answer]


async def test_read_gives_the_words_that_stand_now(platform: Platform) -> None:
    message = await _say(platform, "One.")
    await platform.chat.extend(platform.lounge, message, "One. Two.")
    found = await platform.chat.read(platform.lounge, message)
    assert found is not None
    assert (found.id, found.text) == (message, "One. Two.")


async def test_read_gives_nothing_that_was_taken_away(platform: Platform) -> None:
    heard, message = await platform.says("gone"), await _say(platform)
    await platform.take_back(heard)
    await platform.chat.delete(platform.lounge, message)
    for gone in (heard, message):
        assert await platform.chat.read(platform.lounge, gone) is None


async def test_read_gives_nothing_private(platform: Platform) -> None:
    new = Outgoing(SendKey("a"), platform.lounge, "for bob", to=platform.bob)
    message = await platform.chat.say(new)
    assert await platform.chat.read(platform.lounge, message) is None


async def test_read_gives_nothing_of_another_room(platform: Platform) -> None:
    message = await _say(platform)
    assert await platform.chat.read(platform.cellar, message) is None


# -- every failure is a PlatformError ----------------------------------------------------------

Call = Callable[[Chat, MessageId, RoomId], Awaitable[object]]
ANYONE = PersonId("anyone")
CALLS: dict[str, Call] = {
    "extend": lambda chat, message, room: chat.extend(room, message, "x"),
    "replace": lambda chat, message, room: chat.replace(room, message, Edit(None)),
    "react": lambda chat, message, room: chat.react(room, message, "x"),
    "delete": lambda chat, message, room: chat.delete(room, message),
    "history": lambda chat, message, room: chat.history(room, ANYONE, message, AGES_AGO),
}


@pytest.mark.parametrize("call", CALLS)
async def test_a_message_that_is_not_in_the_room_is_a_platform_error(
    platform: Platform, call: str
) -> None:
    message = await _say(platform)
    for room, wrong in ((platform.lounge, MessageId("r99")), (platform.cellar, message)):
        with pytest.raises(PlatformError):
            await CALLS[call](platform.chat, wrong, room)
    assert await platform.stands(message) == Stands("Hello.", ("Yes", "No"), frozenset())


@pytest.mark.parametrize("call", ["extend", "replace", "delete"])
async def test_the_bot_cannot_change_a_persons_message(platform: Platform, call: str) -> None:
    heard = await platform.says("mine")
    with pytest.raises(PlatformError):
        await CALLS[call](platform.chat, heard, platform.lounge)
    assert await platform.stands(heard) == Stands("mine", (), frozenset())


@pytest.mark.parametrize("call", ["extend", "replace", "react"])
async def test_a_message_that_was_taken_away_cannot_be_changed(
    platform: Platform, call: str
) -> None:
    message = await _say(platform)
    await platform.chat.delete(platform.lounge, message)
    with pytest.raises(PlatformError):
        await CALLS[call](platform.chat, message, platform.lounge)
    assert await platform.stands(message) is None
