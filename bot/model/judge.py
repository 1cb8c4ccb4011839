"""The optional judge: another model's answer where the local verdict is unsure.

It is asked one question at a time, about one sentence beside the end of the message that it
answers, or about one message with the two before it, and only questions it was calibrated for. It
sees nothing else, and has a deadline; without an answer the local verdict stands.
"""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import aclosing
from typing import cast

import structlog

from bot.errors import ModelError
from bot.levels import Level
from bot.model.questions import QUESTIONS, RISK
from bot.ports import Model
from bot.prompt.marks import unmarked
from bot.text.normalize import normalized
from bot.words import Brief, Draft, Prompt, PromptLine

log = structlog.get_logger()
BEFORE = 2  # messages of the same person
_LONGEST = 500  # characters of what a person wrote, its end
_LONGEST_SENTENCE = 1_000  # characters of what a reply says, its end
_BRIEF = Brief(Level.PLAIN, None, 0, 0)
_MARKS = str.maketrans("", "", "⟦⟧")
_AROUND = " \t\r\n.!,;:*_`'\"“”‘’()[]"
_WORDS = {"yes": True, "no": False}


class Judge:
    """Asks one endpoint one question at a time.

    Args:
        trusted: the names of the questions that the endpoint was calibrated for.
    """

    def __init__(self, model: Model, deadline_s: float, trusted: Iterable[str] = ()) -> None:
        self._model = model
        self._deadline_s = deadline_s
        self.trusted = frozenset(trusted)

    @property
    def hears_lives(self) -> bool:
        """Whether the judge may be asked about lives at risk."""
        return RISK in self.trusted

    async def is_against(self, flag: str, sentence: str, message: str) -> bool | None:
        """Returns whether the judge finds a fault in a sentence that answers a message.

        No answer counts as no; None says that the judge is not asked about that fault.
        """
        if flag not in self.trusted:
            return None
        try:
            return await self.finds(flag, sentence, message) or False
        except (ModelError, TimeoutError) as failure:
            return _silent(failure)

    async def finds(self, flag: str, sentence: str, message: str) -> bool | None:
        """Gives the judge's answer about one fault, or None for neither yes nor no.

        Raises ModelError or TimeoutError if there is no answer.
        """
        said = f"Person: {_marked(message)}\nAI: {_marked(sentence, _LONGEST_SENTENCE)}"
        return await self._answered(flag, said)

    async def is_at_risk(self, message: str, before: Sequence[str] = ()) -> bool:
        """Returns whether the judge finds a wish to be dead; no answer counts as no."""
        try:
            return await self.hears_risk(message, before) or False
        except (ModelError, TimeoutError) as failure:
            return _silent(failure)

    async def hears_risk(self, message: str, before: Sequence[str] = ()) -> bool | None:
        """Gives the judge's answer about a risk, or None for neither yes nor no.

        Raises ModelError or TimeoutError if there is no answer.
        """
        earlier = [f"Before: {_marked(one)}" for one in before[-BEFORE:]]
        whole = _marked(message, len(message))
        return await self._answered(RISK, "\n".join((*earlier, f"Last message: {whole}")))

    async def close(self) -> None:
        """Closes connections."""
        await self._model.close()

    async def _answered(self, name: str, said: str) -> bool | None:
        """Gives the yes or no that answers a question, or None for any other answer."""
        prompt = Prompt(_BRIEF, (PromptLine("system", QUESTIONS[name]), PromptLine("user", said)))
        async with asyncio.timeout(self._deadline_s):
            answer = await self._streamed(prompt)
        return _WORDS.get(normalized(answer).strip(_AROUND))

    async def _streamed(self, prompt: Prompt) -> str:
        stream = cast("AsyncGenerator[Draft, None]", self._model.stream(prompt))
        async with aclosing(stream) as drafts:
            return "".join([draft.proposed async for draft in drafts])


def _marked(text: str, longest: int = _LONGEST) -> str:
    """Gives the end of a text between marks, on one line, so that it ends neither mark nor turn."""
    end = text[max(0, len(text) - longest) :]
    return f"⟦{unmarked(' '.join(end.translate(_MARKS).splitlines()))}⟧"


def _silent(failure: Exception) -> bool:
    """Logs that the judge gave no answer, and returns False."""
    log.info("the judge gave no answer", error=type(failure).__name__)
    return False
