"""The only way from a draft to words: sentence by sentence, without the surplus questions."""

from collections.abc import Iterator
from dataclasses import replace

from bot.governor.beginnings import must_be_whole
from bot.governor.cells import Cells, is_free, over_budget
from bot.governor.cells import asks as is_asking
from bot.governor.check import Finding, doubted
from bot.governor.coming import Coming
from bot.governor.context import Context
from bot.governor.emitted import Emitted
from bot.governor.ending import Ending
from bot.governor.instead import first, nothing_left
from bot.governor.leanings import Leanings
from bot.governor.posing import as_words
from bot.governor.questions import is_question
from bot.governor.released import Release as Release
from bot.governor.tables import has_words
from bot.governor.weighing import Weighing
from bot.text.lines import begins_block
from bot.text.plain import plain
from bot.text.sentences import Kind, Sentence, Sentences
from bot.words import Draft


class Governed:
    """Releases a draft unchanged, byte for byte, but for what may not be seen.

    Code and quotations are not questions. The blanks around a dropped question become one of them.
    What `feed`, `flush` and `end` give is decided while it is read, one sentence at a time, so that
    `take_back` can undo the newest before the next is looked at, and `leanings` be set before it.

    Args:
        budget: how many questions the reply may hold.
        instead: what is said when nothing else is left of the reply; else the context's strings do.
        most: how many sentences may be released; what prose comes after them is dropped.
        context: what the rules look at; without it there is only the budget and the length.
    """

    _newest = ""  # what the newest release was made of
    _said: frozenset[str] = frozenset()  # by the draft before this one
    _before = ""  # the last that was decided, as it was written
    _held = ""  # the beginning of a sentence that can only be judged whole
    _dropped, _has_dropped = 0, False
    _is_last = False  # there will be no other draft
    _is_looping = False  # what comes says nothing any more
    _owes = False  # the other draft has to say something
    is_own = False  # nothing of the drafts was released: what is said is the program's
    wants: Finding | None = None  # why the rest should be written anew
    leanings: Leanings | None = None  # of the sentence that is decided next

    def __init__(
        self,
        budget: int,
        instead: str = "",
        most: int | None = None,
        context: Context | None = None,
    ) -> None:
        self._budget, self._most, self._context = budget, most, context
        self._strings = context.strings if context is not None else None
        self._ending = Ending(context, instead or nothing_left(context))
        self._weighing = Weighing(context) if context is not None else None
        self._shown = self._undo = Emitted()
        self._sentences, self._coming = Sentences(), Coming(context)
        self.findings: list[Finding] = []

    @property
    def is_last(self) -> bool:
        """Returns whether no other draft will follow."""
        return self._is_last

    @property
    def is_over(self) -> bool:
        """Returns whether nothing more of this draft can be released."""
        return self._is_looping or self._coming.is_over or self.wants is not None

    @property
    def newest(self) -> str:
        """The words of the newest release, without what the program says before them."""
        return self._newest

    @property
    def asked(self) -> int:
        """The number of released questions."""
        return self._shown.asked

    @property
    def dropped(self) -> int:
        """The number of dropped questions."""
        return self._dropped

    @property
    def only_questions(self) -> bool:
        """Returns whether the reply so far holds nothing but questions."""
        return self._shown.asked > 0 and self._shown.told == 0

    def begin_again(self) -> None:
        """Begins the second and last draft, which continues after the released part."""
        self._sentences, self._coming = Sentences(), Coming(self._context)
        self._shown, self._is_looping, self._held, self._before = self._shown.again(), False, "", ""
        self._owes, self.wants, self._is_last = self.wants is not None, None, True
        self._said = frozenset(self._shown.before)
        if self._weighing is not None:
            self._weighing.is_last = True

    def feed(self, draft: Draft) -> Iterator[Release]:
        """Adds a piece of a draft, and yields the releases that this allows."""
        if self._weighing is not None:
            self._weighing.is_written |= draft.is_written
        return self._governed(self._sentences.feed(self._coming.passed(draft.proposed)))

    def flush(self) -> Iterator[Release]:
        """Yields the releases that are possible during a pause of the stream."""
        return self._governed(self._sentences.flush())

    def end(self) -> Iterator[Release]:
        """Yields the rest, or the fixed sentence for a reply of which nothing is left."""
        yield from self._governed(self._sentences.feed(self._coming.rest()))
        yield from self._governed(self._sentences.end())
        yield from self._let_go()
        if not self._is_last:
            self.wants = self.wants or self._ending.wanted(self._shown, self.findings)
        if self.wants is None or self._is_last:  # else another draft goes on from here
            yield from self._closing()

    def _closing(self) -> Iterator[Release]:
        self._shown = replace(self._shown, told=self._shown.told + self._shown.is_open)
        is_owed, self.is_own = self.wants is not None or self._owes, not self._shown.has_words
        last, self._shown = self._ending.last(
            self._shown, self.findings, is_owed=is_owed, has_dropped=self._has_dropped
        )
        yield from (Release(text) for text in (last, self._ending.told(self._shown)) if text)

    def take_back(self, rule: str) -> None:
        """Undoes the newest release, which was not shown, as if it had been left out."""
        self._shown = self._undo
        self.findings.append(Finding("judge", rule.partition(" ")[0], "drop", self._newest))
        self._drop(self._newest)

    def _governed(self, sentences: tuple[Sentence, ...]) -> Iterator[Release]:
        for sentence in sentences:
            for release in self._taken(sentence):
                if release.text or release.dropped or release.unread:
                    yield release

    def _taken(self, sentence: Sentence) -> Iterator[Release]:
        if self._is_looping:
            return
        if sentence.kind in (Kind.CODE, Kind.BREAK):
            yield from self._let_go()
            self._before = sentence.text
            yield self._decided(sentence) if self._coming.is_own else self._drop(sentence.text)
        elif circles := self._coming.circles(sentence.text):
            yield self._stop(circles)
        elif sentence.kind is Kind.ROW:
            yield from self._let_go()
            yield from self._worded(sentence.text, Kind.ROW)
        else:
            yield from self._prose(sentence)

    def _prose(self, sentence: Sentence) -> Iterator[Release]:
        if self._held.endswith("\n") and begins_block(sentence.text):
            yield from self._let_go()
        whole, self._held = self._held + sentence.text, ""
        if marks := self._shown.late_marks(whole):
            shown, self._shown = self._shown.with_marks(marks)
            self._undo = self._shown
            yield Release(shown)
            whole = whole[len(marks) :]
        has_rules, may_ask = self._context is not None, self._shown.needing < self._budget
        if sentence.is_part and must_be_whole(whole, has_rules=has_rules, may_ask=may_ask):
            self._held = whole
        elif whole:
            yield from self._worded(whole)

    def _let_go(self) -> Iterator[Release]:
        if held := self._held:
            self._held = ""
            yield from self._worded(held)

    def _worded(self, text: str, kind: Kind = Kind.PROSE) -> Iterator[Release]:
        """Judges text after everything in it that a platform would act on became words."""
        is_line = not self._before or self._before.endswith("\n")
        own, finding = self._coming.own(text, is_line=is_line)
        words, self._before = as_words(own, self._strings, self._before), text
        self.findings += [finding] if finding is not None else []
        if kind is Kind.PROSE:
            words, self._shown = self._shown.without_orphan(words)
        if words.strip() or not text.strip():
            yield from self._unread(words, kind)
            yield self._decided(Sentence(words, kind))
            self.leanings = None
        else:
            yield self._drop(text)

    def _unread(self, words: str, kind: Kind) -> Iterator[Release]:
        """Asks once for the leanings of a sentence, if anything depends on them."""
        if self._weighing is None or kind is not Kind.PROSE or self.wants or self._is_full:
            return
        own = self._shown.own(words) if self._shown.has_gap else words
        shown = self._shown.without_marks(words.removesuffix(own))
        if said := self._weighing.plainly(own, shown):
            yield Release("", unread=said)

    def _stop(self, finding: Finding) -> Release:
        """Ends the reading of a draft that goes in circles."""
        self.findings.append(finding)
        text, self._held, self._is_looping = self._held + finding.sentence, "", True
        return self._drop(text)

    def _decided(self, sentence: Sentence) -> Release:
        if sentence.kind is Kind.ROW:
            return self._row(sentence)
        asks = is_asking(sentence, self._context)
        free = asks and self._budget and is_free(sentence.text, self._context, self._shown)
        if asks and not free and self._shown.needing >= self._budget:
            return self._surplus(sentence.text)
        if self.wants is not None:
            return Release("")
        release = self._told(sentence, asks=asks)
        self._shown = self._shown.with_free(is_free=bool(free)) if release.text else self._shown
        return release

    def _told(self, sentence: Sentence, *, asks: int) -> Release:
        if self._is_full and sentence.kind is Kind.PROSE:
            return self._drop(sentence.text)
        if not sentence.text.strip():
            self._shown = self._shown.with_blank(sentence.text)
            return Release("")
        if self._shown.has_gap and sentence.kind is Kind.PROSE and self._weighing is not None:
            sentence = self._without_marks(sentence)
            if not any(map(str.isalnum, sentence.text)):
                return self._drop(sentence.text)
        return self._weighed(sentence, asks=asks)

    def _without_marks(self, sentence: Sentence) -> Sentence:
        """Removes the marks of a part left out before from a sentence."""
        own = self._shown.own(sentence.text)
        self._shown = self._shown.without_marks(sentence.text.removesuffix(own))
        return replace(sentence, text=own)

    def _row(self, row: Sentence) -> Release:
        """Releases a table row with its allowed cells; the head always stays."""
        is_new = not (shown := self._shown).in_table
        if self.wants is not None:
            return Release("")
        if (is_new and self._is_full) or (not is_new and plain(row.text) in self._said):
            return self._drop(row.text)
        cells = Cells(self._weighing, shown, self._budget - shown.needing)
        left = cells.left(row.text)
        self.findings += cells.findings
        self._dropped, self.wants = self._dropped + cells.dropped, cells.wants
        is_bare = has_words(row.text) and not has_words(left) and not is_new
        if self.wants is not None or is_bare:
            released = self._drop(row.text)
        else:
            released = self._weighed(Sentence(left, Kind.ROW), asks=cells.asked)
        return replace(released, dropped=cells.dropped)

    def _weighed(self, sentence: Sentence, *, asks: int) -> Release:
        if self._weighing is None:
            return self._released(sentence, asks=asks)
        weighed = self._weighing.of(sentence, self._shown, self.leanings)
        if weighed.finding is not None and weighed.is_loop:
            return self._stop(weighed.finding)
        if weighed.finding is not None:
            self.findings.append(weighed.finding)
            self.leanings = None  # what is left of it leans to something else
            if weighed.finding.action == "redraft":
                self.wants = weighed.finding
                return Release("")
        elif sentence.kind is Kind.PROSE and self._said and plain(sentence.text) in self._said:
            return self._drop(sentence.text, is_said=True)  # a redraft never says again what stands
        if not weighed.text:
            return self._drop(sentence.text)
        left = replace(sentence, text=weighed.text)
        return self._released(left, asks=asks * is_question(left))

    @property
    def _is_full(self) -> bool:
        return self._most is not None and self._shown.told + self._shown.asked >= self._most

    def _released(self, sentence: Sentence, *, asks: int) -> Release:
        self._undo, self._newest, self._owes = self._shown, sentence.text, False
        context, is_first = self._context, not self._shown.has_words
        lead = first(sentence.text, context) if context is not None and is_first else ""
        text, self._shown = self._shown.with_words(sentence, asks=asks)
        doubt = doubted(sentence.text, context, self.leanings) if context is not None else ""
        return Release(f"{lead}{text}", suspected=doubt)

    def _surplus(self, text: str) -> Release:
        self._dropped += 1
        self.findings += [over_budget(text)] if self._context is not None else []
        return replace(self._drop(text), dropped=1)

    def _drop(self, text: str, *, is_said: bool = False) -> Release:
        self._shown = self._shown.without(text, is_said=is_said)
        self._has_dropped = True
        return Release("")
