"""That it is an AI, and when to say it: at the first reply of a talk or a day, and in long talk.

How often is a duty of the laws that are kept (`bot/duties`): Washington HB 2225 and Oregon SB 1546
ask for it at the start of each conversation, New York GBL art. 47 not more than once a day; every 3
hours of continuing talk, for minors every hour. Where others read it is the same line at the same
times for everybody, so that it tells nobody's age: as often as for minors.

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


def greets(snapshot: Snapshot) -> bool:
    """Whether the next words say who this is: to who is new, in a shared room once a day.

    While a life is at risk a greeting waits.
    """
    is_new = snapshot.person.met_at is None
    return is_new and not snapshot.was_room_greeted and snapshot.episode is None


def greeting(snapshot: Snapshot) -> str:
    """Gives the line that says who this is, who runs it and what to do when a reply lands wrong.

    Where B&P 22604 holds it ends by saying that it may not be suitable for some minors.
    """
    house, said = snapshot.house, snapshot.strings.rooms
    form = said.greeting
    line = form.format(name=house.bot_name, operator=house.run_by_in(form))
    return f"{line} {said.unsuitable}" if house.duties.warns else line


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
    if at - noticed >= DAY or _is_of_an_earlier_talk(snapshot, noticed, at):
        return True
    since, every = _rhythm(snapshot, at)
    return at - max(noticed, since) >= every


def _is_of_an_earlier_talk(snapshot: Snapshot, noticed: datetime, at: datetime) -> bool:
    """Whether each conversation begins with the notice, and this one has not had it."""
    began = snapshot.talk(at).started_at or at
    return snapshot.house.duties.begins == "conversation" and noticed < began


def _rhythm(snapshot: Snapshot, at: datetime) -> tuple[datetime, timedelta]:
    """Gives since when there is talk, and how often it is said; in a shared room, of that room."""
    duties = snapshot.house.duties
    if not snapshot.is_direct:
        return snapshot.talk(at).started_at or at, duties.every_of_minors
    every = duties.every_of_minors if snapshot.is_minor else duties.every
    return talk_since(snapshot, at), every


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
