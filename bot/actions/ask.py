"""The one slow thing a decision can want: a reply."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.ids import MessageId, RoomId, Scope, SpaceId
from bot.levels import Level, Stance
from bot.markers.effects import Effect
from bot.reach import Redraft
from bot.rupture import Rupture

EDITED = "edited"  # `Ask.by` where its message was edited after it was answered


@dataclass(frozen=True, slots=True)
class Ask:
    """Write a reply: ids, and no words but a note that came with a command.

    `reply` names the reply it repairs, and `repaired` that reply's first message; `rupture` is
    None while the guess is still open; `in_place` False lets a new message refer to the old one.
    """

    room: RoomId
    scope: Scope
    message: MessageId
    level: Level
    stance: Stance | None
    is_direct: bool
    asked_at: datetime
    notice: str = ""  # the small line that is owed under the reply
    greets: bool = False  # that line says who this is, to somebody who was never told
    is_first: bool = False
    reply: str = ""
    repaired: MessageId | None = None
    rupture: Rupture | None = None
    in_place: bool = True
    also: tuple[MessageId, ...] = ()  # messages just before it, answered in the same reply
    by: str = ""  # how a repair was asked for: the emoji, "tap", "words", "command"; or EDITED
    corrects: str = ""  # the reply that the message says landed wrong, as `rupture`, and says more
    source: MessageId | None = None  # the message that said so, where words asked for a repair
    crisis: str = (
        ""  # "elevated", "acute", "past", "concern", "unsure", "episode" for what follows them
    )
    language: str = ""  # the code of what its person reads; empty: the house's
    among: tuple[str, ...] = ()  # it is written in one of these languages; none: in any
    said_at: datetime | None = None  # by the platform's clock, where that is another
    note: str = field(
        default="", repr=False
    )  # said of the reply to be repaired, or of whom to reach
    reaches: Literal["", "words", "command"] = ""  # it wants drafts to somebody, and was so asked
    drafts: str = ""  # under what the words of drafts are in memory that are to be written again
    redraft: Redraft | None = None  # how those are written again
    begins: str = field(default="", repr=False)  # what the program says first, before the model
    instead: str = field(default="", repr=False)  # fixed words, where no model can answer
    help: str = field(default="", repr=False)  # a line of help that the reply ends with
    announces: str = field(default="", repr=False)  # the operator's line, under the owed one
    announced: str = ""  # names that line
    effects: tuple[Effect, ...] = ()  # of what was noticed
    asks_after: str = field(default="", repr=False)  # whom one of them asks after
    above: tuple[SpaceId, ...] = ()  # spaces whose admins bound the one it is in
    stays_here: bool = False  # nothing below its reply offers to go on in private
    asks_nothing: bool = False  # its reply has no question, as a comparison drew for this day

    @property
    def is_anew(self) -> bool:
        """Whether it answers an edited message anew in place of `reply`, which was not wrong."""
        return self.by == EDITED
