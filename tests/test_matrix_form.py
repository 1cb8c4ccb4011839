"""What a message looks like on Matrix: safe HTML, its choices, and what is read back of it."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.matrix.form import (
    NUMBERS,
    POST,
    SHORT,
    OwnMessage,
    answered_in,
    content,
    edited,
    may_ask,
    number_of,
    own_message,
    related,
)
from adapters.matrix.ids import Address, address, elsewhere, found, person, user
from adapters.matrix.rows import Ways
from bot.emojis import DELETE_EMOJI, KIND_EMOJIS, REPAIR_EMOJI, STOP_EMOJI
from bot.errors import PlatformError
from bot.ids import MessageId, RoomId
from bot.layout import markup
from bot.layout.window import AT_ONCE

MANY, WAYS = tuple("abcdef"), Ways("More", "Back")
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
    assert post.body == "Sure?\n\n1. Yes\n2. No"
    assert content(post)["formatted_body"].endswith(
        "<p><strong>1</strong> Yes<br><strong>2</strong> No</p>"
    )
    assert [number_of(key) for key in (*NUMBERS[:2], "1\u20e3", "🔧", "1")] == [0, 1, 0, None, None]


def test_of_many_choices_four_stand_and_the_way_to_the_others() -> None:
    post = OwnMessage("Better?", MANY, ways=WAYS)
    assert post.body == "Better?\n\n1. a\n2. b\n3. c\n4. d\n5. More"
    on = replace(post, passed=post.row.leads_to)
    assert own_message(json.loads(json.dumps(content(on)))) == on
    assert on.body == "Better?\n\n1. c\n2. d\n3. e\n4. f\n5. Back"


def test_what_cannot_show_edits_is_told_the_choices_too() -> None:
    post = OwnMessage("x" * 900, MANY, ways=WAYS)
    assert edited(post, "$e")["body"] == f"* {'x' * SHORT}{post.offered}"


def test_a_message_of_an_earlier_release_keeps_its_words_its_choices_and_their_numbers() -> None:
    body = f"Sure?\n\n{NUMBERS[0]} Yes   {NUMBERS[1]} No   {NUMBERS[2]} c   {NUMBERS[3]} d"
    body = f"{body}   {NUMBERS[4]} e   {NUMBERS[5]} f"
    kept = {"choices": ["Yes", "No", *"cdef"], "about": "", "is_private": False}
    post = own_message({"body": body, POST: kept})
    assert post == OwnMessage("Sure?", ("Yes", "No", *"cdef"))
    assert post.row.choices == post.choices


def test_a_piece_of_the_bots_own_has_a_list_small_lines_and_no_marks_in_its_plain_words() -> None:
    name = markup.plainly("*Bob* <b> a_b https://x.example/a_b")
    lines = (markup.heading("Warm"), markup.point("one"), markup.point(name), markup.small("two"))
    post = OwnMessage("\n".join((*lines, "Say /attune off.")), is_own=True)
    assert post.body == (
        "Warm\n· one\n· *Bob* <b> a_b https://x.example/a_b\ntwo\nSay !attune off."
    )
    assert content(post)["formatted_body"] == (
        "<p><strong>Warm</strong></p><ul>\n<li>one</li>\n"
        "<li>*Bob* &lt;b&gt; a_b <code>https://x.example/a_b</code></li>\n</ul>"
        "<p><sub>two</sub><br />\nSay !attune off.</p>"
    )
    assert own_message(content(post)) == post


def test_the_last_lines_of_a_reply_may_be_small_and_its_code_is_left_alone() -> None:
    post = OwnMessage("Hello **you**.\n\n-# I'm an AI.")
    assert post.body == "Hello **you**.\n\nI'm an AI."
    assert own_message(content(post)) == post
    html = content(post)["formatted_body"]
    assert html == "<p>Hello <strong>you</strong>.</p>\n<p><sub>I'm an AI.</sub></p>"
    code = OwnMessage("```\n- a\n\n-# b\n```", is_own=True)
    assert "<sub>" not in content(code)["formatted_body"]


def test_commands_are_named_as_they_are_typed_here() -> None:
    assert (
        OwnMessage("Say /attune on, /attune-admin help.").body
        == "Say !attune on, !attune-admin help."
    )
    assert OwnMessage("see a/attune or /attuned").body == "see a/attune or /attuned"


@given(st.text(), st.lists(st.text(min_size=1), max_size=9), st.booleans(), st.booleans())
def test_what_was_posted_is_read_back(
    text: str, labels: list[str], is_private: bool, is_own: bool
) -> None:
    text, ways = text.replace("/attune", ""), WAYS if len(labels) > AT_ONCE else None
    about = (tuple(labels), "!about:example.org", is_private)
    post = OwnMessage(text, *about, is_own=is_own, ways=ways)
    sent = json.loads(json.dumps(content(post)))
    assert own_message(sent) == post
    assert own_message(edited(post, "$e")["m.new_content"]) == post


def test_what_a_message_answers_is_read_of_the_bots_own_alone_where_it_quotes_none() -> None:
    said = content(OwnMessage("Hi.", answers="$a"))
    assert answered_in({"sender": "@bot", "content": said}, "@bot") == "$a"
    assert answered_in({"sender": "@eve", "content": said}, "@bot") is None
    quoting = said | related(None, "$b")
    assert answered_in({"sender": "@eve", "content": quoting}, "@bot") == "$b"
    assert answered_in({"sender": "@bot", "content": {}}, "@bot") is None
    assert own_message(edited(OwnMessage("Hi.", answers="$a"), "$e")["m.new_content"]) == (
        OwnMessage("Hi.", answers="$a")
    )


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


def test_the_plain_words_of_what_is_to_be_copied_have_no_marks_around_them() -> None:
    post = OwnMessage(f"Drafts.\n{markup.to_copy('hey')}\n{markup.to_copy('ho')}", is_own=True)
    assert content(post)["body"] == "Drafts.\n\nhey\n\nho"
    assert own_message(content(post)) == post
