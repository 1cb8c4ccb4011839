"""Every kind of record that can be kept, read off its declaration: what, which facts, how long.

Nothing is listed here by hand: a kind or a field without a name is what `unnamed` gives, and a test
holds that it gives nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from adapters.published.sentences import said_in_documents
from bot.export.fields import stays
from bot.export.leaving_out import is_on_page
from bot.records import CLAIMS, KINDS, LedgerRow, Row, name_of
from bot.strings import Strings

Kind = type[Row] | type[LedgerRow]


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
    return (*(_in_words(one, strings) for one in (*KINDS, LedgerRow)), seen)


def unnamed(strings: Strings) -> tuple[str, ...]:
    """Gives each kind, and each field of one, that has no words in the policy."""
    return tuple(one for kind in (*KINDS, LedgerRow) for one in _lacking(kind, strings))


def _in_words(kind: Kind, strings: Strings) -> Kept:
    name, known = _name(kind), _fields(strings)
    called = _called(strings).get(name, kind.about.called)
    of_fields = (known.get(f"{name}-{one}") or known.get(one, one) for one in _shown(kind))
    return Kept(called, tuple(dict.fromkeys(of_fields)), _ends(kind, strings))


def _lacking(kind: Kind, strings: Strings) -> Iterator[str]:
    name = _name(kind)
    if name not in _called(strings):
        yield name
    if _is_ended_by_more(kind) and name not in said_in_documents().ends:
        yield f"{name}.until"
    yield from (f"{name}.{one}" for one in _shown(kind) if one not in _fields(strings))


def _ends(kind: Kind, strings: Strings) -> str:
    said = stays(kind.about, strings)
    return said_in_documents().ends.get(_name(kind), said)


def _is_ended_by_more(kind: Kind) -> bool:
    """Returns whether neither a time nor an erase by its person is all that ends a kind."""
    return kind.about.lasts is None and kind.about.until != "erased" and kind is not LedgerRow


def _shown(kind: Kind) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind) if is_on_page(one))


def _name(kind: Kind) -> str:
    return name_of(kind) if issubclass(kind, Row) else "ledger"


def _called(strings: Strings) -> dict[str, str]:
    return {**strings.kept.called, **said_in_documents().called}


def _fields(strings: Strings) -> dict[str, str]:
    return {**strings.export.fields, **said_in_documents().fields}
