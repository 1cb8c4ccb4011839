"""What in the bot's own replies may have added to what was noticed. Pure.

Counted over the findings that are kept with each reply, and over how its person said that one
landed wrong; hours of the day are not looked at. A reply counts once for each kind.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import timedelta

from bot.governor.rules.named import flag_named
from bot.markers import Fed
from bot.records import ReplyRow
from bot.rupture import Rupture

LATELY = timedelta(days=7)

_BY_RUPTURE: Mapping[str, Fed] = {
    Rupture.TOO_CLOSE: Fed.CLOSENESS,
    Rupture.TOO_AGREEABLE: Fed.AGREEMENT,
    Rupture.TOO_LONG: Fed.LENGTH,
}


def fed(replies: Iterable[ReplyRow]) -> Mapping[Fed, int]:
    """Gives in how many replies each kind was found, or was what their person complained about."""
    found = [kind for reply in replies for kind in _of(reply)]
    return {kind: found.count(kind) for kind in Fed if kind in found}


def _of(reply: ReplyRow) -> frozenset[Fed]:
    findings = json.loads(reply.findings or "[]")
    flags = (flag_named(rule) for rule, _ in findings)
    kinds = [flag.traits.feeds for flag in flags if flag is not None]
    every = (*kinds, _BY_RUPTURE.get(reply.rupture))
    return frozenset(kind for kind in every if kind is not None)
