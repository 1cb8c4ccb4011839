"""Emojis as Discord tells of them: Unicode's by their sign, a server's own by number and name."""

import re
from typing import Any

JSON = dict[str, Any]
_OWN = re.compile(r"<(a?):(\w+):(\d+)>", re.ASCII)


def told(emoji: str) -> JSON:
    """Gives an emoji as it comes with a reaction, from what a person puts."""
    own = _OWN.fullmatch(emoji)
    if own is None:
        return {"id": None, "name": emoji}
    return {"id": own[3], "name": own[2], "animated": bool(own[1])}


def described(emoji: str) -> JSON:
    """Gives a server's own emoji as it is told of where it is asked about."""
    return {**told(emoji), "roles": [], "require_colons": True, "managed": False, "available": True}
