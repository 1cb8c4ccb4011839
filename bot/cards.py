"""What a person reads whenever they ask: about, help, who runs it and where words go."""

from bot.choices import Choice, Fold, ReadAbout
from bot.commands.tongues import NAMES
from bot.governor.held import held_in
from bot.ids import Where
from bot.layout.markup import plainly
from bot.levels import Level
from bot.snapshot import House
from bot.strings import Strings

MOST_OF_A_NAME = 44  # characters of a name at first sight: the whole text says all of it


def where_words_go(house: House) -> str:
    """Says every host the words are sent to."""
    said = house.strings.cards
    if not house.hosts:
        return said.no_hosts
    hosts = said.hosts.format(hosts=plainly(house.strings.listed(house.hosts)))
    return f"{hosts} {said.judge.format(judge=plainly(house.judge))}" if house.judge else hosts


def who_runs_it(house: House) -> str:
    """Says who runs the bot, and that they could read along."""
    contact = f" ({plainly(house.contact)})" if house.contact else ""
    form = house.strings.cards.operator
    return form.format(operator=f"{plainly(house.run_by_in(form))}{contact}")


def runs(house: House) -> str:
    """Says in one point who runs it and where words go, with long names cut."""
    said = house.strings.cards
    form = said.runs if house.hosts else said.runs_alone
    name = plainly(clipped(house.run_by_in(form)))
    if not house.hosts:
        return form.format(operator=name)
    first, more = plainly(clipped(house.hosts[0])), len(house.hosts) - 1
    hosts = said.more_hosts.format(host=first, count=more) if more else first
    return form.format(operator=name, hosts=hosts)


def clipped(name: str) -> str:
    """Gives a name, cut where it is too long for a first sight."""
    return name if len(name) <= MOST_OF_A_NAME else f"{name[: MOST_OF_A_NAME - 1].rstrip()}…"


def about(house: House) -> str:
    """Gives at first sight what it is, who runs it, where words go, and what it never does."""
    said = house.strings.about.at_first.format(name=plainly(house.bot_name), runs=runs(house))
    return "\n".join((said, *suits(house)))


def about_choices(strings: Strings) -> tuple[Choice, ...]:
    """Gives what `/attune about` has one tap away."""
    said = strings.choices
    levels = Choice(said.four_levels, ReadAbout(Fold.LEVELS))
    return (levels, Choice(said.read_everything, ReadAbout(Fold.WHOLE)))


def folded(house: House, fold: Fold, where: Where | None = None) -> str:
    """Gives what a choice of `/attune about` shows: all that it says, or the four levels.

    Args:
        where: who reads it there; None: what everybody may read.
    """
    said, languages = house.strings.about, house.strings.listed(_others())
    if fold is Fold.LEVELS:
        answered = (f"{house.strings.level(level)}: {said.answered[level.word]}" for level in Level)
        return "\n".join((said.one_message.format(message=said.message), *answered))
    lines = (
        said.who.format(name=plainly(house.bot_name), operator=who_runs_it(house)),
        where_words_go(house),
        *suits(house),
        said.purpose.format(purposes=house.strings.cards.purpose, policy=house.policy),
        said.leaving_languages.format(languages=languages),
        said.risk_languages.format(languages=languages),
        f"{checked(house.strings)} {said.checked_in_english}",
        *published(house),
        *_known_here(house, where),
    )
    return "\n".join((*lines, said.no_model) if house.has_set_words else lines)


def suits(house: House) -> tuple[str, ...]:
    """Says, where the law wants it said, that it may not be suitable for some minors."""
    return (house.strings.rooms.unsuitable,) if house.duties.warns else ()


def published(house: House) -> tuple[str, str]:
    """Says where the operator published what they must, or that they give it on asking."""
    said = house.strings.about
    protocol, privacy = map(plainly, house.published)
    return (
        said.protocol.format(address=protocol) if protocol else said.protocol_asked,
        said.privacy.format(address=privacy) if privacy else said.privacy_asked,
    )


def _known_here(house: House, where: Where | None) -> tuple[str, ...]:
    """Gives admins the id that the operator's commands take of their server or room."""
    if where is None or where.is_direct or not where.by_admin:
        return ()
    return (house.strings.about.known_here.format(id=plainly(where.space)),)


def checked(strings: Strings) -> str:
    """Says what is left out of replies in the language of the person who reads it."""
    said = strings.about
    return said.checked.format(what="; ".join(said.checks[one] for one in held_in(strings.code)))


def _others() -> tuple[str, ...]:
    """Gives the languages that words are read in beside English, each by its own name."""
    return tuple(name for code, name in NAMES.items() if code != "en")
