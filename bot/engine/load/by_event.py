"""One loader for each kind of event: it reads what the decision needs, and no more."""

from dataclasses import replace
from typing import TypedDict

from bot.choices import (
    AsksToErase,
    OfAnImport,
    OfAPanel,
    OfAStudy,
    OfASummary,
    OfImpact,
    Page,
    ReachSomebody,
    ShowKept,
    TakeExport,
    TurnPage,
    meaning_of,
    offers,
)
from bot.decide.auditing import takes_file
from bot.decide.report_list import lists
from bot.decide.reporting import reported_in
from bot.engine.codec import load_post
from bot.engine.load import asked_for, held, impact, observed, replies, study, used
from bot.engine.load.came_of import came_of
from bot.engine.load.gathering import Gathering, Shared
from bot.engine.noticed import noticed
from bot.engine.reports import Reports
from bot.engine.wordings import load_wordings, wordings_of
from bot.events import (
    ChoiceMade,
    Event,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionAdded,
    ReactionRemoved,
)
from bot.export import KeptIn
from bot.impact import Impact
from bot.impact.study import Study
from bot.reading import Reading
from bot.records import BroughtRow, PostRow, RepairRow, StyleRow, SummaryRow
from bot.snapshot import (
    DeletionSnapshot,
    EditSnapshot,
    MessageSnapshot,
    Observed,
    Offered,
    Place,
    Post,
    RepairSnapshot,
    Reply,
    Snapshot,
    TapSnapshot,
    offered_in,
)

Emoji = ReactionAdded | ReactionRemoved
Places = tuple[Place, ...]


class _Spoken(TypedDict):
    """What is known of a message by its words, also after an edit."""

    reading: Reading
    is_stop_word: bool
    elsewhere_places: Places


class _Taught(TypedDict):
    """How a person wants to be answered, set by command and learnt from repairs."""

    style: tuple[tuple[str, str], ...]
    repairs: tuple[RepairRow, ...]


class Kept(TypedDict, total=False):
    """What a card shows of what is kept."""

    style: tuple[tuple[str, str], ...]
    repairs: tuple[RepairRow, ...]
    kept: tuple[KeptIn, ...]
    elsewhere_places: Places
    summary: SummaryRow | None
    impact: Impact
    study: Study | None


async def of_message(facts: Gathering, event: MessageSeen) -> MessageSnapshot:
    """Loads the snapshot of a message; its reply only if the message complains about one."""
    shared, is_direct = await facts.shared(event), event.where.is_direct
    talk, code = await facts.talk(event, event.scope), shared["house"].strings.code
    holding, summary = await held.of_message(facts, event, shared["scope"])
    return MessageSnapshot(
        **shared,
        **talk,
        **await _spoken(facts, event, shared),
        **await _taught(facts, event),
        reply=await _corrected(facts, event),
        sets_stop_word=facts.sets_stop_word(event, shared["preferences"]),
        noticed_here=await noticed(facts.unit, facts.names.scope(event.scope)),
        tray=await asked_for.tray(facts, event) if is_direct else (),
        holding=holding,
        summary=summary,
        is_goodbye=facts.is_goodbye(event, code),
        observed=await observed.of_message(facts, event, Snapshot(**shared)),
        impact=await impact.of_message(facts, event),
        study=await study.of_message(facts, event),
    )


async def of_edit(facts: Gathering, event: MessageEdited) -> EditSnapshot:
    """Loads the snapshot of an edited message."""
    shared, talk = await facts.shared(event), await facts.talk(event, event.scope)
    reply = await replies.to_message(facts, event)
    return EditSnapshot(
        **shared,
        **talk,
        **await _spoken(facts, event, shared),
        reply=reply,
        is_changed=_is_changed(facts, event, reply, offered_in(shared["conversation"])),
        came_of=await came_of(facts, event, shared["scope"]),
    )


async def of_deletion(facts: Gathering, event: MessageDeleted) -> DeletionSnapshot:
    """Loads the snapshot of a deleted message."""
    shared = await facts.shared(event)
    caused = await asked_for.caused(facts, event)
    held = await came_of(facts, event, shared["scope"])
    running = await facts.running(event)
    return DeletionSnapshot(**shared, running=running, caused=replace(caused, came_of=held))


async def of_reaction(facts: Gathering, event: Emoji) -> RepairSnapshot:
    """Loads the reply to this person on which an emoji is put, or from which it is taken."""
    row = await facts.post_row(event, event.message)
    reply = await replies.reply_of(facts, row.owner, row.reply) if row is not None else None
    shared, talk = await facts.shared(event), await facts.talk(event, event.scope)
    known = Snapshot(**shared)
    seen = await observed.of_repair(facts, event, event.scope, known) if reply else Observed()
    return RepairSnapshot(**shared, **talk, reply=reply, observed=seen)


