"""The commands, as a table, and how a line becomes one of them."""

import re
from dataclasses import dataclass, field
from datetime import timedelta

from bot.levels import Level, Stance, level_named
from bot.text.normalize import normalized
from bot.withdrawal import Wish, wish_in


@dataclass(frozen=True, slots=True)
class Command:
    """One command: how it is written, what it does, and whether it is a right."""

    name: str
    usage: str
    does: str
    is_right: bool = False
    for_admins: bool = False


COMMANDS: tuple[Command, ...] = (
    Command(
        "on",
        "/attune on [warm|attuned|ongoing] [for conversation|tonight|DAYS]",
        "shows a card; nothing changes before you accept",
    ),
    Command("off", "/attune off", "back to plain, at once", is_right=True),
    Command("stop", "/attune stop", "stops the reply being written", is_right=True),
    Command("level", "/attune level plain|warm|attuned|ongoing", "down at once, up with a card"),
    Command("pause", "/attune pause [30m|2h|3d]", "plain for a while", is_right=True),
    Command("resume", "/attune resume", "ends the pause", is_right=True),
    Command("status", "/attune status", "what holds now, and why", is_right=True),
    Command(
        "about",
        "/attune about",
        "who runs this, where words go, the four levels",
        is_right=True,
    ),
    Command("ask", "/attune ask TEXT", "asks something once; on Discord also where I am no member"),
    Command("listen", "/attune listen", "be heard: no advice, for this conversation"),
    Command("think", "/attune think", "think it through together"),
    Command("decide", "/attune decide", "a clear recommendation"),
    Command("do", "/attune do", "the steps to take"),
    Command("stay", "/attune stay", "company: short, no advice, no questions"),
    Command(
        "style",
        "/attune style [shorter|longer|warmer|blunter|no-questions|plain-voice|whole|reset]",
        "sets or shows the manner of the replies",
    ),
    Command(
        "repair",
        "/attune repair [kind] [ID] [note: WORDS]",
        'the last reply landed wrong; also in words: "you sound like a help desk"',
    ),
    Command("what-changed", "/attune what-changed [ID]", "what a reply said before its repairs"),
    Command("why", "/attune why [ID]", "what the governor found in a reply to you, and did"),
    Command("report", "/attune report ID", "tells the admins here of a reply to anyone"),
    Command(
        "emojis",
        "/attune emojis [on|off]",
        "emojis for the kinds of repair: 🧊 🪞 ↔️ ⁉️ 🥱 ❓ 🧵 📏; off until you switch them on",
    ),
    Command(
        "night-card",
        "/attune night-card [YOUR WORDS|erase]",
        "what helps you, whom you call: kept sealed, shown to you alone when it gets dark",
        is_right=True,
    ),
    Command(
        "ignore-me",
        "/attune ignore-me [off]",
        "nothing of yours is ever read, here and everywhere on this platform",
        is_right=True,
    ),
    Command("under-18", "/attune under-18", "plain from now on; only the operator can undo it"),
    Command(
        "data",
        "/attune data [export|erase]",
        "lists, exports or erases what is kept about you here",
        is_right=True,
    ),
    Command("receipt", "/attune receipt", "your consent receipt, as JSON", is_right=True),
    Command("help", "/attune help", "this list", is_right=True),
    Command(
        "ceiling",
        "/attune-admin ceiling plain|warm|attuned|ongoing",
        "for admins: the deepest level in this space",
        for_admins=True,
    ),
    Command(
        "crisis-line",
        "/attune-admin crisis-line TEXT URL|off",
        "for admins: your own line below the crisis text here; https only, previewed",
        for_admins=True,
    ),
    Command(
        "threads",
        "/attune-admin threads on|off",
        "for admins: in Discord's threads, who spoke to me need not mention me again",
        for_admins=True,
    ),
    Command(
        "reports",
        "/attune-admin reports",
        "for admins: which replies people reported here in 30 days",
        for_admins=True,
    ),
)

STYLES: dict[str, tuple[str, str]] = {
    "shorter": ("length", "shorter"),
    "longer": ("length", "longer"),
    "warmer": ("tone", "warmer"),
    "blunter": ("tone", "blunter"),
    "no-questions": ("questions", "no-questions"),
    "plain-voice": ("voice", "plain-voice"),
    "whole": ("delivery", "whole"),
}
ABOUT_A_REPLY = frozenset({"repair", "what-changed", "why"})  # the newest one, or the one named
UPWARD = frozenset({"longer", "warmer"})  # these need a level at which they have room

TONIGHT = timedelta(hours=12)
_FILLING = frozenset({"day", "days", "this"})
_DAYS = re.compile(r"0*([1-9][0-9]{0,5})(?:d|days?)?")
_DURATION = re.compile(
    r"(?:for )?([1-9][0-9]{0,3}) ?(?:(m|min|mins|minutes?)|(h|hours?)|(d|days?))"
)
_UNITS = ("minutes", "hours", "days")


@dataclass(frozen=True, slots=True)
class Term:
    """How long a yes was asked for: one conversation, tonight, days, or the longest."""

    word: str = "longest"  # conversation, tonight, longest, or a number of days

    def span(self, longest_days: int) -> timedelta | None:
        """Gives how long it holds, at most the level's longest; None for one conversation."""
        if self.word == "conversation":
            return None
        if self.word == "tonight":
            return TONIGHT
        days = longest_days if self.word == "longest" else int(self.word)
        return timedelta(days=min(days, longest_days))


