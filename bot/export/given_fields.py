"""The fields of a document that somebody gave, read one by one: what is of no use is refused. Pure.

A field that is null or missing is nothing. A refusal names where the field stands, by names that
this program knows and by places in lists: no word of the document.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NoReturn

EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


class WrongForm(Exception):
    """Says which field is of a wrong form, or too long."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value of a document, and by which names it is reached."""

    value: Any = field(repr=False)
    where: str = ""

    def named(self, name: str) -> "Given":
        """Gives a field of an object; one that is missing is null."""
        if not isinstance(self.value, dict):
            self.refuse()
        return Given(self.value.get(name), f"{self.where}.{name}".lstrip("."))

    def each(self, most: int | None = None) -> "Iterator[Given]":
        """Gives the things in a list of at most so many."""
        things = [] if self.value is None else self.value
        if not isinstance(things, list) or (most is not None and len(things) > most):
            self.refuse()
        return (Given(one, f"{self.where}[{place}]") for place, one in enumerate(things))

    def lines(self, most: int) -> str:
        """Gives words as they were written, of at most so many characters."""
        return self._at_most(most, self._words().strip())

    def line(self, most: int) -> str:
        """Gives words on one line, of at most so many characters."""
        return self._at_most(most, " ".join(self._words().split()))

    def moment(self) -> datetime | None:
        """Gives a moment in UTC, of this century or the next."""
        if self.value is None:
            return None
        try:
            at = datetime.fromisoformat(self.value)
            known = at.astimezone(UTC)
        except (TypeError, ValueError, OverflowError):
            self.refuse()
        if at.tzinfo is None or not EARLIEST <= known <= LATEST:
            self.refuse()
        return known

    def refuse(self) -> NoReturn:
        """Refuses the document for this field."""
        raise WrongForm(self.where)

    def _words(self) -> str:
        """Gives what was written; half a character, which no store takes, becomes a mark for it."""
        if self.value is not None and not isinstance(self.value, str):
            self.refuse()
        halves = (self.value or "").encode("utf-16-le", "surrogatepass")
        return halves.decode("utf-16-le", "replace")

    def _at_most(self, most: int, words: str) -> str:
        return words if len(words) <= most else self.refuse()
