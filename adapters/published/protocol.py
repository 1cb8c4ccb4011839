"""The protocol for a life at risk, as it runs here: what is heard, said, kept, and its limits."""

from adapters.published.blocks import (
    Block,
    Document,
    Items,
    Line,
    Paragraph,
    Quote,
    Section,
    Table,
    said,
    words,
)
from adapters.published.running import Running, opening, span
from adapters.published.sentences import Published, said_in_documents
from bot.commands.tongues import NAMES
from bot.crisis import texts
from bot.crisis.tiers import Tier, Verdict
from bot.duties.minors import KnownBy
from bot.engine.episodes import LASTS


def protocol(running: Running) -> Document:
    """Gives the protocol of an installation."""
    say = said_in_documents()
    parts = {
        "notice": _notice(running, say),
        "heard": _heard(running, say),
        "says": _says(running, say),
        "refers": (_items(say.refers),),
        "kept": (_items(tuple(one.format(hours=span(LASTS)) for one in say.kept_of_it)),),
        "minors": _minors(running, say),
        "law": _law(running, say),
        "limits": _limits(running, say),
    }
    sections = tuple(Section(name, say.sections[name], blocks) for name, blocks in parts.items())
    title, begins = say.protocol_title.format(name=running.name), say.protocol_opening
    begun = opening(running, begins)
    return Document(title, say.language, begun, sections, say.contents, running.made)


def _items(forms: tuple[str, ...]) -> Items:
    return Items(tuple(map(said, forms)))


def _paragraph(form: str) -> Paragraph:
    return Paragraph(said(form))


def _notice(running: Running, say: Published) -> tuple[Block, ...]:
    duties, strings = running.house.duties, running.house.strings
    told = (
        say.ai_begins[duties.begins],
        say.ai_again.format(every=span(duties.every)),
        say.ai_rooms.format(hours=span(duties.every_of_minors)),
        say.ai_claims,
    )
    quoted = Quote(strings.replies.notice, strings.code)
    return (_items(told), _paragraph(say.ai_words), quoted)


def _heard(running: Running, say: Published) -> tuple[Block, ...]:
    others = ", ".join(name for code, name in NAMES.items() if code != "en")
    judge, network = running.house.judge, running.network
    lines: tuple[Line, ...] = (
        *map(said, say.heard),
        words(say.heard_patterns.format(languages=others)),
        words(say.heard_network.format(version=network) if network else say.heard_no_network),
        said(say.heard_judge, host=judge) if judge else words(say.heard_no_judge),
    )
    rows = tuple(
        (words(tier), words(say.tiers[tier]), words(say.tiers_get[tier])) for tier in say.tiers
    )
    return (Items(lines), Table(say.tiers_caption, say.tiers_head, rows))


def _says(running: Running, say: Published) -> tuple[Block, ...]:
    strings = running.house.strings
    said_of = (
        (say.says_acute, texts.acute(strings, Verdict(Tier.ACUTE), "")),
        (say.says_elevated, texts.help_line(strings, Verdict(Tier.ELEVATED), "")),
        (say.says_concern, texts.private(strings, Verdict(Tier.CONCERN), "")),
        (say.says_quiet, texts.quiet(strings, Verdict(Tier.ELEVATED))),
    )
    quoted = [
        one for form, text in said_of for one in (_paragraph(form), Quote(text, strings.code))
    ]
    return (_paragraph(say.says_first), *quoted)


def _minors(running: Running, say: Published) -> tuple[Block, ...]:
    duties = running.house.duties
    does = (
        say.minors_every.format(every=span(duties.every_of_minors)),
        say.minors_do[duties.minors or "any"],
        say.age["checked" if duties.has_age_check else "said"],
    )
    return (_items((*known_minors(say), *does)),)


def known_minors(say: Published) -> tuple[str, ...]:
    """Says in which ways somebody is known to be under 18, where that counts, and what ends it."""
    return (*say.minors_known, *(say.minors_by[one] for one in KnownBy), say.minors_stays)


def _law(running: Running, say: Published) -> tuple[Block, ...]:
    if not running.laws:
        return (_paragraph(say.law_none),)
    rows = tuple(
        (words(one.law), words(one.since), words(one.asks), said(one.does)) for one in running.laws
    )
    return (Table(say.law_caption, say.law_head, rows),)


def _limits(running: Running, say: Published) -> tuple[Block, ...]:
    figures = say.figures if running.network else say.figures_alone
    return (_items(say.limits), _paragraph(figures))
