"""The rows of the table for the lists of what a person asked to be held, and how they are read."""

from bot.commands.entry import Entry, Option, Topic
from bot.commands.readers import Options, Reader
from bot.holding import DEEDS, Held, HeldDeed
from bot.holding.command import MyHeld
from bot.text.normalize import normalized

_NUMBERED = (HeldDeed.EDIT, HeldDeed.DUE, HeldDeed.DONE, HeldDeed.DROP, HeldDeed.OPEN)
_DIGITS = 6  # of the number of a line


def read(which: Held) -> Reader:
    """Gives the reader of a list's command: what is done, a number, words, a day."""

    def reads(options: Options) -> MyHeld | None:
        what, number = (
            normalized(options.get("what", "")).strip(),
            options.get("number", "").strip(),
        )
        words, day = (" ".join(options.get(name, "").split()) for name in ("words", "day"))
        if not (what or words or number or day):
            return MyHeld(which)
        deed = next((one for one in DEEDS[which] if one.value == what), None)
        if deed is None or (number and not (deed in _NUMBERED and number.isdecimal())):
            return None
        return MyHeld(which, deed, int(number[:_DIGITS] or 0), words, day)

    return reads


def split(rest: str) -> dict[str, str]:
    """Splits what follows the command of a list into what is done, the number, words or a day."""
    what, rest = (*rest.split(None, 1), "", "")[:2]
    number = ""
    if normalized(what) in _NUMBERED:
        number, rest = (*rest.split(None, 1), "", "")[:2]
    named = "day" if normalized(what) == HeldDeed.DUE else "words"
    return {"what": what, "number": number, named: rest}


def _entry(which: Held, usage: str, *more: Option) -> Entry:
    what = Option("what", tuple(one.value for one in DEEDS[which]))
    return Entry(
        which.value,
        usage,
        read(which),
        (what, Option("number"), Option("words"), *more),
        splits=split,
        misread=lambda say: say.holding.how[which],
        is_right=True,
        hears_risk=True,
        topic=Topic.HELD,
    )


LISTS = (
    _entry(
        Held.THREADS,
        "[add WORDS by DAY|edit N WORDS|due N DAY|done N|drop N|open N|clear]",
        Option("day"),
    ),
    _entry(Held.MEMORY, "[add WORDS|edit N WORDS|drop N|open N|clear|on|off]"),
)
