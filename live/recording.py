"""What is kept of a live run, sentence by sentence: only of scripted talks, never of people's."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from bot.errors import ModelError
from bot.governor.filter import Governed
from bot.ports import Model
from bot.words import Draft, Prompt


@dataclass(slots=True)
class Drafted:
    """One draft of the model's: what it was asked with, what came, and when, in seconds."""

    prompt: tuple[tuple[str, str], ...]
    text: str = ""
    first_s: float | None = None
    total_s: float = 0.0
    failure: str = ""


@dataclass(slots=True)
class Recording:
    """Everything that one typed line caused."""

    drafts: list[Drafted] = field(default_factory=list)
    governed: list[Governed] = field(default_factory=list)

    def findings(self) -> list[dict[str, str]]:
        """Gives what the governor saw, each with its sentence."""
        return [
            {"rule": one.rule, "flag": one.flag, "action": one.action, "sentence": one.sentence}
            for governed in self.governed
            for one in governed.findings
        ]


class RecordedModel:
    """A model whose drafts are written down."""

    def __init__(self, model: Model) -> None:
        self._model, self.recording = model, Recording()

    @property
    def host(self) -> str | None:
        """The host of the model itself."""
        return self._model.host

    async def stream(self, prompt: Prompt) -> AsyncIterator[Draft]:
        """Passes on what the model proposes, and notes it."""
        lines = tuple((line.role, line.text) for line in prompt.lines)
        one, began = Drafted(lines), perf_counter()
        self.recording.drafts.append(one)
        try:
            async for draft in self._model.stream(prompt):
                if one.first_s is None:
                    one.first_s = perf_counter() - began
                one.text += draft.proposed
                yield draft
        except ModelError as failure:
            one.failure = type(failure).__name__
            raise
        finally:
            one.total_s = perf_counter() - began

    async def close(self) -> None:
        """Lets go of the model's connections."""
        await self._model.close()

    def governing(self, *args: Any, **kwargs: Any) -> Governed:
        """Makes a governor whose findings are kept with the drafts."""
        made = Governed(*args, **kwargs)
        self.recording.governed.append(made)
        return made
