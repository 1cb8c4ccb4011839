"""What a tap leads to: only the person's own tap counts, and only the meaning in the store."""

from dataclasses import replace
from typing import assert_never

from bot import cards
from bot.actions import Action
from bot.actions.platform import Delete
from bot.choices import (
    AcceptOffer,
    AnswerDay,
    AnswerImpact,
    AnswerSetUp,
    AskDay,
    AskToErase,
    AuditAsFile,
    CarryOver,
    ChangeSummary,
    ClearBoundaries,
    ClearHeld,
    ClearNorms,
    ClearNoticed,
    ClearPeople,
    CloseReport,
    ConfirmCrisisLine,
    DeclineOffer,
    DeleteCrisisLine,
    DoImpact,
    DoneHeld,
    DoStudy,
    DropBoundary,
    DropCrisisLine,
    DropHeld,
    DropNorm,
    DropSomebody,
    DropSummary,
    DropUsed,
    EmptyReports,
    EndPause,
    EraseEverywhere,
    EraseHeld,
    EraseHere,
    GoOn,
    HearThreads,
    KeepAll,
    KeepLine,
    KeepOut,
    LeaveAsItIs,
    LeaveBrought,
    LeaveDay,
    LeaveImpact,
    Meaning,
    MentionHeld,
    NoticedBetter,
    NoticedFine,
    NoticedStop,
    NoticedWhy,
    NoticedWrong,
    OfACard,
    OfAnEdit,
    OfAReply,
    OfReaching,
    PauseFor,
    PickForRule,
    PickHeld,
    PickNoticed,
    PickUsed,
    PutOff,
    ReadAbout,
    ReadCrisisText,
    ReadEverything,
    RefuseLine,
    RenewOffer,
    ReportReply,
    SayAdult,
    SayUnder18,
    SetDeepest,
    SetRule,
    ShowBoundaries,
    ShowHeld,
    ShowHelp,
    ShowKept,
    ShowNorms,
    ShowNoticed,
    ShowPeople,
    ShowReports,
    ShowRule,
    ShowRules,
    ShowUsed,
    ShowWeeks,
    SpeakIn,
    StayOn,
    StayPlain,
    StopNoticing,
    StopSummaries,
    TakeExport,
    TakeStance,
    TickOffer,
    TurnOff,
    TurnPage,
    UndoRule,
    Unknown,
    WantLevel,
    WantStyle,
    WordLine,
    meaning_of,
    of_label_alone,
)
from bot.decide import (
    admin_panel,
    age_check,
    anew,
    auditing,
    boundaries,
    consent,
    crisis,
    crisis_settings,
    data,
    helping,
    holding,
    impact,
    importing,
    languages,
    leaving,
    news,
    noticing,
    panel,
    people,
    reaching,
    recalled,
    repairing,
    report_list,
    reporting,
    roles,
    study,
    summaries,
)
from bot.decide.decision import Decision, answered, in_place, told
from bot.decide.erasing import erase_card, erased, erased_everywhere
from bot.decide.holding import offering
from bot.decide.naming import named
from bot.events import ChoiceMade
from bot.ids import Scope
from bot.snapshot import TapSnapshot

Answer = tuple[Action, ...]


def decide(event: ChoiceMade, snapshot: TapSnapshot) -> Decision:
    """Gives the decision about a tapped choice; for another's or an old one a line, if possible."""
    post = snapshot.post
    means = meaning_of(post.choices, event.label) if post is not None else None
    if means is None and isinstance(of_label_alone(event.label, snapshot.strings), TurnOff):
        left = named(event, snapshot, leaving.tapped(event, snapshot))
        return Decision(left, scope=post.scope if post is not None else None)
    if means is None or post is None:
        return _no_choice(event, snapshot)
    if snapshot.is_blocked and not means.traits.is_for_blocked:
        return Decision()
    if means.traits.is_for_admins and not event.where.by_admin:
        return Decision(_over(event, snapshot.strings.admins.not_admin))
    return _led_to(event, snapshot, means, post.scope)


def _led_to(event: ChoiceMade, snapshot: TapSnapshot, means: Meaning, scope: Scope) -> Decision:
    """Gives what a choice leads to that its person may tap: perhaps a reply, else an answer."""
    if isinstance(means, OfAReply):
        return repairing.chosen(event, snapshot, means)
    if isinstance(means, OfAnEdit):
        return anew.tapped(event, snapshot, means)
    if isinstance(means, OfReaching):
        return replace(reaching.tapped(event, snapshot, means), scope=scope)
    answer = _answer(event, snapshot, means)
    answer = answer if means.traits.is_everywhere else named(event, snapshot, answer)
    return Decision(answer, scope=scope)


