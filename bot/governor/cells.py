"""The cells of one row of a table: each is judged like prose, and a bad cell is blanked."""

from dataclasses import dataclass, field

from bot.governor.check import Finding
from bot.governor.context import Context
from bot.governor.emitted import Emitted
from bot.governor.exclaimed import MOST, asks_for_nothing
from bot.governor.questions import asks_straight, is_question
from bot.governor.rules.flags import Flag
from bot.governor.rules.named import BUDGET
from bot.governor.tables import judged
from bot.governor.weighing import Weighed, Weighing
from bot.text.plain import plain
from bot.text.sentences import Sentence, split


def asks(sentence: Sentence, context: Context | None) -> bool:
    """Returns whether a sentence counts as a question.

    A straight question about suicide does not where a life is at risk: no budget limits it.
    """
    is_straight = context is not None and context.is_in_danger and asks_straight(sentence.text)
    return not is_straight and is_question(sentence)


def is_free(text: str, context: Context | None, shown: Emitted) -> bool:
    """Returns whether a question needs no answer and few such came before; never at a goodbye."""
    if context is None or context.is_leaving or shown.free >= MOST:
        return False
    return asks_for_nothing(plain(text), context.said)


def over_budget(text: str) -> Finding:
    """Gives the finding for a question beyond the budget."""
    return Finding(BUDGET, Flag.QUESTION_BURDEN, "drop", text)


@dataclass(slots=True)
class Cells:
    """Judges the cells of one row.

    Args:
        weighing: weighs the cells' sentences; without it only questions are counted.
        shown: the reply before the row.
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
        """Gives the finding for which the rest should be written anew, or None."""
        return next((one for one in self.findings if one.action == "redraft"), None)

    def left(self, row: str) -> str:
        """Gives a row with the allowed part of each cell."""
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
