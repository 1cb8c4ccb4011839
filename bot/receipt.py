"""The consent receipt as a file of JSON.

The receipt has the record fields of ISO/IEC TS 27560:2023 (Consent record information structure),
as the guide https://w3id.org/dpv/guides/consent-27560 names them, with terms of the W3C Data
Privacy Vocabulary, DPV 2 (https://w3id.org/dpv). An event's number, level, purposes and notice are
this program's own.
"""

import json
from datetime import UTC, datetime
from typing import Any

from bot.consent import PURPOSES
from bot.levels import Level
from bot.records import LedgerRow
from bot.snapshot import CommandSnapshot, House
from bot.words import TextFile

SCHEMA = "ISO/IEC TS 27560:2023"
VOCABULARY = "https://w3id.org/dpv#"
_BACKTICK = "\\u0060"
OPERATOR = "operator"  # the party_id of whoever runs this
PII = ("consent entries", "the style that was set", "kinds and times of repairs")
RIGHTS = {
    "access": "/attune data",
    "portability": "/attune data export",
    "erasure": "/attune data erase",
    "withdrawal of consent": "/attune off",
}
_STATES = {
    "requested": "ConsentRequested",
    "given": "ConsentGiven",
    "refused": "ConsentRefused",
    "withdrawn": "ConsentWithdrawn",
    "expired": "ConsentExpired",
    "renewed": "RenewedConsentGiven",
}


def receipt(snapshot: CommandSnapshot, at: datetime) -> TextFile:
    """Gives the consent receipt as a file of JSON, oldest event first."""
    entries = snapshot.ledger
    subject = entries[-1][1].subject if entries else ""
    record = {
        "schema_version": SCHEMA,
        "vocabulary": VOCABULARY,
        "record_id": f"{subject[:16]}-{entries[-1][0] if entries else 0}",
        "pii_principal_id": subject,
        "issued_at": _time(at),
        "pii_processing": _processing(snapshot.house),
        "party_identification": _parties(snapshot.house),
        "event": [_event(number, entry) for number, entry in entries],
    }
    text = json.dumps(record, indent=1, ensure_ascii=False).replace("`", _BACKTICK)
    return TextFile(f"attune-receipt-{at:%Y-%m-%d}.json", f"{text}\n")


def _processing(house: House) -> dict[str, Any]:
    return {
        "privacy_notice": f"the card shown before each yes, version {house.policy}",
        "language": house.strings.code,
        "purposes": [{"purpose": each, **_purpose(house)} for each in PURPOSES],
    }


def _purpose(house: House) -> dict[str, Any]:
    return {
        "purpose_type": "dpv:ServiceProvision",
        "lawful_basis": "dpv:Consent",
        "pii_information": [{"pii_type": each, "pii_optional": False} for each in PII],
        "pii_controllers": [OPERATOR],
        "collection_method": "typed by the person in this chat",
        "processing_method": "sent to the recipients while a reply is written, and not kept",
        "storage_locations": [f"the machine of {OPERATOR}, sealed under a key of this scope"],
        "processing_locations": [OPERATOR, *house.hosts],
        "retention_period": "until erased, or 30 days after off; words on their way 24 hours",
        "recipient_third_parties": list(house.hosts),
        "jurisdiction": f"that of {OPERATOR}, who has to name it on being asked",
        "withdrawal_method": '/attune off, or "off"',
        "privacy_rights": RIGHTS,
    }


def _parties(house: House) -> list[dict[str, str]]:
    operator = {
        "party_id": OPERATOR,
        "party_role": "dpv:DataController",
        "party_name": house.run_by,
        "party_contact": house.contact,
    }
    hosts = ({"party_id": each, "party_role": "dpv:Recipient"} for each in house.hosts)
    return [operator, *({**one, "party_name": one["party_id"]} for one in hosts)]


def _event(number: int, entry: LedgerRow) -> dict[str, Any]:
    lasts = entry.expires_at - entry.at if entry.expires_at else None
    is_yes = entry.state in ("given", "renewed")
    return {
        "event_id": number,
        "event_time": _time(entry.at),
        "event_type": "dpv:ExplicitlyExpressedConsent" if is_yes else None,
        "event_state": f"dpv:{_STATES[entry.state]}",
        "entity_id": OPERATOR if entry.state in ("requested", "expired") else entry.subject,
        "validity_duration": f"PT{int(lasts.total_seconds())}S" if lasts is not None else None,
        "level": Level(entry.level).word,
        "purposes": entry.purposes,
        "notice_version": entry.policy,
    }


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
