"""Reads what an event says before anything waits for it, and lets nobody wait for a long one."""

from dataclasses import dataclass

import structlog

from bot.errors import ClassifierError
from bot.events import Event
from bot.governor.context import Context
from bot.ports import Classifier
from bot.reading import Reading, read, words_of
from bot.tasks import aside

log = structlog.get_logger()


async def reading_of(event: Event, name: str = "") -> Reading:
    """Gives what an event says by patterns; while a long one is read, everything else goes on."""
    return await aside(len(words_of(event)), read, event, name)


@dataclass(slots=True)
class Reader:
    """Reads events: by patterns always, and by a classifier where there is one that answers.

    What a classifier does not give in time is not waited for: the patterns stand alone.
    """

    classifier: Classifier | None = None
    name: str = ""  # what the bot is called
    _is_silent: bool = False  # the classifier gave no answer the last time

    async def of(self, event: Event) -> Reading:
        """Gives what an event says; while a long one is read, everything else goes on."""
        reading, words = await reading_of(event, self.name), words_of(event)
        if self.classifier is None or not words.strip():
            return reading
        try:
            scores = await self.classifier.scores(words)
        except ClassifierError as failure:
            self._note(str(failure))
            return reading
        self._is_silent = False
        return reading.with_scores(scores)

    def _note(self, why: str) -> None:
        """Says in the log that patterns read alone, once until it answers again."""
        if not self._is_silent:
            log.warning("the classifier gave no answer; patterns read alone", why=why)
        self._is_silent = True


async def read_before(context: Context) -> Context:
    """Gives a context whose words are read: what a rule asks of them later is known."""
    await aside(context.length, context.read)
    return context
