"""Whether words are meant for the bot, and what they are without its name: pure."""

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
    """The bot's names: its user id, and how it is called."""

    user: str
    names: list[str]

    def without(self, text: str, *, is_mentioned: bool = False) -> str | None:
        """Gives the text without a name of the bot's at its head; None where none stands there.

        A name that stands there as any word does is none: it needs an @, or a colon or comma after.

        Args:
            is_mentioned: the client says that it names the bot, so that nothing need follow it.
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
        """Whether the bot is named with an @ anywhere in a text."""
        words = (
            word.strip(_AROUND) for word in text.split() if word.lstrip(_AROUND)[:1] in "@\uff20"
        )
        named = self._at
        return any(normalized(word) in named for word in islice(filter(None, words), MOST_NAMED))

    def is_linked(self, html: str) -> bool:
        """Whether a link to the bot stands in a text, but for the message that is replied to."""
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
        """Gives the text without a link to the bot at its head, as some clients write a mention."""
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
    """Whether what follows a name is a colon or a comma, and no face; some put a blank before."""
    if rest[:2] == " :":
        return not rest[2:3].strip()
    return rest[:1] in tuple(_AFTER_NAME) and not (rest[0] == ":" and rest[1:2] in tuple(_SMILES))


def _ends(text: str) -> Iterator[int]:
    """Yields where a name at the head of a text may end, the longest first."""
    marks = tuple(f"{_AFTER_NAME}.!?")
    head = text[:LONGEST_HEAD]
    ends = [at for at, mark in enumerate(head) if mark.isspace() or mark in marks][:MOST_WORDS]
    ends = [*ends, len(head)] if len(head) == len(text) else ends
    return (end for end in reversed(ends) if end and not head[end - 1].isspace())


def relation(content: JSON) -> JSON:
    """Gives how an event relates to another; nothing where it does not."""
    found = content.get("m.relates_to")
    return found if isinstance(found, dict) else {}


def replied_to(content: JSON) -> str | None:
    """Gives the event that is replied to; what a thread names for old clients is none."""
    relates = relation(content)
    answers = relates.get("m.in_reply_to")
    if not isinstance(answers, dict) or relates.get("is_falling_back"):
        return None
    event = answers.get("event_id")
    return event if isinstance(event, str) else None


def thread_of(content: JSON) -> str | None:
    """Gives the event a thread began with, for what stands in one."""
    relates = relation(content)
    event = relates.get("event_id") if relates.get("rel_type") == "m.thread" else None
    return event if isinstance(event, str) else None


def replaced(content: JSON) -> str | None:
    """Gives the event that an edit puts something in the place of."""
    relates = relation(content)
    event = relates.get("event_id") if relates.get("rel_type") == "m.replace" else None
    return event if isinstance(event, str) else None


def command(text: str) -> Command | None:
    """Gives the command of a text that begins with its word and a mark; None for anything else."""
    return (
        command_in(" ".join((_first(text), *text.split(None, 1)[1:]))) if is_command(text) else None
    )


def is_command(text: str) -> bool:
    """Whether a text begins with a command's word and a mark."""
    word = _first(text)
    return word[:1] in ("!", "/") and word[1:] in GROUPS


def _first(text: str) -> str:
    return normalized([*text[:LONGEST_HEAD].split(None, 1), ""][0]).rstrip(_AROUND)


def mentions(content: JSON, me: Me) -> bool:
    """Whether a person mentioned the bot: where the client lists nobody, by a link to it."""
    listed, html = content.get("m.mentions"), content.get("formatted_body")
    if isinstance(listed, dict):
        users = listed.get("user_ids")
        return isinstance(users, list) and me.user in users
    return isinstance(html, str) and me.is_linked(html)


def names(content: JSON, text: str, me: Me) -> bool:
    """Whether a message names the bot, in one of the ways that people and clients do."""
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
