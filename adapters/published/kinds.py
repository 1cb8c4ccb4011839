"""Every kind of record that can be kept, read off its declaration: what, which facts, how long.

Nothing is listed here by hand: a kind or a field without a name is what `unnamed` gives, and a test
holds that it gives nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Final

from adapters.published.sentences import said_in_documents
from bot.audit import Entry
from bot.export.fields import stays
from bot.export.leaving_out import is_on_page
from bot.records import AUDITED, CLAIMS, KINDS, About, LedgerRow, Row, name_of
from bot.strings import Strings

Kind = type[Row] | type[LedgerRow] | type[Entry]
# What stands in tables of its own, by their names: the claimed events are `seen`, without fields.
LEDGERS: Final[Mapping[str, Kind]] = {"ledger": LedgerRow, "trail": Entry}
SEEN: Final = "seen"


@dataclass(frozen=True, slots=True)
class Kept:
    """A kind of record, in words."""

    called: str
    holds: tuple[str, ...]  # empty: only numbers and hashes that say nothing to people
    stays: str


def kept(strings: Strings) -> tuple[Kept, ...]:
    """Gives every kind of record in words."""
    say = said_in_documents()
    seen = Kept(say.claims, (say.claims_hold,), stays(CLAIMS, strings))
    return (*(_in_words(one, strings) for one in (*KINDS, *LEDGERS.values())), seen)


def unnamed(strings: Strings) -> tuple[str, ...]:
    """Gives each kind, and each field of one, that has no words in the policy."""
    return tuple(one for kind in (*KINDS, *LEDGERS.values()) for one in _lacking(kind, strings))


def _in_words(kind: Kind, strings: Strings) -> Kept:
    name, known = _name(kind), _fields(strings)
    called = _called(strings).get(name, _about(kind).called)
    of_fields = (known.get(f"{name}-{one}") or known.get(one, one) for one in _shown(kind))
    return Kept(called, tuple(dict.fromkeys(of_fields)), _ends(kind, strings))


def _lacking(kind: Kind, strings: Strings) -> Iterator[str]:
    name = _name(kind)
    if name not in _called(strings):
        yield name
    if _is_ended_by_more(kind) and name not in said_in_documents().ends:
        yield f"{name}.until"
    known = _fields(strings).keys()
    yield from (f"{name}.{one}" for one in _shown(kind) if known.isdisjoint((one, f"{name}-{one}")))


def _ends(kind: Kind, strings: Strings) -> str:
    said = stays(_about(kind), strings)
    return said_in_documents().ends.get(_name(kind), said)


def _is_ended_by_more(kind: Kind) -> bool:
    """Returns whether neither a time nor an erase by its person is all that ends a kind."""
    about = _about(kind)
    return about.lasts is None and about.until != "erased" and kind not in LEDGERS.values()


def _about(kind: Kind) -> About:
    """Gives what a kind declares: of an entry `about` is whom it was done to."""
    return AUDITED if issubclass(kind, Entry) else kind.about


def _shown(kind: Kind) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind) if is_on_page(one))


def _name(kind: Kind) -> str:
    if issubclass(kind, Row):
        return name_of(kind)
    return next(name for name, one in LEDGERS.items() if one is kind)


def _called(strings: Strings) -> dict[str, str]:
    return {**strings.kept.called, **said_in_documents().called}


def _fields(strings: Strings) -> dict[str, str]:
    return {**strings.export.fields, **said_in_documents().fields}
