"""What the documents are made from: the settings that run, and what the laws ask of them."""

from dataclasses import dataclass
from datetime import date, timedelta

from adapters.published.blocks import Line, said, words
from adapters.published.sentences import said_in_documents
from bot.settings import Settings
from bot.snapshot import House
from bot.strings import Strings


@dataclass(frozen=True, slots=True)
class LawLine:
    """What a law asks, and what is done for it here."""

    law: str
    since: str
    asks: str
    does: str


@dataclass(frozen=True, slots=True)
class Running:
    """An installation as it runs.

    Args:
        written_in: the language of the documents, whatever the house speaks.
        network: the version of the classifier for a life at risk; None where there is none.
    """

    settings: Settings
    house: House
    laws: tuple[LawLine, ...]
    written_in: Strings
    network: int | None
    version: str
    day: date

    @property
    def name(self) -> str:
        """What the bot is called."""
        return self.house.bot_name

    @property
    def operator(self) -> str:
        """Who runs it, as a sentence names them."""
        return self.house.operator or said_in_documents().nobody_named

    @property
    def contact(self) -> str:
        """How to reach them, in a sentence."""
        form = said_in_documents()
        where = self.house.contact
        return form.write_to.format(contact=where) if where else form.no_contact

    @property
    def made(self) -> Line:
        """Says from what a document was made, and when."""
        form = said_in_documents().made
        return words(form.format(name="Attune", version=self.version, day=written(self.day)))


def opening(running: Running, forms: tuple[str, ...]) -> tuple[Line, ...]:
    """Gives the first sentences of a document, and how to reach who runs it."""
    filled = [said(form, name=running.name, operator=running.operator) for form in forms]
    return (*filled, words(running.contact))


def written(day: date) -> str:
    """Gives a day as it is read: 30 November 2026."""
    return f"{day.day} {day:%B %Y}"


def span(of: timedelta) -> str:
    """Gives a span of whole hours in words, as it follows "every"."""
    count, form = of // timedelta(hours=1), said_in_documents()
    return form.hour if count == 1 else form.hours.format(count=count)
