"""The card before a yes: at first sight its few points, and one tap away all that it means."""

from itertools import compress

from bot.cards import clipped, runs, suits, where_words_go, who_runs_it
from bot.choices import Offer
from bot.consent import may_hold
from bot.layout import dates, markup
from bot.layout.dates import Occasion
from bot.levels import LEVELS, Level
from bot.snapshot import Snapshot
from bot.strings import Strings
from bot.strings.carded import Cards


def at_first_sight(snapshot: Snapshot, offer: Offer, now: Occasion) -> str:
    """Gives the card of `/attune on`: what really holds, what it is like, and four points.

    What a person must know stands here in few words, and whole in `whole_text`. That a yes says
    the person is an adult comes last, directly above the choices.
    """
    said = snapshot.strings.cards
    lines = [
        markup.heading(_headline(snapshot, offer, now)),
        said.like[offer.level.word],
        *map(
            markup.point,
            (
                said.notices if offer.notices else said.reads,
                *_keeps(said, offer),
                runs(snapshot.house),
                ends(snapshot, now),
            ),
        ),
    ]
    return "\n".join([*lines, said.adults] if LEVELS[offer.level].needs_adult else lines)


def whole_text(snapshot: Snapshot, offer: Offer, now: Occasion) -> str:
    """Gives all that a yes means, as "Read everything" shows it."""
    holds, said = offer.level, snapshot.strings.cards
    lines = [
        said.level.format(level=snapshot.strings.level(holds), tone=said.tones[holds.word]),
        *_above(snapshot, offer, now),
        _what_changes(snapshot.strings, holds),
        said.what_is_kept,
        *((said.what_is_held,) if may_hold(holds) else ()),
        *((said.what_is_noticed,) if offer.notices else ()),
        said.purposes.format(purposes=_purposes(said, offer)),
        said.never,
        said.where.format(place=place(snapshot, now, is_whole=True)),
        said.how_long.format(until=until(snapshot.strings, offer, now)),
        _how_to_stop(snapshot, now),
        who_runs_it(snapshot.house),
        where_words_go(snapshot.house),
        *suits(snapshot.house),
    ]
    return "\n".join([*lines, said.adults] if LEVELS[holds].needs_adult else lines)


def accepted(snapshot: Snapshot, offer: Offer, now: Occasion) -> str:
    """Gives the one line that an accepted card becomes."""
    here = place(snapshot, now) if is_apart(snapshot, now) else snapshot.strings.cards.here
    said, level = snapshot.strings, snapshot.strings.titled(offer.level)
    words = {"level": level, "place": here, "until": until(said, offer, now)}
    holds = said.consent.accepted.format(**words)
    return f"{holds} {_off(snapshot, now)}"


def _keeps(said: Cards, offer: Offer) -> tuple[str, ...]:
    """Says what is kept, and what else where the tick for it is set."""
    return (said.keeps_asked,) if offer.memory else (said.keeps,)


def _purposes(said: Cards, offer: Offer) -> str:
    every = (said.purpose, said.holding, said.noticing, said.noticing_worse, said.noticing_again)
    agreed = (True, offer.memory, offer.notices, offer.functioning, offer.loops)
    return said.comma.join(compress(every, agreed))


def until(strings: Strings, offer: Offer, now: Occasion) -> str:
    """Says how long a yes holds, in words."""
    if offer.until is None:
        return strings.cards.for_conversation
    return dates.until(strings, offer.until, now)


def place(snapshot: Snapshot, now: Occasion, *, is_whole: bool = False) -> str:
    """Says where a yes holds, a long name of a space whole or cut."""
    said = snapshot.strings.cards
    if snapshot.elsewhere is not None:
        return _another(snapshot.elsewhere, snapshot, now, is_whole=is_whole)
    if snapshot.is_direct:
        return said.in_direct
    if is_apart(snapshot, now):
        return _named(snapshot, now)
    return said.in_server if now.can.has_servers else said.in_room


def _another(space: str, snapshot: Snapshot, now: Occasion, *, is_whole: bool) -> str:
    """Says that it is another place, by the name it has for its people where that is known."""
    said, has_servers = snapshot.strings.cards, now.can.has_servers
    known = markup.on_a_line(space)
    name = markup.plainly(known if is_whole else clipped(known))
    if not name:
        return said.in_another_server if has_servers else said.in_another_room
    return said.in_space.format(space=name) if has_servers else said.in_named.format(room=name)


def is_apart(snapshot: Snapshot, now: Occasion) -> bool:
    """Whether a piece is read in another room than the one it is about."""
    is_alone = now.can.answers_apart and not snapshot.is_direct
    return snapshot.elsewhere is not None or is_alone


def _named(snapshot: Snapshot, now: Occasion) -> str:
    """Says which shared room it is, by its name where it has one, cut where that is long."""
    said, name = snapshot.strings.cards, markup.on_a_line(now.called)
    return said.in_named.format(room=markup.plainly(clipped(name))) if name else said.in_written


def ends(snapshot: Snapshot, now: Occasion) -> str:
    """Says how a yes ends at once, in the place of the card."""
    said = snapshot.strings.cards
    if is_apart(snapshot, now):
        return said.ends_there
    return said.ends_direct if snapshot.is_direct else said.ends_here


def _headline(snapshot: Snapshot, offer: Offer, now: Occasion) -> str:
    said, where = snapshot.strings.cards, place(snapshot, now)
    words = {"place": where, "until": until(snapshot.strings, offer, now)}
    if offer.wanted > offer.level:
        wanted, level = snapshot.strings.titled(offer.wanted), snapshot.strings.level(offer.level)
        return said.headline_above.format(wanted=wanted, level=level, **words)
    return said.headline.format(level=snapshot.strings.titled(offer.level), **words)


def _above(snapshot: Snapshot, offer: Offer, now: Occasion) -> tuple[str, ...]:
    """Says that a lower level than the one asked for would hold here."""
    if offer.wanted <= offer.level:
        return ()
    said = snapshot.strings
    words = {"wanted": said.titled(offer.wanted), "level": said.level(offer.level)}
    return (said.cards.above.format(place=place(snapshot, now), **words),)


def _what_changes(strings: Strings, level: Level) -> str:
    said, many = strings.cards, LEVELS[level].reflection
    heard = said.sentences.format(count=many) if many > 1 else said.one_sentence
    return said.changes.format(sentences=heard, continuity=said.continuity[level.word])


def _how_to_stop(snapshot: Snapshot, now: Occasion) -> str:
    """Says how to leave in the place of the card: in a shared room the bot hears less."""
    said = snapshot.strings.cards
    if is_apart(snapshot, now):
        return said.stop_there
    return said.stop_direct if snapshot.is_direct else said.stop_here


def _off(snapshot: Snapshot, now: Occasion) -> str:
    said = snapshot.strings.consent
    if is_apart(snapshot, now):
        return said.off_there
    return said.off_direct if snapshot.is_direct else said.off_here
