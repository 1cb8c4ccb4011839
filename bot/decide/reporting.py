"""Reports to a space's admins: where a misplaced reply stands, and none of its words."""

from dataclasses import replace

from bot.actions import Action
from bot.actions.of_spaces import ClearReports, Report
from bot.actions.state import AnswerCard
from bot.choices import Choice, EmptyReports, ReportReply, meaning_of
from bot.commands import BY_NAME
from bot.commands.values import TellAdmins
from bot.decide.decision import answered, told
from bot.events import ChoiceMade, CommandGiven, Event, Happening
from bot.layout.dates import Occasion, day, occasion
from bot.layout.markup import heading, point
from bot.snapshot import CommandSnapshot, Post, Reported, Snapshot, TapSnapshot
from bot.strings import Strings

Answer = tuple[Action, ...]


def reported_in(event: Event, post: Post | None) -> str:
    """Gives where the reported message stands, or an empty text if none is reported."""
    if isinstance(event, CommandGiven):
        return event.about if isinstance(event.command, TellAdmins) else ""
    if post is None or not isinstance(event, ChoiceMade):
        return ""
    means = meaning_of(post.choices, event.label)
    return means.link if isinstance(means, ReportReply) else ""


def report(given: TellAdmins, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to `/attune report ID`: admins may see where that reply stands."""
    if snapshot.is_direct:
        line, house = snapshot.strings.admins.no_report_here, snapshot.house
        return (told(event, line.format(operator=house.run_by_in(line))),)
    if given.named is None:
        return (told(event, BY_NAME[given.name].misread(snapshot.strings)),)
    return _reported(event, snapshot, event.about)


def offer(event: CommandGiven, snapshot: Snapshot) -> tuple[Choice, ...]:
    """Gives the choice to report the reply that a command names, or none if nobody would see it."""
    is_offered = not snapshot.is_direct and bool(event.about)
    return (
        (Choice(snapshot.strings.admins.report_it, ReportReply(event.about)),) if is_offered else ()
    )


def tapped(event: ChoiceMade, snapshot: TapSnapshot, about: str) -> Answer:
    """Gives the answer to that choice."""
    return (AnswerCard(event.message), *_reported(event, snapshot, about))


def _reported(event: Happening, snapshot: CommandSnapshot | TapSnapshot, about: str) -> Answer:
    """Gives the report with its receipt, or says why it is not stored."""
    if not about:
        return (told(event, snapshot.strings.admins.not_mine_to_report),)
    match snapshot.report_room:
        case "full":
            return (told(event, snapshot.strings.admins.reports_full),)
        case "enough":
            return (told(event, snapshot.strings.admins.reported_enough),)
        case "kept":
            return (told(event, snapshot.strings.admins.reported),)
    return (Report(about), told(event, snapshot.strings.admins.reported))


def reports(event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives an admin the reports of this space, the newest first, and the choice to clear them."""
    if not snapshot.reports:
        return (told(event, snapshot.strings.admins.no_reports),)
    newest = sorted(snapshot.reports, key=lambda one: one.at, reverse=True)
    lines = [heading(snapshot.strings.admins.reports)]
    lines += [point(_line(one, snapshot.strings, occasion(event))) for one in newest]
    clear = Choice(snapshot.strings.admins.clear_reports, EmptyReports())
    return (replace(told(event, "\n".join(lines), (clear,)), is_card=True),)


def cleared(event: ChoiceMade, snapshot: Snapshot) -> Answer:
    """Gives the answer to the choice that clears the list."""
    return (answered(event, snapshot.strings.admins.reports_cleared), ClearReports())


def _line(one: Reported, strings: Strings, now: Occasion) -> str:
    line = strings.admins.report["many" if one.people > 1 else "one"]
    return line.format(day=day(strings, one.at, now), link=one.link, people=one.people)
