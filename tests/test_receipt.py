"""The receipt and the export: whole, in the standard's own terms, and complete."""

import json
from dataclasses import replace
from datetime import timedelta

from bot.attunement import Level
from bot.receipt import MEANING, SCHEMA, export, held, receipt
from bot.rows import KINDS, LedgerRow, OutboxRow, Owner, RepairRow, StyleRow
from tests.scene import AT, known

ENTRIES = tuple(
    (number, LedgerRow("subject" * 5, state, int(Level.WARM), "answering", "v1", AT))
    for number, state in enumerate(("requested", "given", "withdrawn"), 7)
)
ROWS = (
    StyleRow(Owner("o"), "tone", value="warmer"),
    RepairRow(Owner("o"), "r:01", at=AT, kind="cold"),
    OutboxRow(Owner("o"), "k", at=AT, body='{"words": "on their way"}'),
)


def test_the_receipt_names_its_standard_and_every_event_in_its_terms() -> None:
    read = json.loads(receipt(replace(known(), ledger=ENTRIES), AT))
    assert read["schema_version"] == SCHEMA
    assert [one["event_state"] for one in read["consent_events"]] == [
        "dpv:ConsentRequested",
        "dpv:ConsentGiven",
        "dpv:ConsentWithdrawn",
    ]
    assert read["pii_processing"]["purposes"][0]["purpose"] == "answering at the level you chose"
    assert read["party_identification"][0]["party_name"] == "Ada"
    assert read["record_id"].endswith("-9")


def test_a_receipt_without_any_entry_is_whole_too() -> None:
    assert json.loads(receipt(known(), AT))["consent_events"] == []


def test_the_export_holds_every_row_whole() -> None:
    read = json.loads(export(replace(known(), ledger=ENTRIES, held=ROWS), AT))
    assert {name: len(rows) for name, rows in read["kept"].items()} == {
        "ledger": 3,
        "style": 1,
        "repair": 1,
        "outbox": 1,
    }
    assert read["kept"]["outbox"][0]["body"] == '{"words": "on their way"}'
    assert read["exported_at"] == (AT + timedelta(0)).isoformat(timespec="seconds")


def test_every_kind_of_row_has_a_meaning_in_words() -> None:
    assert set(MEANING) == set(KINDS)
    assert held(replace(known(), held=ROWS)).splitlines()[1:] == [
        "the style you set: 1",
        "messages on their way: 1",
        "repairs: kind and time, without words: 1",
    ]
