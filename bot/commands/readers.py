"""From the options of a command, as they were typed or picked, to its value; None: unreadable."""

import re
from collections.abc import Callable, Mapping

from bot.boundaries import BoundaryDeed
from bot.commands.of_spaces import ListAudit, SetARule
from bot.commands.terms import duration, meaningful, term_in
from bot.commands.tongues import language_named, level_called
from bot.commands.values import (
    AskOnce,
    Ceiling,
    Command,
    CrisisLine,
    Emojis,
    IgnoreMe,
    Language,
    ListenInThreads,
    MyBoundaries,
    MyPeople,
    MySummary,
    NightCard,
    On,
    Pause,
    Reach,
    Repair,
    SetLevel,
    Style,
    TellAdmins,
    Under18,
    WhatChanged,
    Why,
)
from bot.ids import MessageId
from bot.levels import Level
from bot.people import PeopleDeed
from bot.reach import MOST_OF_ABOUT, MOST_OF_WHO
from bot.rupture import rupture_named
from bot.summary import SummaryDeed
from bot.text.normalize import normalized

Options = Mapping[str, str]  # the words of an option by its name; one that was left out is missing
Reader = Callable[[Options], Command | None]

STYLES: dict[str, tuple[str, str]] = {
    "shorter": ("length", "shorter"),
    "longer": ("length", "longer"),
    "warmer": ("tone", "warmer"),
    "blunter": ("tone", "blunter"),
    "no-questions": ("questions", "no-questions"),
    "plain-voice": ("voice", "plain-voice"),
    "whole": ("delivery", "whole"),
}
UPWARD = frozenset({"longer", "warmer"})  # these need a level at which they have room
RESET = "reset"
AUTO = "auto"
EXPORT = "export"
MOST_OF_A_RULE = 2000  # characters of a value
MOST_OF_A_LEVEL = 3  # words of its name in any language
_ON_OR_OFF = {"on": True, "off": False}
_NOTE = re.compile(r"(?:^|\s)note:", re.IGNORECASE)


def plainly(value: Command) -> Reader:
    """Gives the reader of a command that takes no words: whatever follows its name is passed by."""
    return lambda _options: value


def split_under_18(rest: str) -> dict[str, str]:
    """Gives what stands behind a command that takes no words, so that it can be refused."""
    return {"more": rest} if rest else {}


def under_18(options: Options) -> Under18 | None:
    """Reads `/attune under-18`: nothing may stand behind what its person cannot undo."""
    return None if options.get("more") else Under18()


def on(options: Options) -> On | None:
    """Reads `/attune on`: warm and the longest where nothing is said."""
    level = level_called(_spelled(options, "level") or Level.WARM.word)
    term = term_in(_spelled(options, "for").split())
    return On(level, term) if level is not None and term is not None else None


def set_level(options: Options) -> SetLevel | None:
    """Reads a level by its name."""
    level = level_called(_spelled(options, "level"))
    return SetLevel(level) if level is not None else None


def pause(options: Options) -> Pause | None:
    """Reads a time such as 2h; without one the pause lasts until it is resumed."""
    time = _spelled(options, "time")
    span = duration(time)
    return Pause(span) if not time or span is not None else None


def ask(options: Options) -> AskOnce | None:
    """Reads what is asked, as it was typed."""
    text = options.get("text", "").strip()
    return AskOnce(text) if text else None


def style(options: Options) -> Style | None:
    """Reads a manner; "no questions" is read as no-questions."""
    manner = "-".join(_spelled(options, "manner").split())
    return Style(manner) if not manner or manner == RESET or manner in STYLES else None


def language(options: Options) -> Language | None:
    """Reads a language by its code or its name in any of them; or auto, or nothing."""
    named = _spelled(options, "language")
    if named in ("", AUTO):
        return Language(is_auto=named == AUTO)
    code = language_named(named)
    return Language(code) if code else None


def repair(options: Options) -> Repair | None:
    """Reads the kind, the ID and the note of a repair, each of which may be missing."""
    kind, words = rupture_named(options.get("kind", "")), options.get("kind", "").split()
    if words and kind is None:
        return None
    return Repair(kind, _named(options), options.get("note", "").strip())


def what_changed(options: Options) -> WhatChanged:
    """Reads the ID of a reply."""
    return WhatChanged(_named(options))


def why(options: Options) -> Why:
    """Reads the ID of a reply."""
    return Why(_named(options))


def report(options: Options) -> TellAdmins:
    """Reads the ID of the reply to report: one word, or none that can be read."""
    is_one = len(options.get("id", "").split()) == 1
    return TellAdmins(_named(options) if is_one else None)


def emojis(options: Options) -> Emojis | None:
    """Reads on, off, or nothing."""
    state = _spelled(options, "state")
    return Emojis(_ON_OR_OFF.get(state)) if state in ("", *_ON_OR_OFF) else None


def night_card(options: Options) -> NightCard:
    """Reads the words of a night card as they were typed."""
    words = options.get("words", "").strip()
    return NightCard(erases=True) if normalized(words).strip() == "erase" else NightCard(words)


