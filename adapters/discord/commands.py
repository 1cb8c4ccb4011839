"""The slash commands as Discord is told of them, and what each means in the core's words: pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.commands import STYLES
from bot.levels import Level, Stance
from bot.rupture import Rupture
from bot.text.normalize import normalized

JSON = dict[str, Any]
SUBCOMMAND, STRING = 1, 3
IN_SERVERS, IN_DIRECT, ELSEWHERE = 0, 1, 2
TO_SERVERS, TO_PEOPLE = 0, 1
# Where the bot is no member it answers these alone.
_FOR_GUESTS = (
    "about ask data help ignore-me night-card off receipt repair status stop under-18 "
    "what-changed why"
)
FOR_GUESTS = frozenset(_FOR_GUESTS.split())
MANAGE_SERVER = 0x20
WRONG, WHY, CHANGED = "That landed wrong", "Why this reply?", "What changed?"
ON_MESSAGES = {WRONG: "repair", WHY: "why", CHANGED: "what-changed"}
LEVELS = tuple(level.word for level in Level)
UPWARD = LEVELS[1:]
KINDS = tuple(kind.value for kind in Rupture if kind is not Rupture.OTHER)
COMPLETED: dict[str, tuple[str, ...]] = {
    "for": ("conversation", "tonight", "7 days", "30 days", "180 days"),
    "time": ("30m", "2h", "8h", "1d", "3d"),
}


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a subcommand: free text, or one of its choices."""

    name: str
    does: str
    choices: tuple[str, ...] = ()
    is_required: bool = False

    @property
    def payload(self) -> JSON:
        """The option as Discord is told of it."""
        found: JSON = {"type": STRING, "name": self.name, "description": self.does}
        if self.is_required:
            found["required"] = True
        if self.choices:
            found["choices"] = [{"name": one, "value": one} for one in self.choices]
        elif self.name in COMPLETED:
            found["autocomplete"] = True
        return found


Words = Callable[[dict[str, str]], str]


def _plainly(given: dict[str, str]) -> str:
    return " ".join(given.values())


@dataclass(frozen=True, slots=True)
class Sub:
    """One subcommand; `words` are what follows its name for the core, `name` stands before them."""

    name: str
    does: str
    options: tuple[Option, ...] = ()
    words: Words = _plainly
    is_renamed: bool = False  # then `words` gives the command's name too

    @property
    def payload(self) -> JSON:
        """The subcommand as Discord is told of it."""
        found: JSON = {"type": SUBCOMMAND, "name": self.name, "description": self.does}
        return found | ({"options": [one.payload for one in self.options]} if self.options else {})


def _on(given: dict[str, str]) -> str:
    term = f"for {given['for']}" if given.get("for") else ""
    return f"{given.get('level', '')} {term}".strip()


def _pause(given: dict[str, str]) -> str:
    return "resume" if given.get("end") else f"pause {given.get('time', '')}".strip()


def _data(given: dict[str, str]) -> str:
    what = given.get("what", "list")
    return {"list": "data", "receipt": "receipt"}.get(what, f"data {what}")


def with_note(words: str, note: str) -> str:
    """Gives a command with what is said besides, on one line."""
    return " ".join(f"{words} note: {note}".split()) if note.strip() else " ".join(words.split())


def _repair(given: dict[str, str]) -> str:
    kind, named = given.get("kind", ""), given.get("id", "")
    return with_note(f"repair {kind} {named}", given.get("note", ""))


def _why(given: dict[str, str]) -> str:
    return f"{given.get('what', 'why')} {given.get('id', '')}".strip()


