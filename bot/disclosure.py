"""That it is an AI, and when to say it: at the first reply of a day, and in long talk.

New York GBL art. 47 asks for it at the beginning, not more than once a day, and every 3 hours of
continuing talk; for minors every hour (Washington HB 2225, Oregon SB 1546). Where others read it is
the same line at the same times for everybody, so that it tells nobody's age: every hour.

At the beginning the greeting says it, with who runs this. Where others read, a greeting stands once
a room and day, whoever is new there. The laws speak of each person (New York: "the user"; EU AI Act
art. 50(1): "the natural persons concerned"), and the greeting above was not said to the next one.
So they are told in the short notice instead, by their own clock: only the long line is shared. Who
was told no more than that stays new, and is greeted where the greeting has room.
"""

from datetime import datetime, timedelta

from bot.actions.state import RememberPerson
from bot.snapshot import MessageSnapshot, Snapshot, TapSnapshot

DAY = timedelta(hours=24)
EVERY = timedelta(hours=3)
EVERY_UNDER_18 = timedelta(hours=1)
EVERY_SHARED = EVERY_UNDER_18


def greets(snapshot: Snapshot) -> bool:
    """Whether the next words say who this is: to who is new, in a shared room once a day.

    While a life is at risk a greeting waits.
    """
    is_new = snapshot.person.met_at is None
    return is_new and not snapshot.was_room_greeted and snapshot.episode is None


def greeting(snapshot: Snapshot) -> str:
    """Gives the line that says who this is, who runs it and what to do when a reply lands wrong."""
    house, form = snapshot.house, snapshot.strings.rooms.greeting
    return form.format(name=house.bot_name, operator=house.run_by_in(form))


def talk_since(snapshot: Snapshot, at: datetime) -> datetime:
    """Gives since when this person has been talking without a gap."""
    person = snapshot.person
    is_continuing = person.last_at is not None and at - person.last_at <= snapshot.house.gap
    return person.talk_since if is_continuing and person.talk_since is not None else at


def is_due(snapshot: MessageSnapshot | TapSnapshot, at: datetime) -> bool:
    """Whether the notice must stand under the next reply; the greeting counts as one."""
    noticed = snapshot.person.noticed_at if snapshot.is_direct else snapshot.noticed_here
    if noticed is None:
        return not greets(snapshot)
    if at - noticed >= DAY:
        return True
    since, every = _rhythm(snapshot, at)
    return at - max(noticed, since) >= every


def _rhythm(snapshot: Snapshot, at: datetime) -> tuple[datetime, timedelta]:
    """Gives since when there is talk, and how often it is said; in a shared room, of that room."""
    if not snapshot.is_direct:
        return snapshot.talk(at).started_at or at, EVERY_SHARED
    return talk_since(snapshot, at), EVERY_UNDER_18 if snapshot.is_minor else EVERY


def owed_line(snapshot: MessageSnapshot | TapSnapshot, at: datetime) -> str:
    """Gives the small last line of the next reply: a greeting, the notice, or nothing."""
    return greeting(snapshot) if greets(snapshot) else due_notice(snapshot, at)


def due_notice(snapshot: MessageSnapshot | TapSnapshot, at: datetime) -> str:
    """Gives the notice that the next reply carries; empty when none is due."""
    is_told_apart = snapshot.is_direct and snapshot.is_minor
    said = snapshot.strings.replies
    notice = said.notice_under_18 if is_told_apart else said.notice
    return notice if is_due(snapshot, at) else ""


def remembered(snapshot: Snapshot, at: datetime) -> RememberPerson:
    """Gives the clocks after this message; those of what it is told are set once that is said."""
    return RememberPerson(talk_since=talk_since(snapshot, at))
