"""A checkpoint: the last entries of all chains at one time, signed with a key of the operator's.

A chain alone does not show that its end was cut off, or that all of it was written anew. Whoever
holds an older checkpoint, where nobody who can write to the database reaches it, sees both.
"""

import base64
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from bot.audit.canonical import canonical
from bot.audit.chain import Entry
from bot.records import Owner

FORMAT = "attune-audit-checkpoint"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain had come to."""

    chain: Owner
    number: int
    link: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Where every chain had come to, and whose word that is.

    Args:
        made_at: ISO 8601, in UTC.
        public_key: of whoever signed it, in base64.
        signature: of `signed`, in base64; empty before it is signed.
    """

    made_at: str
    heads: tuple[Head, ...]
    public_key: str
    signature: str = ""

    @property
    def signed(self) -> bytes:
        """What the signature is of: canonical JSON of all but itself."""
        return canonical({name: one for name, one in self._document.items() if name != "signature"})

    @property
    def text(self) -> str:
        """It as a file."""
        return json.dumps(self._document, indent=1) + "\n"

    @property
    def _document(self) -> dict[str, Any]:
        return {"format": FORMAT, "version": VERSION, **asdict(self)}


def head_of(entry: Entry) -> Head:
    """Gives where a chain has come to by its last entry."""
    return Head(entry.chain, entry.number, entry.link)


def read(text: str) -> Checkpoint:
    """Reads a checkpoint from a file's text. Raises ValueError where it is none."""
    raw = json.loads(text)
    if not isinstance(raw, dict) or (raw.get("format"), raw.get("version")) != (FORMAT, VERSION):
        raise ValueError("It is no checkpoint of this version.")
    heads = tuple(_head(one) for one in _list(raw.get("heads")))
    made_at, key, signature = (raw.get(name) for name in ("made_at", "public_key", "signature"))
    if not (isinstance(made_at, str) and isinstance(key, str) and isinstance(signature, str)):
        raise ValueError("It lacks when it was made, by whom, or the signature.")
    return Checkpoint(made_at, heads, key, signature)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("It has no list of chains.")
    return value


def _head(raw: Any) -> Head:
    match raw:
        case {"chain": str() as chain, "number": int() as number, "link": str() as link}:
            return Head(Owner(chain), number, link)
    raise ValueError("One of its chains is none.")


def decoded(text: str) -> bytes:
    """Gives the bytes of base64. Raises ValueError."""
    return base64.b64decode(text, validate=True)


def encoded(value: bytes) -> str:
    """Gives bytes as base64."""
    return base64.b64encode(value).decode("ascii")


def missing(heads: Iterable[Head], now: dict[Head, str]) -> tuple[Head, ...]:
    """Gives the heads whose entries are not there any more, or are others.

    Args:
        now: the link that stands at the place of each, empty for none.
    """
    return tuple(head for head in heads if now.get(head, "") != head.link)
