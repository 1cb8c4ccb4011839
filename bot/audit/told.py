"""What an entry of the audit ledger says to a person: a sentence, and its facts in their words."""

from collections.abc import Mapping

from bot.audit.chain import Entry
from bot.house_rules import BY_NAME
from bot.levels import level_named
from bot.strings import Strings

_UNREADABLE = (LookupError, TypeError, ValueError)


class _Facts(dict[str, str]):
    """Facts by name; one that an entry has not, as of a later release, is a question mark."""

    def __missing__(self, _name: str) -> str:
        return "?"


def sentence(entry: Entry, said: Mapping[str, str], facts: Mapping[str, str]) -> str:
    """Gives the sentence of an act by what it is and its yes or no, filled.

    Args:
        said: the sentences by name, as in `Strings.admins.audit`.
        facts: as `facts_of` gives them, and the day.
    """
    return said.get(_name(entry), said["other"]).format_map(_Facts(facts))


def _name(entry: Entry) -> str:
    """Gives the name of the sentence of an act; an act's own where it has only one."""
    known = entry.known
    match entry.act:
        case "threads_set":
            return "threads_on" if known.get("listens") else "threads_off"
        case "report_closed":
            return "report_handled" if known.get("handled") else "report_dismissed"
        case "crisis_line_set":
            return "line_on" if known.get("is_there") else "line_off"
        case "mute_set":
            return "mute_on" if known.get("is_muted") else "mute_off"
        case "space_blocked":
            return "blocked" if known.get("is_blocked") else "unblocked"
        case "blocked":
            return "anyone_blocked" if known.get("is_blocked") else "anyone_unblocked"
        case "closing_set":
            return "closing_on" if known.get("day") else "closing_off"
        case "announcement_set":
            return "announcement_on" if known.get("is_there") else "announcement_off"
    return entry.act


def facts_of(entry: Entry, strings: Strings) -> dict[str, str]:
    """Gives the facts of an act in words: a level and a setting by name, a value as it is said."""
    found = {name: str(fact) for name, fact in entry.known.items()}
    if entry.act == "rule_set":
        return found | _of_a_rule(found, strings)
    levels = ((name, level_named(word)) for name, word in found.items())
    return found | {name: strings.level(one) for name, one in levels if one is not None}


def _of_a_rule(found: Mapping[str, str], strings: Strings) -> dict[str, str]:
    """Gives a setting, what it was and became: of rooms and roles how many."""
    name = found.get("rule", "")
    words = {one: _told(name, found.get(one, ""), strings) for one in ("before", "after")}
    return words | {"setting": strings.settings.names.get(name, name)}


def _told(name: str, fact: str, strings: Strings) -> str:
    """Says a recorded value; one that cannot be read stands as it was recorded."""
    try:
        return BY_NAME[name].kind.told(fact, strings)
    except _UNREADABLE:
        return fact
