"""Everything that is kept of a person, as two files: one for programs, one for people. Pure."""

from bot.export.document import FORMAT, VERSION, document
from bot.export.everything import Everything, KeptIn
from bot.export.page import page
from bot.strings import Strings
from bot.words import DOCUMENT, PAGE, TextFile

__all__ = ["FORMAT", "VERSION", "Everything", "KeptIn", "files"]


def files(whole: Everything, strings: Strings) -> tuple[TextFile, ...]:
    """Gives everything as a document of JSON and as a page in the language of those strings."""
    name = f"attune-data-{whole.at:%Y-%m-%d}"
    return (
        TextFile(f"{name}{DOCUMENT}", document(whole)),
        TextFile(f"{name}{PAGE}", page(whole, strings, f"{name}{DOCUMENT}")),
    )
