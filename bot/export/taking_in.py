"""What the document of an export brings to another place, with every bound of it checked. Pure.

Nothing is believed of a document: anybody can write one. What it does not name is not there, and
what is not known here is passed over. What is of a wrong form or too long refuses all of it, so
that nothing is carried by halves.

A list of several places may be longer than the one that receives it: as much is taken of it as an
empty one has room for.
"""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot import boundaries, holding, norms, people
from bot.boundaries import NO_BOUNDARIES, Boundaries
from bot.commands.readers import STYLES
from bot.export.document import FORMAT, VERSION
from bot.export.given_fields import LATEST, Given, WrongForm
from bot.holding import Held
from bot.holding.days import FARTHEST
from bot.layout.markup import on_a_line
from bot.levels import Stance
from bot.people import spelled
from bot.strings import OFFERED

MOST_BYTES = 1_048_576
_CARRIABLE = ("format", "version", "exported_at", "carried")
FIRST = 2  # the version from which on a document says what can be carried
_LONGEST_NAME = 80  # characters of the name of a setting, a value or a language
_MOST_LINES = 10_000  # threads or memories of all places
_MOST_STYLES, _MOST_AGREED = 2_000, 200  # settings of the style, and roles, of all places


class Wrong(StrEnum):
    """Why nothing is taken of a document."""

    TOO_LARGE = "too_large"
    NO_JSON = "no_json"
    NO_EXPORT = "no_export"
    OLDER = "older"
    NEWER = "newer"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a document, and in which field; that names no word of the document."""

    why: Wrong
    where: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What somebody asked to be held: a thread, or a memory, which has no days."""

    words: str = field(repr=False)
    at: datetime | None = None
    due: datetime | None = None
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """What a document brings.

    Args:
        people: each by a name, and what they are good for.
        style: each by a name and a value, in the order of the document.
        roles: each with the stance that it stands for; None of a role.
        threads: each once, the oldest first.
        unknown: how many settings it names that are not known here.
        left_out: how many threads and memories are more than an empty list has room for.
    """

    exported_at: datetime
    boundaries: Boundaries = field(default=NO_BOUNDARIES, repr=False)
    language: str = ""
    night_card: str = field(default="", repr=False)
    people: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    style: tuple[tuple[str, str], ...] = ()
    roles: tuple[tuple[str, Stance | None], ...] = field(default=(), repr=False)
    threads: tuple[Line, ...] = field(default=(), repr=False)
    memories: tuple[Line, ...] = field(default=(), repr=False)
    unknown: int = 0
    left_out: int = 0


def brought(body: bytes) -> Brought | Fault:
    """Gives what a document brings, or what is wrong with it."""
    return read(body) if len(body) <= MOST_BYTES else Fault(Wrong.TOO_LARGE)


def read(body: bytes) -> Brought | Fault:
    """Gives what a document brings, of whatever size: the one that was kept may be longer."""
    try:
        whole = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):  # the reader of JSON takes no text that is nested so deep
        return Fault(Wrong.NO_JSON)
    if (refused := _refused(whole)) is not None:
        return Fault(refused)
    try:
        return _brought(Given(whole))
    except WrongForm as fault:
        return Fault(Wrong.FORM, str(fault))


def carriable(body: bytes) -> str:
    """Gives a document that was read, without all that cannot be carried."""
    whole = json.loads(body.decode("utf-8-sig"))
    return json.dumps({name: whole.get(name) for name in _CARRIABLE}, separators=(",", ":"))


def _refused(whole: Any) -> Wrong | None:
    """Gives why a document is not read at all: it is no export, or of another version."""
    if not isinstance(whole, dict):
        return Wrong.NO_EXPORT
    if "format" not in whole and {"exported_at", "rows"} <= whole.keys():
        return Wrong.OLDER
    version = whole.get("version")
    if whole.get("format") != FORMAT or type(version) is not int:
        return Wrong.NO_EXPORT
    if version > VERSION:
        return Wrong.NEWER
    return Wrong.OLDER if version < FIRST else None


