"""Read-ahead: the rows that a unit of work will need, read in one query before it begins."""

from bot.actions.ask import Ask
from bot.commands.values import Status
from bot.consent import may_hold
from bot.engine.noticed import NOTICED
from bot.engine.preferences import read_always
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.told_here import TOLD, silencing
from bot.events import (
    ChoiceMade,
    CommandGiven,
    Event,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionAdded,
    ReactionRemoved,
)
from bot.ids import Scope, Where
from bot.levels import Level
from bot.norms import NEEDS
from bot.ports import Wanted
from bot.records import (
    HOUSE,
    AskRow,
    BoundariesRow,
    ConversationRow,
    EpisodeRow,
    ImpactRow,
    InstanceRow,
    MarkersRow,
    MuteRow,
    NormsRow,
    NoteRow,
    ObservationRow,
    Owner,
    PersonRow,
    PlaceRow,
    RepairRow,
    ReplyRow,
    ScopeRow,
    SpaceRow,
    StudyRow,
    StyleRow,
    SummaryRow,
    TrayRow,
)


def of_event(names: Pseudonyms, event: Event) -> tuple[Wanted, ...]:
    """Gives the rows that nearly every decision about this kind of event needs."""
    scope, person = names.scope(event.scope), names.person(event.person)
    return (
        (ScopeRow, scope, ""),
        (ConversationRow, scope, names.room(event.where.room)),
        (SpaceRow, names.space(event.where.space), ""),
        *((SpaceRow, names.space(one), "") for one in event.where.above),
        (PersonRow, person, ""),
        (PlaceRow, person, scope),
        (EpisodeRow, names.episode(event.person), None),
        *((kind, person, "") for kind in read_always()),
        *_of_silence(names, event),
        *_of_kind(names, event),
    )


def _of_silence(names: Pseudonyms, event: Event) -> tuple[Wanted, ...]:
    """Gives the rows that say whether the admins of a place want no talk with a person."""
    spaces, who = silencing(event.where), event.person
    if not spaces:
        return ()
    mutes = ((MuteRow, names.space(one), names.scope(Scope(one, who))) for one in spaces)
    return *mutes, (NoteRow, names.scope(event.scope), TOLD)


def _of_kind(names: Pseudonyms, event: Event) -> tuple[Wanted, ...]:
    """Gives the rows that the loader of this kind of event reads beside the shared ones."""
    scope, person = names.scope(event.scope), names.person(event.person)
    asks, notice, tray = (AskRow, scope, None), (NoteRow, scope, NOTICED), (TrayRow, person, None)
    own, norms = (BoundariesRow, person, ""), (NormsRow, scope, "")
    written_from = (StyleRow, scope, None), (RepairRow, scope, None)
    match event:
        case MessageSeen(where=where):
            return (asks, notice, tray, own, norms, *written_from, *_of_private(where, scope))
        case CommandGiven(command=Status()):
            return (asks, tray, own, *written_from)
        case CommandGiven():
            return (asks, tray, *written_from)
        case ChoiceMade():
            return (asks, notice, own, norms)
        case MessageEdited():
            return (asks, own, norms, (ReplyRow, scope, None))
        case MessageDeleted() | ReactionAdded() | ReactionRemoved():
            return (asks,)
        case _:
            return ()


def _of_private(where: Where, scope: Owner) -> tuple[Wanted, ...]:
    """Gives the rows of what is observed, asked and compared: nothing ever is where others read."""
    kinds = (MarkersRow, ImpactRow, StudyRow)
    each = tuple((kind, scope, "") for kind in kinds)
    return ((ObservationRow, scope, None), *each) if where.is_direct else ()


def of_scopes(names: Pseudonyms, scopes: tuple[Scope, ...]) -> tuple[Wanted, ...]:
    """Gives the rows of consent and ceilings for several scopes."""
    agreed = ((ScopeRow, names.scope(scope), "") for scope in scopes)
    allowed = ((SpaceRow, names.space(scope.space), "") for scope in scopes)
    return (*agreed, *allowed)


def of_standing(names: Pseudonyms, row: AskRow, ask: Ask) -> tuple[Wanted, ...]:
    """Gives the rows that tell whether a reply may still be shown."""
    return (
        (AskRow, row.owner, row.key),
        (ScopeRow, row.owner, ""),
        *((SpaceRow, names.space(one), "") for one in (ask.scope.space, *ask.above)),
        (PersonRow, names.person(ask.scope.person), ""),
        (InstanceRow, HOUSE, ""),
    )


def of_facts(names: Pseudonyms, row: AskRow, ask: Ask) -> tuple[Wanted, ...]:
    """Gives the rows from which a reply is written."""
    taught = ((RepairRow, row.owner, None),) if ask.level > Level.PLAIN else ()
    held = ((ScopeRow, row.owner, ""), (SummaryRow, row.owner, row.room))
    norms = ((NormsRow, row.owner, ""),) if ask.level >= NEEDS else ()
    return (
        (StyleRow, row.owner, None),
        (ConversationRow, row.owner, row.room),
        (PersonRow, names.person(ask.scope.person), ""),
        (BoundariesRow, names.person(ask.scope.person), ""),
        *taught,
        *(held if may_hold(ask.level) else ()),
        *norms,
    )


def of_finish(names: Pseudonyms, row: AskRow, ask: Ask) -> tuple[Wanted, ...]:
    """Gives the rows that change when a reply is finished."""
    return (
        (AskRow, row.owner, row.key),
        (ConversationRow, row.owner, row.room),
        (PersonRow, names.person(ask.scope.person), ""),
    )
