"""The page and the document of an export: readable, self-contained, and proof against any text."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from bot.boundaries import Boundaries, dump
from bot.capabilities import EVERYWHERE, Capabilities
from bot.export import FORMAT, VERSION, Everything, KeptIn, files
from bot.export.called import begun, place_of
from bot.export.moments import moment
from bot.export.shown import DEEPEST
from bot.export.style import STYLE
from bot.export.tags import policy_of, tag, words
from bot.ids import PersonId, Scope, SpaceId
from bot.layout.dates import Occasion
from bot.levels import Stance
from bot.norms import Norm, Norms
from bot.norms import dump as dump_norms
from bot.people import dump as listed
from bot.people import with_one
from bot.records import (
    BoundariesRow,
    LanguageRow,
    LedgerRow,
    MemoryRow,
    NightCardRow,
    NormsRow,
    OutboxRow,
    Owner,
    PeopleRow,
    RepairRow,
    Row,
    ScopeRow,
    StyleRow,
    ThreadRow,
)
from bot.strings import ENGLISH, OFFERED
from tests.scene import ADA, AT

NOBODY, HOUSE = Owner("o"), Scope(SpaceId("house"), ADA)
HOSTILE = (
    '<script>alert(1)</script><img src=x onerror="y">',
    "</dd></dl></main><h1>Erased</h1>",
    "\"><a href='javascript:1'>here</a>",
    "&lt;b&gt; &amp; ]]> <!-- --!> <?x?> <!doctype x>",
    "\u202etxt.exe \u2066 \u0000\u0008\u001b[2J\x9b\ufffe",
    "{place} {person} %s {0}",
    "```\n</style><style>*{display:none}</style>",
    "\ud800 half",
)
VOID = ("meta",)


class Read(HTMLParser):
    """Reads a page: its elements with their attributes, and fails where they do not nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    def every(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def whole(*rows: Row, person: PersonId = ADA, place: Scope | None = HOUSE) -> Everything:
    entry = LedgerRow("s", "given", 1, "answering", "v1", AT, AT + timedelta(days=30))
    beside = KeptIn(None, rows=(LanguageRow(NOBODY, code="de"),))
    return Everything(
        person, AT, (beside, KeptIn(place, AT, rows, ((7, entry),))), True, "Ada", "x"
    )


def document(of: Everything) -> dict[str, object]:
    read: dict[str, object] = json.loads(files(of, ENGLISH)[0].text)
    return read


def page(of: Everything, code: str = "en") -> str:
    return files(of, ENGLISH.to(code))[1].text


# -- the page ----------------------------------------------------------------------------------


def test_each_language_has_a_page_of_its_own_with_landmarks_and_headings_in_order() -> None:
    titles = set()
    for code in OFFERED:
        read = Read(page(whole(StyleRow(NOBODY, "tone", value="warmer")), code))
        (root,) = read.every("html")
        assert root == {"lang": code, "dir": "ltr"}
        assert [len(read.every(one)) for one in ("header", "nav", "main", "footer", "h1")] == [
            1
        ] * 5
        heads = [int(name[1]) for name, _ in read.elements if re.fullmatch("h[1-6]", name)]
        assert all(later - one <= 1 for one, later in pairwise(heads))
        titles.add(ENGLISH.to(code).export.title)
    assert len(titles) == len(OFFERED)


@pytest.mark.parametrize("code", OFFERED)
@pytest.mark.parametrize("can", [EVERYWHERE, replace(EVERYWHERE, has_servers=True)])
def test_a_page_calls_a_place_as_cards_do_and_by_its_id_only_where_no_name_is_known(
    code: str, can: Capabilities
) -> None:
    strings = ENGLISH.to(code)
    name = "*Garden* <b>"
    of = whole(StyleRow(NOBODY, "tone", value="warmer"))
    beside, part = of.parts
    for known in (replace(part, called=name), replace(part, is_direct=True, is_here=True)):
        said = place_of(known, strings, Occasion(AT, can), str)
        text = page(replace(of, parts=(beside, known), can=can), code)
        assert begun(said) in Read(text).words
        assert HOUSE.space not in text
    said = place_of(part, strings, Occasion(AT, can))
    read = Read(page(replace(of, can=can), code))
    assert f"{begun(said)} ({HOUSE.space})" in read.words


def test_a_page_runs_nothing_and_asks_for_nothing() -> None:
    read = Read(page(whole(StyleRow(NOBODY, "tone", value="warmer"))))
    names = {name for name, _ in read.elements}
    assert not names & {"script", "img", "link", "iframe", "form", "object", "base", "svg"}
    loads = [one for _, one in read.elements if one.keys() & {"src", "style", "action", "onload"}]
    assert loads == []
    assert all(str(one["href"]).startswith("#") for one in read.every("a"))
    targets = {one["id"] for _, one in read.elements if "id" in one}
    assert {str(one["href"])[1:] for one in read.every("a")} <= targets


def test_its_policy_forbids_all_but_its_own_style() -> None:
    text = page(whole())
    (policy,) = (
        one["content"]
        for one in Read(text).every("meta")
        if one.get("http-equiv") == "Content-Security-Policy"
    )
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert style == STYLE
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == policy_of(STYLE)
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{allowed}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    for query in ("prefers-color-scheme: dark", "@media print", "max-width"):
        assert query in style


def everywhere(text: str) -> Everything:
    """Gives an export in which a text stands wherever a person or a platform has words."""
    rows = (
        StyleRow(NOBODY, text, value=text),
        NightCardRow(NOBODY, body=text),
        OutboxRow(NOBODY, text, at=AT, body=json.dumps({text: [text, {"a": text}]})),
        ScopeRow(NOBODY, state=text, policy=text),
    )
    of = whole(*rows, person=PersonId(text), place=Scope(SpaceId(text), ADA))
    beside, part = of.parts
    parts = (beside, part, replace(part, called=text))
    return replace(of, parts=parts, run_by=text, contact=text)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_words_of_a_person_or_a_platform_mean_anything_in_a_page(text: str) -> None:
    assert Read(page(everywhere(text))).elements == Read(page(everywhere("words"))).elements
    assert all(one.bytes for one in files(everywhere(text), ENGLISH))
    rows = json.loads(files(everywhere(text), ENGLISH)[0].bytes)["rows"]
    assert {one["body"] for one in rows if one["kept"] == "nightcard"} == {text}


def test_an_element_escapes_its_attributes_and_no_words_but_once() -> None:
    assert tag("a", words("<&"), href='"<', aria_label="'") == (
        '<a href="&quot;&lt;" aria-label="&#x27;">&lt;&amp;</a>'
    )


def test_a_text_that_is_deep_is_shown_and_ends() -> None:
    deep = "[" * 100_000 + "]" * 100_000
    assert deep in page(whole(NightCardRow(NOBODY, body=deep)))
    within: object = "deepest"
    for _ in range(2 * DEEPEST):
        within = [within]
    nested = json.dumps({"a": within})
    assert "deepest" in page(whole(OutboxRow(NOBODY, "k", body=nested)))


@pytest.mark.parametrize("typed", ['{"a": 1.50}', '{"a":1}', '{"a": 1, "a": 2}', "[1,  2]", "007"])
def test_what_a_person_wrote_stands_as_they_wrote_it_though_a_program_could_read_it(
    typed: str,
) -> None:
    assert typed in "".join(Read(page(whole(NightCardRow(NOBODY, body=typed)))).words)


def test_what_the_program_noted_is_said_in_words_and_moments_as_days() -> None:
    rows = (
        ScopeRow(NOBODY, state="given", level=1, given_at=AT),
        RepairRow(NOBODY, "r:01", at=AT, kind="too agreeable", seconds=3.5, again=True),
        StyleRow(NOBODY, "length", value="shorter"),
    )
    read = Read(page(whole(*rows), "de"))
    german, said = ENGLISH.to("de"), "|".join(read.words)
    for one in (german.export.values["given"], german.cards.names["warm"], "4. Mai"):
        assert one in said
    for one in ("too agreeable", "given", "True", "shorter"):
        assert f"|{one}|" not in said
    assert {one["datetime"] for one in read.every("time")} >= {"2031-05-04T12:00:00+00:00"}


def test_an_export_of_nothing_says_so() -> None:
    assert ENGLISH.export.nothing in page(Everything(ADA, AT))


# -- the document ------------------------------------------------------------------------------


def test_the_document_says_its_form_and_what_it_covers() -> None:
    read = document(whole())
    assert (read["format"], read["version"], read["covers"]) == (FORMAT, VERSION, "everything")
    assert document(replace(whole(), is_all=False))["covers"] == "place"
    assert read["places"] == [{"place": "house", "last_at": "2031-05-04T12:00:00+00:00"}]


RED = Norm(3, "red", Stance.LISTEN)


def test_what_a_person_set_can_be_carried_without_knowing_any_record() -> None:
    own = Boundaries("Nel", "they", ((1, "no pet names"), (3, "not my job")))
    rows = (
        BoundariesRow(NOBODY, body=dump(own), stop_word="a hash"),
        StyleRow(NOBODY, "length", value="shorter"),
        NightCardRow(NOBODY, body="Call Sam."),
        PeopleRow(NOBODY, body=listed(with_one((), "Sam", "to walk with"))),
        ThreadRow(NOBODY, "t", at=AT, due=AT, told_at=AT, body="the driving test", open_in="a"),
        NormsRow(NOBODY, body=dump_norms(Norms((Norm(2, "my navigator"), RED)))),
        MemoryRow(NOBODY, "m", at=AT, body="my sister is Nel"),
    )
    said = moment(AT)
    assert document(whole(*rows))["carried"] == {
        "boundaries": {"name": "Nel", "address": "they", "not": ["no pet names", "not my job"]},
        "language": "de",
        "night_card": "Call Sam.",
        "people": [{"name": "Sam", "for": "to walk with"}],
        "style": [{"place": "house", "name": "length", "value": "shorter"}],
        "roles": [
            {"place": "house", "text": "my navigator", "stance": None},
            {"place": "house", "text": "red", "stance": "listen"},
        ],
        "threads": [
            {"place": "house", "text": "the driving test", "at": said}
            | {"is_open": True, "due": said, "done_at": None}
        ],
        "memories": [{"place": "house", "text": "my sister is Nel", "at": said, "is_open": False}],
    }


def test_of_who_set_nothing_there_is_nothing_to_carry() -> None:
    assert document(Everything(ADA, AT))["carried"] == {
        "boundaries": None,
        "language": None,
        "night_card": None,
        "people": [],
        "style": [],
        "roles": [],
        "threads": [],
        "memories": [],
    }


def test_a_row_says_which_place_it_is_of_and_never_by_a_hash() -> None:
    rows = document(whole(StyleRow(Owner("hash-of-a-place"), "tone", value="warmer")))["rows"]
    assert "hash-of-a-place" not in json.dumps(rows)
    assert isinstance(rows, list)
    assert {(row["kept"], row["place"]) for row in rows} == {
        ("language", None),
        ("ledger", "house"),
        ("style", "house"),
    }
