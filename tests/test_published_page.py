"""A document as Markdown and as a page: whole, hostile words inert, nothing asked of anybody."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from adapters.published.blocks import (
    Code,
    Document,
    Items,
    Line,
    Link,
    Paragraph,
    Picture,
    Quote,
    Section,
    Table,
    said,
    words,
)
from adapters.published.markdown import markdown
from adapters.published.page import page
from adapters.published.style import STYLE
from bot.export.tags import Html, policy_of
from bot.export.tags import words as words_of

HOSTILE = "</p><script>alert(1)</script> [x](javascript:y) | `a` **b** <img src=//evil> # & ! ~"
_VOID = ("meta",)


class Read(HTMLParser):
    """What a browser finds in a page: elements that are all closed, and words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def values(self, name: str) -> Iterator[str]:
        """Gives the values of an attribute."""
        yield from (of[name] or "" for _, of in self.elements if name in of)


def of_each(line: Line, text: str = "plain") -> Document:
    """Gives a document with one block of each sort."""
    blocks = (
        Paragraph(line),
        Items((line, words(text))),
        Quote(text, "de"),
        Table(text, ("what", "how"), ((line, words(text)),)),
        Picture(Html("<svg></svg>"), text),
    )
    sections = (Section("first", text, blocks), Section("second", "Two", ()))
    return Document(text, "en", (line,), sections, "Contents", words("Made."))


def test_a_sentence_is_marked_up_by_its_writer_and_by_no_value() -> None:
    assert said("Say `off {name}` to {name}.", name="a`b") == (
        "Say ",
        Code("off a`b"),
        " to a`b.",
    )


def test_a_page_is_whole_and_names_its_language_and_parts() -> None:
    read = Read(page(of_each(("See ", Link("https://x.example", "x"), Code("off")))))
    assert read.open == []
    elements = [tag for tag, _ in read.elements]
    for landmark in ("header", "nav", "main", "footer", "title", "h1"):
        assert elements.count(landmark) == 1
    assert dict(read.elements)["html"] == {"lang": "en"}
    ids = list(read.values("id"))
    assert len(ids) == len(set(ids))
    assert set(read.values("aria-labelledby")) <= set(ids)
    assert {one[1:] for one in read.values("href") if one.startswith("#")} == {"first", "second"}
    scopes = [of["scope"] for tag, of in read.elements if tag == "th"]
    assert scopes == ["col", "col", "row"]


def test_a_page_asks_for_nothing_and_may_run_nothing() -> None:
    text = page(of_each(words("plain")))
    read = Read(text)
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in read.elements}
    assert not list(read.values("src")) + list(read.values("style"))
    assert str(words_of(policy_of(STYLE))) in text
    assert "url(" not in STYLE
    assert "@import" not in STYLE


def test_hostile_words_stay_words_on_a_page() -> None:
    whole = of_each((HOSTILE, Code(HOSTILE)), HOSTILE)
    plain = of_each((words("x")[0], Code("x")), "x")
    tags = [tag for tag, _ in Read(page(whole)).elements]
    assert tags == [tag for tag, _ in Read(page(plain)).elements]
    assert "".join(Read(page(whole)).said).count(HOSTILE) >= 5


def rendered(whole: Document) -> list[str]:
    """Gives the elements that a reader of Markdown makes of a document."""
    text = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown(whole))
    return [tag for tag, _ in Read(text).elements]


BEGINNINGS = ("1. one", "2) b", "- two", "# three", "+ x", "a|b", "<b>", "&lt;", "* x", "==")


@pytest.mark.parametrize("text", [HOSTILE, *BEGINNINGS])
def test_hostile_words_stay_words_in_markdown(text: str) -> None:
    assert rendered(of_each(words(text), text)) == rendered(of_each(words("x"), "x"))


def test_what_is_typed_stands_as_it_is_typed_in_markdown() -> None:
    assert "Say `/attune off_now`." in markdown(of_each(said("Say `/attune off_now`.")))
    assert re.search(r"^\| what \| how \|\n\| --- \| --- \|$", markdown(of_each(words("x"))), re.M)


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30))
def test_no_text_changes_what_a_document_is_made_of(text: str) -> None:
    one = "a" + text
    assert rendered(of_each(words(one), one)) == rendered(of_each(words("ax"), "ax"))
    assert Read(page(of_each(words(one), one))).open == []
