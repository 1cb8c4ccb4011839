"""What the governor gives of a draft, piece by piece. Pure."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Release:
    """Words that may be seen; `text` is empty where only a question was dropped.

    `suspected` names what the words lean to where that is not sure. `unread` is a plain sentence
    that is decided next: who knows what it leans to says so first, in `leanings` of the governor.
    """

    text: str = field(repr=False)
    dropped: int = 0
    suspected: str = ""
    unread: str = field(default="", repr=False)
