"""What `attune doctor` still asks of who serves people: hints, each until it is done, no fault."""

from datetime import date
from pathlib import Path

import pytest

from adapters.cli import doctor, laws
from adapters.cli.hints import YEARLY, hints
from bot.settings import load

SERVES = {"ATTUNE_DISCORD_TOKEN": "secret"}
SET = {
    "ATTUNE_OPERATOR_NAME": "Ada",
    "ATTUNE_OPERATOR_CONTACT": "ada@example.org",
    "ATTUNE_PROTOCOL_URL": "https://example.org/protocol",
    "ATTUNE_PRIVACY_URL": "https://example.org/privacy",
}


def hinted(given: dict[str, str]) -> list[str]:
    found = list(hints(load(given, None)))
    assert all(one.is_well and one.is_hint for one in found)
    return [str(one) for one in found]


def test_who_serves_nobody_else_is_asked_for_nothing() -> None:
    assert hinted({}) == []


@pytest.mark.parametrize("name", SET)
def test_what_people_are_to_be_told_is_asked_for_until_it_is_set(name: str) -> None:
    told = [one for one in hinted(SERVES) if one.endswith(f"{name}.")]
    assert len(told) == 1
    assert told[0].startswith("→ to do: ")
    assert not any(name in one for one in hinted(SERVES | SET))


def test_a_yearly_report_is_named_with_each_law_that_is_kept_and_asks_for_it() -> None:
    every = "\n".join(hinted(SERVES | SET))
    rows = {row.id: row for row in laws.rows()}
    for one in YEARLY:
        assert rows[one].law in every
        assert date.fromisoformat(rows[one].since)
    assert "from 1 July 2027" in every
    alone = "\n".join(hinted(SERVES | SET | {"ATTUNE_LAW": "washington"}))
    assert "Washington HB 2225, from 1 January 2027." in alone
    assert "California" not in alone
    assert "attune report" not in "\n".join(hinted(SERVES | SET | {"ATTUNE_LAW": "eu"}))


async def test_the_doctor_ends_with_what_is_left_to_do(tmp_path: Path) -> None:
    given = SERVES | {
        "ATTUNE_DATA_FOLDER": str(tmp_path / "data"),
        "ATTUNE_DISCORD_API_URL": "http://127.0.0.1:9",
    }
    found = [str(one) async for one in doctor.examine(load(given, None))]
    left = [str(one) for one in hints(load(given, None))]
    assert found[-len(left) :] == left
