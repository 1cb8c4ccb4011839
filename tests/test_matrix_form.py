"""What a message looks like on Matrix: safe HTML, its choices, and what is read back of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.matrix.form import (
    NUMBERS,
    OwnMessage,
    content,
    edited,
    may_ask,
    number_of,
    own_message,
    related,
)
from adapters.matrix.ids import Address, address, elsewhere, found, person, user
from bot.errors import PlatformError
from bot.ids import MessageId, RoomId
from bot.repair.kinds import DELETE_EMOJI, KIND_EMOJIS, REPAIR_EMOJI, STOP_EMOJI

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=https://example.org/x.png>",
    "[here](https://example.org/steal)",
    "![x](https://example.org/x.png)",
    "<https://example.org>",
    '<a href="https://matrix.to/#/@eve:example.org">ada</a>',
    "[r]: https://example.org\n\n[r]",
    "&lt;b&gt;",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_tag_link_or_picture_of_theirs_lives(text: str) -> None:
    html = str(content(OwnMessage(text))["formatted_body"])
    for tag in ("<script", "<img", "<a ", "<a>", "<b>"):
        assert tag not in html


def test_it_mentions_nobody() -> None:
    assert content(OwnMessage("@room @ada:example.org"))["m.mentions"] == {}


def test_plain_formatting_is_shown() -> None:
    html = content(OwnMessage("**Two** things:\n\n- one\n- two\n\n`x < y`"))["formatted_body"]
    assert "<strong>Two</strong>" in html
    assert "<li>one</li>" in html
    assert "<code>x &lt; y</code>" in html


def test_choices_stand_below_each_with_its_number() -> None:
    post = OwnMessage("Sure?", ("Yes", "No"))
    assert post.body == f"Sure?\n\n{NUMBERS[0]} Yes   {NUMBERS[1]} No"
    assert [number_of(key) for key in (*NUMBERS[:2], "1\u20e3", "🔧", "1")] == [0, 1, 0, None, None]


def test_commands_are_named_as_they_are_typed_here() -> None:
    assert (
        OwnMessage("Say /attune on, /attune-admin help.").body
        == "Say !attune on, !attune-admin help."
    )
    assert OwnMessage("see a/attune or /attuned").body == "see a/attune or /attuned"


@given(st.text(), st.lists(st.text(min_size=1), max_size=9), st.booleans())
def test_what_was_posted_is_read_back(text: str, labels: list[str], is_private: bool) -> None:
    text = text.replace("/attune", "")
    post = OwnMessage(text, tuple(labels), "!about:example.org", is_private)
    sent = json.loads(json.dumps(content(post)))
    assert own_message(sent) == post
    assert own_message(edited(post, "$e")["m.new_content"]) == post


def test_what_is_no_post_is_none() -> None:
    for odd in ({}, {"org.attune.post": 1}, {"org.attune.post": {"choices": 1}, "body": "x"}):
        assert own_message(odd) is None


def test_the_longest_reply_fits_an_event() -> None:
    """An event holds 65,536 bytes; encrypting makes four of three."""
    for letter in ("&", "\U0001f600", "<"):
        sent = json.dumps(edited(OwnMessage(letter * 4000), "$e"), ensure_ascii=False)
        assert len(sent.encode()) * 4 / 3 < 64_000


def test_a_thread_is_a_room_of_its_own() -> None:
    thread = Address("!r:example.org", "$root")
    assert address(thread.id) == thread
    assert address(Address("!r:example.org").id) == Address("!r:example.org")
    with pytest.raises(PlatformError):
        address(RoomId("console:dm:ada"))
    assert related("$root", None)["m.relates_to"]["rel_type"] == "m.thread"
    assert related(None, "$a") == {"m.relates_to": {"m.in_reply_to": {"event_id": "$a"}}}
    assert related(None, None) == {}


def test_a_message_knows_when_it_stands_elsewhere() -> None:
    here = Address("!r:example.org").id
    assert found(MessageId("$a"), here) == ("$a", "!r:example.org")
    assert found(elsewhere("$a", "!d:example.org"), here) == ("$a", "!d:example.org")
    assert user(person("@ada:example.org")) == "@ada:example.org"


@pytest.mark.parametrize("address", ["HTTPS://A.example/x", "www.a.example/?q=1"])
def test_an_address_is_code_however_it_is_written(address: str) -> None:
    assert f"<code>{address}</code>" in content(OwnMessage(f"See {address}."))["formatted_body"]


def test_no_address_is_a_link_or_has_a_preview() -> None:
    shown = content(OwnMessage("See https://a.example/x, or `https://b.example`."))
    assert shown["body"] == "See https://a.example/x, or `https://b.example`."
    assert shown["formatted_body"] == (
        "<p>See <code>https://a.example/x</code>, or <code>https://b.example</code>.</p>"
    )
    assert shown["com.beeper.linkpreviews"] == []


def test_only_a_number_and_what_repairs_can_ask_for_something_on_a_message_of_the_bots() -> None:
    asking = (*NUMBERS, *KIND_EMOJIS, REPAIR_EMOJI, STOP_EMOJI, DELETE_EMOJI, "🗑️", "⏹️")
    assert [one for one in asking if not may_ask(one)] == []
    assert [one for one in ("👋", "🎉", "", "12", None, {"key": "🔧"}) if may_ask(one)] == []
