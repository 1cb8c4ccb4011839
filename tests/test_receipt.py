"""The receipt and the export: whole, in the standard's own terms, and complete."""

import json
from dataclasses import replace
from datetime import timedelta

from bot.actions.platform import Say
from bot.commands import parse
from bot.engine.saying import in_words
from bot.export import Everything, KeptIn, files
from bot.ids import Scope, SpaceId
from bot.levels import Level
from bot.receipt import SCHEMA, receipt
from bot.records import LedgerRow, OutboxRow, Owner, RepairRow, Row, StyleRow
from bot.snapshot import CommandSnapshot
from bot.strings import ENGLISH
from bot.text.chunking import parts
from bot.words import TextFile
from tests.driver import Seen
from tests.exports import exported
from tests.scene import ADA, AT, HOUSE, known

KNOWN = known().as_kind(CommandSnapshot)
UNTIL = AT + timedelta(days=30)
ENTRIES = tuple(
    (number, LedgerRow("subject" * 5, state, int(Level.WARM), "answering", "v1", AT, UNTIL))
    for number, state in enumerate(("requested", "given", "withdrawn"), 7)
)
EXPLICIT, CONTROLLER = "dpv:ExplicitlyExpressedConsent", "dpv:DataController"
ROWS = (
    StyleRow(Owner("o"), "tone", value="warmer"),
    RepairRow(Owner("o"), "r:01", at=AT, kind="cold"),
    OutboxRow(Owner("o"), "k", at=AT, body='{"words": "on their way"}'),
)


def test_the_receipt_names_its_standard_and_every_event_in_its_terms() -> None:
    read = json.loads(receipt(replace(KNOWN, ledger=ENTRIES), AT).text)
    assert read["schema_version"] == SCHEMA
    assert [one["event_state"] for one in read["event"]] == [
        "dpv:ConsentRequested",
        "dpv:ConsentGiven",
        "dpv:ConsentWithdrawn",
    ]
    assert read["pii_processing"]["purposes"][0]["purpose"] == "answering at the level you chose"
    assert read["party_identification"][0]["party_name"] == "Ada"
    assert read["record_id"].endswith("-9")
    assert [one["entity_id"] for one in read["event"]] == ["operator", *["subject" * 5] * 2]
    assert read["event"][1]["validity_duration"] == "PT2592000S"
    assert [one["event_type"] for one in read["event"]] == [None, EXPLICIT, None]


# As https://w3id.org/dpv/guides/consent-27560 names the fields of the standard.
OF_A_PURPOSE = {
    "purpose", "purpose_type", "lawful_basis", "pii_information", "pii_controllers",
    "collection_method", "processing_method", "storage_locations", "processing_locations",
    "retention_period", "recipient_third_parties", "jurisdiction", "withdrawal_method",
    "privacy_rights",
}  # fmt: skip
OF_AN_EVENT = {"event_time", "event_type", "event_state", "entity_id", "validity_duration"}


def test_every_part_has_the_fields_that_the_guide_names_and_every_recipient_is_a_party() -> None:
    house = replace(HOUSE, hosts=("m.example", "j.example"))
    read = json.loads(receipt(replace(KNOWN, house=house, ledger=ENTRIES), AT).text)
    processing = read["pii_processing"]
    assert set(processing) == {"privacy_notice", "language", "purposes"}
    assert all(set(each) == OF_A_PURPOSE for each in processing["purposes"])
    assert all(set(each) >= OF_AN_EVENT for each in read["event"])
    parties = {one["party_id"]: one["party_role"] for one in read["party_identification"]}
    assert parties == dict.fromkeys(house.hosts, "dpv:Recipient") | {"operator": CONTROLLER}
    assert processing["purposes"][0]["recipient_third_parties"] == list(house.hosts)
    assert all(parse(each) for each in processing["purposes"][0]["privacy_rights"].values())


def test_a_receipt_without_any_entry_is_whole_too() -> None:
    assert json.loads(receipt(KNOWN, AT).text)["event"] == []


def as_a_file(file: TextFile) -> list[Seen]:
    return [Seen("m", "Here.", files=(file.text,))]


def of(*rows: Row) -> TextFile:
    """Gives the document of the entries and some rows, in one place."""
    here = KeptIn(Scope(SpaceId("house"), ADA), AT, rows, ENTRIES)
    return files(Everything(ADA, AT, (here,)), ENGLISH)[0]


def test_the_export_holds_every_row_whole() -> None:
    read = exported(as_a_file(of(*ROWS)))
    assert {name: len(rows) for name, rows in read["kept"].items()} == {
        "ledger": 3,
        "style": 1,
        "repair": 1,
        "outbox": 1,
    }
    assert read["kept"]["outbox"][0]["body"] == '{"words": "on their way"}'
    assert read["exported_at"] == (AT + timedelta(0)).isoformat(timespec="seconds")


def test_however_many_messages_an_export_takes_each_is_whole_rows() -> None:
    ticked = replace(ROWS[0], value="```\n`a` and b. Or c? Yes\n\nno")
    whole = of(*(ticked,) * 40)
    messages = parts(in_words(Say("Here.", files=(whole,))).text, 600, 2000)
    assert len(messages) > 2
    assert messages[0] == "Here.\n"
    assert all(one.count("```") == 2 for one in messages[1:])
    read = exported(Seen(str(at), one) for at, one in enumerate(messages))
    assert [row["value"] for row in read["kept"]["style"]] == [ticked.value] * 40
