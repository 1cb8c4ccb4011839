"""Which words may be no role: a lover, a human, a doctor, and who agrees with everything. Pure.

What is recognised is refused when it is set, so that nobody waits for what will not come. It is no
limit: whatever a role says, the governor's rules are the same.
"""

from bot.governor.user_intent import courts
from bot.lexicon import lexicon
from bot.norms import MOST_OF_A_ROLE
from bot.text.normalize import normalized
from bot.text.plain import plain

_NO_ROLE = lexicon("mul/norms").group("no_role")


def may_be_role(words: str) -> bool:
    """Returns whether words may be a role, as far as they can be recognised."""
    said = " ".join(normalized(words[: 2 * MOST_OF_A_ROLE]).split())
    is_refused = any(each.search(said) for each in _NO_ROLE)
    return not (is_refused or courts(plain(f"be {said}")))
