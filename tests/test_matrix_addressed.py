"""Who is meant by a message on Matrix, and what is said in it."""

import sys
from pathlib import Path
from typing import Any

import pytest

from adapters.matrix import addressed as told
from adapters.matrix.worded import body_of, is_wordless
from bot.commands import parse
from bot.commands.values import Ceiling, Command, Off, On, Status, Unparsable
from bot.levels import Level

WORDS = Path(__file__).parent / "words"
ME = told.Me("@attune:example.org", ["Attune"])
LINK = "https://matrix.to/#/@attune:example.org"
JSON = dict[str, Any]


def lines(name: str) -> list[str]:
    return (WORDS / name).read_text("utf-8").splitlines()


def html(said: str) -> JSON:
    return {"msgtype": "m.text", "body": "Attune what now", "formatted_body": said}


def test_what_people_say_to_each_other_is_never_for_the_bot() -> None:
    heard = [place for place, line in enumerate(lines("between_people.txt")) if _is_for_me(line)]
    assert heard == []


def test_whoever_names_the_bot_is_always_heard() -> None:
    unheard = [place for place, line in enumerate(lines("to_the_bot.txt")) if not _is_for_me(line)]
    assert unheard == []


def _is_for_me(line: str) -> bool:
    return told.names({"msgtype": "m.text", "body": line}, line, ME)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Attune: hello", "hello"),
        ("attune, hello", "hello"),
        ("Attune : hello", "hello"),
        ("@attune hello", "hello"),
        ("@attune:example.org: hello", "hello"),
        ("@attune:example.org hello", "hello"),
        ("@attune:elsewhere.example hello", None),
        ("attune hello", None),
        ("attunement: is a word", None),
        ("hello Attune", None),
    ],
)
def test_a_name_at_the_head_is_who_is_meant(text: str, bare: str | None) -> None:
    assert ME.without(text) == bare


@pytest.mark.parametrize(
    "body", ["Attune what now", f"[Attune]({LINK}): what now", f"[@attune]({LINK}) what now"]
)
def test_where_the_client_says_who_is_meant_the_name_goes_as_it_stands(body: str) -> None:
    content = {"body": body, "m.mentions": {"user_ids": [ME.user]}}
    assert told.mentions(content, ME)
    assert told.heard(content, body, ME).words == "what now"


@pytest.mark.parametrize(
    "pill",
    [
        f'<a href="{LINK}">Attune</a> what now',
        f"so <a class='x' href='{LINK}?via=example.org'>@Attune</a>?",
        '<a href="https://matrix.to/#/%40attune%3Aexample.org">Attune</a> what now',
        '<a href="matrix:u/attune:example.org?action=chat">Attune</a> what now',
        f'<mx-reply>In reply to ada</mx-reply><a href="{LINK}">Attune</a>',
    ],
)
def test_a_link_to_the_bot_is_a_mention_where_the_client_lists_none(pill: str) -> None:
    assert told.mentions(html(pill), ME)
    assert not told.mentions({**html(pill), "m.mentions": {}}, ME)


@pytest.mark.parametrize(
    "other",
    [
        '<a href="https://matrix.to/#/@attuned:example.org">Attuned</a>',
        '<a href="https://matrix.to/#/@attune:example.org.evil">Attune</a>',
        '<a href="https://elsewhere.example/#/@attune:example.org">Attune</a>',
        f'<mx-reply><a href="{LINK}">Attune</a> said</mx-reply>so did I',
        f"no link: {LINK}",
        "href=",
    ],
)
def test_a_link_to_somebody_else_is_no_mention(other: str) -> None:
    assert not told.mentions(html(other), ME)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("!attune on warm", On(Level.WARM)),
        ("/attune", Status()),
        ("!ATTUNE-ADMIN ceiling plain", Ceiling(Level.PLAIN)),
        ("！ａttune off", Off()),
        ("!attune: off", Off()),
        ("!attune dance", Unparsable(word="dance")),
        ("!attuned", None),
        ("please !attune on", None),
        ("", None),
    ],
)
def test_commands_begin_with_a_mark(text: str, means: Command | None) -> None:
    assert told.command(text) == means
    assert told.is_command(text) == (means is not None)


