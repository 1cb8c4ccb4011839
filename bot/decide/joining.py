"""Joins what a file brings with what is set already, which wins; by the actions of commands."""

from collections.abc import Iterable, Iterator, Mapping
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
from bot.levels import Level
from bot.norms.roles import may_be_role
from bot.norms.shorthand import may_stand
from bot.people import People, spelled
from bot.records import BoundariesRow, LanguageRow, NightCardRow, PeopleRow, ThreadRow
from bot.snapshot import NOBODY, KeptSnapshot

Joined = tuple[tuple[Action, ...], int]  # what is done, and how many things that carries over


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
class Plan:
    """What carrying a file over does, and how much that is of each kind.

    Args:
        above: how many settings stay out, as they ask for more than the level allows.
    """

    actions: tuple[Action, ...]
    counts: Mapping[Kind, int]
    above: int = 0


def joined(found: Brought, event: Happening, snapshot: KeptSnapshot) -> Plan:
    """Gives what carrying a file over does to what is set now."""
    allowed = _allowed(found, event, snapshot)
    each: dict[Kind, Joined] = {
        Kind.BOUNDARIES: _boundaries(found.boundaries, snapshot),
        Kind.PEOPLE: _people(found, snapshot),
        Kind.NIGHT_CARD: _night_card(found, snapshot),
        Kind.LANGUAGE: _language(found, snapshot),
        Kind.STYLE: _style(allowed, snapshot),
        Kind.ROLES: _roles(found, event, snapshot),
        Kind.THREADS: _held(Held.THREADS, found.threads, event, snapshot),
        Kind.MEMORIES: _held(Held.MEMORY, found.memories, event, snapshot),
    }
    actions = tuple(action for done, _ in each.values() for action in done)
    counts = {kind: count for kind, (_, count) in each.items()}
    return Plan(actions, counts, len(found.style) - len(allowed))


def _boundaries(theirs: Boundaries, snapshot: KeptSnapshot) -> Joined:
    row = snapshot.preference(BoundariesRow) or BoundariesRow(NOBODY)
    own = boundaries.load(row.body)
    new = replace(own, name=own.name or theirs.name, address=own.address or theirs.address)
    for line in _new(theirs.lines, own.lines)[: max(0, MOST_LINES - len(own.nots))]:
        new = new.with_line(line)
    count = len(new.nots) - len(own.nots) + (new.name != own.name) + (new.address != own.address)
    kept = KeepPreference(replace(row, body=boundaries.dump(new)))
    return ((kept,), count) if count else ((), 0)


def _people(found: Brought, snapshot: KeptSnapshot) -> Joined:
    """Adds whom the list does not name; words that stand there for a name stay."""
    row = snapshot.preference(PeopleRow)
    own: People = people.load(row.body) if row is not None else ()
    new = own
    for name, words in found.people:
        if len(new) < people.MOST and all(spelled(name) != spelled(one.name) for one in new):
            new = people.with_one(new, name, words)
    kept = KeepPreference(PeopleRow(NOBODY, body=people.dump(new)))
    return ((kept,), len(new) - len(own)) if new != own else ((), 0)


def _night_card(found: Brought, snapshot: KeptSnapshot) -> Joined:
    if not found.night_card or snapshot.night_card:
        return (), 0
    return (KeepPreference(NightCardRow(NOBODY, body=found.night_card)),), 1


def _language(found: Brought, snapshot: KeptSnapshot) -> Joined:
    """Sets the language, unless its person set one; what was only heard gives way."""
    row = snapshot.preference(LanguageRow)
    if not found.language or (row is not None and row.by == BY_COMMAND):
        return (), 0
    return (KeepPreference(LanguageRow(NOBODY, code=found.language, by=BY_COMMAND)),), 1


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
    return actions, len(actions)


def _roles(found: Brought, event: Happening, snapshot: KeptSnapshot) -> Joined:
    """Agrees on what is not agreed on yet, where the level uses it and it may be agreed on."""
    if snapshot.effective(event.at).level < norms.NEEDS:
        return (), 0
    own = new = snapshot.norms
    for words, stance in found.roles:
        has_room = len(new.roles) < norms.MOST_ROLES
        if stance is not None:
            has_room = len(new.shorthand) < norms.MOST_WORDS
        known = {spelled(one.words) for one in new.every}
        may_be = may_be_role(words) if stance is None else may_stand(words, snapshot.house.bot_name)
        if has_room and may_be and spelled(words) not in known:
            new = new.having(words, stance)
    return ((KeepNorms(new),), len(new.every) - len(own.every)) if new != own else ((), 0)


def _held(which: Held, theirs: Iterable[Line], event: Happening, snapshot: KeptSnapshot) -> Joined:
    """Holds the lines that are not held yet, as many as the list has room for."""
    if not snapshot.may_hold(event.at):
        return (), 0
    rows = list(_rows(which, theirs, event, snapshot))
    return tuple(Hold(row, is_new=True) for row in rows), len(rows)


def _rows(
    which: Held, theirs: Iterable[Line], event: Happening, snapshot: KeptSnapshot
) -> Iterator[HeldRow]:
    own = snapshot.holding.of(which)
    known, number = {spelled(one.body) for one in own}, max((one.number for one in own), default=0)
    room = which.most - len(own)
    oldest = sorted(theirs, key=lambda one: one.at or event.at)  # a document has them in no order
    for place, line in enumerate(oldest):
        if room > 0 and spelled(line.words) not in known:
            known.add(spelled(line.words))
            room, number = room - 1, number + 1
            of = EventId(f"{event.id}/{which}/{place}")
            row = which.added(line.words, (), of, min(line.at or event.at, event.at))
            yield _as_it_was(replace(row, number=number), line, event, snapshot)


# What may be mentioned where others read was allowed in another room. Alone with its person that
# means nothing, so it is kept as it was; a shared room they have not allowed it in yet.
def _as_it_was(row: HeldRow, line: Line, event: Happening, snapshot: KeptSnapshot) -> HeldRow:
    """Gives a row with all that its line says; a day that is over is not brought up again."""
    row = replace(row, is_open=line.is_open and snapshot.is_direct)
    if not isinstance(row, ThreadRow):
        return row
    is_over = line.due is not None and line.due.date() < event.at.date()
    told_at = line.due if is_over else None
    return replace(row, due=line.due, done_at=line.done_at, told_at=told_at)


def _new(theirs: Iterable[str], own: Iterable[str]) -> list[str]:
    """Gives the lines that are not there yet, each once, however they are spelled."""
    known, new = {spelled(one) for one in own}, []
    for line in theirs:
        if spelled(line) not in known:
            known.add(spelled(line))
            new.append(line)
    return new