def _brought(whole: Given) -> Brought:
    taken, exported_at = whole.named("carried"), whole.named("exported_at")
    language = taken.named("language").line(_LONGEST_NAME)
    style = tuple(_style(one) for one in taken.named("style").each(_MOST_STYLES))
    roles = tuple(_agreed(one) for one in taken.named("roles").each(_MOST_AGREED))
    threads, memories = _held(Held.THREADS, taken), _held(Held.MEMORY, taken)
    found = Brought(
        exported_at.moment() or exported_at.refuse(),
        _boundaries(taken.named("boundaries")),
        language if language in OFFERED else "",
        taken.named("night_card").lines(people.MOST_OF_A_NIGHT_CARD),
        tuple(_somebody(one) for one in taken.named("people").each(people.MOST)),
        tuple(one for one in style if one in STYLES.values()),
        tuple(one for one in roles if one is not None),
        threads[: Held.THREADS.most],
        memories[: Held.MEMORY.most],
    )
    given = (bool(language), len(style), len(roles), len(threads) + len(memories))
    return _counted(found, given)


def _counted(found: Brought, given: tuple[int, int, int, int]) -> Brought:
    """Counts what was given and is not taken: settings not known here, and lines too many."""
    language, style, roles, lines = given
    unknown = language + style + roles
    unknown -= bool(found.language) + len(found.style) + len(found.roles)
    left_out = lines - len(found.threads) - len(found.memories)
    return replace(found, unknown=unknown, left_out=left_out)


def _held(which: Held, taken: Given) -> tuple[Line, ...]:
    """Gives the lines of a list, each once however it is spelled, the oldest first."""
    is_threads = which is Held.THREADS
    given = taken.named("threads" if is_threads else "memories").each(_MOST_LINES)
    lines = [_line(one, has_days=is_threads) for one in given]
    once: dict[str, Line] = {}
    for line in sorted(lines, key=lambda one: one.at or LATEST):
        once.setdefault(spelled(line.words), line)
    return tuple(once.values())


def _boundaries(given: Given) -> Boundaries:
    """Gives the boundaries, each line with a number; none of null."""
    if given.value is None:
        return NO_BOUNDARIES
    own = Boundaries(
        given.named("name").line(boundaries.MOST_OF_A_NAME),
        given.named("address").line(boundaries.MOST_OF_A_LINE),
    )
    for line in given.named("not").each(boundaries.MOST_LINES):
        own = own.with_line(line.line(boundaries.MOST_OF_A_LINE) or line.refuse())
    return own


def _somebody(given: Given) -> tuple[str, str]:
    name = given.named("name").line(people.MOST_OF_A_NAME)
    if not on_a_line(name):
        given.named("name").refuse()
    return name, given.named("for").line(people.MOST_OF_WORDS)


def _style(given: Given) -> tuple[str, str]:
    return given.named("name").line(_LONGEST_NAME), given.named("value").line(_LONGEST_NAME)


def _agreed(given: Given) -> tuple[str, Stance | None] | None:
    """Gives a role, or a word with the stance it stands for; None for a stance not known here."""
    stance = given.named("stance").line(_LONGEST_NAME)
    most = norms.MOST_OF_A_WORD if stance else norms.MOST_OF_A_ROLE
    words = given.named("text").line(most) or given.named("text").refuse()
    if not stance:
        return words, None
    return (words, Stance(stance)) if stance in {one.value for one in Stance} else None


def _line(given: Given, *, has_days: bool = False) -> Line:
    """Gives a thread or a memory; a day so far off is one that nobody can name by command."""
    words, at = given.named("text").line(holding.MOST_OF_A_LINE), given.named("at").moment()
    due = given.named("due").moment() if has_days else None
    if not words:
        given.named("text").refuse()
    if due is not None and at is not None and due > at + 2 * FARTHEST:
        given.named("due").refuse()
    done_at = given.named("done_at").moment() if has_days else None
    return Line(words, at, due, done_at)
