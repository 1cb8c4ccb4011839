"""What a person picks in Discord's command box for a command as the console has it."""

from typing import Any

from bot.commands import BY_NAME
from bot.levels import Stance

JSON = dict[str, Any]
STANCES = tuple(one.value for one in Stance)


def options_of(words: str) -> tuple[str, list[JSON]]:
    """Gives the command's name and the options of its interaction."""
    if words.startswith("admin "):
        name, _, rest = words.removeprefix("admin ").partition(" ")
        return "attune-admin", [_sub(name, _admin(name, rest))]
    name, _, rest = words.partition(" ")
    if name in STANCES:
        return "attune", [_sub("stance", {"what": name})]
    match name:
        case "on":
            level, _, term = f" {rest}".partition(" for ")
            return "attune", [_sub("on", {"level": level.strip(), "for": term})]
        case "resume":
            return "attune", [_sub("pause", {"end": "now"})]
        case "receipt":
            return "attune", [_sub("data", {"what": "receipt"})]
        case "impact" | "study":
            return "attune", [_sub("status", {"what": name, "words": rest})]
        case "summary":
            return "attune", [_sub("memory", {"what": "summary", "words": rest})]
        case "roles":
            return "attune", [_sub("boundaries", {"what": "roles", "words": rest})]
        case "noticed":
            what, _, number = rest.replace("not right", "not-right").partition(" ")
            return "attune", [_sub("noticed", {"what": what, "number": number})]
        case "repair" if "note:" in rest:
            kind, _, note = rest.partition("note:")
            return "attune", [_sub("repair", {"kind": kind.strip(), "note": note.strip()})]
        case "repair" if rest.rpartition(" ")[2].isdecimal():
            kind, _, named = rest.rpartition(" ")
            return "attune", [_sub("repair", {"kind": kind, "id": named})]
        case "what-changed" | "why" | "report":
            return "attune", [_sub("why", {"what": name, "id": rest})]
    return "attune", [_sub(name, _picked(name, rest))]


def _picked(name: str, rest: str) -> dict[str, str]:
    """Gives what is picked for each option of the table: all of it for the first, or as typed."""
    entry = BY_NAME.get(name)
    if entry is None or not entry.options:
        return {}
    return entry.splits(rest) if entry.splits is not None else {entry.options[0].name: rest}


def _admin(name: str, rest: str) -> dict[str, str]:
    if name != "crisis-line":
        return _picked(name, rest)
    text, _, url = rest.rpartition(" ")
    return {"text": text or url, "url": url if text else ""}


def _sub(name: str, given: dict[str, str]) -> JSON:
    options = [{"name": key, "type": 3, "value": value} for key, value in given.items() if value]
    return {"name": name, "type": 1, "options": options}
