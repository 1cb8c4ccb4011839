"""What was changed in a space, as its admins read it: the newest in words, all of it as a file."""

from dataclasses import replace

from bot.actions.platform import Say
from bot.audit import Entry
from bot.audit.chain import line
from bot.audit.told import facts_of, sentence
from bot.choices import AuditAsFile, Choice, meaning_of
from bot.commands.values import ListAudit
from bot.decide.decision import card, told
from bot.events import ChoiceMade, CommandGiven
from bot.house_rules import BY_NAME, value
from bot.layout.dates import day, occasion
from bot.layout.markup import heading, point
from bot.snapshot import CommandSnapshot, Post, TapSnapshot
from bot.words import TextFile

Answer = tuple[Say, ...]
MOST = 5  # changes in words
CARD = 560  # characters of the card, beside what a day is longer as its reader sees it


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
        facts = _filled(one, snapshot, newest) | {"day": day(snapshot.strings, one.at, now)}
        shown.append(point(sentence(one, said, facts)))
    return "\n".join(shown)


def _filled(entry: Entry, snapshot: CommandSnapshot, newest: dict[str, int]) -> dict[str, str]:
    """Gives the facts of an act in words; of the newest of a setting, the names that hold."""
    words, name = facts_of(entry, snapshot.strings), str(entry.known.get("rule", ""))
    if entry.act == "rule_set" and newest.get(name) == entry.number:
        after = str(entry.known.get("after", ""))
        words["after"] = _holding(name, after, snapshot) or words["after"]
    return words


def _holding(name: str, fact: str, snapshot: CommandSnapshot) -> str:
    """Says the value that holds, where it is the recorded one."""
    rule = BY_NAME.get(name)
    if rule is None or rule.kind.fact(value(snapshot.space, rule)) != fact:
        return ""
    return rule.kind.said(value(snapshot.space, rule), snapshot.strings)
