"""The only way from a draft to words: sentence by sentence, without the surplus questions."""

import re
from dataclasses import dataclass, field

from bot.governor.context import Context
from bot.governor.ngrams import plain
from bot.governor.questions import STOPS, bare, is_question
from bot.governor.sentences import Kind, Sentence, Sentences
from bot.governor.verdict import Finding, Models, found
from bot.phrases import HONEST_INSTEAD, NOTHING_LEFT
from bot.words import Draft

_REMEMBERED = 20  # sentences
_QUOTE_LINE = re.compile(r"\s*>")


@dataclass(frozen=True, slots=True)
class Release:
    """Words that may be seen; `text` is empty where only a question was dropped."""

    text: str = field(repr=False)
    dropped: int = 0


class Governed:
    """Releases a draft unchanged, byte for byte, but for the questions over the budget.

    Code and quotations are not questions. The blanks around a dropped question become one of them.

    Args:
        budget: how many questions the reply may hold.
        instead: what is said when nothing else is left of the reply.
        most: how many sentences may be released; what prose comes after them is dropped.
        context: what the rules look at; without it there is only the budget and the length.
        models: the small models that back the rules.
    """

    def __init__(
        self,
        budget: int,
        instead: str = NOTHING_LEFT,
        most: int | None = None,
        context: Context | None = None,
        models: Models | None = None,
    ) -> None:
        self._budget = budget
        self._most = most
        self._context = context
        self._models: Models = models or {}
        self._before: tuple[str, ...] = ()  # plain sentences that were released
        self._is_last = False  # there will be no other try
        self._said: frozenset[str] = frozenset()  # by the draft before this one
        self.findings: list[Finding] = []
        self.wants: Finding | None = None  # why the rest should be written anew
        self._instead = instead
        self._sentences = Sentences()
        self._held = ""  # the beginning of a sentence that may yet turn out a question
        self._gaps = [""]  # blanks since the last words; one more for each question dropped there
        self._asked = 0
        self._dropped = 0
        self._has_dropped = False
        self._told = 0  # sentences released that are no questions
        self._has_words = False
        self._is_open = False  # the last words are the beginning of a sentence

    @property
    def is_last(self) -> bool:
        """Whether there will be no other draft."""
        return self._is_last

    @property
    def asked(self) -> int:
        """How many questions were released."""
        return self._asked

    @property
    def dropped(self) -> int:
        """How many questions were dropped."""
        return self._dropped

    @property
    def only_questions(self) -> bool:
        """Whether the whole reply so far is nothing but questions."""
        return self._asked > 0 and self._told == 0

    def begin_again(self) -> None:
        """Takes another draft, which goes on after what was released; it is the last one."""
        self._sentences, self._held = Sentences(), ""
        self._gaps = [" "] if self._has_words else [""]
        self.wants, self._is_last = None, True
        self._said = frozenset(self._before)

    def feed(self, draft: Draft) -> tuple[Release, ...]:
        """Takes a piece of a draft and gives what may be seen because of it."""
        return self._governed(self._sentences.feed(draft.proposed))

    def flush(self) -> tuple[Release, ...]:
        """Gives what may be seen already although the stream is idle."""
        return self._governed(self._sentences.flush())

    def end(self) -> tuple[Release, ...]:
        """Gives the rest; a reply of which nothing is left becomes the plain sentence."""
        released = self._governed(self._sentences.end())
        released += self._let_go()
        if self._is_last and self.wants is not None:
            self._has_words = True
            return (*released, Release(f"{self._gaps[0]}{HONEST_INSTEAD}"))
        if self.wants is not None:
            return released  # another draft goes on from here
        self._told += self._is_open
        return (*released, *self._closing())

    def _governed(self, sentences: tuple[Sentence, ...]) -> tuple[Release, ...]:
        released = tuple(each for sentence in sentences for each in self._taken(sentence))
        return tuple(each for each in released if each.text or each.dropped)

    def _taken(self, sentence: Sentence) -> tuple[Release, ...]:
        if sentence.kind is not Kind.PROSE:
            return (*self._let_go(), self._decided(sentence))
        whole, self._held = Sentence(self._held + sentence.text, Kind.PROSE), ""
        # Released now, the beginning of a surplus question could not be taken back.
        if self._asked >= self._budget and _is_unfinished(whole.text):
            self._held = whole.text
            return ()
        return (self._decided(whole),)

    def _let_go(self) -> tuple[Release, ...]:
        held, self._held = self._held, ""
        return (self._decided(Sentence(held, Kind.PROSE)),) if held else ()

    def _decided(self, sentence: Sentence) -> Release:
        asks = is_question(sentence)
        if asks and self._asked >= self._budget:
            return self._drop(sentence.text)
        words = sentence.text.strip()
        if self.wants is not None or (self._is_full and sentence.kind is Kind.PROSE):
            return Release("")
        if words and sentence.kind is Kind.PROSE and self._is_found(sentence.text):
            return Release("") if self.wants is not None else self._drop(sentence.text, asked=0)
        if not words:
            self._gaps[-1] += sentence.text
            return Release("")
        before, _, after = sentence.text.partition(words)
        text = self._gap(before, sentence.kind) + words
        self._gaps = [after]
        self._has_words = True
        self._asked += asks
        # The beginning of a sentence counts as told or asked only with its end.
        self._is_open = not asks and _is_unfinished(sentence.text)
        self._told += not asks and not self._is_open
        return Release(text)

    @property
    def _is_full(self) -> bool:
        return self._most is not None and self._told + self._asked >= self._most

    def _is_found(self, text: str) -> bool:
        """Whether the sentence may not be seen; notes what was found, and whether to redraft."""
        if self._context is None or _QUOTE_LINE.match(text):
            return False
        finding = found(text, self._context, self._before, self._models)
        if finding is None and plain(text) in self._said:
            return True  # a redraft never says again what stands
        if finding is None:
            self._before = (*self._before[-_REMEMBERED:], plain(text))
            return False
        self.findings.append(finding)
        if finding.action == "redraft":
            self.wants = finding
        return True

    def _drop(self, text: str, *, asked: int = 1) -> Release:
        words = text.strip()
        before, _, after = text.partition(words)
        self._gaps[-1] += before
        self._gaps.append(after)
        self._dropped += asked
        self._has_dropped = True
        return Release("", dropped=asked)

    def _gap(self, before: str, kind: Kind) -> str:
        """Gives the blank before some words: as it was, or one for all around a question."""
        self._gaps[-1] += before
        if len(self._gaps) == 1:
            return self._gaps[0]
        if self._has_words:
            return max(self._gaps, key=lambda gap: (gap.count("\n"), len(gap)))
        # A reply never begins with a blank, but the first line of code keeps its indent.
        return self._gaps[-1].rpartition("\n")[2] if kind is Kind.CODE else ""

    def _closing(self) -> tuple[Release, ...]:
        if not self._has_words:
            return (Release(self._instead),) if self._has_dropped else ()
        rest = self._gaps[0] if len(self._gaps) == 1 else ""
        return (Release(rest),) if rest else ()


def _is_unfinished(text: str) -> bool:
    """Whether prose was released before its end: at a clause, or while the stream was idle."""
    words = text.rstrip()
    return "\n" not in text[len(words) :] and not bare(words).endswith(STOPS)