def _answer(event: ChoiceMade, snapshot: TapSnapshot, means: OfACard) -> Answer:
    match means:
        case AcceptOffer() | RenewOffer():
            return consent.accepted(event, snapshot, means)
        case DeclineOffer(level):
            return consent.refused(event, snapshot, level)
        case ReadEverything(offer):
            return consent.read_everything(event, snapshot, offer)
        case TickOffer():
            return consent.ticked(event, snapshot, means)
        case ReadAbout(fold):
            return (told(event, cards.folded(snapshot.house, fold, event.where)),)
        case TurnPage() | WantLevel() | WantStyle() | PauseFor() | EndPause():
            return panel.tapped(event, snapshot, means)
        case ShowUsed() | PickUsed() | KeepOut() | DropUsed():
            return recalled.tapped(event, snapshot, means)
        case ClearBoundaries() | DropBoundary() | ShowBoundaries():
            return boundaries.tapped(event, snapshot, means)
        case ClearPeople() | DropSomebody() | ShowPeople():
            return people.tapped(event, snapshot, means)
        case GoOn() | StayPlain() | TakeExport():
            return news.tapped(event, snapshot, means)
        case (
            ShowHeld()
            | PickHeld()
            | DropHeld()
            | DoneHeld()
            | MentionHeld()
            | AskDay()
            | PutOff()
            | ClearHeld()
            | EraseHeld()
        ):
            return holding.tapped(event, snapshot, means)
        case CarryOver() | LeaveBrought():
            return importing.tapped(event, snapshot, means)
        case ShowKept():
            return data.tapped(event, snapshot, means)
        case ChangeSummary() | DropSummary() | StopSummaries():
            return summaries.tapped(event, snapshot, means)
        case KeepLine() | WordLine() | RefuseLine():
            return offering.tapped(event, snapshot, means)
        case ClearNorms() | DropNorm() | ShowNorms():
            return roles.tapped(event, snapshot, means)
        case NoticedWhy() | NoticedWrong() | NoticedFine() | NoticedStop() | NoticedBetter():
            return noticing.tapped(event, snapshot, means)
        case PickNoticed() | ShowNoticed() | ShowWeeks() | ClearNoticed() | StopNoticing():
            return noticing.tapped(event, snapshot, means)
        case AnswerImpact() | DoImpact() | LeaveImpact() | LeaveAsItIs():
            return impact.tapped(event, snapshot, means)
        case AnswerDay() | DoStudy() | LeaveDay():
            return study.tapped(event, snapshot, means)
        case TurnOff():
            return leaving.tapped(event, snapshot)
        case StayOn():
            return leaving.stays(event, snapshot)
        case TakeStance(stance):
            return helping.wanted(event, snapshot, stance)
        case SpeakIn(code):
            return languages.tapped(event, snapshot, code)
        case ShowHelp(topic):
            return helping.tapped(event, snapshot, topic)
        case SayUnder18():
            return age_check.under_18(event, snapshot)
        case SayAdult():
            return age_check.adult(event, snapshot)
        case ReadCrisisText():
            return crisis.read_privately(event, snapshot, means)
        case DeleteCrisisLine():
            return (Delete(event.message),)
        case ConfirmCrisisLine():
            return crisis_settings.line_set(event, snapshot, means)
        case DropCrisisLine():
            return _over(event, snapshot.strings.consent.not_now)
        case SetDeepest() | HearThreads():
            return admin_panel.tapped_before(event, snapshot, means)
        case ShowRules() | ShowRule() | SetRule() | PickForRule() | UndoRule() | AnswerSetUp():
            return admin_panel.tapped(event, snapshot, means)
        case ReportReply():
            return reporting.tapped(event, snapshot, means)
        case EmptyReports() | ShowReports() | CloseReport():
            return report_list.tapped(event, snapshot, means)
        case AuditAsFile():
            return auditing.tapped(event, snapshot)
        case AskToErase():
            return in_place(event, (erase_card(event, snapshot),))
        case EraseHere():
            return erased(event, snapshot)
        case EraseEverywhere():
            return erased_everywhere(event, snapshot)
        case KeepAll():
            return _over(event, snapshot.strings.data.kept)
        case Unknown():
            return _over(event, snapshot.strings.commands.choice_over)
        case _:
            assert_never(means)


def _over(event: ChoiceMade, text: str) -> Answer:
    """Gives a line in the place of the card that it answers."""
    return (answered(event, text),)


def _no_choice(event: ChoiceMade, snapshot: TapSnapshot) -> Decision:
    """Says that a choice is another's or no longer holds; says nothing after a second tap.

    In a shared room only if the platform can tell the person who tapped alone.
    """
    is_answered = snapshot.post is not None and not snapshot.post.choices
    is_alone = event.is_pressed or event.where.is_direct
    if snapshot.is_blocked or is_answered or not is_alone:
        return Decision()
    return Decision((told(event, snapshot.strings.commands.no_choice),))
