"""How long messages are formatted on Matrix: beside everything else, and never without a bound."""

import threading

from adapters.matrix.addressed import MOST_NAMED, Me
from adapters.matrix.chat import LONGEST
from adapters.matrix.form import OwnMessage, content, edited, own_message
from adapters.matrix.growing import QUICK, formed

ME = Me("@attune:example.org", ["Attune"])


async def test_a_long_message_is_formatted_in_a_thread_and_a_short_one_at_once() -> None:
    seen: list[bool] = []

    def form(post: OwnMessage) -> dict[str, object]:
        seen.append(threading.current_thread() is threading.main_thread())
        return content(post)

    for length in (QUICK, QUICK + 1, LONGEST):
        post = OwnMessage("x" * length)
        assert await formed(form, post) == content(post)
    assert seen == [True, False, False]


def test_of_very_many_names_and_links_only_the_first_are_looked_at() -> None:
    others = "@eve " * (MOST_NAMED - 1)
    assert ME.is_at(f"{others}@attune")
    assert not ME.is_at(f"{others}@eve @attune")
    links = '<a href="https://example.org">x</a>' * (MOST_NAMED - 1)
    own = '<a href="https://matrix.to/#/@attune:example.org">Attune</a>'
    assert ME.is_linked(links + own)
    assert not ME.is_linked(links * 2 + own)


def test_what_stands_in_the_place_of_another_message_says_of_which() -> None:
    post = OwnMessage("hello", about="matrix:!a:example.org", instead="$1")
    assert own_message(content(post)) == post
    assert own_message(edited(post, "$2")["m.new_content"]) == post
    assert "instead" not in str(content(OwnMessage("hello")))


def test_a_message_that_grew_says_so_and_no_other_one() -> None:
    post = OwnMessage("hello", is_stoppable=True)
    assert own_message(content(post)) == post
    assert "is_stoppable" not in str(content(OwnMessage("hello")))


def test_small_text_is_small_where_it_is_formatted_and_bare_where_not() -> None:
    post = OwnMessage("Tell *them*.\n\n-# I'm an AI; <b>x</b>\n-# two\nthree", ("Yes",))
    shown = content(post)
    assert shown["body"].startswith("Tell *them*.\n\nI'm an AI; <b>x</b>\ntwo\nthree\n\n")
    small = "<sub>I'm an AI; &lt;b&gt;x&lt;/b&gt;</sub><br />\n<sub>two</sub><br />\nthree"
    assert f"<p>{small}</p>" in shown["formatted_body"]
    assert own_message(shown) == post  # so that an edit of its choices keeps it small
    assert edited(post, "$2")["body"].startswith("* Tell *them*.\n\nI'm an AI")


def test_what_stands_in_code_is_no_small_text() -> None:
    assert "<sub>" not in content(OwnMessage("```\n-# one\n```"))["formatted_body"]
    assert "<sub>" not in content(OwnMessage("one -# two"))["formatted_body"]
