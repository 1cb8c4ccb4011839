"""What "off" says where nothing is on: that nothing had to end, and what is kept all the same."""

from bot.events import Happening
from bot.records import LanguageRow
from bot.snapshot import Snapshot, TalkSnapshot


def never_agreed(snapshot: Snapshot) -> bool:
    """Whether its person never said yes here: at most they were asked, or said no."""
    row = snapshot.scope
    return row.state in ("", "requested", "refused") and row.given_at is row.frozen_until is None


def line(event: Happening, snapshot: Snapshot) -> str:
    """Says that it is off already, and to who agreed to nothing here what is kept of them."""
    said = snapshot.strings.consent
    is_writing = isinstance(snapshot, TalkSnapshot) and bool(snapshot.running)
    if is_writing or not never_agreed(snapshot):
        return said.off_already
    kept = _kept(event, snapshot)
    stays = said.off_kept.format(kept=snapshot.strings.listed(kept)) if kept else said.off_little
    return f"{said.off_nothing} {stays}"


def _kept(event: Happening, snapshot: Snapshot) -> tuple[str, ...]:
    """Gives what is known here of who agreed to nothing, in words."""
    said, until = snapshot.strings.consent.kept_without, snapshot.muted_until(event.at)
    named = (
        ("under_18", snapshot.is_minor),
        ("set", any(not isinstance(one, LanguageRow) for one in snapshot.preferences)),
        ("language", any(isinstance(one, LanguageRow) for one in snapshot.preferences)),
        ("muted", until is not None),
        ("blocked", snapshot.person.blocked),
    )
    return tuple(said[name] for name, holds in named if holds)
