"""Entries of the audit ledger: their one spelling, their links, and where a chain breaks."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast, get_args

import pytest

from bot.audit import ACTS, INSTANCE, Act, Broken, Entry, Hand, Noted, broken, hashes, link_of
from bot.audit.acts import DeepestSet, PolicyHeld, ReportsCleared, ThreadsSet, facts_of
from bot.audit.canonical import canonical
from bot.audit.chain import document
from bot.audit.checkpoint import Checkpoint, Head, decoded, head_of, missing, read
from bot.records import Owner

AT = datetime(2026, 11, 23, 14, 7, tzinfo=UTC)
SPACE = Owner("a-space")


def chain(*acts: Act) -> list[Entry]:
    found: list[Entry] = []
    for act in acts:
        found.append(Noted(act, AT, doer="who").after(SPACE, found[-1] if found else None))
    return found


THREE = chain(DeepestSet("warm", "plain"), ThreadsSet(listens=True), ReportsCleared(2))


@pytest.mark.parametrize(
    ("value", "spelled"),
    [
        ({"b": 1, "a": [True, None, "x"]}, '{"a":[true,null,"x"],"b":1}'),
        (
            {"\u20ac": 1, "\r": 2, "\U0001f600": 3, "\ufb33": 4},
            '{"\\r":2,"\u20ac":1,"\U0001f600":3,"\ufb33":4}',
        ),
        ('\u0000\u001f"\\\b\t\n\f\r/é', '"\\u0000\\u001f\\"\\\\\\b\\t\\n\\f\\r/é"'),
        (2**53 - 1, "9007199254740991"),
    ],
)
def test_a_value_has_the_one_spelling_of_rfc_8785(value: object, spelled: str) -> None:
    assert canonical(value) == spelled.encode()


@pytest.mark.parametrize("value", [0.5, 2**53, {"a": {1}}, "\ud800"])
def test_what_has_no_spelling_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"canonical|surrogates"):
        canonical(value)


def test_a_link_is_the_hash_of_its_entry_and_of_the_link_before() -> None:
    first, second, _ = THREE
    assert document(first)["facts"] == '{"after":"plain","before":"warm"}'
    assert document(first)["at"] == "2026-11-23T14:00:00Z"
    assert second.link == link_of(second, first.link)
    assert link_of(first, "") == first.link != link_of(first, second.link)
    # What another program computed from the description in docs/audit.md.
    assert first.link == "894f031a5b06ee0d80326a72932508c1ce1d90672dda276b7c7bb1a38e570339"


def test_a_whole_chain_is_whole_also_from_the_middle() -> None:
    assert broken(THREE) is None
    assert broken(THREE[1:], THREE[0]) is None


@pytest.mark.parametrize("field", ["chain", "hand", "act", "facts", "doer", "about", "link"])
def test_a_change_of_any_field_breaks_the_chain_there(field: str) -> None:
    other: dict[str, Any] = {field: "x"}
    changed = [THREE[0], replace(THREE[1], **other), THREE[2]]
    assert broken(changed) == Broken(changed[1].chain, 2, "changed")


def test_a_missing_and_an_added_entry_break_the_chain_where_they_are() -> None:
    assert broken(THREE[1:]) == Broken(SPACE, 1, "missing")
    assert broken([THREE[0], THREE[2]]) == Broken(SPACE, 2, "missing")
    forged = Noted(PolicyHeld("v2"), AT).after(SPACE, THREE[0])
    assert broken([THREE[0], forged, THREE[2]]) == Broken(SPACE, 3, "changed")


def test_every_act_has_a_name_of_its_own_and_a_hand() -> None:
    assert len(ACTS) == len(get_args(Act))
    assert {kind.hand for kind in ACTS.values()} == set(Hand)
    assert all(name == kind.name for name, kind in ACTS.items())


@pytest.mark.parametrize("words", ["I can't go on", "Ada", "@ada:example.org", "a" * 81])
def test_no_words_and_no_id_become_a_fact(words: str) -> None:
    with pytest.raises(ValueError, match="word of this program"):
        facts_of(PolicyHeld(words))


def test_facts_that_cannot_be_read_are_none_and_no_error() -> None:
    assert replace(THREE[0], facts="not json").known == {}
    assert replace(THREE[0], facts="[1]").known == {}


def test_who_did_it_and_to_whom_it_was_done_are_hashed_apart() -> None:
    assert len({hashes.BY, hashes.ABOUT}) == 2


def test_the_instances_chain_has_no_name_that_a_keyed_hash_could_have() -> None:
    assert not set(INSTANCE) <= set("0123456789abcdef")


# -- checkpoints -------------------------------------------------------------------------------

MADE = Checkpoint("2026-11-23T15:00:00Z", (head_of(THREE[2]),), "a2V5", "c2ln")


def test_a_checkpoint_comes_back_from_its_file_and_all_but_its_signature_is_signed() -> None:
    assert read(MADE.text) == MADE
    assert replace(MADE, signature="").signed == MADE.signed
    for other in ({"made_at": "later"}, {"heads": ()}, {"public_key": "b3RoZXI="}):
        assert replace(MADE, **cast("dict[str, Any]", other)).signed != MADE.signed


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", "1", '{"format": "attune-audit-checkpoint", "version": 2}'),
        MADE.text.replace('"made_at"', '"made"'),
        MADE.text.replace('"number": 3', '"number": "3"'),
        MADE.text.replace('"heads": [', '"heads": [1, '),
        MADE.text.replace('"heads"', '"tails"'),
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (json says its own)
        read(text)


def test_a_head_is_missing_where_another_entry_or_none_stands_at_its_place() -> None:
    one, two = Head(SPACE, 1, "a"), Head(SPACE, 2, "b")
    assert missing((one, two), {one: "a", two: "b"}) == ()
    assert missing((one, two), {one: "other"}) == (one, two)


def test_base64_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match=r"base64|padding"):
        decoded("not base64")
