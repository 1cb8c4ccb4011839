"""Reads the words of an event before any lock, and a long text without blocking others."""

from dataclasses import dataclass

import structlog

from bot.errors import ClassifierError
from bot.events import Event
from bot.governor.context import Context
from bot.ports import Classifier
from bot.reading import Reading, file_of, read, words_of
from bot.tasks import aside

log = structlog.get_logger()


async def reading_of(event: Event, name: str = "") -> Reading:
    """Gives the reading of an event by patterns; a long text or file is read in a thread."""
    return await aside(len(words_of(event)) + len(file_of(event)), read, event, name)


@dataclass(slots=True)
class Reader:
    """Reads events: by patterns always, and by a classifier if there is one that answers.

    A classifier that gives no answer in time is not waited for: the patterns count alone.
    """

    classifier: Classifier | None = None
    name: str = ""  # what the bot is called
    _is_silent: bool = False  # the classifier gave no answer the last time

    async def of(self, event: Event) -> Reading:
        """Gives the reading of an event; a long text is read in a thread."""
        reading, words = await reading_of(event, self.name), words_of(event)
        if self.classifier is None or not words.strip():
            return reading
        try:
            scores = await self.classifier.scores(words)
        except ClassifierError as failure:
            self._note(str(failure))
            return reading
        self._is_silent = False
        return reading.with_scores(scores, words)

    def _note(self, why: str) -> None:
        """Logs that patterns read alone, once until the classifier answers again."""
        if not self._is_silent:
            log.warning("the classifier gave no answer; patterns read alone", why=why)
        self._is_silent = True


async def read_before(context: Context) -> Context:
    """Gives a context with its words read already, so that a rule need not read them (cache)."""
    await aside(context.length, context.read)
    return context
