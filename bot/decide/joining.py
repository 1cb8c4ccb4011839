"""Joins what a file brings with what is set already, which wins; by the actions of commands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot import boundaries, norms, people
from bot.actions import Action
from bot.actions.agreed import KeepNorms
from bot.actions.holding import Hold
from bot.actions.state import KeepPreference, SetStyle
from bot.boundaries import MOST_LINES, Boundaries
from bot.commands import UPWARD
from bot.decide.languages import BY_COMMAND
from bot.events import Happening
from bot.export.taking_in import Brought, Line
from bot.holding import Held, HeldRow
from bot.ids import EventId
from bot.levels import Level, Stance
from bot.norms import Norms
from bot.norms.roles import may_be_role
from bot.norms.shorthand import may_stand, without_same
from bot.people import People, spelled
from bot.records import BoundariesRow, LanguageRow, NightCardRow, PeopleRow, ThreadRow
from bot.snapshot import NOBODY, KeptSnapshot


class Kind(StrEnum):
    """What can be carried over, in the order in which it is told."""

    BOUNDARIES = "boundaries"
    PEOPLE = "people"
    NIGHT_CARD = "night_card"
    LANGUAGE = "language"
    STYLE = "style"
    ROLES = "roles"
    THREADS = "threads"
    MEMORIES = "memories"


@dataclass(frozen=True, slots=True)
class Joined:
    """What carrying over one kind does.

    Args:
        count: how many things that carries over.
        left_out: how many there is no room for, or that a command refuses.
    """

    actions: tuple[Action, ...] = ()
    count: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What carrying a file over does, and how much that is of each kind.

    Args:
        above: how many settings stay out, as they ask for more than the level allows.
        left_out: how many things there is no room for, or that a command refuses.
    """

    actions: tuple[Action, ...]
    counts: Mapping[Kind, int]
    above: int = 0
    left_out: int = 0


def joined(found: Brought, event: Happening, snapshot: KeptSnapshot) -> Plan:
    """Gives what carrying a file over does to what is set now."""
    allowed = _allowed(found, event, snapshot)
    each = {
        Kind.BOUNDARIES: _boundaries(found.boundaries, snapshot),
        Kind.PEOPLE: _people(found, snapshot),
        Kind.NIGHT_CARD: _night_card(found, snapshot),
        Kind.LANGUAGE: _language(found, snapshot),
        Kind.STYLE: _style(allowed, snapshot),
        Kind.ROLES: _roles(found, event, snapshot),
        Kind.THREADS: _held(Held.THREADS, found.threads, event, snapshot),
        Kind.MEMORIES: _held(Held.MEMORY, found.memories, event, snapshot),
    }
    actions = tuple(action for one in each.values() for action in one.actions)
    counts = {kind: one.count for kind, one in each.items()}
    too_many = found.left_out if snapshot.may_hold(event.at) else 0
    left_out = sum((one.left_out for one in each.values()), start=too_many)
    return Plan(actions, counts, len(found.style) - len(allowed), left_out)


def _boundaries(theirs: Boundaries, snapshot: KeptSnapshot) -> Joined:
    row = snapshot.preference(BoundariesRow) or BoundariesRow(NOBODY)
    own = boundaries.load(row.body)
    new = replace(own, name=own.name or theirs.name, address=own.address or theirs.address)
    lines, room = _new(theirs.lines, own.lines), max(0, MOST_LINES - len(own.nots))
    for line in lines[:room]:
        new = new.with_line(line)
    count = len(lines[:room]) + (new.name != own.name) + (new.address != own.address)
    kept = KeepPreference(replace(row, body=boundaries.dump(new)))
    return Joined((kept,) if count else (), count, len(lines[room:]))


def _people(found: Brought, snapshot: KeptSnapshot) -> Joined:
    """Adds whom the list does not name; words that stand there for a name stay."""
    row = snapshot.preference(PeopleRow)
    own: People = people.load(row.body) if row is not None else ()
    new, theirs = own, dict(reversed(found.people))  # of a name that is there twice the first
    names = _new((name for name, _ in found.people), (one.name for one in own))
    room = max(0, people.MOST - len(own))
    for name in names[:room]:
        new = people.with_one(new, name, theirs[name])
    kept = KeepPreference(PeopleRow(NOBODY, body=people.dump(new)))
    return Joined((kept,) if new != own else (), len(names[:room]), len(names[room:]))


