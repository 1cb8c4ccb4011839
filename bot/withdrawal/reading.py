"""What a message says of leaving."""

from dataclasses import dataclass
from enum import IntEnum

from bot.withdrawal.english import ENGLISH
from bot.withdrawal.further import JAPANESE, POLISH, RUSSIAN, TURKISH
from bot.withdrawal.germanic import DUTCH, GERMAN
from bot.withdrawal.romance import FRENCH, ITALIAN, PORTUGUESE, SPANISH
from bot.withdrawal.words import Words, clauses, spelled_out

LANGUAGES = (
    *(ENGLISH, SPANISH, FRENCH, GERMAN, PORTUGUESE, ITALIAN, DUTCH, POLISH, RUSSIAN),
    *(TURKISH, JAPANESE),
)
READ = 4000  # characters of a message that are looked at
MOST = 300  # in a longer one only a sure wish at its head counts
_QUOTES = frozenset('"“”„«»「」『』>')


class Wish(IntEnum):
    """How surely a message withdraws."""

    UNSURE = 1  # it looks like it: asked about before anything changes
    BARE = 2  # it does, unless it answers what was asked last
    STRONG = 3  # it does, and means nothing else


@dataclass(frozen=True, slots=True)
class Found:
    """How surely a message withdraws, and in which language."""

    wish: Wish
    language: str


def _table(languages: tuple[Words, ...]) -> dict[str, Found]:
    """Gives what each phrase means; the first language that has it names it."""
    table: dict[str, Found] = {}
    for words in languages:
        for wish, lines in (
            (Wish.UNSURE, words.unsure),
            (Wish.STRONG, words.strong),
            (Wish.BARE, words.bare),
        ):
            for phrase in spelled_out(lines):
                table.setdefault(phrase, Found(wish, words.language))
    return table


_TABLE = _table(LANGUAGES)
_AROUND = frozenset().union(*(spelled_out(words.around) for words in LANGUAGES))
_LONGEST = max(len(phrase.split()) for phrase in _AROUND)


def wish_in(text: str) -> Found | None:
    """Gives what a message says of leaving; None for all that says nothing of it."""
    said = clauses(text[:READ])
    found = [_said(clause, asks=asks) for clause, asks in said]
    wishes = [one for one in found if one is not None]
    others = [clause for one, (clause, _) in zip(found, said, strict=True) if one is None]
    if wishes and all(clause in _AROUND for clause in others):
        return max(wishes, key=lambda one: one.wish)
    if not wishes or _QUOTES & set(text[:READ]):
        return None
    if found[0] is not None and found[0].wish is Wish.STRONG:
        return found[0]
    is_short = sum(len(clause) for clause, _ in said) <= MOST
    return _to_ask_about(found[0], found[-1]) if is_short else None


def _to_ask_about(first: Found | None, last: Found | None) -> Found | None:
    """Gives what stands beside other words, at either end, as something to be asked about."""
    ends = [one for one in (first, last) if one is not None and one.wish > Wish.UNSURE]
    return Found(Wish.UNSURE, ends[0].language) if ends else None


def _said(clause: str, *, asks: bool) -> Found | None:
    """Gives what one clause says; a question that is no request is only asked about."""
    if clause in _TABLE:
        found = _TABLE[clause]
        return Found(Wish.UNSURE, found.language) if asks else found
    return _TABLE.get(_stripped(clause))


def _stripped(clause: str) -> str:
    """Gives the clause without what only stands around a wish."""
    words = clause.split()
    while words and (size := _around(words, at_head=True)):
        words = words[size:]
    while words and (size := _around(words, at_head=False)):
        words = words[:-size]
    return " ".join(words)


def _around(words: list[str], *, at_head: bool) -> int:
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        part = words[:size] if at_head else words[-size:]
        if " ".join(part) in _AROUND:
            return size
    return 0