SUBS = (
    Sub("on", "Shows a card; nothing changes before you accept", (
        Option("level", "How deep; warm where you name none", UPWARD),
        Option("for", "How long: conversation, tonight, or days"),
    ), _on),
    Sub("off", "Back to plain, at once"),
    Sub("stop", "Stops the reply being written"),
    Sub("level", "Down at once, up with a card", (
        Option("level", "The level", LEVELS, is_required=True),
    )),
    Sub("pause", "Plain for a while: nothing observed, nothing recalled", (
        Option("time", "How long: 30m, 2h, 3d"),
        Option("end", "Ends the pause", ("now",)),
    ), _pause, is_renamed=True),
    Sub("status", "What holds now, and why"),
    Sub("about", "Who runs this, where words go, one message at all four levels"),
    Sub("stance", "What you want now, for this conversation", (
        Option("what", "Listen, think, decide, do or stay",
               tuple(one.value for one in Stance), is_required=True),
    ), is_renamed=True),
    Sub("style", "Sets or shows the manner of the replies", (
        Option("manner", "The manner; shows it where you name none", (*STYLES, "reset")),
    )),
    Sub("repair", "The newest reply to you landed wrong", (
        Option("kind", "What was off", KINDS),
        Option("note", "Anything you want to say about it"),
        Option("id", "The message's id; your newest reply where you name none"),
    ), _repair, is_renamed=True),
    Sub("why", "What the governor did to a reply, or what a repair changed; reports a reply", (
        Option("what", "Why it reads so, what a repair changed, or a report to the admins here",
               ("why", "what-changed", "report")),
        Option("id", "The message's id; your newest reply where you name none"),
    ), _why, is_renamed=True),
    Sub("emojis", "Emojis for the kinds of repair; off until you switch them on", (
        Option("state", "On or off; shows them where you name none", ("on", "off")),
    )),
    Sub("night-card", "What helps you on a dark night: sealed, shown to you alone", (
        Option("words", "Your words, or: erase. Shows the card where you name none"),
    )),
    Sub("ignore-me", "Nothing of yours is ever read on Discord; commands still work", (
        Option("end", "Takes it back", ("off",)),
    )),
    Sub("under-18", "Plain from now on; only the operator can undo it"),
    Sub("data", "What is kept about you here: lists, exports or erases it", (
        Option("what", "What to do with it", ("list", "export", "erase", "receipt")),
    ), _data, is_renamed=True),
    Sub("ask", "Asks something once: plainly, and seen by you alone", (
        Option("text", "What you want to ask", is_required=True),
    )),
    Sub("help", "The list of commands"),
)  # fmt: skip
ADMIN_SUBS = (
    Sub("ceiling", "The deepest level in this server", (
        Option("level", "The level", LEVELS, is_required=True),
    )),
    Sub("crisis-line", "Your own line below the crisis text here, previewed first", (
        Option("text", "What it is, or: off", is_required=True),
        Option("url", "Where it is found; https only"),
    )),
    Sub("threads", "Whether who spoke to it in a thread need not mention it again there", (
        Option("state", "On or off", ("on", "off"), is_required=True),
    )),
    Sub("reports", "Which replies people reported here in 30 days"),
)  # fmt: skip
GROUPS = {"attune": SUBS, "attune-admin": ADMIN_SUBS}


def payload() -> list[JSON]:
    """Gives everything that is registered with Discord."""
    here = {"integration_types": [TO_SERVERS, TO_PEOPLE],
            "contexts": [IN_SERVERS, IN_DIRECT, ELSEWHERE]}  # fmt: skip
    does = {"attune": "Your companion, as deep as you say", "attune-admin": "For admins"}
    groups = [
        {"type": 1, "name": name, "description": does[name], **here,
         "options": [one.payload for one in subs]}
        for name, subs in GROUPS.items()
    ]  # fmt: skip
    groups[1] |= {"default_member_permissions": MANAGE_SERVER, "contexts": [IN_SERVERS]}
    groups[1]["integration_types"] = [TO_SERVERS]
    return [*groups, *({"type": 3, "name": name, **here} for name in ON_MESSAGES)]


def words_of(data: JSON) -> str | None:
    """Gives the command that an interaction's data means, as the core reads it; None for none."""
    name = str(data.get("name"))
    options = data.get("options") or [{}]
    subs = {one.name: one for one in GROUPS.get(name, ())}
    sub = subs.get(str(options[0].get("name")))
    if sub is None:
        return None
    allowed = {one.name for one in sub.options}
    given = {
        str(one["name"]): str(one.get("value", ""))
        for one in options[0].get("options") or []
        if one.get("name") in allowed
    }
    words = sub.words(given)
    return f"{name} {words}" if sub.is_renamed else f"{name} {sub.name} {words}".strip()


def completed(data: JSON) -> list[JSON]:
    """Gives completions for the option that is being typed."""
    subs = data.get("options") or [{}]
    typing: JSON = next((one for one in subs[0].get("options") or [] if one.get("focused")), {})
    typed = normalized(str(typing.get("value", "")))
    found = [one for one in COMPLETED.get(str(typing.get("name")), ()) if typed in one]
    return [{"name": one, "value": one} for one in found[:25]]


_PICKED = {"resume": "pause", "receipt": "data", "what-changed": "why", "report": "why"}


def picked_as(words: str) -> str:
    """Gives how Discord calls the command that some words are: its name and subcommand."""
    name, sub, *_ = [*normalized(words).lstrip("/!").split(), "help"]
    sub = "stance" if sub in {one.value for one in Stance} else _PICKED.get(sub, sub)
    return f"{name} {sub}"