def boundaries(options: Options) -> MyBoundaries | None:
    """Reads what is set or dropped, and the words as they were typed, on one line."""
    what, words = _spelled(options, "what"), " ".join(options.get("words", "").split())
    if not what and not words:
        return MyBoundaries()
    deed = next((one for one in BoundaryDeed if one.value == what), None)
    if deed is BoundaryDeed.DROP:
        words = normalized(words)
    return MyBoundaries(deed, words) if deed is not None else None


def people(options: Options) -> MyPeople | None:
    """Reads who is added or dropped, as it was typed, on one line."""
    what, words = _spelled(options, "what"), " ".join(options.get("words", "").split())
    if not what and not words:
        return MyPeople()
    deed = next((one for one in PeopleDeed if one.value == what), None)
    return MyPeople(deed, words) if deed is not None else None


def summary(options: Options) -> MySummary | None:
    """Reads what is done with the summary, and the words that are to stand in it, on one line."""
    what, words = _spelled(options, "what"), " ".join(options.get("words", "").split())
    if not what and not words:
        return MySummary()
    deed = next((one for one in SummaryDeed if one.value == what), None)
    return MySummary(deed, words) if deed is not None else None


def reach(options: Options) -> Reach | None:
    """Reads to whom and about what, as it was typed; either may be missing."""
    who, about = (" ".join(options.get(name, "").split()) for name in ("who", "about"))
    is_short = len(who) <= MOST_OF_WHO and len(about) <= MOST_OF_ABOUT
    return Reach(who, about, is_named=bool(who)) if is_short else None


def ignore_me(options: Options) -> IgnoreMe | None:
    """Reads off, or nothing."""
    end = _spelled(options, "end")
    return IgnoreMe(ends=end == "off") if end in ("", "off") else None


def ceiling(options: Options) -> Ceiling | None:
    """Reads a level by its name."""
    level = level_called(_spelled(options, "level"))
    return Ceiling(level) if level is not None else None


def crisis_line(options: Options) -> CrisisLine | None:
    """Reads a text and the address it ends with, or off; whether they may be is not read here."""
    words = f"{options.get('text', '')} {options.get('url', '')}".split()
    if [normalized(word) for word in words] == ["off"]:
        return CrisisLine(ends=True)
    return CrisisLine(" ".join(words[:-1]), words[-1]) if words else None


def hear_threads(options: Options) -> ListenInThreads | None:
    """Reads on or off."""
    state = _ON_OR_OFF.get(_spelled(options, "state"))
    return ListenInThreads(state) if state is not None else None


def audit(options: Options) -> ListAudit | None:
    """Reads export, or nothing."""
    what = _spelled(options, "what")
    return ListAudit(is_whole=what == EXPORT) if what in ("", EXPORT) else None


def set_a_rule(options: Options) -> SetARule | None:
    """Reads the name of a setting and its value as it was typed, on one line; no name is all."""
    name, words = _spelled(options, "name"), " ".join(options.get("value", "").split())
    return SetARule(name, words) if len(words) <= MOST_OF_A_RULE else None


def split_rule(rest: str) -> dict[str, str]:
    """Splits what follows `/attune-admin set` into the name of the setting and its value."""
    name, _, value = rest.strip().partition(" ")
    return {"name": name, "value": value}


def split_on(rest: str) -> dict[str, str]:
    """Splits what follows `/attune on` into its level and its term."""
    words = meaningful(normalized(rest).split())
    if term_in(words) is not None:
        return {"level": "", "for": " ".join(words)}
    heads = (" ".join(words[:count]) for count in range(1, MOST_OF_A_LEVEL + 1))
    level = next((head for head in heads if level_called(head) is not None), "")
    return {"level": level, "for": " ".join(words[len(level.split()) :])}


def split_repair(rest: str) -> dict[str, str]:
    """Splits what follows `/attune repair` into its kind, its ID and its note."""
    given, note = _without_note(rest)
    words = given.split()
    if not words or rupture_named(given) is not None:
        return {"kind": given, "note": note}
    return {"kind": " ".join(words[:-1]), "id": words[-1], "note": note}


def split_what(rest: str) -> dict[str, str]:
    """Splits what follows a command into what is done and the words."""
    what, words = (*rest.split(None, 1), "", "")[:2]
    return {"what": what, "words": words}


def split_reach(rest: str) -> dict[str, str]:
    """Splits what follows `/attune reach` at the first comma into whom and what about."""
    who, _, about = rest.partition(",")
    return {"who": who, "about": about}


def _without_note(rest: str) -> tuple[str, str]:
    """Gives the words before "note:" and those after it, as they were typed."""
    found = _NOTE.search(rest)
    return (rest[: found.start()], rest[found.end() :]) if found is not None else (rest, "")


def _named(options: Options) -> MessageId | None:
    words = options.get("id", "").split()
    return MessageId(words[-1]) if words else None


def _spelled(options: Options, name: str) -> str:
    return " ".join(normalized(options.get(name, "")).split())
