"""That it is an AI, and when to say it: at the first reply of a day, and in long talk.

New York GBL art. 47 asks for it at the beginning, not more than once a day, and every 3 hours of
continuing talk; for minors every hour (Washington HB 2225, Oregon SB 1546). Where others read it is
the same line at the same times for everybody, so that it tells nobody's age: every hour.
"""

from datetime import datetime, timedelta

from bot import phrases
from bot.actions import RememberPerson
from bot.known import Known

DAY = timedelta(hours=24)
EVERY = timedelta(hours=3)
EVERY_UNDER_18 = timedelta(hours=1)
EVERY_SHARED = EVERY_UNDER_18


def is_first_contact(known: Known) -> bool:
    """Whether this person was never greeted on this platform."""
    return known.person.met_at is None


def talk_since(known: Known, at: datetime) -> datetime:
    """Gives since when this person has been talking without a gap."""
    person = known.person
    is_continuing = person.last_at is not None and at - person.last_at <= known.house.gap
    return person.talk_since if is_continuing and person.talk_since is not None else at


def is_due(known: Known, at: datetime) -> bool:
    """Whether the notice must ride on the next reply; the greeting counts as one."""
    noticed = known.person.noticed_at if known.is_direct else known.noticed_here
    if noticed is None:
        return not is_first_contact(known)
    if at - noticed >= DAY:
        return True
    since, every = _rhythm(known, at)
    return at - max(noticed, since) >= every


def _rhythm(known: Known, at: datetime) -> tuple[datetime, timedelta]:
    """Gives since when there is talk, and how often it is said; in a shared room, of that room."""
    if not known.is_direct:
        return known.talk(at).started_at or at, EVERY_SHARED
    return talk_since(known, at), EVERY_UNDER_18 if known.person.under_18 else EVERY


def due_notice(known: Known, at: datetime) -> str:
    """Gives the notice that the next reply carries; empty when none is due."""
    is_told_apart = known.is_direct and known.person.under_18
    notice = phrases.NOTICE_UNDER_18 if is_told_apart else phrases.NOTICE
    return notice if is_due(known, at) else ""


def remembered(known: Known, at: datetime, *, noticed: bool) -> RememberPerson:
    """Gives the clocks after this message."""
    return RememberPerson(
        met_at=known.person.met_at or at,
        noticed_at=at if noticed or is_first_contact(known) else None,
        talk_since=talk_since(known, at),
    )
