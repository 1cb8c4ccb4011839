"""The form of the bot's messages on Matrix: plain text, and the same as safe HTML."""

from dataclasses import dataclass, field, replace
from typing import Any

from adapters.kit import marked
from adapters.matrix import html
from adapters.matrix.addressed import replied_to
from adapters.matrix.rows import Row, Ways, row
from bot.emojis import STOP_EMOJI, means_something
from bot.layout.window import AT_ONCE

POST = "org.attune.post"  # what the bot keeps of a message beside its words, in the message
NUMBERS = (
    *(f"{digit}\ufe0f\u20e3" for digit in "123456789"),
    "\U0001f51f",  # ten; then the letters from A on
    *(chr(letter) for letter in range(0x1F1E6, 0x1F1F0)),
)
OFFERED = NUMBERS[:AT_ONCE]  # as reactions of the bot's own
STOP = f"{STOP_EMOJI}\ufe0f"  # as clients write it
SHORT = 400  # of an edit, for what cannot show edits
MOST_KEPT = 8_000  # bytes of marked words: an event holds 64 KB, also when it is encrypted


@dataclass(frozen=True, slots=True)
class OwnMessage:
    """One of the bot's messages as its event holds it: words, choices, what it is about."""

    text: str = field(repr=False)
    choices: tuple[str, ...] = ()
    about: str = ""  # the room it belongs to, where that is another
    is_private: bool = False  # said to one person: it stands in no history
    instead: str = ""  # the message in whose place it stands, in a room that others read now
    is_stoppable: bool = False  # it grew, so an emoji that stops it may stand under it
    is_own: bool = False  # a piece of the bot's own, in `layout.markup`; else a reply
    of: str = ""  # the user who alone may choose, where that is known
    passed: int = 0  # how many choices were passed over by "More"
    ways: Ways | None = None  # None: all choices stand at once, as they did in earlier releases
    answers: str = ""  # the message that it answers, whether or not it quotes it

    @property
    def row(self) -> Row:
        """What stands under it now, each under its number."""
        return row(self.choices, self.passed, self.ways)

    @property
    def plain(self) -> str:
        """Its words for a client that shows no HTML."""
        if len(self.text.encode()) > MOST_KEPT:
            return html.typed(self.text)
        lines = marked.own(self.text) if self.is_own else marked.talk(self.text, is_drawn=False)
        return html.typed("\n".join(marked.plain(line) for line in lines))

    @property
    def body(self) -> str:
        """The text as people read it, with the choices below."""
        return self.plain + self.offered

    @property
    def offered(self) -> str:
        """The choices that stand, one to a line, each with the number whose reaction picks it."""
        lines = [f"{number}. {label}" for number, label in enumerate(self.row.labels, 1)]
        return "\n".join(["\n", *lines]) if lines else ""

    @property
    def html(self) -> str:
        """The same in HTML."""
        text = html.typed(self.text)
        words = html.own(text) if self.is_own else html.talk(text)
        return words + html.numbered(self.row.labels)


def content(post: OwnMessage) -> dict[str, Any]:
    """Gives the content of a message's event, which mentions nobody, whatever its words say."""
    return {
        "msgtype": "m.text",
        "body": post.body,
        "format": "org.matrix.custom.html",
        "formatted_body": post.html,
        "com.beeper.linkpreviews": [],  # MSC4095: this event has none, whatever stands in it
        "m.mentions": {},
        POST: {
            "choices": post.choices,
            "about": post.about,
            "is_private": post.is_private,
            "is_own": post.is_own,
            **{name: value for name, value in _beside(post).items() if value},
        },
    }


def _beside(post: OwnMessage) -> dict[str, Any]:
    """Gives what is kept of some messages only."""
    return {
        "instead": post.instead,
        "is_stoppable": post.is_stoppable,
        "of": post.of if post.row.way else "",
        "passed": post.passed,
        "answers": post.answers,
        "ways": [post.ways.more, post.ways.first] if post.ways and post.row.way else None,
        # Words without marks are read back from the body, so that they are not kept twice.
        "text": post.text if post.plain != html.typed(post.text) else "",
    }


def edited(post: OwnMessage, event: str) -> dict[str, Any]:
    """Gives the content of an event that replaces an earlier message."""
    return {
        "msgtype": "m.text",
        "body": f"* {post.plain[:SHORT]}{post.offered}",
        "m.mentions": {},
        "m.new_content": content(post),
        "m.relates_to": {"rel_type": "m.replace", "event_id": event},
    }


def reaction(event: str, key: str) -> dict[str, Any]:
    """Gives the content of a reaction."""
    return {"m.relates_to": {"rel_type": "m.annotation", "event_id": event, "key": key}}


def related(thread: str | None, reply_to: str | None) -> dict[str, Any]:
    """Gives a new message's relation: its thread, and the message it answers."""
    answers = {"m.in_reply_to": {"event_id": reply_to}} if reply_to else {}
    if thread is None:
        return {"m.relates_to": answers} if answers else {}
    is_falling_back = reply_to is None
    answers = answers or {"m.in_reply_to": {"event_id": thread}}
    head = {"rel_type": "m.thread", "event_id": thread, "is_falling_back": is_falling_back}
    return {"m.relates_to": {**head, **answers}}


def own_message(content: dict[str, Any]) -> OwnMessage | None:
    """Reads a message back from an event of the bot's own, or gives None if it holds none."""
    try:
        kept, body = content[POST], str(content["body"])
        is_private, passed = bool(kept["is_private"]), kept.get("passed", 0)
        post = OwnMessage(
            "",
            tuple(kept["choices"]),
            kept["about"],
            is_private,
            str(kept.get("instead", "")),
            bool(kept.get("is_stoppable")),
            bool(kept.get("is_own", is_private)),
            str(kept.get("of", "")),
            passed if isinstance(passed, int) else 0,
            Ways(*kept["ways"]) if kept.get("ways") else None,
            str(kept.get("answers", "")),
        )
        return replace(post, text=str(kept.get("text") or _without_choices(body, post)))
    except (KeyError, TypeError):
        return None


def answered_in(source: dict[str, Any], me: str) -> str | None:
    """Gives the message that one answers: the bot's own keep it also where they quote none."""
    content = source.get("content", {})
    post = own_message(content) if source.get("sender") == me else None
    return replied_to(content) or (post.answers if post is not None else "") or None


def _without_choices(body: str, post: OwnMessage) -> str:
    """Gives the words of a body, of which earlier releases wrote the choices on one line."""
    pairs = zip(NUMBERS, post.choices, strict=False)
    on_one_line = "   ".join(f"{number} {choice}" for number, choice in pairs)
    if post.offered and body.endswith(post.offered):
        return body.removesuffix(post.offered)
    return body.removesuffix(f"\n\n{on_one_line}") if on_one_line else body


def number_of(key: str) -> int | None:
    """Gives the choice that a reaction picks, counted from 0, or None for any other emoji."""
    bare = key.replace("\ufe0f", "")
    numbers = [one.replace("\ufe0f", "") for one in NUMBERS]
    return numbers.index(bare) if bare in numbers else None


def may_ask(key: object) -> bool:
    """Returns whether a reaction on a message of the bot's can mean something, by its emoji."""
    return isinstance(key, str) and (number_of(key) is not None or means_something(key))
