"""The report for programs, in a form that docs/published.md describes and no release changes."""

import json
from collections.abc import Iterable
from typing import Any

from adapters.published.counted import Answers, Counted, Figures, Referrals, Span
from adapters.published.running import Running
from adapters.published.suppressed import FEWEST
from bot.impact.counted import FEWEST as FEWEST_PEOPLE

FORMAT, VERSION = "attune-report", 1
_FELT = ("better", "same", "worse")


def as_json(of: Figures, running: Running) -> str:
    """Gives a report as a document of JSON; a number that is not shown is null."""
    span = of.span
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "program": running.version,
        "made": running.day.isoformat(),
        "fewest": FEWEST,
        "fewest_people": FEWEST_PEOPLE,
        "since": span.since or None,
        "months": _months(span),
        "withheld": _withheld(span),
        "referrals": _referrals(of.referrals),
        "counts": {name: _feature(rows, span) for name, rows in of.features.items()},
        "impact": {one.month: _answers(one) for one in of.answers},
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _months(span: Span) -> dict[str, tuple[str, ...]]:
    of = {"over": span.over, "running": span.running, "to_come": span.to_come}
    return of | {"uncounted": span.uncounted}


def _withheld(span: Span) -> str | None:
    """Says why there is no number: nothing was counted then, or no month of it is over."""
    if not span.is_withheld:
        return None
    return "running" if span.running or span.to_come else "uncounted"


def _referrals(of: Referrals) -> dict[str, Any]:
    """Gives every number exactly; of no month that is over there is no sum, not even of nothing."""
    months = {
        month: {
            "all": of.every[place],
            "by_sign": {str(what): each[place] for what, each in of.kinds.items() if each[place]},
            "unrecorded": of.unrecorded[place],
        }
        for place, month in enumerate(of.months)
    }
    return {"all": sum(of.every) if months else None, "months": months}


def _feature(rows: Iterable[Counted], span: Span) -> dict[str, Any]:
    return {
        one.name: {"all": one.whole, "months": dict(zip(span.over, one.months, strict=True))}
        for one in rows
        if not one.is_hidden
    }


def _answers(of: Answers) -> dict[str, Any]:
    questions = {
        str(question): dict(zip(_FELT, felt, strict=True)) if felt else None
        for question, felt in of.felt.items()
    }
    return {"people": of.people, "questions": questions}
