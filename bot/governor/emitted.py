"""The released part of a reply, as far as later sentences depend on it. Pure values."""

from dataclasses import dataclass, replace
from typing import TypedDict

from bot.governor.gaps import announced, apart, is_block, stopped, widest
from bot.governor.identity.claimed import says_ai
from bot.governor.numbering import NONE, Numbering
from bot.governor.questions import STOPS, bare
from bot.governor.tables import is_delimiter
from bot.lexicon import lexicon
from bot.text.plain import plain
from bot.text.quotes import NOWHERE, Quoting, left_open, without_closer
from bot.text.sentences import Kind, Sentence

_REMEMBERED = 20  # sentences
_QUOTES = "\"'”’»」"
_CLOSERS = _QUOTES + ")]*_~`.!?…"
_WORDS = lexicon("en/governor/emitted")
_NO_ANSWER = _WORDS["no_answer"]


class _Told(TypedDict, total=False):
    """What changes of what stands by what a sentence says."""

    before: tuple[str, ...]
    says_ai: bool
    told: int
    is_open: bool
    answers: bool
    quoting: Quoting


@dataclass(frozen=True, slots=True)
class Emitted:
    """The reply so far; each change gives a new value, so that the newest can be undone."""

    gaps: tuple[str, ...] = ("",)  # blanks since the last words; one more for each drop there
    asked: int = 0  # questions
    free: int = 0  # of these, those that need no answer
    told: int = 0  # sentences that are no questions
    has_words: bool = False
    is_open: bool = False  # the last words are the beginning of a sentence
    before: tuple[str, ...] = ()  # plain sentences
    quoting: Quoting = NOWHERE
    says_ai: bool = False  # some sentence says that it is an AI
    answers: bool = False  # some sentence says something
    numbering: Numbering = NONE
    is_line: bool = True  # a line begins here
    in_table: bool = False  # the last words are a row
    held: str = ""  # how the last words announce something, until it is known if that comes
    closing: str = ""  # the mark of a quotation whose end was left out
    is_again: bool = False  # another draft begins here
    orphan: str = ""  # the mark of a quotation whose beginning was left out

    @property
    def has_gap(self) -> bool:
        """Whether something was left out right here."""
        return len(self.gaps) > 1

    @property
    def needing(self) -> int:
        """The number of questions that need an answer."""
        return self.asked - self.free

    @property
    def is_left_alone(self) -> bool:
        """Whether the last words announce something that was left out."""
        return bool(self.held) and self.has_gap

    @property
    def _indent(self) -> str:
        """The indent of the current line, which arrived before its words."""
        return self.gaps[-1].rpartition("\n")[2] if self.is_line else ""

    def own(self, text: str) -> str:
        """Gives a text without the marks that close a part left out before it."""
        return text if self.gaps[-1] else text.lstrip(_CLOSERS)

    def without_orphan(self, text: str) -> tuple[str, "Emitted"]:
        """Gives a text without the closing mark of a quotation whose beginning was left out."""
        if not self.orphan:
            return text, self
        left, orphan = without_closer(text, self.orphan)
        return left, replace(self, orphan=orphan)

    def late_marks(self, text: str) -> str:
        """Gives the marks at a text's beginning that close the part released just before."""
        if self.has_gap or self.gaps[0] or not self.quoting.is_open:
            return ""
        return text[: len(text) - len(text.lstrip(_QUOTES))]

    def with_marks(self, marks: str) -> tuple[str, "Emitted"]:
        """Gives the marks to show that close the words before, and the reply after them."""
        stands = replace(self, quoting=self.quoting.after(marks), is_line=False, held="")
        return self.held + marks, stands

    def without_marks(self, marks: str) -> "Emitted":
        """Gives the reply after dropping marks that close a part left out before."""
        is_closed = self.quoting.is_open and not self.quoting.after(marks).is_open
        closing = self.closing + self.quoting.closed_by(marks)
        return replace(self, closing=closing, quoting=NOWHERE if is_closed else self.quoting)

    def with_blank(self, blank: str) -> "Emitted":
        """Gives the reply after white space."""
        gaps = (*self.gaps[:-1], self.gaps[-1] + blank)
        return replace(self, gaps=gaps, is_line=self.is_line or "\n" in blank)

    def with_free(self, *, is_free: bool) -> "Emitted":
        """Gives the reply with its last question marked as needing no answer, or not."""
        return replace(self, free=self.free + 1) if is_free else self

    def with_words(self, sentence: Sentence, *, asks: int) -> tuple[str, "Emitted"]:
        """Gives the text to show for a sentence, and the reply after it.

        Args:
            asks: how many questions it holds.
        """
        text, numbering = self._numbered(sentence)
        words = text.strip()
        before, _, after = text.partition(words)
        held = announced(words, sentence.kind)
        stands = replace(
            self,
            **self._told(sentence, asks),
            gaps=(after,),
            has_words=True,
            asked=self.asked + asks,
            numbering=numbering,
            is_line="\n" in after,
            in_table=sentence.kind is Kind.ROW,
            held=held,
            closing="",
            is_again=False,
        )
        shown = words.removesuffix(held) if held else words
        return self._due(words, before, sentence.kind) + shown, stands

    def _numbered(self, sentence: Sentence) -> tuple[str, Numbering]:
        """Gives the text with its list number as shown, and the numbering after it."""
        if sentence.kind is not Kind.PROSE:
            return sentence.text, self.numbering.settled()
        whole = self._indent + sentence.text
        text, numbering = self.numbering.shown(whole, is_line=self.is_line)
        return text.removeprefix(self._indent), numbering

    def with_added(self, words: str, gap: str) -> tuple[str, "Emitted"]:
        """Gives the text to show for a fixed sentence of the program's, and the reply after it."""
        gap = "\n\n" if self.in_table else gap
        is_told = self.says_ai or says_ai(plain(words))
        stands = replace(
            self, has_words=True, gaps=("",), says_ai=is_told, held="", closing="", in_table=False
        )
        return f"{self.end_of_words()}{gap}{words}", stands

    def without(self, text: str, *, is_said: bool = False) -> "Emitted":
        """Gives the reply after a sentence was left out.

        Args:
            is_said: it only repeats what the draft before said.
        """
        if not text.strip():
            return self.with_blank(text)
        before, _, after = text.partition(text.strip())
        orphan = self.orphan if self.orphan or self.quoting.is_open else left_open(text)
        return replace(
            self.without_marks(text),
            orphan=orphan,
            gaps=(*self.gaps[:-1], self.gaps[-1] + before, after),
            numbering=self.numbering.dropped(
                self._indent + text, is_line=self.is_line, is_said=is_said
            ),
            is_line="\n" in after,
        )

    def again(self) -> "Emitted":
        """Gives the reply at the start of the second draft: on a new line if one had begun."""
        newlines = min(2, max(gap.count("\n") for gap in self.gaps))
        gap = "\n" * newlines or " " if self.has_words else ""
        return replace(
            self,
            gaps=(gap,),
            quoting=NOWHERE,
            closing=self.closing + self.quoting.closer,
            numbering=self.numbering.again(),
            is_line=True,
            is_again=True,
            orphan="",
        )

    def with_end(self) -> tuple[str, "Emitted"]:
        """Gives the text to show at the end, and the reply then; a last blank is left as it was."""
        gap = self.gaps[0] if len(self.gaps) == 1 else ""
        return self.end_of_words() + gap, replace(self, gaps=("",), held="", closing="")

    def end_of_words(self) -> str:
        """Gives the end for words that announce something when nothing follows."""
        is_out = self.has_gap or self.is_again
        closer = self.quoting.closer if is_out else ""
        return (stopped(self.held) if is_out else self.held) + self.closing + closer

    def _due(self, words: str, before: str, kind: Kind) -> str:
        """Gives the text due before some words: the end of the words before, and the gap."""
        if not self.has_words:
            return self._gap(before, kind)
        is_cut, gap = self.has_gap or self.is_again, self._gap(before, kind)
        is_shown = is_block(words, kind)
        is_other_line = self.is_again or "\n" in "".join((*self.gaps[1:], before))
        is_gone = is_cut and is_other_line and not is_shown
        if is_cut:
            is_edge = self.in_table is not (kind is Kind.ROW)
            gap = apart(gap, is_block=is_shown and self.is_again, is_table_edge=is_edge)
        return (stopped(self.held) if is_gone else self.held) + self.closing + gap

    def _told(self, sentence: Sentence, asks: int) -> "_Told":
        """Gives what a sentence changes of the reply; an unfinished one is counted at its end."""
        if sentence.kind is Kind.ROW:
            return self._with_row(sentence.text)
        is_open = not asks and is_unfinished(sentence.text)
        told = self.told + (not asks and not is_open)
        if sentence.kind is not Kind.PROSE:
            answers = self.answers or bool(sentence.text.strip())
            return _Told(told=told, is_open=is_open, answers=answers)
        said = plain(sentence.text)
        return _Told(
            before=self._before_and(said),
            says_ai=self.says_ai or _says_ai(said),
            told=told,
            is_open=is_open,
            answers=self.answers or is_answer(said),
            quoting=self.quoting.after(sentence.text),
        )

    def _with_row(self, row: str) -> "_Told":
        """Gives what a row changes; a table is one sentence that answers from its second row."""
        said = plain(row)
        is_body = self.in_table and not is_delimiter(row) and any(map(str.isalnum, said))
        return _Told(
            before=self._before_and(said),
            says_ai=self.says_ai or _says_ai(said),
            told=self.told + (not self.in_table),
            is_open=False,
            answers=self.answers or is_body,
            quoting=NOWHERE,
        )

    def _before_and(self, said: str) -> tuple[str, ...]:
        return (*self.before[1 - _REMEMBERED :], said)

    def _gap(self, before: str, kind: Kind) -> str:
        """Gives the blank before some words: as it was, or one for all around a part left out."""
        *earlier, last = self.gaps
        gaps = (*earlier, last + before)
        if len(gaps) == 1:
            return gaps[0]
        if not self.has_words:
            # A reply never begins with a blank, but the first line of code keeps its indent.
            return gaps[-1].rpartition("\n")[2] if kind is Kind.CODE else ""
        return widest(gaps)


def _says_ai(said: str) -> bool:
    return any(map(str.isalpha, said)) and says_ai(said)


def is_answer(said: str) -> bool:
    """Returns whether a plain sentence says more than a nod, a greeting or an announcement."""
    has_words = any(map(str.isalnum, said)) and not said.endswith(":")
    return has_words and _NO_ANSWER.fullmatch(said) is None


def is_unfinished(text: str) -> bool:
    """Returns whether prose was released before its end, at a clause or during a pause."""
    words = text.rstrip()
    return "\n" not in text[len(words) :] and not bare(words).endswith(STOPS)
