"""The offer to write a reply anew, as a conversation holds it: at most one."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from bot.ids import MessageId
from bot.records import ConversationRow


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer to write a reply anew, because the message that it answers was edited.

    Args:
        message: where it stands; None while it is on its way.
        is_mark: it is an emoji on that message, and no message of its own.
        said: keyed hashes of the edited messages, and of the words of each.
    """

    reply: str
    message: MessageId | None = None
    is_mark: bool = False
    said: Mapping[str, str] = field(default_factory=dict, repr=False)


def offered_in(talk: ConversationRow) -> Offered | None:
    """Gives the offer that stands in a conversation, or None."""
    return Offered(**json.loads(talk.offer)) if talk.offer else None


def with_offer(talk: ConversationRow, offered: Offered | None) -> ConversationRow:
    """Gives the conversation with that offer in the place of any other."""
    return replace(talk, offer=json.dumps(asdict(offered)) if offered is not None else "")
