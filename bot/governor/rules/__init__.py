"""The rules: one file a family. A rule looks at one plain sentence and says what becomes of "
"it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.governor.context import Context

Action = Literal["drop", "redraft"]
Check = Callable[[str, Context, tuple[str, ...]], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, the flag it raises, what it does, and its check.

    A check sees the plain sentence, the context, and the plain sentences released before it.

    Args:
        reads_shown: what is only quoted is read too, and a sentence without letters.
        is_retried: where nothing is left of a reply, its second draft is told this before all else.
        stands_at_last: what breaks it in the second draft too is better than nothing.
        stands_beside: likewise, beside what else the reply says; where that is nothing, it goes.
        is_sure: no leaning of a classifier vetoes it: it rests on what the sentence alone does not
            show (what was asked, who reads along), or is forbidden whatever it sounds like.
    """

    name: str
    flag: str
    action: Action
    instruct: str  # what a redraft is told
    check: Check
    reads_shown: bool = False
    is_retried: bool = False
    stands_at_last: bool = False
    stands_beside: bool = False
    is_sure: bool = False
