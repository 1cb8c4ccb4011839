"""Words that may stand before and after a phrase, and mean nothing by themselves."""

from dataclasses import dataclass

from bot.withdrawal.words import spelled_out


@dataclass(frozen=True, slots=True)
class Fillers:
    """The fillers of one language, folded as clauses are.

    Args:
        first: the words with which one begins.
        last: the words with which one ends.
        longest: the number of words of the longest.
    """

    phrases: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]
    longest: int

    def stripped(self, words: list[str]) -> str:
        """Gives the clause without the fillers around a phrase; one word is always left."""
        while size := self._around(words, at_head=True):
            words = words[size:]
        while size := self._around(words, at_head=False):
            words = words[:-size]
        return " ".join(words)

    def are_all_of(self, clause: str) -> bool:
        """Returns whether a clause holds only fillers, as "hey attune" does."""
        return clause in self.phrases or self.stripped(clause.split()) in self.phrases

    def _around(self, words: list[str], *, at_head: bool) -> int:
        """Gives the number of fillers at an end."""
        if not words or words[0 if at_head else -1] not in (self.first if at_head else self.last):
            return 0
        for size in range(min(self.longest, len(words) - 1), 0, -1):
            part = words[:size] if at_head else words[-size:]
            if " ".join(part) in self.phrases:
                return size
        return 0


def fillers_of(lines: tuple[str, ...]) -> Fillers:
    """Gives the fillers that lines of a language's words stand for."""
    phrases = spelled_out(lines)
    every = [phrase.split() for phrase in phrases if phrase]
    first, last = frozenset(one[0] for one in every), frozenset(one[-1] for one in every)
    return Fillers(phrases, first, last, max(map(len, every)))
