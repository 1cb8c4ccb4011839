"""One streamed reply: its steps, the deadline of the next words, and the meaning of its end."""

import asyncio
import json
from dataclasses import dataclass, field

from bot import errors
from bot.errors import ModelCutOff, ModelError, ModelRefused
from bot.made import as_called
from bot.model.remote.endpoint import Endpoint
from bot.model.remote.failures import NO_REPLY, translated
from bot.model.thinking import Habit, Thinking

_NOT_WHOLE = {
    "length": "The model ran out of room before it was finished.",
    "content_filter": "The endpoint's own filter stopped the reply.",
    "error": "The endpoint broke the reply off.",
}
_DECLINED = "The model declined to answer."
_STOPPED = "The model stopped before it was finished."
TAIL_S = 1.0  # how long the end of a stream is waited for once the reply is whole


class Wait:
    """The deadline of the next words, on the event loop's clock (a timeout)."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._end = asyncio.get_running_loop().time() + endpoint.total_s
        self.until = self._end
        self.again(endpoint.first_token_s)

    def again(self, seconds: float) -> None:
        """Sets the deadline so many seconds from now, but not past that of the whole reply."""
        self.until = min(asyncio.get_running_loop().time() + seconds, self._end)


@dataclass(frozen=True, slots=True)
class Step:
    """One chunk of the stream, as far as this program needs it."""

    text: str = field(default="", repr=False)
    finish: str = ""
    is_piece: bool = False  # of words or of thinking
    is_declined: bool = False  # it holds words of a refusal, in the field for that
    called: str = field(default="", repr=False)  # how the endpoint names its model


class Reply:
    """One reply so far, and whether its end means success."""

    def __init__(self, habit: Habit) -> None:
        self.finish = ""
        self._thinking = Thinking(habit)
        self._has_begun = False
        self._has_words = self._is_declined = False
        self.called = ""  # how the endpoint names the model that writes

    def take(self, step: Step) -> str:
        """Gives the words of a step that may be shown."""
        self._has_begun = True
        self.finish = step.finish or self.finish
        self.called = self.called or as_called(step.called)
        self._is_declined = self._is_declined or step.is_declined
        return self._counted(self._thinking.feed(step.text))

    def rest(self) -> str:
        """Gives the words held back until the end."""
        is_whole = bool(self.finish) and self.finish not in _NOT_WHOLE
        return self._counted(self._thinking.end(is_whole=is_whole))

    def failure(self, error: Exception | None) -> ModelError | None:
        """Gives why the reply is incomplete, or None; an error after its end does not count."""
        if not self._has_words and self._is_declined:
            return errors.ModelDeclined(_DECLINED)
        if not self._has_words and self.finish == "content_filter":
            return errors.ModelFiltered(_NOT_WHOLE[self.finish])
        if self.finish in _NOT_WHOLE:
            return ModelCutOff(_NOT_WHOLE[self.finish])
        if self._thinking.has_leaked or (self._thinking.is_open and self._has_words):
            return ModelCutOff(_STOPPED)
        if self.finish:
            return None if self._has_words else errors.ModelEmpty("The model gave an empty reply.")
        if self._has_words or (self._has_begun and error is None):
            return ModelCutOff(_STOPPED)
        return translated(error) if error else ModelRefused(NO_REPLY)

    def _counted(self, text: str) -> str:
        self._has_words = self._has_words or bool(text.strip())
        return text


def step_of(data: str) -> Step:
    """Reads the data of one event; raises ValueError if it is not a chunk of a reply."""
    chunk = _parsed(data)
    called = chunk.get("model") if isinstance(chunk, dict) else None
    choices = chunk.get("choices") if isinstance(chunk, dict) and not chunk.get("error") else None
    if not isinstance(choices, list):
        raise ValueError(NO_REPLY)
    choice = _object(choices[0] if choices else None)
    delta = _object(choice.get("delta"))
    text, finish = delta.get("content"), choice.get("finish_reason")
    thought = delta.get("reasoning_content") or delta.get("reasoning")
    return Step(
        text if isinstance(text, str) else "",
        finish if isinstance(finish, str) else "",
        is_piece=bool(text or thought),
        is_declined=bool(delta.get("refusal")),
        called=called if isinstance(called, str) else "",
    )


def _parsed(data: str) -> object:
    try:
        parsed: object = json.loads(data)
    except (ValueError, RecursionError):  # the second: thousands of brackets within brackets
        raise ValueError(NO_REPLY) from None
    return parsed


def _object(value: object) -> dict[str, object]:
    """Gives a JSON object, or an empty one for anything else: an endpoint may send any type."""
    return value if isinstance(value, dict) else {}
