"""What Prometheus reads: closed labels after a hostile run, nothing of a crisis, on loopback."""

import asyncio
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import ClientSession
from prometheus_client.core import Metric

from adapters.cli.watched import Watched, watched
from adapters.metrics.noting import Noting
from adapters.metrics.prometheus import (
    MOST_ENDPOINTS,
    OUTCOMES,
    PLATFORMS,
    PrometheusMeter,
)
from adapters.metrics.server import HERE
from adapters.metrics.standing import LATELY_S, Answers, Standing
from adapters.metrics.timed_store import TimedStore
from bot.errors import ModelUnreachable, SettingsFault, StoreError
from bot.metering import ACTIONS, FLAGS, Ended, Fault, Kind, Load, Refusal, What, Work
from bot.ports import Store, Unit
from bot.records import HOUSE, NoteRow, OutboxRow, Owner
from bot.settings import load
from tests.console_stage import SetClock
from tests.fakes import FakeStore, FakeVault
from tests.play import Play, ScriptedModel, play
from tests.scene import AT
from tests.test_command_line import settings_of

ROOT = Path(__file__).parent.parent
MARK = "zqx7"  # in every name and every word of the run
LISTS: dict[str, frozenset[str]] = {
    "kind": frozenset(Kind),
    "platform": frozenset(PLATFORMS),
    "outcome": frozenset(OUTCOMES),
    "what": frozenset(What),
    "ended": frozenset(Ended),
    "flag": frozenset(FLAGS),
    "action": frozenset(ACTIONS),
    "endpoint": frozenset({*map(str, range(MOST_ENDPOINTS)), "later"}),
    "fault": frozenset(Fault),
    "why": frozenset(Refusal),
    "work": frozenset(Work),
}


def metrics(meter: PrometheusMeter) -> Iterator[Metric]:
    return iter(meter.registry.collect())


def value(meter: PrometheusMeter, name: str, **labels: str) -> float | None:
    return meter.registry.get_sample_value(name, labels)


def talking(folder: Path, meter: PrometheusMeter, *replies: str | ModelUnreachable) -> Play:
    left = list(replies)
    of = play(folder, ScriptedModel(lambda _: [left.pop(0) if len(left) > 1 else left[0]]))
    of.meter = meter
    return of


async def hostile(folder: Path, meter: PrometheusMeter) -> None:
    """Plays a talk of which every name and word bears the mark, with all that can go wrong."""
    replies = (f"The {MARK} bus leaves.", f"At nine it does, {MARK}.", ModelUnreachable(MARK))
    async with talking(folder, meter, *replies).running() as p:
        await p.type(f"/as {MARK}", f"I am {MARK} and I ask for the bus", "/react 🔧")
        await p.type(f"/room {MARK}-room", f"hello {MARK}", "/attune why", "/attune status")
        await p.type(f"I am {MARK} and I want to kill myself", f"/attune name {MARK}", "/delete")
    meter.event(Kind.TAP, f"{MARK}:1234", 1.0, has_failed=True)
    meter.found(MARK, MARK)
    meter.model_failed(10**6, Fault.OTHER)


async def test_no_label_and_no_name_holds_anything_of_a_run(tmp_path: Path) -> None:
    meter = PrometheusMeter(2)
    await hostile(tmp_path, meter)
    assert value(meter, "attune_replies_total", what="repair", ended="whole") == 1
    seen = 0
    for metric in metrics(meter):
        assert MARK not in repr(metric)
        for sample in metric.samples:
            own = {name: of for name, of in sample.labels.items() if name not in ("le", "version")}
            assert all(of in LISTS[name] for name, of in own.items()), sample
            seen += 1
    assert 100 < seen < 1_000  # bounded, whoever talks


async def counted(folder: Path, line: str) -> dict[tuple[str, ...], float]:
    """Gives every count after a talk, without how long anything took."""
    meter = PrometheusMeter()
    async with talking(folder, meter, "Take the bus.").running() as p:
        await p.type("hello", line, "and then?")
    return {
        (sample.name, *sample.labels.values()): sample.value
        for metric in metrics(meter)
        if metric.name.startswith("attune_") and metric.type == "counter"
        for sample in metric.samples
        if sample.name.endswith("_total")
    }


