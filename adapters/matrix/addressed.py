"""Whether words are meant for the bot, and what they are without its name: pure."""

import re
from dataclasses import dataclass
from typing import Any

from bot.commands import asked_in

JSON = dict[str, Any]
_COMMAND = re.compile(r"[!/](attune(?:-admin)?)(?![\w-])\s*(.*)", re.DOTALL | re.IGNORECASE)
_QUOTED = re.compile(r"(?:^>.*\n)+\n?", re.MULTILINE)
READ = ("m.text", "m.emote")


@dataclass(frozen=True, slots=True)
class Me:
    """The bot's names: its user id, and how it is called."""

    user: str
    names: list[str]

    def without(self, text: str) -> str | None:
        """Gives the text without a name of the bot's at its head; None where none stands there."""
        localpart = self.user[1:].partition(":")[0]
        for name in sorted((self.user, localpart, *self.names), key=len, reverse=True):
            pattern = rf"@?{re.escape(name)}(?![\w-])[:,]?\s*"
            found = re.match(pattern, text, re.IGNORECASE) if name else None
            if found is not None:
                return text[found.end() :]
        return None


def body_of(content: JSON) -> str | None:
    """Gives what a person wrote, without the quotation that clients put before a reply."""
    body = content.get("body")
    if content.get("msgtype") not in READ or not isinstance(body, str):
        return None
    if replied_to(content) is not None and body.startswith("> <"):
        body = _QUOTED.sub("", body, count=1)
    return body.strip()


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


def command(text: str) -> str | None:
    """Gives a command as the core reads it; None for anything else."""
    found = _COMMAND.fullmatch(text)
    return f"{found[1].lower()} {found[2]}".strip() if found is not None else None


def mentions(content: JSON, me: Me) -> bool:
    """Whether a person mentioned the bot."""
    listed = content.get("m.mentions")
    users = listed.get("user_ids") if isinstance(listed, dict) else None
    return isinstance(users, list) and me.user in users


def meant(text: str, me: Me) -> str:
    """Gives the words without the bot's name at their head, or those of `!attune ask`."""
    bare = me.without(text)
    bare = text if bare is None else bare
    return asked_in(bare) or bare