@pytest.mark.parametrize(
    ("text", "words", "means"),
    [
        ("!attune off", "!attune off", Off()),
        ("Attune: /attune off", "/attune off", Off()),
        ("!attune dance", "!attune dance", Unparsable(word="dance")),
        ("attune off", "attune off", None),
        ("!attune ask  Why?", "Why?", None),
        ("!attune: ask Why?", "Why?", None),
        ("attune ask Why?", "Why?", None),
        ("!attune ask !attune off", "!attune off", Off()),
        ("Why?", "Why?", None),
        ("Attune:", "Attune:", None),
    ],
)
def test_what_is_heard_is_a_command_or_words(text: str, words: str, means: Command | None) -> None:
    assert told.heard({"body": text}, text, ME) == told.Heard(words, means)


@pytest.mark.parametrize("text", ["!attune on warm", "attune ask Why?", "/attune ask Why?"])
def test_a_line_is_parsed_once(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counting(line: str) -> Command | None:
        parsed.append(line)
        return parse(line)

    monkeypatch.setattr(sys.modules["bot.commands.parse"], "parse", counting)
    monkeypatch.setattr(told, "parse", counting)
    told.heard({"body": text}, text, ME)
    assert parsed == [text]


# -- what is said ------------------------------------------------------------------------------


def test_the_quotation_before_a_reply_is_left_out() -> None:
    reply = {"m.in_reply_to": {"event_id": "$a"}}
    body = "> <@ada:example.org> hello\n> there\n\nyes"
    content = {"msgtype": "m.text", "body": body, "m.relates_to": reply}
    assert body_of(content) == "yes"
    assert body_of({**content, "m.relates_to": {}}) == body


QUESTION = {"org.matrix.msc1767.text": "Tea?", "body": "Tea?"}
ANSWERS = [{"id": "1", "org.matrix.msc1767.text": "yes"}, {"id": "2", "m.text": "no"}]
NEWER = {"question": {"m.text": [{"body": "Tea?"}]}, "answers": [{"m.text": [{"body": "yes"}]}]}
PHOTO = {"msgtype": "m.image", "filename": "a.jpg"}
PLACE = {"msgtype": "m.location", "body": "Location geo:51.5,-0.1 as of noon"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({**PHOTO, "body": "look at this"}, "look at this"),
        ({"msgtype": "m.file", "filename": "a.pdf", "body": "my letter"}, "my letter"),
        ({"msgtype": "m.audio", "filename": "a.ogg", "body": "listen"}, "listen"),
        ({"msgtype": "m.video", "filename": "a.mp4", "body": "watch"}, "watch"),
        ({"m.poll.start": {"question": QUESTION, "answers": ANSWERS}}, "Tea?\nyes\nno"),
        ({"org.matrix.msc3381.poll.start": {"question": QUESTION}}, "Tea?"),
        ({"m.poll": NEWER}, "Tea?\nyes"),
        ({**PLACE, "org.matrix.msc3488.location": {"description": "the pier"}}, "the pier"),
        ({"msgtype": "m.location", "body": "Big Ben, London"}, "Big Ben, London"),
    ],
)
def test_whatever_holds_words_is_read(content: JSON, words: str) -> None:
    assert body_of(content) == words
    assert not is_wordless("m.room.message", content)


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("m.room.message", {"msgtype": "m.image", "body": "a.jpg"}),
        ("m.room.message", {**PHOTO, "body": "a.jpg"}),
        ("m.room.message", {"msgtype": "m.audio", "body": "Voice message"}),
        ("m.room.message", {"msgtype": "m.file", "body": "a.pdf"}),
        ("m.room.message", PLACE),
        ("m.sticker", {"body": "a cat that waves"}),
        ("m.poll.start", {"m.poll.start": {"question": 1, "answers": "x"}}),
    ],
)
def test_what_holds_no_words_is_known_for_that(kind: str, content: JSON) -> None:
    assert body_of(content) is None
    assert is_wordless(kind, content)


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"body": 1},
        {"m.relates_to": 1},
        {"m.relates_to": {"m.in_reply_to": 1}},
        {"msgtype": ["m.text"], "body": "x"},
        {"msgtype": "m.notice", "body": "x"},
        {"msgtype": "m.notice", "body": "x", "filename": "y"},
    ],
)
def test_odd_events_and_those_of_bots_say_nothing(content: JSON) -> None:
    assert body_of(content) is None
    assert not is_wordless("m.room.message", content)
