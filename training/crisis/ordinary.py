"""Where the bands of a network lie: chosen on ordinary talk, on the file as it is shipped."""

import json
from collections.abc import Sequence
from math import sqrt
from pathlib import Path

from bot.crisis.bands import CERTAIN, SUPPORT, UNSURE
from bot.crisis.scores import loudest
from bot.model.classifier import Network

DATA = Path(__file__).parents[3] / "shared" / "evaldata"
TALK = (
    "messages_irc",
    "messages_reddit",
)  # CC BY 4.0 and Apache-2.0: ../shared/evaldata/LICENSES.md
CERTAIN_IN_1000 = 0.3  # alarms, at the upper bound of the 95% interval
UNSURE_IN_1000 = 5.0
SUPPORT_OF = 0.2  # of the unsure bound's own probability: what bears out a pattern


def texts(name: str) -> list[str]:
    """Gives the messages of one file of ordinary talk."""
    rows = (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(row)["text"] for row in rows]


def risks(network: Network, talk: Sequence[str]) -> list[float]:
    """Gives the risk of each message, that of its loudest chunk."""
    return [loudest(network.scores(text)).risk for text in talk]


def upper(count: int, of: int) -> float:
    """Gives the upper end of the 95% interval of a share, per 1,000 (Wilson 1927)."""
    share, z = count / of, 1.96
    middle = share + z * z / (2 * of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return 1000 * (middle + spread) / (1 + z * z / of)


def knots(ordinary: Sequence[float]) -> list[list[float]]:
    """Gives where the bands begin: a probability of the network, and what the core takes it for."""
    ranked = sorted(ordinary, reverse=True)
    certain = _bound(ranked, CERTAIN_IN_1000)
    unsure = min(_bound(ranked, UNSURE_IN_1000), certain - 1e-4)
    support = max(1e-4, SUPPORT_OF * unsure)
    return [[0.0, 0.0], [support, SUPPORT], [unsure, UNSURE], [certain, CERTAIN], [1.0, 1.0]]


def _bound(ranked: Sequence[float], in_1000: float) -> float:
    """Gives the least probability at which so few of the ordinary messages alarm."""
    most = max(n for n in range(len(ranked)) if upper(n, len(ranked)) <= in_1000)
    return min(0.9999, (ranked[most] + ranked[most - 1]) / 2 if most else ranked[0])