async def test_a_life_at_risk_changes_no_count(tmp_path: Path) -> None:
    for name in ("risk", "none"):
        (tmp_path / name).mkdir()
    risk = await counted(tmp_path / "risk", "I want to kill myself tonight")
    assert risk == await counted(tmp_path / "none", "how do I get to the station?")
    assert risk["attune_events_total", "message", "other", "decided"] == 0
    assert risk["attune_events_total", "message", "console", "decided"] == 3


async def found_after(folder: Path, line: str) -> float:
    """Gives how many findings are counted after one message and a reply that flatters."""
    meter = PrometheusMeter()
    reply = "You are absolutely brilliant! Take the bus at nine."
    async with talking(folder, meter, reply).running() as p:
        await p.type(line)
    every = (sample for metric in metrics(meter) for sample in metric.samples)
    return sum(one.value for one in every if one.name == "attune_findings_total")


async def test_what_the_governor_did_in_a_crisis_is_not_counted(tmp_path: Path) -> None:
    for name in ("none", "risk"):
        (tmp_path / name).mkdir()
    assert await found_after(tmp_path / "none", "how do I get to the station?") > 0
    assert await found_after(tmp_path / "risk", "I want to kill myself tonight") == 0


async def test_every_series_is_there_before_anything_happened() -> None:
    meter = PrometheusMeter(2)
    assert value(meter, "attune_model_errors_total", endpoint="1", fault="busy") == 0
    assert value(meter, "attune_findings_total", flag="flattery", action="drop") == 0
    assert value(meter, "attune_first_words_seconds_count") == 0


async def test_a_reply_is_measured_to_its_first_words_and_a_failing_endpoint_by_its_place(
    tmp_path: Path,
) -> None:
    meter = PrometheusMeter(2)
    of = play(tmp_path, ScriptedModel(lambda _: [ModelUnreachable("away")]))
    of.after, of.meter = (ScriptedModel(lambda _: ["Take the bus."]),), meter
    async with of.running() as p:
        await p.type("hello")
    assert value(meter, "attune_model_errors_total", endpoint="0", fault="unreachable") == 1
    assert value(meter, "attune_model_answers_total", endpoint="1") == 1
    assert value(meter, "attune_first_words_seconds_count") == 1
    assert value(meter, "attune_reply_seconds_count", what="reply") == 1


