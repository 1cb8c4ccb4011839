"""Which flag the name of a finding stands for, as it is kept with a reply. Pure."""

from bot.governor.rules.every import RULES
from bot.governor.rules.flags import Flag

LEARNT = " (learnt)"  # follows a flag: no rule says why
BUDGET = "question-budget"
_OF_A_RULE = {
    BUDGET: Flag.QUESTION_BURDEN,
    **{rule.name: rule.flag for rule in RULES},
    **{f"{flag}{LEARNT}": flag for flag in Flag},
}


def flag_named(finding: str) -> Flag | None:
    """Gives the flag of a finding; None where no rule of this release has that name."""
    return _OF_A_RULE.get(finding)
