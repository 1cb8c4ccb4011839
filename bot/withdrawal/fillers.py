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
        start, end = 0, len(words)
        while start < end - 1 and words[start] in self.first:
            size = self._size(words[start : min(start + self.longest, end - 1)], at_head=True)
            if not size:
                break
            start += size
        while end > start + 1 and words[end - 1] in self.last:
            size = self._size(words[max(end - self.longest, start + 1) : end], at_head=False)
            if not size:
                break
            end -= size
        return " ".join(words[start:end])

    def are_all_of(self, clause: str) -> bool:
        """Returns whether a clause holds only fillers, as "hey attune" does."""
        return clause in self.phrases or self.stripped(clause.split()) in self.phrases

    def _size(self, part: list[str], *, at_head: bool) -> int:
        """Gives the number of words of the longest filler at an end of a part."""
        for size in range(len(part), 0, -1):
            if " ".join(part[:size] if at_head else part[-size:]) in self.phrases:
                return size
        return 0


def fillers_of(lines: tuple[str, ...]) -> Fillers:
    """Gives the fillers that lines of a language's words stand for."""
    phrases = spelled_out(lines)
    every = [phrase.split() for phrase in phrases if phrase]
    first, last = frozenset(one[0] for one in every), frozenset(one[-1] for one in every)
    return Fillers(phrases, first, last, max(map(len, every)))
