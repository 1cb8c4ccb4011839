"""The reports of a space as its admins read and close them: where, and what the bot said there.

Nothing says who reported, nor who closed one. The bot's own text comes with the event, as the
platform has it now, and is never kept.
"""

from dataclasses import replace
from itertools import chain
from typing import assert_never

from bot.actions import Action
from bot.actions.of_spaces import ClearReports, EndReport
from bot.choices import (
    Choice,
    CloseReport,
    EmptyReports,
    Meaning,
    OfReports,
    ShowReports,
    meaning_of,
)
from bot.decide.decision import answered, card, told
from bot.events import ChoiceMade, CommandGiven
from bot.house_rules import KEEPS, value
from bot.layout.dates import day, occasion
from bot.layout.markup import heading, on_a_line, plainly, point
from bot.snapshot import CommandSnapshot, Post, Reported, TapSnapshot

Answer = tuple[Action, ...]
Page = tuple[str, tuple[Choice, ...]]  # the words of a card, and what is under them
Reports = tuple[Reported, ...]
Asking = CommandGiven | ChoiceMade
Asked = CommandSnapshot | TapSnapshot
FEW = 2  # reports at once: with their texts they stay within a card
MOST, FEWEST = 150, 60  # characters of a text, fewer where links are long
CARD = 560  # characters of a card, beside what a day is longer as its reader sees it


def lists(event: ChoiceMade, post: Post | None) -> bool:
    """Whether an admin tapped something of the list of reports."""
    means = meaning_of(post.choices, event.label) if post is not None else None
    return event.where.by_admin and isinstance(means, OfReports)


def shown(reports: Reports, means: Meaning | None = None) -> Reports:
    """Gives the open reports that an answer shows: a command's, or those after a tap."""
    match means:
        case EmptyReports():
            return ()
        case ShowReports(start):
            return _at(_open(reports), start)[1]
        case CloseReport(link):
            return _at(tuple(one for one in _open(reports) if one.link != link), 0)[1]
    return _at(_open(reports), 0)[1]


def listed(event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives an admin the open reports of this space, the newest first, each to be closed."""
    if not snapshot.reports:
        return (told(event, _none(snapshot)),)
    return (card(event, *_page(event, snapshot)),)


def _none(snapshot: CommandSnapshot) -> str:
    """Says that there is no report, and how long one is kept where admins set it shorter."""
    days = KEEPS.kind.said(value(snapshot.space, KEEPS), snapshot.strings)
    return snapshot.strings.admins.no_reports.format(days=days)


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfReports) -> Answer:
    """Gives what a tap on the list leads to, in its place."""
    match means:
        case EmptyReports():
            return (answered(event, snapshot.strings.admins.reports_cleared), ClearReports())
        case ShowReports(start):
            return (answered(event, *_page(event, snapshot, start)),)
        case CloseReport():
            return _closed(event, snapshot, means)
        case _:
            assert_never(means)


def _closed(event: ChoiceMade, snapshot: TapSnapshot, means: CloseReport) -> Answer:
    """Closes a report and shows before → after, with what is still open."""
    said = snapshot.strings.admins.report
    found = next((one for one in _open(snapshot.reports) if one.link == means.link), None)
    if found is None:
        return (answered(event, *_page(event, snapshot, above=said["over"])),)
    line = said["now_handled" if means.handled else "now_dismissed"]
    above = line.format(day=day(snapshot.strings, found.at, occasion(event)))
    left = tuple(one for one in snapshot.reports if one.link != means.link)
    page = _page(event, replace(snapshot, reports=left), above=above)
    return (answered(event, *page), EndReport(means.link, means.handled))


def _open(reports: Reports) -> Reports:
    every = (one for one in reports if one.state == "open")
    return tuple(sorted(every, key=lambda one: (one.at, one.link), reverse=True))


def _at(reports: Reports, start: int) -> tuple[int, Reports]:
    """Gives some reports from that one on, from the first where there is none, and from which."""
    first = start if 0 <= start < len(reports) else 0
    return first, reports[first : first + FEW]


def _page(event: Asking, snapshot: Asked, start: int = 0, above: str = "") -> Page:
    """Gives some of the open reports, each with its two taps."""
    admins, every = snapshot.strings.admins, _open(snapshot.reports)
    first, some = _at(every, start)
    if not some:
        return "\n".join(filter(None, (above, admins.report["none"]))), ()
    left = len(every) - len(some)
    others = admins.report["others"].format(count=left) if left else ""
    above = "\n".join(filter(None, (above, heading(admins.reports))))
    points = [point(_where(event, snapshot, *one)) for one in _numbered(first, some)]
    texts = _texts(event, snapshot, some, CARD - sum(map(len, (above, *points, others))))
    lines = (above, *chain.from_iterable(zip(points, texts, strict=True)), others)
    taps = (*_taps(snapshot, _numbered(first, some)), *_ways(snapshot, first, len(every)))
    return "\n".join(filter(None, lines)), taps


def _numbered(first: int, some: Reports) -> tuple[tuple[int, Reported], ...]:
    return tuple(enumerate(some, first + 1))


def _taps(snapshot: Asked, some: tuple[tuple[int, Reported], ...]) -> tuple[Choice, ...]:
    said = snapshot.strings.admins.report
    return tuple(
        Choice(said[word].format(number=number), CloseReport(one.link, word == "handled"))
        for number, one in some
        for word in ("handled", "dismissed")
    )


def _ways(snapshot: Asked, first: int, count: int) -> tuple[Choice, ...]:
    """Gives the way on, back to the newest behind the last, and the one that clears the list."""
    said, after = snapshot.strings.admins, first + FEW
    clear = Choice(said.clear_reports, EmptyReports())
    if count <= FEW:
        return (clear,)
    if after < count:
        return Choice(said.report["older"], ShowReports(after)), clear
    return Choice(said.report["newest"], ShowReports(0)), clear


def _where(event: Asking, snapshot: Asked, number: int, one: Reported) -> str:
    line = snapshot.strings.admins.report["many" if one.people > 1 else "one"]
    when = day(snapshot.strings, one.at, occasion(event))
    return f"{number}. {line.format(day=when, link=one.link, people=one.people)}"


def _texts(event: Asking, snapshot: Asked, some: Reports, room: int) -> list[str]:
    """Gives what is said in each of some, in that many characters, where the platform has it."""
    own, line = dict(event.own_texts), snapshot.strings.admins.report["text"]
    most = max(FEWEST, min(MOST, room // len(some) - len(line)))
    cut = [_cut(own.get(one.link, ""), most) for one in some]
    return [line.format(text=text) if text else "" for text in cut]


def _cut(text: str, most: int) -> str:
    """Gives the beginning of a text on one line, in which nothing marks or calls anybody."""
    line = on_a_line(text)
    return plainly(line if len(line) <= most else f"{line[: most - 1].rstrip()}…")
