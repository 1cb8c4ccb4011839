"""The sentences with known answers that a judge is asked before anything hangs on its word."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.model.judge import Judge
from bot.model.questions import RISK

_FOLDER = Path(__file__).parent.parent / "learnt"
_OF_LIVES, _OF_REPLIES = _FOLDER / "judge.tsv", _FOLDER / "judge_replies.tsv"


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one question is asked about, and whether a yes is right.

    Of a reply it is a sentence, beside the message that it answers; of a life at risk a message,
    with what came before it, oldest first.
    """

    is_guilty: bool
    message: str = field(repr=False)
    before: tuple[str, ...] = field(default=(), repr=False)
    reply: str = field(default="", repr=False)

    async def asked(self, judge: Judge, name: str) -> bool | None:
        """Gives the judge's answer to a question about it.

        Raises ModelError or TimeoutError where none came.
        """
        if name == RISK:
            return await judge.hears_risk(self.message, self.before)
        return await judge.finds(name, self.reply, self.message)


def load(name: str = RISK) -> tuple[Sentence, ...]:
    """Gives the sentences of a question, as many guilty as innocent."""
    if name == RISK:
        return tuple(Sentence(one[0] == "yes", one[-1], tuple(one[1:-1])) for one in _rows())
    found = (row[1:] for row in _rows(_OF_REPLIES) if row[0] == name)
    return tuple(Sentence(answer == "yes", message, (), said) for answer, message, said in found)


def _rows(file: Path = _OF_LIVES) -> list[list[str]]:
    return [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