async def of_tap(facts: Gathering, event: ChoiceMade) -> TapSnapshot:
    """Loads the tapped card, and the scope that the card is about."""
    post = await _card(facts, event)
    scope = post.scope if post is not None else event.scope
    space, reports = facts.names.space(scope.space), Reports(facts.unit, facts.names)
    shared, talk = await facts.shared(event, post), await facts.talk(event, scope)
    return TapSnapshot(
        **shared,
        **talk,
        reply=await used.of_tap(facts, event, post) or await _under(facts, event, post),
        post=post,
        brought=await _brought(facts, event, post),
        noticed_here=await noticed(facts.unit, facts.names.scope(scope)),
        report_room=await reports.room_for(event, reported_in(event, post)),
        reports=await reports.of(space) if lists(event, post) else (),
        audit=await asked_for.audit(facts, space) if takes_file(event, post) else (),
        holding=await held.of_tap(facts, post, shared["scope"]),
        observed=await observed.of_tap(facts, event, post, Snapshot(**shared)),
        room=facts.names.room(event.room_of(scope)),
        **await _kept(facts, event, post),
    )


async def _corrected(facts: Gathering, event: MessageSeen) -> Reply | None:
    """Gives the reply that a message complains about: the one it answers, else the newest."""
    if facts.reading.correction is None:
        return None
    row = await facts.post_row(event, event.reply_to)
    found = replies.of_post(facts, row) if row is not None else replies.newest(facts, event)
    return await found


def _is_changed(
    facts: Gathering, event: MessageEdited, reply: Reply | None, offered: Offered | None
) -> bool:
    """Returns whether the words after an edit are other ones than the reply to them answers."""
    answered = load_wordings(reply.row.said) if reply is not None else {}
    is_of_it = reply is not None and offered is not None and offered.reply == reply.row.key
    before = offered.said if offered is not None and is_of_it else {}
    now = {**answered, **before, **wordings_of(facts.names, event)}
    return bool(answered) and now != answered


async def _spoken(facts: Gathering, event: MessageSeen | MessageEdited, shared: Shared) -> _Spoken:
    """Gives what the words of a message say, and other places where they ask for an erase."""
    erases = event.where.is_direct and facts.reading.erases
    return {
        "reading": facts.reading,
        "is_stop_word": facts.is_stop_word(event, shared["preferences"]),
        "elsewhere_places": await asked_for.places(facts, event) if erases else (),
    }


async def _taught(facts: Gathering, event: Event) -> _Taught:
    """Reads how a person wants to be answered in the scope of an event."""
    owner = facts.names.scope(event.scope)
    rows = await facts.unit.find(StyleRow, owner)
    repairs = await facts.unit.find(RepairRow, owner)
    return {"style": tuple((one.key, one.value) for one in rows), "repairs": repairs}


async def _card(facts: Gathering, event: ChoiceMade) -> Post | None:
    """Gives the tapped card; a card about another scope is stored under its person."""
    row = await facts.post_row(event, event.message)
    if row is None:
        key = facts.names.message(event.where.room, event.message)
        row = await facts.unit.get(PostRow, facts.names.person(event.person), key)
    if row is None or not row.body:
        return None
    choices, scope, is_direct = load_post(row.body)
    called = facts.memory.called(scope) if scope != event.scope else ""
    return Post(event.message, row.purpose, choices, scope, is_direct, row.reply, called)


async def _brought(facts: Gathering, event: ChoiceMade, post: Post | None) -> BroughtRow | None:
    """Gives the file that a tapped choice is about, while it waits."""
    means = meaning_of(post.choices, event.label) if post is not None else None
    if post is None or not isinstance(means, OfAnImport):
        return None
    return await facts.unit.get(BroughtRow, facts.names.scope(post.scope), means.key)


async def _under(facts: Gathering, event: ChoiceMade, post: Post | None) -> Reply | None:
    """Gives the reply that tapped choices stand under; before drafts to somebody, the newest."""
    if post is None:
        return None
    if offers(post.choices, ReachSomebody):
        return await replies.newest(facts, event)
    return await replies.reply_of(facts, facts.names.scope(event.scope), post.reply)


async def _kept(facts: Gathering, event: ChoiceMade, post: Post | None) -> Kept:
    """Reads what a card shows of what is kept, and of what its person said of the talks."""
    if post is None:
        return {}
    shown, means = await _listed(facts, event, post), meaning_of(post.choices, event.label)
    if isinstance(means, OfASummary):
        owner = facts.names.scope(post.scope)
        shown["summary"] = await facts.unit.get(SummaryRow, owner, means.room)
    if offers(post.choices, OfImpact):
        shown["impact"] = await impact.of_scope(facts, post.scope)
    if offers(post.choices, OfAStudy):
        shown["study"] = await study.of_scope(facts, post.scope)
    return shown


async def _listed(facts: Gathering, event: ChoiceMade, post: Post) -> Kept:
    """Reads the style and the repairs for a panel, and all that is kept for its page."""
    means, shown = meaning_of(post.choices, event.label), Kept()
    is_all = isinstance(means, ShowKept) or means in (TurnPage(Page.KEPT), TakeExport())
    if offers(post.choices, OfAPanel | OfAnImport | OfAStudy):
        taught = await _taught(facts, event)
        shown["style"], shown["repairs"] = taught["style"], taught["repairs"]
    if is_all:
        shown["kept"] = await asked_for.kept(facts, event)
    if post.is_direct and (is_all or offers(post.choices, AsksToErase)):
        shown["elsewhere_places"] = await asked_for.places(facts, event)
    return shown