@dataclass(frozen=True, slots=True)
class ParsedCommand:
    """A command as understood; `rest` are its words."""

    name: str
    rest: tuple[str, ...] = ()
    for_admins: bool = False
    note: str = field(default="", repr=False)  # what was said besides, as it was typed


_ASKS = re.compile(r"\s*[/!]?attune\s+ask\s+(.+)", re.IGNORECASE | re.DOTALL)
_REPAIRS = re.compile(r"\s*[/!]?attune\s+repair\b", re.IGNORECASE)
_NOTE = re.compile(r"\snote:", re.IGNORECASE)


def parse(line: str) -> ParsedCommand | None:
    """Gives the command a line names, or None when there is no such command."""
    line, note = split_note(line)
    words = normalized(line).strip().removeprefix("/").removeprefix("!").split()
    if not words or words[0] not in ("attune", "attune-admin"):
        return None
    if len(words) == 1:
        return ParsedCommand("help")
    name, for_admins = words[1], words[0] == "attune-admin"
    if any(known.name == name and known.for_admins == for_admins for known in COMMANDS):
        return ParsedCommand(name, tuple(words[2:]), for_admins, note)
    return None


def asked_in(line: str) -> str | None:
    """Gives what a line asks that is `/attune ask TEXT`: it is a message, and no command."""
    found = _ASKS.fullmatch(line)
    return found[1].strip() if found and found[1].strip() else None


def split_note(line: str) -> tuple[str, str]:
    """Gives a command without the note it ends with, and the note; only a repair takes one."""
    repairs = _REPAIRS.match(line)
    found = _NOTE.search(line, repairs.end()) if repairs is not None else None
    if found is None:
        return line, ""
    return line[: found.start()].rstrip(), line[found.end() :].strip()


def names_a_reply(words: str) -> bool:
    """Whether a command may be about somebody's reply, so that a report can come of it."""
    split = words.split()
    return split[1:2] in (["why"], ["report"]) and len(split) > 2


def is_right(given: ParsedCommand) -> bool:
    """Whether a command is a right, which nothing refuses: what ends everything deeper is one."""
    if given.name in ("on", "level") and given.rest == (Level.PLAIN.word,):
        return True
    return any(one.name == given.name and one.is_right for one in COMMANDS)


def level_and_term(rest: tuple[str, ...]) -> tuple[Level, Term] | None:
    """Gives what `/attune on` asks for: warm and the longest where nothing is said."""
    words = [word for part in rest for word in part.replace("for:", " ").split() if word != "for"]
    words = [word for word in words if word not in _FILLING]
    level = level_named(words[0]) if words else Level.WARM
    if words and level is not None:
        words = words[1:]
    level = Level.WARM if level is None else level
    if not words:
        return level, Term()
    term = _term(words[0])
    return (level, term) if term is not None and len(words) == 1 else None


def _term(word: str) -> Term | None:
    if word in ("conversation", "tonight", "longest"):
        return Term(word)
    found = _DAYS.fullmatch(word)
    return Term(found[1]) if found else None


def duration(rest: tuple[str, ...]) -> timedelta | None:
    """Gives how long `/attune pause` asks for, or None when it cannot be read."""
    found = _DURATION.fullmatch(" ".join(rest))
    if found is None:
        return None
    units = zip(_UNITS, found.groups()[1:], strict=True)
    return timedelta(**{unit: int(found[1]) for unit, word in units if word})


_WORDS: dict[str, str] = {
    "stop": "stop",
    "just listen": "listen",
    "please just listen": "listen",
    "i want you to just listen": "listen",
    "think with me": "think",
    "help me think": "think",
    "help me think it through": "think",
    "help me decide": "decide",
    "decide for me": "decide",
    "tell me what you would do": "decide",
    "tell me what to do": "do",
    "just tell me what to do": "do",
    "give me the steps": "do",
    "stay with me": "stay",
    "just stay": "stay",
    "just stay with me": "stay",
    "keep me company": "stay",
    **{
        words.format(level=level.word): f"level {level.word}"
        for level in (Level.WARM, Level.ATTUNED)
        for words in (
            *("back to {level}", "go back to {level}", "back down to {level}"),
            *("down to {level}", "go down to {level}", "only {level}", "just {level}"),
            *("{level} only", "only {level} please", "just {level} please"),
            *("back to {level} please", "down to {level} please", "please go down to {level}"),
            *("no deeper than {level}", "not deeper than {level}", "level {level}"),
        )
    },
}
_MOST = 100  # characters of a message that is a command in words
_QUOTES = " \n\t\"'"
_EDGES = f"{_QUOTES}.!"  # an ellipsis is three of them


def in_words(text: str) -> str | None:
    """Gives the command a whole message says in plain words, or None."""
    found = wish_in(text)
    if found is not None and found.wish > Wish.UNSURE:
        return "off"
    if len(text) > _MOST:
        return None
    plain = normalized(text).replace(",", " ").lstrip(_QUOTES).rstrip(_EDGES)
    return _WORDS.get(" ".join(plain.split()))


def stance_of(name: str) -> Stance | None:
    """Gives the stance a command's name sets, or None."""
    return Stance(name) if name in {str(stance) for stance in Stance} else None
