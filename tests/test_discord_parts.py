"""The parts of Discord that need no server: names, commands, forms, buttons, whose is what."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.discord import (
    chat,
    client,
    followed_threads,
    ids,
    move_to_dm,
    pages,
    sends,
    serve,
    shard,
    threads,
    workers,
)
from adapters.discord.api import _route
from adapters.discord.attached import Attached
from adapters.discord.authors import DRAWER
from adapters.discord.client import Client
from adapters.discord.commands import payload
from adapters.discord.components import (
    ASIDE,
    NOTE,
    NOTHING,
    PRIVATE,
    STOP,
    Under,
    choices,
    content,
    nonce,
    quiet,
    unquieted,
)
from adapters.discord.ephemeral import LASTS, EphemeralAnswers, Token
from adapters.discord.history import Me, replied_to
from adapters.discord.interaction_data import is_guest
from adapters.discord.sentences import own_button
from adapters.discord.skew import Skew
from adapters.discord.translate import Translation
from adapters.kit.notes import Notes
from bot.errors import PlatformError
from bot.events import MessageSeen, ReactionAdded, WordlessSeen
from bot.ids import MessageId, PersonId, RoomId, SendKey
from bot.strings import ENGLISH
from tests.console_stage import SetClock
from tests.fakes import FakeStore, FakeVault

ME = Me("100", "100")
ADA: dict[str, Any] = {"id": "7", "username": "ada"}
SAID: dict[str, Any] = {
    "id": "1575708867512238083", "channel_id": "5", "author": ADA, "content": "<@100> hello",
    "type": 0, "mentions": [{"id": "100"}], "guild_id": "9",
}  # fmt: skip


# -- commands ----------------------------------------------------------------------------------


# -- names and buttons -------------------------------------------------------------------------


def test_names_are_read_again() -> None:
    room = ids.room("5", is_direct=True)
    assert (ids.channel(room), ids.is_direct(room)) == ("5", True)
    assert (ids.channel(ids.room("5")), ids.is_direct(ids.room("5"))) == ("5", False)
    assert ids.user(ids.person("7")) == "7"
    for wrong_room in ("console:dm:you", "discord:x", "discord:"):
        with pytest.raises(PlatformError):
            ids.channel(RoomId(wrong_room))
    with pytest.raises(PlatformError):
        ids.address(ids.room("5"), MessageId("r99"))
    with pytest.raises(PlatformError):
        ids.address(ids.room("5"), MessageId("7/x"))
    assert ids.address(ids.room("5"), MessageId("7")) == ("5", "7")
    within = ids.carried("7", "8")
    assert ids.address(ids.room("5"), within) == ("7", "8")
    assert ids.reply_of(within) == "7"
    at = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert ids.made_at(ids.first_after(at)) == at


@pytest.mark.parametrize(
    ("custom_id", "label"),
    [
        (STOP, "Stop"),
        (PRIVATE, "Take it private"),
        (f"{NOTE}a1", "Read"),
        (ASIDE, "That landed wrong"),
    ],
)
def test_a_button_of_the_adapters_own_has_its_label_from_the_strings(
    custom_id: str, label: str
) -> None:
    body = content("text", Under(own=own_button(custom_id, ENGLISH)))
    (button,) = body["components"][0]["components"]
    assert (button["custom_id"], button["label"]) == (custom_id, label)
    assert choices(body) == ()


def test_a_nonce_is_short_and_always_the_same() -> None:
    assert nonce(SendKey("a")) == nonce(SendKey("a")) != nonce(SendKey("b"))
    assert len(nonce(SendKey("a"))) == 25


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/channels/12/messages/34", "/channels/{channel_id}/messages/{p3}"),
        ("/webhooks/1/tok/messages/@original", "/webhooks/{webhook_id}/{webhook_token}"),
        ("/interactions/5/tok/callback", "/interactions/{webhook_id}/{webhook_token}/callback"),
    ],
)
def test_routes_share_a_bucket_whatever_their_ids(path: str, key: str) -> None:
    assert key in _route("GET", path).key


# -- what is heard -----------------------------------------------------------------------------


def test_only_what_a_person_said_to_the_bot_is_heard() -> None:
    hearing = Translation(ME, SetClock(), Skew(SetClock()))
    heard = hearing.event("MESSAGE_CREATE", SAID, "s:1")
    assert isinstance(heard, MessageSeen)
    assert heard.text == "hello"
    changes: tuple[dict[str, Any], ...] = (
        {"mentions": []},
        {"mentions": "odd"},
        {"webhook_id": "3"},
        {"author": {**ADA, "bot": True}},
        {"author": None},
        {"type": 7},
    )
    for change in changes:
        assert hearing.event("MESSAGE_CREATE", {**SAID, **change}, "s:1") is None
    for written, more in (("<@100>", {}), (None, {}), ("<@100>", {"sticker_items": [{}]})):
        found = hearing.event("MESSAGE_CREATE", {**SAID, "content": written, **more}, "s:1")
        assert isinstance(found, WordlessSeen)
        assert found.is_bare is not bool(more)
    assert hearing.event("TYPING_START", SAID, "s:1") is None


PARTED = {"2": ("3",), "3": ()}  # a channel, and its category


def placed(channel: str, described: object = None) -> tuple[tuple[str, ...], bool]:
    """Gives what an event in a server says of where its channel stands."""
    hearing = Translation(ME, SetClock(), Skew(SetClock()), within=PARTED.get)
    data = {**SAID, "guild_id": "1", "channel_id": channel, "channel": described}
    where = hearing.where(data)
    return where.within, where.is_placed


def test_a_thread_that_is_not_known_stands_where_the_event_says_or_perhaps_anywhere() -> None:
    within = (ids.room("2"), ids.room("3"))
    assert placed("2") == (within[1:], True)
    assert placed("9", {"id": "9", "parent_id": "2"}) == (within, True)
    for described in (None, "odd", {"id": "9"}, {"parent_id": "8"}, {"parent_id": None}):
        assert placed("9", described) == ((), False)


async def test_of_a_channel_that_discord_did_not_describe_no_place_is_known() -> None:
    client = Client(lambda _dispatch: None)
    assert client.within("9") is None
    assert client.within("odd") is None


def test_a_replayed_reaction_is_the_same_event_and_its_own_counts_for_nothing() -> None:
    hearing = Translation(ME, SetClock(), Skew(SetClock()))
    data = {"user_id": "7", "channel_id": "5", "message_id": "6", "emoji": {"name": "🔧"}}
    first, again, next_ = (
        hearing.event("MESSAGE_REACTION_ADD", dict(data), number)
        for number in ("s:1", "s:1", "s:2")
    )
    assert isinstance(first, ReactionAdded)
    assert again is not None
    assert next_ is not None
    assert first.id == again.id != next_.id
    assert hearing.event("MESSAGE_REACTION_ADD", {**data, "user_id": "100"}, "s:3") is None
    own = {**data, "emoji": {"name": "x", "id": "4"}}
    assert hearing.event("MESSAGE_REACTION_ADD", own, "s:4") is None


def test_a_reply_names_what_it_answers_in_the_same_channel_only() -> None:
    reply = {**SAID, "type": 19, "message_reference": {"message_id": "4", "channel_id": "5"}}
    assert replied_to(reply) == "4"
    assert (
        replied_to({**reply, "message_reference": {"message_id": "4", "channel_id": "6"}}) is None
    )
    assert replied_to(SAID) is None


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"mentions": []}, False),
        ({"mentions": [{"id": "8"}]}, True),
        ({"mentions": [], "referenced_message": {"author": {"id": "8"}}}, True),
        ({"mentions": [], "referenced_message": {"author": {"id": "100"}}}, False),
        ({"mentions": [], "referenced_message": None}, False),
    ],
)
def test_who_names_or_answers_another_does_not_mean_the_bot(
    more: dict[str, Any], expected: bool
) -> None:
    assert followed_threads._is_to_others({**SAID, **more}, "100") is expected


def test_a_purge_is_the_deletion_of_each_message_and_each_is_told_apart() -> None:
    purge = client.GatewayDispatch(
        "MESSAGE_DELETE_BULK", {"ids": ["1", 2], "channel_id": "5"}, 0, "s:9"
    )
    each = [(one.name, one.data, one.number) for one in workers._each(purge)]
    assert each == [
        ("MESSAGE_DELETE", {"channel_id": "5", "id": "1"}, "s:9:1"),
        ("MESSAGE_DELETE", {"channel_id": "5", "id": "2"}, "s:9:2"),
    ]
    assert (
        workers._each(client.GatewayDispatch("MESSAGE_DELETE_BULK", {"ids": "odd"}, 0, "s:9")) == []
    )


# -- what is kept, and who is answered alone ---------------------------------------------------


async def test_a_note_is_its_persons_own() -> None:
    vault = FakeVault()
    kept = Notes(FakeStore(vault), vault, SetClock(), DRAWER)
    await kept.keep(PersonId("discord:1"), "note:a", "secret")
    await kept.keep_house("mark", "x")
    assert await kept.of(PersonId("discord:1"), "note:a") == "secret"
    assert await kept.of(PersonId("discord:2"), "note:a") is None
    assert await kept.house("mark") == "x"


async def test_a_token_lives_for_a_while_and_is_one_persons_in_one_room() -> None:
    clock, room, ada = SetClock(), ids.room("5"), PersonId("discord:7")
    whispers = EphemeralAnswers(None, clock)  # type: ignore[arg-type]
    token = Token("100", "secret", clock.now())
    whispers.begin(room, ada, token, {"id": "9"})
    assert whispers.may(room, ada)
    assert not whispers.may(ids.room("6"), ada)
    assert not whispers.may(room, PersonId("discord:8"))
    assert whispers.knows(MessageId("9"))
    assert "secret" not in repr(token)
    clock.pass_by(minutes=LASTS / timedelta(minutes=1) + 1)
    assert not whispers.may(room, ada)
    with pytest.raises(PlatformError):
        await whispers.edit(MessageId("9"), "new", NOTHING)


async def test_what_is_odd_about_attachments_is_named_or_left_out() -> None:
    attached = Attached(None, "http://127.0.0.1/api")  # type: ignore[arg-type]
    assert await attached.words({"content": "hi", "attachments": "odd"}) == "hi"
    odd = [None, {}, {"filename": "a\nb.txt", "url": "http://x.example/a.txt", "size": 1}]
    words = await attached.words({"content": None, "attachments": odd})
    assert words.splitlines()[0] == "[attached: a file, which I cannot read]"
    assert "[attached: a b.txt, which I cannot read]" in words


def test_no_intent_is_privileged() -> None:
    assert not client.INTENTS.message_content
    assert not client.INTENTS.members
    assert not client.INTENTS.presences
    assert json.dumps(payload(ENGLISH))


def test_limits_are_discords() -> None:
    assert threads.LONGEST == 2000
    assert timedelta(minutes=3) > sends.SURELY
    assert pages.PAGE <= 100
    assert move_to_dm.MOST_OF_A_QUESTION < threads.LONGEST
    assert chat.TYPING_S < 10
    assert "ATTUNE_DISCORD_TOKEN" in serve.REFUSED
    assert set(shard.FATAL) == {4004, *range(4010, 4015)}


@pytest.mark.parametrize("owners", [None, {}, {"0": "1", "1": "2"}, {"1": "2"}], ids=str)
def test_a_group_or_anothers_direct_message_is_never_the_bots_own(owners: object) -> None:
    given = {"authorizing_integration_owners": owners, "context": 2}
    assert is_guest(given)
    assert not is_guest({**given, "context": 1})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("See https://a.example/x.", "See <https://a.example/x>."),
        ("(https://a.example)", "(<https://a.example>)"),
        ("HTTPS://A.example/x", "<HTTPS://A.example/x>"),
        ("`https://a.example`", "`https://a.example`"),
        ("```\nhttps://a.example\n```", "```\nhttps://a.example\n```"),
        ("<https://a.example>", "<https://a.example>"),
        ("https://discord.com/channels/1/2/3", "https://discord.com/channels/1/2/3"),
        ("[bank](https://a.example)", "[bank] (<https://a.example>)"),
        ("[bank](<HTTPS://a.example>)", "[bank] (<HTTPS://a.example>)"),
        ("`[bank](https://a.example)`", "`[bank](https://a.example)`"),
        ("f[0](x) and [1](see)", "f[0](x) and [1](see)"),
    ],
)
def test_no_address_shows_a_preview(text: str, shown: str) -> None:
    assert content(text)["content"] == shown


def test_where_marks_find_no_room_an_address_is_no_link() -> None:
    text = "https://a.example " * 110
    assert content(text)["content"] == "a.example " * 110
    assert unquieted(quiet("See https://a.example/x.")) == "See https://a.example/x."
