"""Reports to a space's admins: where a misplaced reply stands, and none of its words."""

from bot.actions import Action
from bot.actions.of_spaces import Report
from bot.actions.state import AnswerCard
from bot.choices import Choice, ReportReply, meaning_of
from bot.commands import BY_NAME
from bot.commands.values import TellAdmins, Why
from bot.decide.decision import told
from bot.events import ChoiceMade, CommandGiven, Event, Happening
from bot.ids import MessageId
from bot.snapshot import CommandSnapshot, Post, Snapshot, TapSnapshot

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
    return _reported(event, snapshot, _named(event, given.named))


def _named(event: CommandGiven, message: MessageId) -> ReportReply:
    """Gives the reply that a command names, as people and as the platform find it."""
    return ReportReply(event.about, str(event.where.room), str(message))


def offer(event: CommandGiven, snapshot: Snapshot) -> tuple[Choice, ...]:
    """Gives the choice to report the reply that a command names, or none if nobody would see it."""
    named = event.command.named if isinstance(event.command, Why) else None
    if snapshot.is_direct or not event.about or named is None:
        return ()
    return (Choice(snapshot.strings.admins.report_it, _named(event, named)),)


def tapped(event: ChoiceMade, snapshot: TapSnapshot, about: ReportReply) -> Answer:
    """Gives the answer to that choice."""
    return (AnswerCard(event.message), *_reported(event, snapshot, about))


def _reported(
    event: Happening, snapshot: CommandSnapshot | TapSnapshot, about: ReportReply
) -> Answer:
    """Gives the report with its receipt, or says why it is not stored."""
    if not about.link:
        return (told(event, snapshot.strings.admins.not_mine_to_report),)
    match snapshot.report_room:
        case "full":
            return (told(event, snapshot.strings.admins.reports_full),)
        case "enough":
            return (told(event, snapshot.strings.admins.reported_enough),)
        case "kept":
            return (told(event, snapshot.strings.admins.reported),)
    found = Report(about.link, about.room, about.message)
    return (found, told(event, snapshot.strings.admins.reported))
