"""The reflection ceiling: how many sentences may see what was said before the reply moves on.

The ceiling is the level's (bot/levels.py): seeing is one step, and more of it is agreement.
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.levels import Level

_REFLECTS = re.compile(
    r"^(?:that (?:must|sounds|makes|would)|that (?:is|was) (?:\w+ ){0,3}(?:hard|heavy|lot|tough|"
    r"painful|rough|understandable|exhausting|frightening|scary|sad|awful|unfair|difficult|much|"
    r"brutal|loss|frustrating|lonely|terrible|weight|no small thing|real|big)|"
    r"it (?:makes sense|sounds like|must)|no wonder|"
    r"of course "
    r"you|so you|you(?:'re| are| were|'ve| have)? (?:feel|felt|carry|carrying|sound|said|wanted|"
    r"lost|"
    r"tired|been (?:carrying|holding))|what (?:a|stands out)|i (?:hear|see|can see) (?:you|that|"
    r"how)|feeling "
    r"\w+ (?:makes|is|about))\b"
)


def is_reflection(sentence: str) -> bool:
    """Whether a sentence only says again what was felt or said."""
    return bool(_REFLECTS.search(sentence)) and not re.search(
        r"\b(?:because|so |try|say|call)\b", sentence
    )


def is_too_much(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence reflects once more than the level allows, with nothing else said yet."""
    if not is_reflection(sentence) or context.stance in ("listen", "stay"):
        return False
    return len(before) >= context.reflection and all(map(is_reflection, before))


_EXAMPLES = Examples(
    Context("it was a lot", Level.PLAIN),
    must_fire=("That sounds heavy.",),
    must_not_fire=("Call them at nine.",),
    before=("that sounds like a long week.",),
)

RULES = (
    Rule(
        "reflection-ceiling",
        Flag.MIRRORING,
        "drop",
        "Move on after seeing it.",
        is_too_much,
        _EXAMPLES,
    ),
)