def test_the_page_lists_every_figure_with_its_labels() -> None:
    meter = PrometheusMeter()
    meter.registry.register(Standing(lines=lambda: (("discord", True, 0),)))
    told = {}
    for metric in metrics(meter):
        if metric.name.startswith("attune_"):
            name = metric.name + {"counter": "_total", "info": "_info"}.get(metric.type, "")
            told[name] = {of for one in metric.samples for of in one.labels} - {"le"}
    page = (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(attune_\w+)` \| ([\w, ]*)\|", page, re.MULTILINE)
    assert {name: set(filter(None, labels.strip().split(", "))) for name, labels in rows} == told


# -- how it stands -----------------------------------------------------------------------------


def test_queues_and_lines_are_read_when_they_are_asked_for() -> None:
    meter = PrometheusMeter()
    standing = Standing(lambda: Load(4, 3, 2, 1), lambda: (("discord", False, 7),))
    standing.unsent, standing.oldest_s = 5, 61.5
    meter.registry.register(standing)
    names = ("replies_waiting", "replies_running", "left", "tasks_open", "outbox")
    assert [value(meter, f"attune_{one}") for one in names] == [4, 3, 2, 1, 5]
    assert value(meter, "attune_outbox_age_seconds") == 61.5
    assert value(meter, "attune_platform_up", platform="discord") == 0
    assert value(meter, "attune_reconnections_total", platform="discord") == 7


def test_a_model_that_failed_counts_until_it_answers_or_for_a_while() -> None:
    now = [0.0]
    answers = Answers(lambda: now[0])
    assert answers.are_well
    answers.failed()
    assert not answers.are_well
    now[0] = LATELY_S + 1
    assert answers.are_well
    answers.failed()
    answers.answered()
    assert answers.are_well


async def test_a_timed_store_passes_on_and_measures_also_what_fails() -> None:
    meter = PrometheusMeter()
    inner = FakeStore(FakeVault())
    store: Store = TimedStore(inner, meter)

    async def put(unit: Unit) -> None:
        await unit.put(NoteRow(HOUSE, "x", body="y"))

    async def fails(_unit: Unit) -> None:
        raise StoreError("no")

    await store.deciding(HOUSE, put)
    with pytest.raises(StoreError):
        await store.deciding(HOUSE, fails)
    assert [row.key for row in await store.sweep(NoteRow)] == ["x"]
    await store.reading(lambda unit: unit.get(NoteRow, HOUSE, "x"))
    counts = [value(meter, "attune_database_seconds_count", work=one) for one in Work]
    assert counts == [2, 1]


# -- what answers ------------------------------------------------------------------------------


def free_port() -> int:
    with socket.socket() as free:
        free.bind((HERE, 0))
        return int(free.getsockname()[1])


async def got(port: int, path: str) -> tuple[int, str]:
    async with ClientSession() as web, web.get(f"http://{HERE}:{port}{path}") as answer:
        return answer.status, await answer.text()


@dataclass
class Line:
    """A platform, well or not."""

    what: tuple[str, ...] = ()
    name: str = "discord"
    losses: int = 2

    def faults(self) -> tuple[str, ...]:
        return self.what


async def test_it_answers_on_loopback_whether_it_lives_is_ready_and_what_it_measured(
    tmp_path: Path,
) -> None:
    port, line, store = free_port(), Line(), FakeStore(FakeVault())
    of = Watched(port)
    kept = of.over(store)
    await of.over(store).deciding(HOUSE, lambda unit: unit.put(_late()))
    assert isinstance(of.meter, Noting)
    async with (
        play(tmp_path).running() as p,
        of.answering(p.companion, kept, SetClock(AT)),
    ):
        assert await got(port, "/healthz") == (200, '{"alive": true}')
        status, text = await got(port, "/readyz")
        assert (status, '"platforms": false' in text) == (503, True)
        of.platforms = (line,)
        assert (await got(port, "/readyz"))[0] == 200
        of.meter.model_failed(0, Fault.UNREACHABLE)
        assert (await got(port, "/readyz"))[0] == 503
        of.meter.model_answered(0)
        line.what = (f"{MARK}: it is tried again",)
        status, text = await got(port, "/readyz")
        assert (status, MARK in text) == (503, False)
        status, text = await got(port, "/metrics")
        assert (status, MARK in text) == (200, False)
        assert 'attune_platform_up{platform="discord"} 0.0' in text
        assert (await got(port, "/"))[0] == 404
        with pytest.raises(ConnectionRefusedError):  # any other address of this machine
            await asyncio.open_connection("127.0.0.2", port)


def _late() -> OutboxRow:
    return OutboxRow(Owner("a"), "k", at=AT)


async def test_the_oldest_send_is_looked_up(tmp_path: Path) -> None:
    store, clock, port = FakeStore(vault := FakeVault()), SetClock(AT), free_port()
    await vault.key(Owner("a"))
    clock.pass_by(minutes=1)
    await store.deciding(HOUSE, lambda unit: unit.put(_late()))
    of = Watched(port, platforms=())
    kept = of.over(store)
    async with play(tmp_path).running() as p, of.answering(p.companion, kept, clock):
        await of._looked(kept, clock)
        _, text = await got(port, "/metrics")
    assert "\nattune_outbox 1.0" in text
    assert "\nattune_outbox_age_seconds 60.0" in text


async def test_a_port_that_is_taken_is_said_with_what_to_do(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind((HERE, 0))
        other.listen()
        of = Watched(int(other.getsockname()[1]), platforms=())
        kept = of.over(FakeStore(FakeVault()))
        async with play(tmp_path).running() as p:
            with pytest.raises(SettingsFault, match="ATTUNE_METRICS_PORT"):
                async with of.answering(p.companion, kept, SetClock(AT)):
                    pass


async def test_without_a_port_nothing_is_measured_and_nothing_answers(tmp_path: Path) -> None:
    of, store = watched(load(settings_of(tmp_path), None)), FakeStore(FakeVault())
    assert of.over(store) is store
    async with play(tmp_path).running() as p, of.answering(p.companion, store, SetClock(AT)):
        assert of.port == 0


@pytest.mark.parametrize("port", ["70000", "-1", "x", "0.0.0.0:9464"])
def test_what_is_no_port_is_said(tmp_path: Path, port: str) -> None:
    with pytest.raises(SettingsFault, match="ATTUNE_METRICS_PORT"):
        load(settings_of(tmp_path, metrics_port=port), None)


def test_an_empty_port_is_none(tmp_path: Path) -> None:
    assert load(settings_of(tmp_path, metrics_port=""), None).metrics_port == 0
