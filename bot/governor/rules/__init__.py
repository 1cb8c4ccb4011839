"""The rules: one file a family. A rule reads one plain sentence and says what happens to it.

All properties of a rule stand on the rule, and those of a flag on the flag (`flags`); no other
module keeps a set of their names. `every` has all rules in the order in which they are tried.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from bot.governor.context import Context
from bot.governor.rules.flags import Flag, Instead

Action = Literal["drop", "redraft"]
Check = Callable[[str, Context, tuple[str, ...]], bool]


@dataclass(frozen=True, slots=True)
class Examples:
    """What a rule must find in a reply, and what it must leave alone there.

    Args:
        context: what the reply answers; its strings are still to be given.
        before: the plain sentences that stand before each that must fire.
    """

    context: partial[Context]
    must_fire: tuple[str, ...]
    must_not_fire: tuple[str, ...]
    before: tuple[str, ...] = ()


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
        holds_in_crisis: it leaves out a plain truth too, and words of help where a life may hang on
            them: the floor names help itself.
        may_be_an_admins: the line that admins add to the crisis message may break it.
        instead: what is said where all of a reply was left out for it.
    """

    name: str
    flag: Flag
    action: Action
    instruct: str  # what a redraft is told
    check: Check
    examples: Examples
    reads_shown: bool = False
    is_retried: bool = False
    stands_at_last: bool = False
    stands_beside: bool = False
    is_sure: bool = False
    holds_in_crisis: bool = False
    may_be_an_admins: bool = False
    instead: Instead | None = None

    @property
    def spares_admins(self) -> bool:
        """Returns whether an admins' line, which may be close or long, may break the rule."""
        return self.may_be_an_admins or self.flag.traits.spares_admins
