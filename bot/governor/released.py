"""The releases that the governor makes of a draft, piece by piece. Pure."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Release:
    """Words that may be shown; `text` is empty if only a question was dropped.

    `suspected` names what the words lean to but not surely. `unread` is a plain sentence that is
    judged next: the caller first sets its `leanings` in the governor, if they are known.
    """

    text: str = field(repr=False)
    dropped: int = 0
    suspected: str = ""
    unread: str = field(default="", repr=False)
