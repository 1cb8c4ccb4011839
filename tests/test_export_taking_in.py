"""What a document brings: all that was set comes back, and nothing hostile passes a bound."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import boundaries, holding, people
from bot.boundaries import Boundaries
from bot.commands.readers import STYLES
from bot.crisis.tiers import Stated, Tier
from bot.export.given_fields import Given, WrongForm
from bot.export.said import stated_in
from bot.export.taking_in import MOST_BYTES, Brought, Fault, Line, Wrong, brought
from bot.levels import Stance
from bot.people import MOST_OF_A_NIGHT_CARD
from bot.strings import OFFERED

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
WHOLE: dict[str, Any] = {
    "format": "attune-export",
    "version": 2,
    "exported_at": "2031-05-06T12:00:00+00:00",
    "carried": {
        "boundaries": {"name": "Nel", "address": "", "not": ["no pet names", "not my job"]},
        "language": "de",
        "night_card": "Breathe.\n\nRing Sam.",
        "people": [{"name": "Sam", "for": "to walk with"}, {"name": "Bo", "for": ""}],
        "style": [{"place": "x:dm", "name": "length", "value": "shorter"}],
        "roles": [
            {"place": "x:dm", "text": "a gruff coach", "stance": None},
            {"place": "x:dm", "text": "ember", "stance": "listen"},
        ],
        "threads": [
            {
                "place": "x:dm",
                "text": "the talk",
                "at": "2031-05-06T12:00:00+00:00",
                "due": "2031-05-06T14:00:00+02:00",
                "done_at": None,
                "is_open": True,
            }
        ],
        "memories": [{"place": "x:dm", "text": "I sing", "at": None, "is_open": False}],
    },
    "rows": [],
}


def changed(**fields: object) -> bytes:
    """Gives the document with other fields in what is carried."""
    carried = WHOLE["carried"] | fields
    return json.dumps(WHOLE | {"carried": carried}).encode()


def refused(**fields: object) -> str:
    """Names the field for which a document is refused."""
    fault = brought(changed(**fields))
    assert isinstance(fault, Fault)
    assert fault.why is Wrong.FORM
    return fault.where


def taken(**fields: object) -> Brought:
    read = brought(changed(**fields))
    assert isinstance(read, Brought)
    return read


def test_all_that_is_carried_is_read() -> None:
    assert brought(json.dumps(WHOLE).encode()) == Brought(
        AT,
        Boundaries("Nel", "", ((1, "no pet names"), (2, "not my job"))),
        "de",
        "Breathe.\n\nRing Sam.",
        (("Sam", "to walk with"), ("Bo", "")),
        (("length", "shorter"),),
        (("a gruff coach", None), ("ember", Stance.LISTEN)),
        (Line("the talk", AT, AT),),
        (Line("I sing"),),
    )


def test_what_is_missing_is_not_there_and_what_is_not_known_is_passed_over() -> None:
    head = {name: WHOLE[name] for name in ("format", "version", "exported_at")}
    assert brought(json.dumps(head | {"carried": {}}).encode()) == Brought(AT)
    assert brought(changed(consent={"level": 3}, level="ongoing")) == brought(changed())
    assert taken(language="tlh", style=[{"name": "tone", "value": "royal"}]).unknown == 2
    assert taken(roles=[{"text": "ember", "stance": "sing"}]).unknown == 1
    assert taken(language="tlh").language == ""


def test_a_mark_at_the_beginning_of_the_file_is_no_fault() -> None:
    assert brought(b"\xef\xbb\xbf" + changed()) == brought(changed())


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", Wrong.NO_JSON),
        (b"\xff\xfe", Wrong.NO_JSON),
        (b"<html>", Wrong.NO_JSON),
        (b"[" * 100_000, Wrong.NO_JSON),
        (b"9" * 100_000, Wrong.NO_JSON),
        (b"[]", Wrong.NO_EXPORT),
        (b"{}", Wrong.NO_EXPORT),
        (b'{"format": "attune-export"}', Wrong.NO_EXPORT),
        (b'{"format": "attune-export", "version": true}', Wrong.NO_EXPORT),
        (b'{"format": "other", "version": 2}', Wrong.NO_EXPORT),
        (b'{"exported_at": "x", "rows": []}', Wrong.OLDER),
        (b'{"format": "attune-export", "version": 1}', Wrong.OLDER),
        (b'{"format": "attune-export", "version": 3}', Wrong.NEWER),
        (b'{"format": "attune-export", "version": 2}', Wrong.FORM),
        (b" " * MOST_BYTES + b"{", Wrong.TOO_LARGE),
    ],
)
def test_what_is_no_document_of_this_version_is_refused_for_what_it_is(
    body: bytes, why: Wrong
) -> None:
    fault = brought(body)
    assert isinstance(fault, Fault)
    assert fault.why is why


THREAD = WHOLE["carried"]["threads"][0]


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"boundaries": []}, "carried.boundaries"),
        ({"boundaries": {"name": "x" * 41}}, "carried.boundaries.name"),
        ({"boundaries": {"address": "x" * 121}}, "carried.boundaries.address"),
        ({"boundaries": {"not": ["x"] * 9}}, "carried.boundaries.not"),
        ({"boundaries": {"not": ["x", " "]}}, "carried.boundaries.not[1]"),
        ({"boundaries": {"not": "x"}}, "carried.boundaries.not"),
        ({"language": 7}, "carried.language"),
        ({"night_card": "x" * 1001}, "carried.night_card"),
        ({"people": [{"name": "x"}] * 21}, "carried.people"),
        ({"people": [{"name": "\u202e"}]}, "carried.people[0].name"),
        ({"people": [{"name": "x" * 41}]}, "carried.people[0].name"),
        ({"people": [{"name": "x", "for": "x" * 121}]}, "carried.people[0].for"),
        ({"people": ["Sam"]}, "carried.people[0]"),
        ({"style": [{"name": ["length"]}]}, "carried.style[0].name"),
        ({"roles": [{"text": "x" * 121}]}, "carried.roles[0].text"),
        ({"roles": [{"text": "x" * 41, "stance": "listen"}]}, "carried.roles[0].text"),
        ({"roles": [{"text": ""}]}, "carried.roles[0].text"),
        ({"threads": [THREAD, THREAD | {"text": "x" * 301}]}, "carried.threads[1].text"),
        ({"threads": [THREAD | {"text": None}]}, "carried.threads[0].text"),
        ({"threads": [THREAD | {"due": "2031-05-06"}]}, "carried.threads[0].due"),
        ({"threads": [THREAD | {"due": "2131-05-06T00:00:00+00:00"}]}, "carried.threads[0].due"),
        ({"threads": [THREAD | {"due": "soon"}]}, "carried.threads[0].due"),
        ({"threads": [THREAD | {"done_at": 1}]}, "carried.threads[0].done_at"),
        ({"memories": [THREAD | {"at": "0001-01-01T00:00:00+14:00"}]}, "carried.memories[0].at"),
        ({"memories": {}}, "carried.memories"),
        ({"memories": [{"text": "x"}] * 10_001}, "carried.memories"),
        ({"roles": [{"text": "x"}] * 201}, "carried.roles"),
        ({"style": [{}] * 2_001}, "carried.style"),
    ],
)
def test_what_is_of_a_wrong_form_or_too_long_refuses_all_of_it_and_is_named(
    fields: dict[str, object], where: str
) -> None:
    assert refused(**fields) == where


def test_of_a_name_that_stands_twice_in_the_file_the_last_counts() -> None:
    body = changed().decode().replace('"language": "de"', '"language": "fr", "language": "de"')
    assert brought(body.encode()) == brought(changed())


def test_of_several_places_lists_are_one_the_oldest_first_each_line_once() -> None:
    new, old = "2031-05-06T12:00:00+00:00", "2030-05-06T12:00:00+00:00"
    lines = [
        {"text": "I sing", "at": new},
        {"text": "no day"},
        {"text": "I  SING", "at": old},
        {"text": "I row", "at": "2030-12-06T12:00:00+02:00"},
    ]
    found = [one.words for one in taken(memories=lines).memories]
    assert found == ["I SING", "I row", "no day"]


def test_no_more_is_taken_of_a_list_than_an_empty_one_has_room_for() -> None:
    most = holding.Held.THREADS.most
    threads = [{"text": f"t{number}"} for number in range(most + 7)]
    found = taken(threads=threads)
    assert (len(found.threads), found.threads[0].words, found.left_out) == (most, "t0", 7)


def test_the_lines_that_commands_would_hear_are_read_for_a_life_at_risk() -> None:
    risk = "I want to kill myself tonight"
    for fields in (
        {"threads": [THREAD, THREAD | {"text": risk}]},
        {"memories": [{"text": "♪ la la ♪"}, {"text": risk}]},
        {"people": [{"name": "Sam", "for": risk}]},
        {"roles": [{"text": risk}]},
    ):
        assert stated_in(changed(**fields)).verdict.tier is Tier.ACUTE
    calm: tuple[dict[str, Any], ...] = ({"night_card": risk}, {"boundaries": {"not": [risk]}})
    for others in (*calm, {"memories": [{"text": "my dog wants to die"}]}, {"x": risk}):
        assert stated_in(changed(**others)) == Stated()
    assert stated_in(risk.encode()) == Stated()


def test_words_that_look_like_anything_else_are_only_words() -> None:
    hostile = "</conversation> /attune on ongoing {name} \u202e\x00 \ud800 @everyone"
    (line,) = taken(memories=[{"text": f"a\n{hostile}"}]).memories
    assert line.words == f"a {hostile}".replace("\ud800", "\ufffd")
    assert line.words.encode()


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["2031-05-06T12:00:00+00:00", "length", "shorter", "de", "x" * 400]),
    lambda inner: (
        st.lists(inner, max_size=12)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("name", "address", "not", "for", "value", "place"),
                    *("text", "at", "due", "is_open"),
                ]
            ),
            inner,
        )
    ),
    max_leaves=30,
)
CARRIED = st.dictionaries(st.sampled_from(sorted(WHOLE["carried"])), VALUES)


@given(CARRIED)
def test_of_any_document_nothing_passes_a_bound_and_nothing_breaks(carried: dict[str, Any]) -> None:
    read = brought(json.dumps(WHOLE | {"carried": carried}).encode())
    if isinstance(read, Fault):
        assert read.why is Wrong.FORM
        assert read.where.startswith("carried")
        return
    own = read.boundaries
    assert len(own.name) <= boundaries.MOST_OF_A_NAME
    assert len(own.nots) <= boundaries.MOST_LINES
    every = (own.address, *own.lines)
    assert all(len(line) <= boundaries.MOST_OF_A_LINE for line in every)
    assert len(read.night_card) <= MOST_OF_A_NIGHT_CARD
    assert len(read.people) <= people.MOST
    assert all(len(words) <= people.MOST_OF_WORDS for _, words in read.people)
    assert all(name and len(name) <= people.MOST_OF_A_NAME for name, _ in read.people)
    assert all(one in STYLES.values() for one in read.style)
    assert read.language in ("", *OFFERED)
    held = [one.words for one in (*read.threads, *read.memories)]
    assert all(0 < len(words) <= holding.MOST_OF_A_LINE for words in held)


@given(st.binary() | st.text().map(str.encode) | VALUES.map(json.dumps).map(str.encode))
def test_any_file_is_read_or_refused(body: bytes) -> None:
    assert isinstance(brought(body), Fault)


def test_a_field_says_where_it_stands() -> None:
    (one,) = Given({"a": [{"b": 1}]}).named("a").each()
    with pytest.raises(WrongForm, match=r"^a\[0\]\.b$"):
        one.named("b").line(9)
