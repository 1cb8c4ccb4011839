"""What a network hears of lines it never saw, beside patterns, and of the developers' data."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from bot.crisis.conversation import weighed
from bot.crisis.tiers import Stated, Tier, Verdict, stated
from bot.model.classifier import Network
from training.crisis.lines import LabelledLine
from training.crisis.ordinary import DATA, Told, laid_out, upper
from training.crisis.ordinary import read as read_by

Talk = dict[str, list[Told]]
EARLY = 5  # a person's turn by which a high risk is to be heard


def read(network: Network | None, text: str) -> Stated:
    """Gives what patterns and network make of one message."""
    return stated(text) if network is None else read_by(network, text)


def is_certain(verdict: Verdict) -> bool:
    """Whether the floor acts on it."""
    return verdict.tier >= Tier.ELEVATED


def table(network: Network, left_out: Sequence[LabelledLine], talk: Talk) -> Iterator[str]:
    """Gives the figures as lines: of writers left out, then of the developers' data if there.

    Args:
        talk: readings of ordinary talk that was not learnt, from before the bands were laid.
    """
    if left_out:
        yield from _of_writers(network, left_out)
    if DATA.exists():
        yield from _of_ordinary_talk(network, talk)
        yield from _of_conversations(network)
        yield from _of_drift(network)


def _of_writers(network: Network, lines: Sequence[LabelledLine]) -> Iterator[str]:
    for name, reader in (("patterns", None), ("both", network)):
        told = [(one, weighed([read(reader, one.text)])) for one in lines]
        risk = [verdict for one, verdict in told if one.is_risk]
        heard = sum(is_certain(one) or one.is_unsure for one in risk)
        certain = sum(map(is_certain, risk))
        yield f"{name}: of {len(risk)} at risk {heard} certain or unsure, {certain} certain"
        for who in ("nobody", "another"):
            rest = [verdict for one, verdict in told if one.who == who]
            unsure = sum(one.is_unsure for one in rest)
            certain = sum(map(is_certain, rest))
            yield f"{name}: of {len(rest)} of {who} {certain} certain, {unsure} unsure"


def _of_ordinary_talk(network: Network, talk: Talk) -> Iterator[str]:
    for file, rows in talk.items():
        told = [weighed([laid_out(one.said, network)]) for one in rows]
        alarms = [one for one, verdict in zip(rows, told, strict=True) if is_certain(verdict)]
        count, certain, unsure = len(rows), len(alarms), sum(one.is_unsure for one in told)
        yield (
            f"{file}: {count} lines, {certain} certain ({1000 * certain / count:.2f} in 1,000, at "
            f"most {upper(certain, count):.2f}), {unsure} unsure ({1000 * unsure / count:.2f})"
        )
        yield from (f"  {one.name}: {one.text}" for one in alarms)


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]


def _of_conversations(network: Network) -> Iterator[str]:
    rows = _rows("conversations_risk")
    for name, reader in (("patterns", None), ("both", network)):
        for risk in ("High", "Low"):
            talks = [_told(reader, row) for row in rows if row["risk"] == risk]
            for how, is_heard in (("certain", is_certain), ("certain or unsure", _is_heard)):
                early = sum(any(map(is_heard, turns[:EARLY])) for turns in talks)
                at_all = sum(any(map(is_heard, turns)) for turns in talks)
                yield f"{name}: {risk} risk, {how}: {at_all} of {len(talks)}, {early} early"


def _is_heard(verdict: Verdict) -> bool:
    return is_certain(verdict) or verdict.is_unsure


def _told(network: Network | None, row: dict[str, Any]) -> list[Verdict]:
    own = [read(network, turn["text"]) for turn in row["turns"] if turn["role"] == "person"]
    return [weighed(own[: at + 1]) for at in range(len(own))]


def _of_drift(network: Network) -> Iterator[str]:
    rows = [(row, weighed([read(network, row["text"])])) for row in _rows("messages_drift")]
    there = [verdict for row, verdict in rows if "crisis" in row["labels"]]
    others = [verdict for row, verdict in rows if "crisis" not in row["labels"]]
    yield (
        f"messages_drift: {sum(map(_is_heard, there))} of {len(there)} crisis turns heard; of "
        f"{len(others)} others {sum(map(is_certain, others))} certain"
    )
