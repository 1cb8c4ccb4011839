"""Whether the beginning of a sentence may be shown before its end has come."""

import re

from bot.governor.check import LONGEST
from bot.text.sentences import LIMIT

# Rules read English; of other languages they know what claims a change, or to be a person.
_READ = re.compile(r"[a-z\dЀ-ӿß-ɏḀ-ỿぁ-ヿ一-鿿가-힣؀-ۿऀ-৿]", re.IGNORECASE)


def must_be_whole(text: str, *, has_rules: bool, may_ask: bool) -> bool:
    """Returns whether a sentence can be judged only at its end: a release is final.

    Args:
        has_rules: rules read the sentence, and not only the budget of questions.
        may_ask: another question is allowed.
    """
    is_read = bool(_READ.search(text)) or not any(map(str.isalnum, text))
    is_short = len(text) <= LONGEST - LIMIT  # with what may be added, rules can read it
    return is_short and ((has_rules and is_read) or not may_ask)
