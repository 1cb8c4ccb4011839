"""The form of the bot's messages on Matrix: plain text, and the same as safe HTML.

All text in a message may come from a model or a person: no tag, link, picture or mention works.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from bot.layout.markup import SMALL
from bot.layout.window import AT_ONCE
from bot.repair.kinds import STOP_EMOJI, means_something

POST = "org.attune.post"  # what the bot keeps of a message beside its words, in the message
NUMBERS = (
    *(f"{digit}\ufe0f\u20e3" for digit in "123456789"),
    "\U0001f51f",  # ten; then the letters from A on
    *(chr(letter) for letter in range(0x1F1E6, 0x1F1F0)),
)
OFFERED = NUMBERS[:AT_ONCE]  # as reactions of the bot's own; people pick the rest by hand
STOP = f"{STOP_EMOJI}\ufe0f"  # as clients write it
SHORT = 400  # of an edit, for what cannot show edits
_COMMAND = re.compile(r"(?<![\w/])/(?=attune(?:-admin)?\b)")
# Clients look for previews in links, and make a link of every address that stands outside code.
_ADDRESS = re.compile(
    r"```.*?(?:```|\Z)|`[^`\n]{1,400}`|(?<![\w`])((?:https?://|www\.)[^\s<>`]+)", re.DOTALL | re.I
)
_TRAILING = ".,;:!?)]}\"'*_~|”’»"
_HTML = MarkdownIt("commonmark", {"html": False, "breaks": True})
_BREAKS = ("softbreak", "hardbreak")
_HTML.disable(["link", "image", "autolink", "html_inline", "html_block", "entity", "reference"])


@dataclass(frozen=True, slots=True)
class OwnMessage:
    """One of the bot's messages as its event holds it: words, choices, what it is about."""

    text: str = field(repr=False)
    choices: tuple[str, ...] = ()
    about: str = ""  # the room it belongs to, where that is another
    is_private: bool = False  # said to one person: it stands in no history
    instead: str = ""  # the message in whose place it stands, in a room that others read now
    is_stoppable: bool = False  # it grew, so an emoji that stops it may stand under it

    @property
    def shown(self) -> str:
        """The text with its marks, in the words of this platform, with the choices below."""
        return _COMMAND.sub("!", self.text) + self.offered

    @property
    def body(self) -> str:
        """The text as people read it unformatted, without the marks of small text."""
        return "\n".join(line.removeprefix(SMALL) for line in self.shown.split("\n"))

    @property
    def small(self) -> tuple[int, ...]:
        """The numbers of the lines that are small text."""
        lines = self.text.split("\n")
        return tuple(at for at, line in enumerate(lines) if line.startswith(SMALL))

    @property
    def offered(self) -> str:
        """The choices, each with the number whose reaction picks it."""
        pairs = zip(NUMBERS, self.choices, strict=False)
        line = "   ".join(f"{number} {choice}" for number, choice in pairs)
        return f"\n\n{line}" if line else ""


def _small(state: StateCore) -> None:
    """Sets each line of a paragraph that begins with the mark of small text as `<sub>`."""
    for block in state.tokens:
        if block.type == "inline" and block.children:
            block.children = _with_sub(block.children)


def _with_sub(line: list[Token]) -> list[Token]:
    found, is_small, begins = list[Token](), False, True
    for one in line:
        if begins and one.type == "text" and one.content.startswith(SMALL):
            one.content, is_small = one.content.removeprefix(SMALL), True
            found.append(Token("sub_open", "sub", 1))
        elif is_small and one.type in _BREAKS:
            found.append(Token("sub_close", "sub", -1))
            is_small = False
        begins = one.type in _BREAKS
        found.append(one)
    return [*found, Token("sub_close", "sub", -1)] if is_small else found


_HTML.core.ruler.push("small", _small)


def content(post: OwnMessage) -> dict[str, Any]:
    """Gives the content of a message's event, which mentions nobody, whatever its words say."""
    return {
        "msgtype": "m.text",
        "body": post.body,
        "format": "org.matrix.custom.html",
        "formatted_body": _HTML.render(_ADDRESS.sub(_quiet, post.shown)).strip(),
        "com.beeper.linkpreviews": [],  # MSC4095: this event has none, whatever stands in it
        "m.mentions": {},
        # The text itself is not kept twice: an event holds 64 KB, also when it is encrypted.
        POST: {
            "choices": post.choices,
            "about": post.about,
            "is_private": post.is_private,
            **({"instead": post.instead} if post.instead else {}),
            **({"is_stoppable": True} if post.is_stoppable else {}),
            **({"small": post.small} if post.small else {}),
        },
    }


def _quiet(found: re.Match[str]) -> str:
    """Gives an address as code, so that no client fetches it to show a preview."""
    if found[1] is None:
        return found[0]
    address = found[1].rstrip(_TRAILING)
    return f"`{address}`{found[1][len(address) :]}"


def edited(post: OwnMessage, event: str) -> dict[str, Any]:
    """Gives the content of an event that replaces an earlier message."""
    return {
        "msgtype": "m.text",
        "body": f"* {post.body[:SHORT]}",
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
        post = OwnMessage("", tuple(kept["choices"]), kept["about"], bool(kept["is_private"]))
        instead, is_stoppable = str(kept.get("instead", "")), bool(kept.get("is_stoppable"))
        post = replace(post, instead=instead, is_stoppable=is_stoppable)
        small = {int(at) for at in kept.get("small", ())}
        return replace(post, text=_marked(body.removesuffix(post.offered), small))
    except (KeyError, TypeError, ValueError):
        return None


def _marked(text: str, small: set[int]) -> str:
    """Gives a text with the marks of its small lines, which its body is without."""
    lines = enumerate(text.split("\n"))
    return "\n".join(f"{SMALL}{line}" if at in small else line for at, line in lines)


def number_of(key: str) -> int | None:
    """Gives the choice that a reaction picks, counted from 0, or None for any other emoji."""
    bare = key.replace("\ufe0f", "")
    numbers = [one.replace("\ufe0f", "") for one in NUMBERS]
    return numbers.index(bare) if bare in numbers else None


def may_ask(key: object) -> bool:
    """Returns whether a reaction on a message of the bot's can mean something, by its emoji."""
    return isinstance(key, str) and (number_of(key) is not None or means_something(key))
