"""The dashboard and the alerts, asked of a real Prometheus about a real run of the program."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.grafana import ALERTS, DASHBOARD, dashboard, panels
from tests.platforms.prometheus import LACKS, PROGRAM, PROMTOOL, town
from tests.test_metrics import got

REAL = pytest.mark.skipif(PROGRAM is None or PROMTOOL is None, reason=LACKS)
_METRIC = re.compile(r"\b(?:attune|process)_[a-z_]+|\bup\b")


def test_the_dashboard_is_what_its_table_says() -> None:
    assert DASHBOARD.read_text(encoding="utf-8") == dashboard(), "python -m tests.grafana"


def test_every_panel_has_a_title_a_unit_and_a_description_and_none_lies_over_another() -> None:
    said = json.loads(dashboard())["panels"]
    assert all(one["title"] and one["description"] for one in said)
    assert all(one["fieldConfig"]["defaults"]["unit"] for one in said)
    assert len({one["title"] for one in said}) == len(said)
    taken = [
        (x, y)
        for one in panels()
        for x in range(one.x, one.x + one.w)
        for y in range(one.y, one.y + one.h)
    ]
    assert len(taken) == len(set(taken))
    assert max(x for x, _ in taken) < 24


@REAL
def test_the_rules_of_alerts_are_rules() -> None:
    ran = subprocess.run((str(PROMTOOL), "check", "rules", str(ALERTS)), capture_output=True)
    assert ran.returncode == 0, ran.stdout


@REAL
async def test_every_query_of_the_dashboard_and_every_alert_is_answered(tmp_path: Path) -> None:
    async with town(tmp_path) as at:
        await at.talk()
        await at.prometheus.until("sum(attune_replies_total{what='repair'}) > 2")
        await at.prometheus.until("sum(attune_model_errors_total) > 0")
        await at.talk()
        await at.prometheus.until("sum(attune_replies_total{what='repair'}) > 5")
        for panel in panels():
            for query, _ in panel.queries:
                await at.prometheus.until(query)
                assert await at.prometheus.has(query), (panel.title, query)
        rules = (await at.prometheus.asked("rules"))["groups"][0]["rules"]
        assert [one["health"] for one in rules] == ["ok"] * len(rules)
        assert {one["name"] for one in rules if one["state"] == "firing"} == set()
        known = set(await at.prometheus.asked("label/__name__/values"))
        named = {name for one in rules for name in _METRIC.findall(one["query"])}
        assert named <= known
        ready = json.loads((await got(at.port, "/readyz"))[1])
        assert (ready["database"], ready["platforms"]) == (True, True)
        status, text = await got(at.port, "/metrics")
        assert (status, "ada" in text, "slips" in text) == (200, False, False)
