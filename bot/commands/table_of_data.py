"""The rows of the table for what is kept of a person: seen, taken along, brought here, noticed."""

from bot.commands.entry import Entry, Option, Topic
from bot.commands.of_data import Data, DataDeed, Import, MyNoticed, NoticedDeed, Receipt
from bot.commands.readers import Options, plainly
from bot.text.normalize import normalized

_ABOUT_ONE = (
    NoticedDeed.WHY,
    NoticedDeed.NOT_RIGHT,
    NoticedDeed.STOP,
    NoticedDeed.FINE,
    NoticedDeed.BETTER,
)
_DIGITS = 2  # of a number in the list of what was noticed


def brought(options: Options) -> Import:
    """Reads what was typed after the command, as it was typed: an adapter finds the file."""
    return Import(options.get("file", "").strip())


def data(options: Options) -> Data | None:
    """Reads export or erase; nothing lists."""
    match _spelled(options, "what"):
        case "":
            return Data()
        case DataDeed.EXPORT | DataDeed.ERASE as deed:
            return Data(DataDeed(deed))
    return None


def noticed(options: Options) -> MyNoticed | None:
    """Reads what is done with what was noticed, and to which of the list; nothing shows it."""
    said = f"{_spelled(options, 'what')} {_spelled(options, 'number')}".split()
    number = said.pop() if said and said[-1].isdecimal() else ""
    what = "-".join(said) or NoticedDeed.SHOW
    deed = next((one for one in NoticedDeed if one.value == what), None)
    if deed is None or (number and deed not in _ABOUT_ONE):
        return None
    return MyNoticed(deed, int(number[:_DIGITS] or 0))


def _spelled(options: Options, name: str) -> str:
    return " ".join(normalized(options.get(name, "")).split())


OF_DATA = (
    Entry(
        "noticed",
        "[why|not right|stop|fine|better [N]|weeks|clear|off]",
        noticed,
        (Option("what", tuple(one.value for one in NoticedDeed)[1:]), Option("number")),
        misread=lambda say: say.noticed.how,
        is_right=True,
        for_guests=True,
        topic=Topic.HELD,
    ),
    Entry(
        "data",
        "[export|erase]",
        data,
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
