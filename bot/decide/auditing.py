"""What was changed in a space, as its admins read it: the newest in words, all of it as a file."""

from dataclasses import replace

from bot.actions.platform import Say
from bot.audit import Entry
from bot.audit.chain import line
from bot.decide.decision import told
from bot.events import CommandGiven
from bot.layout.dates import day, occasion
from bot.layout.markup import heading, point
from bot.levels import level_named
from bot.snapshot import CommandSnapshot
from bot.strings import Strings
from bot.words import TextFile

Answer = tuple[Say, ...]
MOST = 5  # changes in words


def listed(event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to `/attune-admin audit`: to an admin, of their own space alone."""
    said, entries, now = snapshot.strings.admins.audit, snapshot.audit, occasion(event)
    if not entries:
        return (told(event, said["none"]),)
    shown = [heading(said["heading"])]
    if len(entries) > MOST:
        shown.append(said["rest"].format(count=entries[-MOST - 1].number))
    for one in entries[-MOST:]:
        when = day(snapshot.strings, one.at, now)
        shown.append(point(_line(one, snapshot.strings).format(day=when, **_filled(one, snapshot))))
    every = ",\n".join(map(line, entries))
    file = TextFile(f"attune-audit-{event.at:%Y-%m-%d}.json", f"[\n{every}\n]\n")
    return (replace(told(event, "\n".join(shown)), files=(file,)),)


def _line(entry: Entry, strings: Strings) -> str:
    """Gives the sentence of an act, by what it is and its yes or no."""
    said, known = strings.admins.audit, entry.known
    match entry.act:
        case "deepest_set" | "reports_cleared" | "rule_set":
            return said[entry.act]
        case "threads_set":
            return said["threads_on" if known.get("listens") else "threads_off"]
        case "report_closed":
            return said["report_handled" if known.get("handled") else "report_dismissed"]
        case "crisis_line_set":
            return said["line_on" if known.get("is_there") else "line_off"]
        case "mute_set":
            return said["mute_on" if known.get("is_muted") else "mute_off"]
        case "space_blocked":
            return said["blocked" if known.get("is_blocked") else "unblocked"]
    return said["other"]


def _filled(entry: Entry, snapshot: CommandSnapshot) -> dict[str, str]:
    """Gives the facts of an act as a person reads them: a level by its name in their language."""
    found = {name: str(value) for name, value in entry.known.items()}
    names = snapshot.strings.settings.names
    found["setting"] = names.get(found.get("rule", ""), found.get("rule", ""))
    levels = ((name, level_named(word)) for name, word in found.items())
    return found | {name: snapshot.strings.level(one) for name, one in levels if one is not None}
