"""The repairs of one reply, as a stack of versions, and what stands after some are undone."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.actions.ask import EDITED
from bot.emojis import NO_EMOJI as NO_EMOJI
from bot.ids import MessageId
from bot.rupture import Rupture

UNDO_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Version:
    """One repair of a reply: who made it how, its number, and the text before it.

    `by` is the emoji, or "tap", "words", "command"; of one that is no repair, EDITED: its message
    was edited. With `messages` it came as a message of its own; otherwise it replaced `text`.
    """

    by: str
    kind: str
    number: int
    text: str = field(default="", repr=False)
    messages: tuple[MessageId, ...] = ()
    at: datetime | None = None  # when it came to stand
    made: str = ""  # what the text before it was made with

    @property
    def is_anew(self) -> bool:
        """Whether it is no repair: the message that it answers was edited."""
        return self.by == EDITED

    def is_old(self, at: datetime) -> bool:
        """Returns whether a repair can no longer be undone, because a day has passed."""
        return self.at is None or at - self.at >= UNDO_FOR


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The rest of a stack; `text` is what must be shown now, or None if it is shown already."""

    versions: tuple[Version, ...]
    text: str | None = field(repr=False)
    messages: tuple[MessageId, ...] = ()  # of versions that go


def kinds_of(versions: tuple[Version, ...]) -> tuple[Rupture, ...]:
    """Gives what repairs were made for, the newest last; without one whose kind is not known."""
    return tuple(Rupture(one.kind) for one in versions if one.kind)


def newest_kind(versions: Iterable[Version]) -> str:
    """Gives what the newest repair among versions was made for; empty where none is known."""
    return next((one.kind for one in reversed(tuple(versions)) if one.kind), "")


def made_by(versions: tuple[Version, ...], emoji: str) -> tuple[int, ...]:
    """Gives the numbers of the versions made by an emoji and by its buttons."""
    numbers: list[int] = []
    for version in versions:
        is_its_button = bool(numbers) and version.by == "tap"
        if version.by == emoji or is_its_button:
            numbers.append(version.number)
        elif numbers:
            break
    return tuple(numbers)


def forgotten(versions: tuple[Version, ...], at: datetime) -> tuple[Version, ...]:
    """Gives the stack without the words of repairs that can no longer be undone."""
    return tuple(replace(one, text="") if one.is_old(at) else one for one in versions)


def makers_after(
    versions: tuple[Version, ...], left: tuple[Version, ...], made: str
) -> tuple[tuple[Version, ...], str]:
    """Gives the versions that are left, each with what was made before it, and what stands now.

    Args:
        versions: the whole stack, before some were undone.
        made: what the words that stood then were made with.
    """
    came = (*(one.made for one in versions[1:]), made)
    of = {one.number: result for one, result in zip(versions, came, strict=True)}
    stands, chained = versions[0].made if versions else made, []
    for one in left:
        chained.append(replace(one, made=stands))
        stands = of.get(one.number, stands)
    return tuple(chained), stands


def taken_back(versions: tuple[Version, ...], numbers: tuple[int, ...]) -> TakenBack:
    """Gives the stack after these versions are undone; all others keep their words."""
    in_place = tuple(one for one in versions if not one.messages)
    said = (*(one.text for one in in_place), None)  # before the first, after each; last: it stands
    kept, text = [], said[0] if in_place else None
    for place, version in enumerate(in_place):
        if version.number not in numbers:
            kept.append(replace(version, text=text or ""))
            text = said[place + 1]
    gone = [one for one in versions if one.messages and one.number in numbers]
    left = {one.number: one for one in kept}
    others = {one.number: one for one in versions if one.messages and one not in gone}
    standing = tuple(sorted((left | others).values(), key=lambda one: one.number))
    is_changed = bool(in_place) and in_place[-1].number in numbers
    return TakenBack(
        standing, text if is_changed else None, tuple(each for one in gone for each in one.messages)
    )
