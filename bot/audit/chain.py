"""A chain of entries, each of which holds the hash of the one before; and where one breaks."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

from bot.audit.acts import Act, Fact, facts_of
from bot.audit.canonical import canonical
from bot.records import Owner, hour

INSTANCE: Final = Owner("instance")  # names the chain of what is no single space's
FORM: Final = 1  # of what is hashed
NOTHING: Final = ""  # the link before the first entry


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a chain, to the hour. Only the operator's key could say whom its hashes name.

    Args:
        chain: the keyed hash of a space, or INSTANCE.
        number: its place in the chain, from 1.
        act: the name of the act; a later release's may be unknown here.
        facts: of the act, in canonical JSON.
        doer: a keyed hash of the admin who did it, under the key of their scope, or empty.
        about: a keyed hash of the person it was done to, under that person's key, or empty.
        link: the hash of all of it and of the link before.
    """

    chain: Owner
    number: int
    at: datetime
    hand: str
    act: str
    facts: str = "{}"
    doer: str = ""
    about: str = ""
    link: str = field(default="", repr=False)

    @property
    def known(self) -> dict[str, Fact]:
        """The facts by name; none where they cannot be read."""
        try:
            found = json.loads(self.facts)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True)
class Noted:
    """What is about to be recorded: an act, when, and the keyed hashes of whom it names."""

    act: Act
    at: datetime
    doer: str = ""
    about: str = ""

    def after(self, chain: Owner, head: "Entry | None") -> Entry:
        """Gives the entry that it becomes behind the last one of a chain."""
        facts = canonical(facts_of(self.act)).decode()
        number, at = (head.number if head is not None else 0) + 1, hour(self.at)
        of = chain, number, at, self.act.hand.value, self.act.name, facts, self.doer, self.about
        return linked(Entry(*of), head.link if head is not None else NOTHING)


def linked(entry: Entry, before: str) -> Entry:
    """Gives an entry with its link behind that of the entry before."""
    return replace(entry, link=link_of(entry, before))


def link_of(entry: Entry, before: str) -> str:
    """Gives the SHA-256 of the canonical JSON of an entry and the link before it."""
    return sha256(canonical(document(entry) | {"before": before})).hexdigest()


def document(entry: Entry) -> dict[str, Any]:
    """Gives what is hashed of an entry, besides the link before; `docs/audit.md` describes it."""
    return {
        "form": FORM,
        "chain": entry.chain,
        "number": entry.number,
        "at": entry.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "hand": entry.hand,
        "act": entry.act,
        "facts": entry.facts,
        "doer": entry.doer,
        "about": entry.about,
    }


def line(entry: Entry) -> str:
    """Gives an entry with its link, as a line of canonical JSON."""
    return canonical(document(entry) | {"link": entry.link}).decode()


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a chain breaks, and how."""

    chain: Owner
    number: int
    why: str


def broken(entries: Iterable[Entry], head: Entry | None = None) -> Broken | None:
    """Gives the first place where a chain breaks, or None where it is whole.

    Args:
        entries: of one chain, in their order.
        head: the entry before the first of these, which was found whole.
    """
    for entry in entries:
        number = (head.number if head is not None else 0) + 1
        if entry.number != number:
            return Broken(entry.chain, number, "missing")
        if entry.link != link_of(entry, head.link if head is not None else NOTHING):
            return Broken(entry.chain, number, "changed")
        head = entry
    return None
