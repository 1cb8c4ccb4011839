"""The privacy policy, as it runs here: who, what is kept and how long, every host, every right."""

from typing import Final

from adapters.published.blocks import (
    Block,
    Code,
    Document,
    Items,
    Line,
    Paragraph,
    Section,
    Table,
    said,
    words,
)
from adapters.published.hosts import hosts_of
from adapters.published.kinds import kept
from adapters.published.protocol import known_minors
from adapters.published.running import Running, opening
from adapters.published.sentences import Published, said_in_documents
from bot.consent import PURPOSES

# The command of each right; `tests/test_published_privacy.py` gives every one of them.
RIGHTS: Final = {
    "see": "data",
    "export": "data export",
    "erase": "data erase",
    "off": "off",
    "pause": "pause",
    "receipt": "receipt",
    "noticed": "noticed",
    "ignore": "ignore-me",
    "about": "about",
}


def privacy(running: Running) -> Document:
    """Gives the privacy policy of an installation."""
    say = said_in_documents()
    parts = {
        "reads": _reads(running, say),
        "kept": _kept(running, say),
        "beside": (_items(say.beside),),
        "hosts": _hosts(running, say),
        "rights": _rights(say),
        "minors": (_items(known_minors(say)),),
    }
    sections = tuple(Section(name, say.sections[name], blocks) for name, blocks in parts.items())
    title, begun = say.privacy_title.format(name=running.name), say.privacy_opening
    first = opening(running, begun)
    return Document(title, say.language, first, sections, say.contents, running.made)


def _items(forms: tuple[str, ...]) -> Items:
    return Items(tuple(map(said, forms)))


def _reads(running: Running, say: Published) -> tuple[Block, ...]:
    version = said(say.purposes_version, policy=running.house.policy)
    purposes = Items(tuple(map(words, PURPOSES)))
    return (_items(say.reads), Paragraph(said(say.purposes)), purposes, Paragraph(version))


def _kept(running: Running, say: Published) -> tuple[Block, ...]:
    rows = tuple(
        (words(one.called), words("; ".join(one.holds) or say.only_numbers), words(one.stays))
        for one in kept(running.written_in)
    )
    return (_items(say.kept), Table(say.kept_caption, say.kept_head, rows))


def _hosts(running: Running, say: Published) -> tuple[Block, ...]:
    rows: tuple[tuple[Line, ...], ...] = tuple(
        ((Code(one.name),), words(say.goes[one.goes]), (Code(f"ATTUNE_{one.setting.upper()}"),))
        for one in hosts_of(running.settings)
    )
    table = Table(say.hosts_caption, say.hosts_head, rows)
    first = (Paragraph(words(say.hosts_first)), table) if rows else (_alone(say),)
    return (*first, _items(say.hosts_last))


def _alone(say: Published) -> Paragraph:
    return Paragraph(words(say.hosts_none))


def _rights(say: Published) -> tuple[Block, ...]:
    rows: tuple[tuple[Line, ...], ...] = tuple(
        (words(say.rights[name]), (Code(f"/attune {typed}"),)) for name, typed in RIGHTS.items()
    )
    table = Table(say.rights_caption, say.rights_head, rows)
    return (Paragraph(words(say.rights_first)), table, Paragraph(said(say.rights_last)))
