"""Decides about "data": lists what is kept, gives all of it as files, or asks before an erase."""

from collections.abc import Iterator
from dataclasses import replace

from bot.actions import Action
from bot.actions.platform import Say
from bot.choices import AskToErase, Choice, ShowKept
from bot.commands.values import DataDeed
from bot.decide.decision import answered, card, told
from bot.decide.erasing import erase_card
from bot.events import ChoiceMade, Happening
from bot.export import Everything, KeptIn, files
from bot.export.called import begun, place_of
from bot.export.listing import Listing
from bot.layout.dates import Occasion, day, occasion
from bot.layout.markup import heading, point, small
from bot.records import Chapter
from bot.snapshot import CommandSnapshot, KeptSnapshot, Place, TapSnapshot
from bot.strings import Strings

Answer = tuple[Action, ...]
Said = tuple[str, tuple[Choice, ...]]
MOST_PLACES = 1  # that is named at first sight; an erase everywhere reaches all


def data(deed: DataDeed, event: Happening, snapshot: CommandSnapshot | TapSnapshot) -> Answer:
    """Gives the answer to "data": what is stored, the export, or the card before an erase."""
    match deed:
        case DataDeed.LIST:
            return (listed(event, snapshot),)
        case DataDeed.EXPORT:
            said = snapshot.strings.data
            with_them = told(event, said.export if snapshot.is_direct else said.export_here)
            return (replace(with_them, files=files(_whole(event, snapshot), snapshot.strings)),)
        case DataDeed.ERASE:
            return (erase_card(event, snapshot),)


def listed(event: Happening, snapshot: KeptSnapshot) -> Say:
    """Gives the card of what is stored: an overview, and a tap for each chapter of it."""
    return card(event, *_overview(event, snapshot))


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: ShowKept) -> Answer:
    """Shows a page of a chapter in the place of the card, or the overview again."""
    if means.chapter is None:
        return (answered(event, *_overview(event, snapshot)),)
    return (answered(event, *_page(event, snapshot, means.chapter, means.page)),)


def _overview(event: Happening, snapshot: KeptSnapshot) -> Said:
    """Gives how much is kept in each chapter, and where else the person talked."""
    strings, now = snapshot.strings, occasion(event)
    said, listing = strings.data, Listing(snapshot.kept, strings, now)
    title = said.heading_all if snapshot.is_direct else said.heading
    lines = listing.overview() or [strings.export.nothing]
    more = _elsewhere(snapshot, now) if snapshot.is_direct else (said.more_in_direct,)
    chapters = (Choice(said.chapters[one], ShowKept(one)) for one in listing.chapters)
    text = "\n".join((heading(title), *lines, *more, small(said.ways)))
    return text, (*chapters, _erases(strings))


def _elsewhere(snapshot: KeptSnapshot, now: Occasion) -> Iterator[str]:
    """Lists the newest other places of a person, where nobody else reads the answer."""
    said = snapshot.strings.data
    every = [one for one in snapshot.elsewhere_places if one.at]  # none is of a day to come
    dated = [(min(one.at or now.at, now.at), one.scope.space, one) for one in every]
    if dated:
        yield said.elsewhere
    for at, _, one in sorted(dated, key=lambda one: one[:2], reverse=True)[:MOST_PLACES]:
        when, space = day(snapshot.strings, at, now), _called(one, snapshot.strings, now)
        yield point(said.listed["place"].format(space=space, day=when))
    if len(dated) > MOST_PLACES:
        yield point(said.listed["more"].format(count=len(dated) - MOST_PLACES))


def _called(place: Place, strings: Strings, now: Occasion) -> str:
    part = KeptIn(place.scope, called=place.called, is_direct=place.is_direct)
    return begun(place_of(part, strings, now))


def _page(event: Happening, snapshot: KeptSnapshot, chapter: Chapter, number: int) -> Said:
    """Gives a page of a chapter; the last one where it has fewer by now."""
    strings = snapshot.strings
    pages = Listing(snapshot.kept, strings, occasion(event)).pages(chapter)
    back = Choice(strings.status.choices["back"], ShowKept())
    if not pages:
        return strings.data.gone, (back,)
    at = min(number, len(pages) - 1)
    more = at + 1 < len(pages)
    turns = (Choice(strings.data.next, ShowKept(chapter, at + 1)),) if more else ()
    way = (small(strings.export.ways[0]),) if chapter is Chapter.SET else ()
    return "\n".join((pages[at], *way)), (*turns, back, _erases(strings))


def _erases(strings: Strings) -> Choice:
    return Choice(strings.consent.erase_tap, AskToErase())


def _whole(event: Happening, snapshot: KeptSnapshot) -> Everything:
    """Gives all that an export holds: every place only where nobody else reads it."""
    by, contact, is_all = snapshot.house.operator, snapshot.house.contact, snapshot.is_direct
    can = event.where.can
    return Everything(event.person, event.at, snapshot.kept, is_all, by, contact, can)
