"""The only way from a draft to words: sentence by sentence, without the surplus questions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bot.governor.coming import Coming
from bot.governor.context import Context
from bot.governor.identity.claimed import says_ai
from bot.governor.instead import first, for_nothing, for_the_rest, is_ai, is_enough, reason
from bot.governor.ngrams import plain
from bot.governor.posing import as_words
from bot.governor.questions import asks_straight, is_question
from bot.governor.quoting import NOWHERE, spoken
from bot.governor.sentences import LIMIT, Kind, Sentence, Sentences
from bot.governor.standing import Standing
from bot.governor.verdict import LONGEST, Finding, Models, suspected
from bot.governor.weighing import Weighed, Weighing
from bot.phrases import NOTHING_LEFT
from bot.words import Draft

# Rules read English; of other languages they know what claims a change, or to be a person.
_READ = re.compile(r"[a-z\dЀ-ӿß-ɏḀ-ỿぁ-ヿ一-鿿가-힣؀-ۿऀ-৿]", re.IGNORECASE)
_QUESTIONS, _LANGUAGE = "question_burden", "language"


@dataclass(frozen=True, slots=True)
class Release:
    """Words that may be seen; `text` is empty where only a question was dropped.

    `suspected` names what a small model suspects in them and is not sure of; else it is empty.
    """

    text: str = field(repr=False)
    dropped: int = 0
    suspected: str = ""


class Governed:
    """Releases a draft unchanged, byte for byte, but for what may not be seen.

    Code and quotations are not questions. The blanks around a dropped question become one of them.
    What `feed`, `flush` and `end` give is decided while it is read, one sentence at a time, so that
    `take_back` can undo the newest before the next is looked at.

    Args:
        budget: how many questions the reply may hold.
        instead: what is said when nothing else is left of the reply.
        most: how many sentences may be released; what prose comes after them is dropped.
        context: what the rules look at; without it there is only the budget and the length.
        models: the small models that back the rules.
        suspects: whether each release says what the models suspect in it.
    """

    def __init__(
        self,
        budget: int,
        instead: str = NOTHING_LEFT,
        most: int | None = None,
        context: Context | None = None,
        models: Models | None = None,
        *,
        suspects: bool = False,
    ) -> None:
        self._budget, self._most, self._instead = budget, most, instead
        self._context = context
        self._models: Models = models or {}
        self._weighing = Weighing(context, self._models) if context is not None else None
        self._suspects = suspects
        self._shown = self._undo = Standing()
        self._newest = ""  # what the newest release was made of
        self._said: frozenset[str] = frozenset()  # by the draft before this one
        self._sentences, self._coming = Sentences(), Coming(context)
        self._before = ""  # the last that was decided, as it was written
        self._held = ""  # the beginning of a sentence that can only be judged whole
        self._dropped = 0
        self._has_dropped = False
        self._is_last = False  # there will be no other draft
        self._is_looping = False  # what comes says nothing any more
        self._owes = False  # the other draft has to say something
        self.findings: list[Finding] = []
        self.wants: Finding | None = None  # why the rest should be written anew

    @property
    def is_last(self) -> bool:
        """Whether there will be no other draft."""
        return self._is_last

    @property
    def is_over(self) -> bool:
        """Whether nothing of what still comes of this draft will be released."""
        return self._is_looping or self._coming.is_over or self.wants is not None

    @property
    def asked(self) -> int:
        """How many questions were released."""
        return self._shown.asked

    @property
    def dropped(self) -> int:
        """How many questions were dropped."""
        return self._dropped

    @property
    def only_questions(self) -> bool:
        """Whether the whole reply so far is nothing but questions."""
        return self._shown.asked > 0 and self._shown.told == 0

    def begin_again(self) -> None:
        """Takes another draft, which goes on after what was released; it is the last one."""
        self._sentences, self._coming, self._held = Sentences(), Coming(self._context), ""
        self._is_looping, self._before = False, ""
        gaps = (" ",) if self._shown.has_words else ("",)
        self._shown = replace(self._shown, gaps=gaps, quoting=NOWHERE)
        self._owes, self.wants, self._is_last = self.wants is not None, None, True
        self._said = frozenset(self._shown.before)

    def feed(self, draft: Draft) -> Iterator[Release]:
        """Takes a piece of a draft and gives what may be seen because of it."""
        if self._weighing is not None:
            self._weighing.is_written |= draft.is_written
        return self._governed(self._sentences.feed(self._coming.passed(draft.proposed)))

    def flush(self) -> Iterator[Release]:
        """Gives what may be seen already although the stream is idle."""
        return self._governed(self._sentences.flush())

    def end(self) -> Iterator[Release]:
        """Gives the rest; a reply of which nothing is left becomes the plain sentence."""
        yield from self._governed(self._sentences.feed(self._coming.rest()))
        yield from self._governed(self._sentences.end())
        yield from self._let_go()
        self._retry()
        if self.wants is not None and not self._is_last:
            return  # another draft goes on from here
        yield from self._closing()
        if self._context is not None and self._context.asks_if_ai and not self._shown.says_ai:
            yield self._added(is_ai(self._context), "\n\n" if self._shown.has_words else "")

    def _retry(self) -> None:
        """Asks for another draft where nothing is left of this one that says anything."""
        asks_only = self._shown.has_words and {one.flag for one in self.findings} <= {_QUESTIONS}
        if not (self._shown.answers or self._is_last or asks_only):
            self.wants = self.wants or reason(self.findings)

    def take_back(self, rule: str) -> None:
        """Makes the newest release one that was left out: it was not shown, and never will be."""
        flag = rule.partition(" ")[0]
        self._shown = self._undo
        self.findings.append(Finding("judge", flag, "drop", self._newest))
        self._drop(self._newest)

    def _governed(self, sentences: tuple[Sentence, ...]) -> Iterator[Release]:
        for sentence in sentences:
            for release in self._taken(sentence):
                if release.text or release.dropped:
                    yield release

    def _taken(self, sentence: Sentence) -> Iterator[Release]:
        if self._is_looping:
            return
        if sentence.kind is not Kind.PROSE:
            yield from self._let_go()
            self._before = sentence.text
            yield self._decided(sentence) if self._coming.is_own else self._drop(sentence.text)
            return
        if circles := self._coming.circles(sentence.text):
            yield self._stop(circles)
            return
        whole, self._held = self._held + sentence.text, ""
        if marks := self._shown.late_marks(whole):
            self._shown = self._undo = self._shown.with_marks(marks)
            yield Release(marks)
            whole = whole[len(marks) :]
        if not whole:
            return
        if sentence.is_part and self._must_be_whole(whole):
            self._held = whole
        else:
            yield from self._worded(whole)

    def _must_be_whole(self, text: str) -> bool:
        """Whether it can only be judged at its end: what was released cannot be taken back."""
        is_read = bool(_READ.search(text)) or not any(map(str.isalnum, text))
        is_judged = self._context is not None and is_read
        is_short = len(text) <= LONGEST - LIMIT  # with what may be added, rules can read it
        return is_short and (is_judged or self._shown.asked >= self._budget)

    def _let_go(self) -> Iterator[Release]:
        held, self._held = self._held, ""
        if held:
            yield from self._worded(held)

    def _worded(self, text: str) -> Iterator[Release]:
        """Decides about prose in which nothing is more than its words any more."""
        is_line = not self._before or self._before.endswith("\n")
        own, finding = self._coming.own(text, is_line=is_line)
        words, self._before = as_words(own, self._before), text
        self.findings += [finding] if finding is not None else []
        if words.strip() or not text.strip():
            yield self._decided(Sentence(words, Kind.PROSE))
        else:
            yield self._drop(text)

    def _stop(self, finding: Finding) -> Release:
        """Takes nothing more of a draft that says nothing any more."""
        self.findings.append(finding)
        text, self._held, self._is_looping = self._held + finding.sentence, "", True
        return self._drop(text)

    def _decided(self, sentence: Sentence) -> Release:
        asks = is_question(sentence) and not self._asks_straight(sentence.text)
        if asks and self._shown.asked >= self._budget:
            return self._surplus(sentence.text)
        if self.wants is not None or (self._is_full and sentence.kind is Kind.PROSE):
            return Release("")
        if not sentence.text.strip():
            self._shown = self._shown.with_blank(sentence.text)
            return Release("")
        if self._shown.has_gap and sentence.kind is Kind.PROSE and self._weighing is not None:
            own = self._shown.own(sentence.text)
            if not any(map(str.isalnum, own)):
                return self._drop(own)
            sentence = Sentence(own, Kind.PROSE)
        return self._weighed(sentence, asks=asks)

    def _asks_straight(self, text: str) -> bool:
        """Whether it asks directly about suicide, where a life is at risk: no budget holds that."""
        return bool(self._context and self._context.is_in_danger) and asks_straight(text)

    def _weighed(self, sentence: Sentence, *, asks: bool) -> Release:
        if self._weighing is None:
            return self._released(sentence, asks=asks)
        weighed = self._weighing.of(sentence, self._shown)
        if weighed.finding is not None and weighed.finding.flag == _LANGUAGE and self._is_last:
            weighed = Weighed(sentence.text)  # better another language than nothing
        if weighed.finding is not None and weighed.is_loop:
            return self._stop(weighed.finding)
        if weighed.finding is not None:
            self.findings.append(weighed.finding)
            if weighed.finding.action == "redraft":
                self.wants = weighed.finding
                return Release("")
        elif sentence.kind is Kind.PROSE and plain(sentence.text) in self._said:
            return self._drop(sentence.text)  # a redraft never says again what stands
        if not weighed.text:
            return self._drop(sentence.text)
        left = replace(sentence, text=weighed.text)
        return self._released(left, asks=asks and is_question(left))

    @property
    def _is_full(self) -> bool:
        return self._most is not None and self._shown.told + self._shown.asked >= self._most

    def _released(self, sentence: Sentence, *, asks: bool) -> Release:
        self._undo, self._newest = self._shown, sentence.text
        context = None if self._shown.has_words else self._context
        lead = first(sentence.text, context) if context is not None else ""
        text, self._shown = self._shown.with_words(sentence, asks=asks)
        self._owes = False
        return Release(f"{lead}{text}", suspected=self._suspected(sentence))

    def _suspected(self, sentence: Sentence) -> str:
        if not self._suspects or sentence.kind is not Kind.PROSE:
            return ""
        return suspected(spoken(sentence.text, self._undo.quoting), self._models)

    def _surplus(self, text: str) -> Release:
        self._dropped += 1
        if self._context is not None:
            self.findings.append(Finding("question-budget", _QUESTIONS, "drop", text))
        self._drop(text)
        return Release("", dropped=1)

    def _drop(self, text: str) -> Release:
        self._shown = self._shown.without(text)
        self._has_dropped = True
        return Release("")

    def _added(self, words: str, gap: str) -> Release:
        """Gives a fixed sentence of the program's own at the end of what stands."""
        is_told = self._shown.says_ai or says_ai(plain(words))
        self._shown = replace(self._shown, has_words=True, gaps=("",), says_ai=is_told)
        return Release(f"{gap}{words}")

    def _closing(self) -> Iterator[Release]:
        shown, context = self._shown, self._context
        self._shown = replace(shown, told=shown.told + shown.is_open)
        is_awaited = context is not None and bool(context.crisis)  # never silence
        is_owed = (self.wants is not None or self._owes) and not is_enough(shown.has_words, context)
        if is_owed and shown.answers:
            yield self._added(for_the_rest(self.findings, context, self._instead), shown.gaps[0])
        elif is_owed or (not shown.has_words and (self._has_dropped or is_awaited)):
            words, gap = for_nothing(self.findings, context, self._instead), shown.gaps[0]
            yield self._added(words, gap if shown.has_words else "")
        elif shown.has_words and len(shown.gaps) == 1 and shown.gaps[0]:
            yield Release(shown.gaps[0])
