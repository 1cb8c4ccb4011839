"""The cells of one row of a table: each is judged as prose is, and what is bad in it goes."""

from dataclasses import dataclass, field

from bot.governor.check import Finding
from bot.governor.context import Context
from bot.governor.emitted import Emitted
from bot.governor.exclaimed import MOST, asks_for_nothing
from bot.governor.questions import asks_straight, is_question
from bot.governor.rules.flags import Flag
from bot.governor.tables import judged
from bot.governor.weighing import Weighed, Weighing
from bot.text.plain import plain
from bot.text.sentences import Sentence, split


def asks(sentence: Sentence, context: Context | None) -> bool:
    """Whether a sentence counts as a question; where a life is at risk one that asks straight
    about suicide does not: no budget holds that."""
    is_straight = context is not None and context.is_in_danger and asks_straight(sentence.text)
    return not is_straight and is_question(sentence)


def is_free(text: str, context: Context | None, shown: Emitted) -> bool:
    """Whether a question needs no answer, and such are still few; at a goodbye none is free."""
    if context is None or context.is_leaving or shown.free >= MOST:
        return False
    return asks_for_nothing(plain(text), context.said)


def over_budget(text: str) -> Finding:
    """Gives what is said of a question for which no budget is left."""
    return Finding("question-budget", Flag.QUESTION_BURDEN, "drop", text)


@dataclass(slots=True)
class Cells:
    """Judges the cells of one row.

    Args:
        weighing: weighs what they say; without it only questions are counted.
        shown: what stands before the row.
        budget: how many questions the row may hold.
    """

    weighing: Weighing | None
    shown: Emitted
    budget: int
    asked: int = 0
    dropped: int = 0  # questions
    findings: list[Finding] = field(default_factory=list)

    @property
    def wants(self) -> Finding | None:
        """Why the rest should be written anew."""
        return next((one for one in self.findings if one.action == "redraft"), None)

    def left(self, row: str) -> str:
        """Gives a row with what may be seen of its cells."""
        return judged(row, lambda words: "".join(map(self._left, split(words))))

    def _left(self, sentence: Sentence) -> str:
        weighing = self.weighing
        is_asked = asks(sentence, None if weighing is None else weighing.context)
        if is_asked and self.asked >= self.budget:
            self._count(sentence.text)
            return ""
        weighed = (
            Weighed(sentence.text) if weighing is None else weighing.cell(sentence.text, self.shown)
        )
        self.findings += [weighed.finding] if weighed.finding is not None else []
        self.asked += is_asked and bool(weighed.text)
        return weighed.text

    def _count(self, text: str) -> None:
        self.dropped += 1
        if self.weighing is not None:
            self.findings.append(over_budget(text))
