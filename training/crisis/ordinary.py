"""Ordinary talk of strangers: some is learnt as nobody's risk, on the rest the bands are laid.

What is learnt is every second comment of the forum; the other comments, and the channel, whose
source is left out whole, say how often a network that is to be shipped would alarm. `meant.txt`
lists the messages that somebody read by hand and found to say it of themselves, in earnest: they
are no false alarms, and are neither learnt nor judged on.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from pathlib import Path

from bot.crisis.bands import AGREEING, CERTAIN, SUPPORT, UNSURE, scored
from bot.crisis.tiers import Stated, Tier, stated
from bot.model.classifier import Network
from training.crisis.lines import FOLDER, LabelledLine

MEANT = FOLDER / "meant.txt"
DATA = Path(__file__).parents[3] / "shared" / "evaldata"
TALK = (
    "messages_irc",
    "messages_reddit",
)  # CC BY 4.0 and Apache-2.0: ../shared/evaldata/LICENSES.md
LEARNT = ("messages_reddit", 2)  # of which every second is learnt
CERTAIN_IN_1000 = 0.3  # alarms, at the upper bound of the 95% interval
UNSURE_IN_1000 = 5.0
NOTHING = 2e-4  # the probability below which a network is sure that it is nothing


def learnt() -> Iterator[LabelledLine]:
    """Gives the lines that are learnt: of nobody, but for what the patterns hear a risk in."""
    judged = {text for name in TALK if name != LEARNT[0] for text in texts(name)}
    for text in texts(LEARNT[0]):
        if is_learnt(text) and text not in judged and stated(text).verdict.tier < Tier.ELEVATED:
            yield LabelledLine(
                text, "nobody", frozenset(), "-", "earnest", "ordinary talk", "strangers"
            )


@dataclass(frozen=True, slots=True)
class Told:
    """One message of ordinary talk: its name, its text, and what was made of it."""

    name: str
    text: str
    said: Stated


def told(network: Network) -> dict[str, list[Told]]:
    """Gives what patterns and network make of the messages that are never learnt, file by file."""
    return {
        file: [
            Told(name, text, read(network, text))
            for text, name in texts(file).items()
            if file != LEARNT[0] or not is_learnt(text)
        ]
        for file in TALK
    }


def laid_out(said: Stated, network: Network) -> Stated:
    """Gives a reading of before the bands were known in the light of them."""
    return said if said.scores is None else replace(said, scores=network.laid_out(said.scores))


def texts(name: str) -> dict[str, str]:
    """Gives each text of a file once, and the name of a message that says it."""
    lines = (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
    meant = frozenset(MEANT.read_text("utf-8").split())
    rows = [json.loads(line) for line in lines]
    return {row["text"]: row["id"] for row in rows if row["id"] not in meant}


def is_learnt(text: str) -> bool:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4).digest()) % LEARNT[1] == 0


def read(network: Network, text: str) -> Stated:
    """Gives what patterns and network make of one message."""
    return scored(stated(text), network.scores(text))


def upper(count: int, of: int) -> float:
    """Gives the upper end of the 95% interval of a share, per 1,000 (Wilson 1927)."""
    share, z = count / of, 1.96
    middle = share + z * z / (2 * of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return 1000 * (middle + spread) / (1 + z * z / of)


def knots(ordinary: Sequence[Stated]) -> list[list[float]]:
    """Gives where the bands begin: a probability of the network, and what the core takes it for.

    A quarter of the alarms that are allowed may be the network's own, and as many again those in
    which its slots agree. What a pattern heard falls only where the network is sure that it is
    nothing: a wish to be dead amid other talk does not.
    """
    agreeing = sorted(
        (one.scores.risk for one in ordinary if one.scores and _agree(one)), reverse=True
    )
    risks = sorted((one.scores.risk for one in ordinary if one.scores), reverse=True)
    most = max(n for n in range(len(risks)) if upper(n, len(risks)) <= CERTAIN_IN_1000)
    certain = max(3 * NOTHING, _above(risks, most // 4))
    unsure = _above(risks, int(len(risks) * UNSURE_IN_1000 / 1000))
    unsure = min(max(2 * NOTHING, unsure), certain - 2e-4)
    agreed = _above(agreeing, most // 4) or certain
    agreed = min(max(unsure + 1e-4, agreed), certain - 1e-4)
    between = [[NOTHING, SUPPORT], [unsure, UNSURE], [agreed, AGREEING], [certain, CERTAIN]]
    return [[0.0, 0.0], *between, [1.0, 1.0]]


def _agree(said: Stated) -> bool:
    """Whether the network's slots agree, of what no pattern hears anyway."""
    return said.scores is not None and said.scores.agree and said.verdict.tier < Tier.ELEVATED


def _above(ranked: Sequence[float], most: int) -> float:
    """Gives a probability that so many of the ranked ones reach, and no more."""
    if most >= len(ranked):
        return 0.0
    return min(0.999999, (ranked[most] + ranked[most - 1]) / 2 if most else (ranked[0] + 1) / 2)
