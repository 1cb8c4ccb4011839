"""The rows of the table for what is kept of a person: seen, taken along, brought here."""

from bot.commands import readers as read
from bot.commands.entry import Entry, Option, Topic
from bot.commands.of_data import Import, Receipt
from bot.commands.readers import Options, plainly


def brought(options: Options) -> Import:
    """Reads what was typed after the command, as it was typed: an adapter finds the file."""
    return Import(options.get("file", "").strip())


OF_DATA = (
    Entry(
        "data",
        "[export|erase]",
        read.data,
        (Option("what", ("export", "erase")),),
        misread=lambda say: say.commands.bad_data,
        is_right=True,
        for_guests=True,
        is_alone=True,
        topic=Topic.DATA,
    ),
    Entry(
        "import",
        "[FILE]",
        brought,
        (Option("file", is_file=True),),
        hears_risk=True,
        is_alone=True,
        topic=Topic.DATA,
    ),
    Entry(
        "receipt",
        "",
        plainly(Receipt()),
        is_right=True,
        for_guests=True,
        topic=Topic.DATA,
    ),
)
