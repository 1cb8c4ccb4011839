"""The line that is shown once a spell: first what is done differently, then what it was heard in.

Only its person reads it, beside the first reply of a conversation, on a day after the first change.
"""

from datetime import date

from bot.actions.platform import Say
from bot.decide.decision import told
from bot.decide.noticed_pages import Pages
from bot.events import MessageSeen
from bot.layout import markup
from bot.layout.dates import occasion
from bot.markers import WITH_A_YES, Marker
from bot.markers.told import Told
from bot.people import Listed
from bot.people.asked_after import asked_after
from bot.snapshot import MessageSnapshot


def may_be_shown(marker: Marker, heard: Told, day: date) -> bool:
    """Returns whether the line of a marker that holds is due; after "fine" it is silent."""
    has_asked = marker is not Marker.DISTRESS_LOOP or heard.asked is not None
    is_new = heard.shown is None and heard.since is not None and heard.since < day
    return is_new and has_asked and not heard.is_silent(day)


def shown(event: MessageSeen, snapshot: MessageSnapshot, marker: Marker, heard: Told) -> Say:
    """Gives the line of a marker, with what can be said to it.

    What was written of people is named by its subject alone: "why" says more to who asks.
    """
    now = occasion(event)
    pages = Pages(snapshot.strings, snapshot.observed, now, is_noticing=True)
    text = snapshot.strings.noticed.shown.format(
        day=pages.day(heard.since or event.at.date()),
        change=_change(marker, heard, snapshot),
        seen=pages.kinds(marker, most=0 if marker in WITH_A_YES else 1),
    )
    text = f"{text}\n{markup.small(snapshot.strings.noticed.small)}"
    return told(event, text, pages.answers(marker))


def _change(marker: Marker, heard: Told, snapshot: MessageSnapshot) -> str:
    """Says what is done differently; of who was asked after, the name."""
    said = snapshot.strings.noticed
    if marker is not Marker.WITHDRAWAL:
        return said.changes[marker]
    somebody = _asked_after(heard, snapshot)
    if somebody is None:
        return said.takes_up
    return said.asked_after.format(name=markup.plainly(somebody.name))


def _asked_after(heard: Told, snapshot: MessageSnapshot) -> Listed | None:
    """Gives who was asked after last, where they are still listed and may be asked after."""
    people = snapshot.observed.people if heard.asked is not None else ()
    return asked_after(tuple(one for one in people if one.mark == heard.somebody))
