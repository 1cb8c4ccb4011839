"""Some of the languages that people are answered in, in an order; none named is all of them."""

from dataclasses import dataclass
from typing import Any

from bot.house_rules.kinds.plain import NoPicks, spelled
from bot.house_rules.rule import Given
from bot.strings import OFFERED, Strings
from bot.text.normalize import normalized

Codes = tuple[str, ...]
ALL = "all"


@dataclass(frozen=True, slots=True)
class OfLanguages(NoPicks):
    """Languages by their codes."""

    def dump(self, value: Codes) -> list[str]:
        """Gives the codes."""
        return list(value)

    def load(self, raw: Any) -> Codes:
        """Reads codes of languages that are offered, each once."""
        if not isinstance(raw, list) or not all(one in OFFERED for one in raw):
            raise ValueError("is no list of languages")
        return tuple(dict.fromkeys(raw))

    def read(self, given: Given, now: Codes) -> Codes | None:
        """Reads languages by code or by their own names, or all of them."""
        words = spelled(given).replace(",", " ").split()
        if words == [ALL]:
            return ()
        known = {normalized(one.language.name): one.code for one in _every(given.strings)}
        known |= {code: code for code in OFFERED}
        is_read = bool(words) and all(one in known for one in words)
        return tuple(dict.fromkeys(known[one] for one in words)) if is_read else None

    def said(self, value: Codes, strings: Strings) -> str:
        """Gives what each calls itself."""
        names = [strings.to(code).language.name for code in value]
        return ", ".join(names) or strings.settings.values["every_language"]

    def fact(self, value: Codes) -> str:
        """Gives the codes."""
        return "-".join(value) or ALL

    def told(self, fact: str, strings: Strings) -> str:
        """Gives what each calls itself."""
        return self.said(() if fact == ALL else self.load(fact.split("-")), strings)

    def taps(self, now: Codes) -> tuple[Codes, ...]:
        """Gives all of them, each alone, and what holds."""
        return tuple(dict.fromkeys(((), *((code,) for code in OFFERED), now)))


def _every(strings: Strings) -> tuple[Strings, ...]:
    return tuple(strings.to(code) for code in OFFERED)
