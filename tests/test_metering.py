"""What is measured: closed lists, nothing of a life at risk, nothing of anybody."""

import asyncio
from typing import get_args

import pytest

from bot import errors
from bot.events import Event, RiskJudged
from bot.governor.rules.every import RULES
from bot.governor.rules.flags import Flag
from bot.metering import (
    ACTIONS,
    FLAGS,
    NO_METER,
    OTHER,
    UNTOLD,
    Ended,
    Fault,
    Kind,
    NoMeter,
    Refusal,
    Timing,
    What,
    Work,
    fault_of,
    found,
    kind_of,
    refusal_of,
)
from tests.scene import ONE_OF_EACH, says

OWN = [one for one in errors.PlatformError.__subclasses__() if one.__module__ == errors.__name__]


class Noted(NoMeter):
    """Keeps what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[object, ...]] = []

    def event(self, kind: Kind, platform: str, seconds: float, *, has_failed: bool) -> None:
        self.told.append((kind, platform, seconds, has_failed))

    def found(self, flag: str, action: str) -> None:
        self.told.append((flag, action))


def test_each_event_has_a_kind_but_what_a_judge_heard_of_a_life_at_risk() -> None:
    without = {type(one) for one in ONE_OF_EACH if kind_of(one) is None}
    assert without == {RiskJudged}
    assert {type(one) for one in ONE_OF_EACH} == set(get_args(Event))


async def test_a_decision_is_timed_also_where_it_fails() -> None:
    meter, now = Noted(), iter((1.0, 3.0, 5.0, 6.0))
    async with Timing(meter, says("x"), lambda: next(now)):
        await asyncio.sleep(0)
    with pytest.raises(KeyError):
        async with Timing(meter, says("x"), lambda: next(now)):
            raise KeyError
    platform = says("x").where.room.partition(":")[0]
    assert meter.told == [
        (Kind.MESSAGE, platform, 2.0, False),
        (Kind.MESSAGE, platform, 1.0, True),
    ]


async def test_what_a_judge_heard_leaves_no_trace() -> None:
    meter = Noted()
    heard = next(one for one in ONE_OF_EACH if isinstance(one, RiskJudged))
    async with Timing(meter, heard, lambda: 0.0):
        pass
    assert meter.told == []


@pytest.mark.parametrize("kind", OWN)
def test_a_refusal_is_told_by_its_kind(kind: type[errors.PlatformError]) -> None:
    assert refusal_of(kind("x")) in Refusal
    assert refusal_of(errors.PlatformError("x")) is Refusal.OTHER


def test_a_fault_is_told_by_its_nearest_kind() -> None:
    told = (errors.ModelBusy, errors.ModelRefused, errors.ModelCutOff, errors.ModelError)
    kinds = [fault_of(one("x")) for one in told]
    assert kinds == [Fault.BUSY, Fault.REFUSED, Fault.CUT_OFF, Fault.OTHER]


def test_what_a_finding_says_of_a_person_is_told_as_something_else() -> None:
    meter = Noted()
    found(meter, [(rule.name, "drop") for rule in RULES] + [("of an earlier release", "odd")])
    flags = {str(flag) for flag, _ in meter.told}
    assert flags <= set(FLAGS)
    assert flags & {str(one) for one in UNTOLD} == set()
    assert meter.told[-1] == (OTHER, OTHER)
    assert Flag.DANGER_DISMISSED in UNTOLD


def test_no_list_is_open_and_none_names_a_crisis() -> None:
    lists = (Kind, What, Ended, Work, Refusal, Fault)
    every = {str(one) for of in lists for one in of} | set(FLAGS) | set(ACTIONS)
    assert not {one for one in every if "risk" in one or "crisis" in one or "danger" in one}


def test_without_a_meter_nothing_is_measured() -> None:
    NO_METER.event(Kind.TAP, "x", 0.0, has_failed=False)
    NO_METER.answer(What.REPLY, Ended.CUT, None, 0.0)
    NO_METER.found(OTHER, OTHER)
    NO_METER.model_failed(0, Fault.BUSY)
    NO_METER.model_answered(0)
    NO_METER.refused(Refusal.AWAY)
    NO_METER.database(Work.READING, 0.0)
