"""Whether a message is meant for the bot, and its words without the bot's name: pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import unquote

from bot.commands import GROUPS, command_in, parse
from bot.commands.values import AskOnce, Command
from bot.text.normalize import normalized

JSON = dict[str, Any]
LONGEST_HEAD = 200  # characters in which a name at the head of a message must end
MOST_WORDS = 12  # of a name
LONGEST_LINK = 500
MOST_NAMED = 200  # people or links in one message, of which each is looked at
_AFTER_NAME = ":,\uff1a\uff0c\u3001"  # a colon or a comma, as they are typed in any script
_SMILES = ")(|/\\*-"  # what makes a face of a colon
_AROUND = ".,:;!?()\"'"
_LINKS = ("https://matrix.to/#/", "matrix:u/")


@dataclass(frozen=True, slots=True)
class Me:
    """The bot's names: its user id and its display name."""

    user: str
    names: list[str]

    def without(self, text: str, *, is_mentioned: bool = False) -> str | None:
        """Gives the text without the bot's name at its head, or None if the name is not there.

        A name counts only with an @ before it, or with a colon or comma after it.

        Args:
            is_mentioned: whether the client lists the bot as mentioned; then any name counts.
        """
        text = text.lstrip()
        if is_mentioned and (linked := self._without_link(text)) is not None:
            return linked
        for end in _ends(text):
            if self._is_called(text[:end], text[end:], is_mentioned=is_mentioned):
                rest = text[end:].lstrip()
                return rest[1:].lstrip() if rest[:1] and rest[0] in _AFTER_NAME else rest
        return None

    def is_at(self, text: str) -> bool:
        """Returns whether a text names the bot with an @ anywhere."""
        words = (
            word.strip(_AROUND) for word in text.split() if word.lstrip(_AROUND)[:1] in "@\uff20"
        )
        named = self._at
        return any(normalized(word) in named for word in islice(filter(None, words), MOST_NAMED))

    def is_linked(self, html: str) -> bool:
        """Returns whether a text links to the bot, outside the message that it replies to."""
        own = html.rpartition("</mx-reply>")[2]
        parts = (part for part in own.split("href=", MOST_NAMED)[1:] if part)
        return any(self._is_link(part[1:].partition(part[0])[0]) for part in parts)

    @property
    def _called(self) -> set[str]:
        return {normalized(name).strip() for name in (self.user[1:].partition(":")[0], *self.names)}

    @property
    def _at(self) -> set[str]:
        return {normalized(self.user), *(f"@{name}" for name in self._called if name)}

    def _is_called(self, name: str, rest: str, *, is_mentioned: bool) -> bool:
        said = normalized(name).strip()
        if said == normalized(self.user):
            return True
        if said in self._at:  # before a colon and a word it is somebody else's user id
            return rest[:1] != ":" or not rest[1:2].strip()
        return said in self._called and (is_mentioned or _is_called_out(rest))

    def _without_link(self, text: str) -> str | None:
        """Gives the text without a link to the bot at its head, which some clients write."""
        label, _, rest = text[:LONGEST_LINK].partition("](")
        link = rest.partition(")")[0]
        if not label.startswith("[") or not self._is_link(link):
            return None
        return text[len(label) + len(link) + 3 :].lstrip(f" {_AFTER_NAME}")

    def _is_link(self, link: str) -> bool:
        where = unquote(link[:LONGEST_LINK]).partition("?")[0]
        found = next((where.removeprefix(each) for each in _LINKS if where.startswith(each)), "")
        return f"@{found.removeprefix('@')}" == self.user


def _is_called_out(rest: str) -> bool:
    """Returns whether a colon or comma follows the name, and not as part of a smiley."""
    if rest[:2] == " :":
        return not rest[2:3].strip()
    return rest[:1] in tuple(_AFTER_NAME) and not (rest[0] == ":" and rest[1:2] in tuple(_SMILES))


def _ends(text: str) -> Iterator[int]:
    """Yields where the bot's name at the head of a text may end, the longest first."""
    marks = tuple(f"{_AFTER_NAME}.!?")
    head = text[:LONGEST_HEAD]
    ends = [at for at, mark in enumerate(head) if mark.isspace() or mark in marks][:MOST_WORDS]
    ends = [*ends, len(head)] if len(head) == len(text) else ends
    return (end for end in reversed(ends) if end and not head[end - 1].isspace())


def relation(content: JSON) -> JSON:
    """Gives how an event relates to another one, or an empty value if it does not."""
    found = content.get("m.relates_to")
    return found if isinstance(found, dict) else {}


def replied_to(content: JSON) -> str | None:
    """Gives the event replied to, or None; a thread's fallback for old clients counts as None."""
    relates = relation(content)
    answers = relates.get("m.in_reply_to")
    if not isinstance(answers, dict) or relates.get("is_falling_back"):
        return None
    event = answers.get("event_id")
    return event if isinstance(event, str) else None


def thread_of(content: JSON) -> str | None:
    """Gives the event that began the thread of a message, or None outside threads."""
    relates = relation(content)
    event = relates.get("event_id") if relates.get("rel_type") == "m.thread" else None
    return event if isinstance(event, str) else None


def replaced(content: JSON) -> str | None:
    """Gives the event that an edit replaces, or None for no edit."""
    relates = relation(content)
    event = relates.get("event_id") if relates.get("rel_type") == "m.replace" else None
    return event if isinstance(event, str) else None


def command(text: str) -> Command | None:
    """Gives the command of a text that begins with a mark and the command word, or None."""
    return (
        command_in(" ".join((_first(text), *text.split(None, 1)[1:]))) if is_command(text) else None
    )


def is_command(text: str) -> bool:
    """Returns whether a text begins with a mark and the command word."""
    word = _first(text)
    return word[:1] in ("!", "/") and word[1:] in GROUPS


def _first(text: str) -> str:
    return normalized([*text[:LONGEST_HEAD].split(None, 1), ""][0]).rstrip(_AROUND)


def mentions(content: JSON, me: Me) -> bool:
    """Returns whether a message mentions the bot: in the client's list, or else by a link."""
    listed, html = content.get("m.mentions"), content.get("formatted_body")
    if isinstance(listed, dict):
        users = listed.get("user_ids")
        return isinstance(users, list) and me.user in users
    return isinstance(html, str) and me.is_linked(html)


def names(content: JSON, text: str, me: Me) -> bool:
    """Returns whether a message names the bot in one of the ways of people and clients."""
    return mentions(content, me) or me.without(text) is not None or me.is_at(text)


@dataclass(frozen=True, slots=True)
class Heard:
    """What a message says to the bot, and the command that it is."""

    words: str
    command: Command | None = None


def heard(content: JSON, text: str, me: Me) -> Heard:
    """Gives the words without the bot's name at their head, or those of `!attune ask`."""
    line = me.without(text, is_mentioned=mentions(content, me)) or text
    given = command(line) or parse(line)  # `ask` is read without its mark too
    if isinstance(given, AskOnce):
        return Heard(given.text, command(given.text))
    return Heard(line, given if is_command(line) else None)