def _night_card(found: Brought, snapshot: KeptSnapshot) -> Joined:
    if not found.night_card or snapshot.night_card:
        return Joined()
    return Joined((KeepPreference(NightCardRow(NOBODY, body=found.night_card)),), 1)


def _language(found: Brought, snapshot: KeptSnapshot) -> Joined:
    """Sets the language, unless its person set one; what was only heard gives way."""
    row = snapshot.preference(LanguageRow)
    if not found.language or (row is not None and row.by == BY_COMMAND):
        return Joined()
    return Joined((KeepPreference(LanguageRow(NOBODY, code=found.language, by=BY_COMMAND)),), 1)


def _allowed(
    found: Brought, event: Happening, snapshot: KeptSnapshot
) -> tuple[tuple[str, str], ...]:
    """Gives the style that the level allows, as the command of style does."""
    is_plain = snapshot.effective(event.at).level is Level.PLAIN
    return tuple(one for one in found.style if not (is_plain and one[1] in UPWARD))


def _style(theirs: Iterable[tuple[str, str]], snapshot: KeptSnapshot) -> Joined:
    """Sets what is not set; of what several places set the first counts."""
    new: dict[str, str] = {}
    for name, value in theirs:
        new.setdefault(name, value)
    actions = tuple(SetStyle(*one) for one in new.items() if one[0] not in dict(snapshot.style))
    return Joined(actions, len(actions))


def _roles(found: Brought, event: Happening, snapshot: KeptSnapshot) -> Joined:
    """Agrees on what is not agreed on yet, where the level uses it and it may be agreed on."""
    if snapshot.effective(event.at).level < norms.NEEDS:
        return Joined()
    own = new = snapshot.norms
    left_out, name = 0, snapshot.house.bot_name
    for words, stance in found.roles:
        if _is_agreed(new, words, stance):
            continue
        if _has_room(new, stance) and _may_be_agreed(words, stance, name):
            new = new.having(words, stance)
        else:
            left_out += 1
    kept = (KeepNorms(new),) if new != own else ()
    return Joined(kept, len(new.every) - len(own.every), left_out)


def _is_agreed(own: Norms, words: str, stance: Stance | None) -> bool:
    """Whether there is such a role, or a word that is compared as this one is."""
    if stance is not None:
        return without_same(own, words) != own
    return spelled(words) in {spelled(one.words) for one in own.roles}


def _has_room(own: Norms, stance: Stance | None) -> bool:
    if stance is None:
        return len(own.roles) < norms.MOST_ROLES
    return len(own.shorthand) < norms.MOST_WORDS


def _may_be_agreed(words: str, stance: Stance | None, name: str) -> bool:
    return may_be_role(words) if stance is None else may_stand(words, name)


# What may be mentioned where others read was allowed in another room, and no file names a room. So
# a line that is carried over may be mentioned in none until its person says so there.
def _held(which: Held, theirs: Iterable[Line], event: Happening, snapshot: KeptSnapshot) -> Joined:
    """Holds the lines that are not held yet, as many as the list has room for."""
    if not snapshot.may_hold(event.at):
        return Joined()
    own = snapshot.holding.of(which)
    known, room = {spelled(one.body) for one in own}, max(0, which.most - len(own))
    new = [one for one in theirs if spelled(one.words) not in known]
    first, rows = 1 + max((one.number for one in own), default=0), list[HeldRow]()
    for number, line in enumerate(new[:room], first):
        of = EventId(f"{event.id}/{which}/{number}")
        row = which.added(line.words, (), of, min(line.at or event.at, event.at))
        rows.append(_with_days(replace(row, number=number), line, event))
    holds = tuple(Hold(row, is_new=True) for row in rows)
    return Joined(holds, len(holds), len(new[room:]))


def _with_days(row: HeldRow, line: Line, event: Happening) -> HeldRow:
    """Gives a thread with the days of its line; one that is over is not brought up again."""
    if not isinstance(row, ThreadRow):
        return row
    is_over = line.due is not None and line.due.date() < event.at.date()
    told_at = line.due if is_over else None
    return replace(row, due=line.due, done_at=line.done_at, told_at=told_at)


def _new(theirs: Iterable[str], own: Iterable[str]) -> list[str]:
    """Gives the lines that are not there yet, each once, however they are spelled."""
    known = {spelled(one) for one in own}
    once: dict[str, str] = {}
    for line in theirs:
        once.setdefault(spelled(line), line)
    return [line for said, line in once.items() if said not in known]
