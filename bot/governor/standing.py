"""What was released of a reply so far, as far as what comes next depends on it. Pure values."""

import re
from dataclasses import dataclass, replace

from bot.governor.identity.claimed import says_ai
from bot.governor.ngrams import plain
from bot.governor.questions import STOPS, bare
from bot.governor.quoting import NOWHERE, Quoting
from bot.governor.sentences import Kind, Sentence

_REMEMBERED = 20  # sentences
_QUOTES = "\"'”’»」"
_CLOSERS = _QUOTES + ")]*_~`.!?…"
# What is said before something is said: alone it answers nobody.
_NO_ANSWER = re.compile(
    r"(?:(?:sure(?: thing)?|of course|ok(?:ay)?|certainly|absolutely|all ?right|got it|i see|hi|"
    r"hello|hey|well|oh|hmm+|great|right|thanks?(?: you)?(?: for (?:sharing|telling me)"
    r"(?: (?:this|that)(?: with me)?)?)?|understood|i understand|no problem|so|and|but|"
    r"here (?:you go|it is)|let(?:'s| me) (?:see|think))[ ,.!…]{0,4}){1,4}"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of a reply; each change gives another value, so the newest can be undone."""

    gaps: tuple[str, ...] = ("",)  # blanks since the last words; one more for each drop there
    asked: int = 0  # questions
    told: int = 0  # sentences that are no questions
    has_words: bool = False
    is_open: bool = False  # the last words are the beginning of a sentence
    before: tuple[str, ...] = ()  # plain sentences
    quoting: Quoting = NOWHERE
    says_ai: bool = False  # some sentence says that it is an AI
    answers: bool = False  # some sentence says something

    @property
    def has_gap(self) -> bool:
        """Whether something was left out right here."""
        return len(self.gaps) > 1

    def own(self, text: str) -> str:
        """Gives a text without the marks that close what was left out before it."""
        return text if self.gaps[-1] else text.lstrip(_CLOSERS)

    def late_marks(self, text: str) -> str:
        """Gives the marks a text begins with that close what was released just before it."""
        if self.has_gap or self.gaps[0] or not self.quoting.is_open:
            return ""
        return text[: len(text) - len(text.lstrip(_QUOTES))]

    def with_marks(self, marks: str) -> "Standing":
        """Gives what stands once marks have closed the words before them."""
        return replace(self, quoting=self.quoting.after(marks))

    def with_blank(self, blank: str) -> "Standing":
        """Gives what stands once white space follows."""
        return replace(self, gaps=(*self.gaps[:-1], self.gaps[-1] + blank))

    def with_words(self, sentence: Sentence, *, asks: bool) -> tuple[str, "Standing"]:
        """Gives what is shown of a sentence, and what stands after it."""
        words = sentence.text.strip()
        before, _, after = sentence.text.partition(words)
        is_open = not asks and is_unfinished(sentence.text)
        stands = replace(
            self._remembering(sentence),
            gaps=(after,),
            has_words=True,
            asked=self.asked + asks,
            # The beginning of a sentence counts as told or asked only with its end.
            told=self.told + (not asks and not is_open),
            is_open=is_open,
        )
        return self._gap(before, sentence.kind) + words, stands

    def without(self, text: str) -> "Standing":
        """Gives what stands when a sentence is left out."""
        if not text.strip():
            return self.with_blank(text)
        before, _, after = text.partition(text.strip())
        return replace(self, gaps=(*self.gaps[:-1], self.gaps[-1] + before, after))

    def _remembering(self, sentence: Sentence) -> "Standing":
        if sentence.kind is not Kind.PROSE:
            return replace(self, answers=self.answers or bool(sentence.text.strip()))
        said = plain(sentence.text)
        return replace(
            self,
            answers=self.answers or is_answer(said),
            before=(*self.before[1 - _REMEMBERED :], said),
            quoting=self.quoting.after(sentence.text),
            says_ai=self.says_ai or says_ai(said),
        )

    def _gap(self, before: str, kind: Kind) -> str:
        """Gives the blank before some words: as it was, or one for all around what was dropped."""
        *earlier, last = self.gaps
        gaps = (*earlier, last + before)
        if len(gaps) == 1:
            return gaps[0]
        if self.has_words:
            return max(gaps, key=lambda gap: (gap.count("\n"), len(gap)))
        # A reply never begins with a blank, but the first line of code keeps its indent.
        return gaps[-1].rpartition("\n")[2] if kind is Kind.CODE else ""


def is_answer(said: str) -> bool:
    """Whether a plain sentence says something: more than a nod, a greeting or what announces."""
    has_words = any(map(str.isalnum, said)) and not said.endswith(":")
    return has_words and _NO_ANSWER.fullmatch(said) is None


def is_unfinished(text: str) -> bool:
    """Whether prose was released before its end: at a clause, or while the stream was idle."""
    words = text.rstrip()
    return "\n" not in text[len(words) :] and not bare(words).endswith(STOPS)
