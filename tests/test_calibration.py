"""Calibration: what a judge is worth is known before it is asked about anybody's life."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from adapters import calibration, compose, doctor
from adapters.calibration import Figures, calibrate, calibrating, keep, kept, load, measured
from bot.model.judge import Judge
from bot.settings import Settings
from bot.settings.loading import load as load_settings
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat
from tests.platforms.model_server import Answer, Body, Broken, Gate, ModelServer, Stream
from tests.scene import AT

GUILTY = {one.message: one.is_guilty for one in load()}
GOOD = Figures(caught=20)
Script = Callable[[Body], Answer]


def settings_of(folder: Path, url: str = "http://judge.example/v1", name: str = "m") -> Settings:
    given = {"DATA_FOLDER": str(folder), "JUDGE_URL": url, "JUDGE_NAME": name, "JUDGE_SECONDS": "5"}
    return load_settings({f"ATTUNE_{one}": value for one, value in given.items()}, None)


def asked_in(body: Body) -> str:
    """Gives the message a question is about; empty for the probe."""
    said = str(body["messages"][-1]["content"])
    return said.rpartition("Last message: ⟦")[2].removesuffix("⟧")


def well(body: Body) -> Answer:
    return Stream("Yes." if GUILTY.get(asked_in(body)) else "No")


def always(word: str) -> Script:
    return lambda _body: Stream(word)


async def figures_of(script: Script, within_s: float = 20, deadline_s: float = 5) -> Figures:
    async with ModelServer(script) as server:
        model = compose.judge_of(settings_of(Path(), server.url))
        assert model is not None
        try:
            return await calibrate(Judge(model, deadline_s), within_s)
        finally:
            await model.close()


async def doctors_line(folder: Path, script: Script) -> doctor.Checked:
    async with ModelServer(script) as server:
        checked = [one async for one in doctor.examine(settings_of(folder, server.url))]
    return checked[-1]


def test_half_of_the_forty_are_guilty_and_none_is_there_twice() -> None:
    every = load()
    assert [one.is_guilty for one in every] == [True] * 20 + [False] * 20
    assert len(GUILTY) == 40
    assert all(len(one.before) <= 2 for one in every)
    assert sum(bool(one.before) for one in every) >= 10


@pytest.mark.parametrize(
    ("script", "expected", "is_enough"),
    [
        (well, GOOD, True),
        (always("yes"), Figures(20, 20), False),
        (always("no"), Figures(), False),
        (always("Yesterday, no and yes"), Figures(garbled=40), False),
        (lambda _body: Broken("401"), Figures(silent=40), False),
    ],
    ids=["well", "always yes", "always no", "garbling", "refusing"],
)
async def test_what_a_judge_is_worth_is_counted(
    script: Script, expected: Figures, is_enough: bool
) -> None:
    found = await figures_of(script)
    assert found == expected
    assert found.is_enough is is_enough


async def test_late_answers_count_as_none_and_all_of_them_are_bounded() -> None:
    def late(_body: Body) -> Answer:
        return Stream("yes", gate=Gate(0))

    assert await figures_of(late, deadline_s=0.01) == Figures(silent=40)
    too_slow = await figures_of(late, within_s=0.05)
    assert too_slow == Figures(unasked=40)
    assert "too slow" in str(too_slow)


@pytest.mark.parametrize(
    ("figures", "is_enough"),
    [
        (Figures(14, 4), True),
        (Figures(13, 0), False),
        (Figures(20, 5), False),
        (Figures(20, 0, unasked=1), False),
        (Figures(20, 0, silent=20), False),
    ],
)
def test_the_floor_is_fourteen_and_four(figures: Figures, is_enough: bool) -> None:
    assert figures.is_enough is is_enough


async def test_the_doctor_says_what_it_would_catch_and_keeps_it(tmp_path: Path) -> None:
    found = await doctors_line(tmp_path, well)
    assert found.is_well
    assert "it would catch 20 of 20 and cry wolf at 0 of 20" in found.what
    assert (tmp_path / calibration.FILE).exists()


async def test_the_doctor_refuses_a_judge_below_the_floor_and_says_what_to_do(
    tmp_path: Path,
) -> None:
    for script in (always("yes"), always("no"), always("perhaps")):
        found = await doctors_line(tmp_path, script)
        assert not found.is_well
        assert "asked about no life at risk" in found.what
        assert "ATTUNE_JUDGE_NAME" in found.what


async def test_the_doctor_makes_no_folder_for_it(tmp_path: Path) -> None:
    await doctors_line(tmp_path / "none", well)
    assert not (tmp_path / "none").exists()


def test_what_is_kept_holds_for_that_judge_alone(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    assert kept(settings) is None
    keep(settings, GOOD)
    assert kept(settings) == GOOD
    assert kept(settings_of(tmp_path, name="another")) is None
    assert kept(settings_of(tmp_path, url="http://other.example/v1")) is None


@pytest.mark.parametrize("said", ["", "{", "[]", '{"judge": 1}', "\udcff"])
def test_a_damaged_file_is_no_result(tmp_path: Path, said: str) -> None:
    (tmp_path / calibration.FILE).write_bytes(said.encode(errors="surrogateescape"))
    assert kept(settings_of(tmp_path)) is None


def test_that_a_judge_was_away_is_not_kept_and_takes_no_good_result_away(tmp_path: Path) -> None:
    settings = settings_of(tmp_path)
    keep(settings, GOOD)
    keep(settings, Figures(silent=40))
    keep(settings, Figures(unasked=3))
    assert kept(settings) == GOOD


@pytest.mark.parametrize(("figures", "is_trusted"), [(GOOD, True), (Figures(20, 20), False)])
async def test_a_start_goes_by_what_is_kept_and_asks_nothing(
    tmp_path: Path, figures: Figures, is_trusted: bool
) -> None:
    async with ModelServer(always("yes")) as server:
        settings = settings_of(tmp_path, server.url)
        keep(settings, figures)
        model = compose.judge_of(settings)
        assert model is not None
        judge = Judge(model, 5)
        async with calibrating(settings, judge):
            assert judge.is_trusted is is_trusted
        await model.close()
    assert server.requests == []


@pytest.mark.parametrize(
    ("script", "is_trusted", "is_telling"),
    [
        (well, True, True),
        (always("yes"), False, True),
        (lambda _body: Broken("401"), False, False),
    ],
    ids=["well", "always yes", "refusing"],
)
async def test_where_nothing_is_kept_a_start_measures(
    tmp_path: Path, script: Script, is_trusted: bool, is_telling: bool
) -> None:
    async with ModelServer(script) as server:
        settings = settings_of(tmp_path, server.url)
        model = compose.judge_of(settings)
        assert model is not None
        judge = Judge(model, 5)
        assert await measured(settings, judge) is is_telling
        await model.close()
    assert judge.is_trusted is is_trusted
    assert (kept(settings) is not None) is is_telling


async def test_a_start_waits_for_no_calibration_and_trusts_nothing_meanwhile(
    tmp_path: Path,
) -> None:
    gate = Gate(0)
    async with ModelServer(lambda _body: Stream("yes", gate=gate)) as server:
        settings = settings_of(tmp_path, server.url)
        model = compose.judge_of(settings)
        assert model is not None
        judge = Judge(model, 5)
        async with calibrating(settings, judge):
            await asyncio.wait_for(gate.reached.wait(), 5)
            assert not judge.is_trusted
        await model.close()
    assert kept(settings) is None


async def test_whatever_serves_people_begins_to_calibrate(tmp_path: Path) -> None:
    gate = Gate(0)
    async with ModelServer(lambda _body: Stream("yes", gate=gate)) as server:
        settings = settings_of(tmp_path, server.url)
        await asyncio.to_thread(compose.ready_schema, settings)
        async with compose.running(settings, FakeChat(lambda: AT), SetClock()):
            await asyncio.wait_for(gate.reached.wait(), 5)
    assert asked_in(server.requests[0].body) in GUILTY
