"""What was changed in a space, as its admins read it: the newest in words, all of it as a file."""

from dataclasses import replace

from bot.actions.platform import Say
from bot.audit import Entry
from bot.audit.chain import line
from bot.choices import AuditAsFile, Choice, meaning_of
from bot.commands.values import ListAudit
from bot.decide.decision import card, told
from bot.events import ChoiceMade, CommandGiven
from bot.house_rules import BY_NAME, value
from bot.layout.dates import day, occasion
from bot.layout.markup import heading, point
from bot.levels import level_named
from bot.snapshot import CommandSnapshot, Post, TapSnapshot
from bot.strings import Strings
from bot.words import TextFile

Answer = tuple[Say, ...]
MOST = 5  # changes in words
CARD = 560  # characters of the card, beside what a day is longer as its reader sees it
_UNREADABLE = (LookupError, TypeError, ValueError)


def takes_file(event: ChoiceMade, post: Post | None) -> bool:
    """Whether an admin tapped for all of it as a file."""
    means = meaning_of(post.choices, event.label) if post is not None else None
    return event.where.by_admin and isinstance(means, AuditAsFile)


def listed(event: CommandGiven, snapshot: CommandSnapshot, asked: ListAudit) -> Answer:
    """Gives the answer to `/attune-admin audit`: to an admin, of their own space alone."""
    said, entries = snapshot.strings.admins.audit, snapshot.audit
    if not entries:
        return (told(event, said["none"]),)
    if asked.is_whole:
        return (_file(event, snapshot),)
    text = _text(event, snapshot, newest_of(entries))
    text = text if len(text) <= CARD else _text(event, snapshot, {})
    return (card(event, text, (Choice(said["as_file"], AuditAsFile()),)),)


def tapped(event: ChoiceMade, snapshot: TapSnapshot) -> Answer:
    """Gives all of it as a file; the card stays as it is."""
    if not snapshot.audit:
        return (told(event, snapshot.strings.admins.audit["none"]),)
    return (_file(event, snapshot),)


def newest_of(entries: tuple[Entry, ...]) -> dict[str, int]:
    """Gives the number of the newest entry about each setting: what it set may hold still."""
    of_rules = (one for one in entries if one.act == "rule_set")
    return {str(one.known.get("rule")): one.number for one in of_rules}


def _file(event: CommandGiven | ChoiceMade, snapshot: CommandSnapshot | TapSnapshot) -> Say:
    every = ",\n".join(map(line, snapshot.audit))
    file = TextFile(f"attune-audit-{event.at:%Y-%m-%d}.json", f"[\n{every}\n]\n")
    return replace(told(event, snapshot.strings.admins.audit["file"]), files=(file,))


def _text(event: CommandGiven, snapshot: CommandSnapshot, newest: dict[str, int]) -> str:
    """Gives the newest changes; the newest of a setting with the names that hold."""
    said, entries, now = snapshot.strings.admins.audit, snapshot.audit, occasion(event)
    shown = [heading(said["heading"])]
    if len(entries) > MOST:
        shown.append(said["rest"].format(count=entries[-MOST - 1].number))
    for one in entries[-MOST:]:
        when = day(snapshot.strings, one.at, now)
        facts = _filled(one, snapshot, newest)
        shown.append(point(_line(one, snapshot.strings).format(day=when, **facts)))
    return "\n".join(shown)


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


def _filled(entry: Entry, snapshot: CommandSnapshot, newest: dict[str, int]) -> dict[str, str]:
    """Gives the facts of an act as a person reads them: a level by its name in their language."""
    found = {name: str(fact) for name, fact in entry.known.items()}
    if entry.act == "rule_set":
        return found | _of_a_rule(entry, found, snapshot, newest)
    levels = ((name, level_named(word)) for name, word in found.items())
    return found | {name: snapshot.strings.level(one) for name, one in levels if one is not None}


def _of_a_rule(
    entry: Entry, found: dict[str, str], snapshot: CommandSnapshot, newest: dict[str, int]
) -> dict[str, str]:
    """Gives a setting, what it was and became: of rooms and roles how many, or those that hold."""
    name = found.get("rule", "")
    words = {one: _told(name, found.get(one, ""), snapshot) for one in ("before", "after")}
    if newest.get(name) == entry.number:
        words["after"] = _holding(name, found.get("after", ""), snapshot) or words["after"]
    return words | {"setting": snapshot.strings.settings.names.get(name, name)}


def _told(name: str, fact: str, snapshot: CommandSnapshot) -> str:
    """Says a recorded value; one that cannot be read stands as it was recorded."""
    try:
        return BY_NAME[name].kind.told(fact, snapshot.strings)
    except _UNREADABLE:
        return fact


def _holding(name: str, fact: str, snapshot: CommandSnapshot) -> str:
    """Says the value that holds, where it is the recorded one."""
    rule = BY_NAME.get(name)
    if rule is None or rule.kind.fact(value(snapshot.space, rule)) != fact:
        return ""
    return rule.kind.said(value(snapshot.space, rule), snapshot.strings)
