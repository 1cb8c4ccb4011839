"""The pictures of what is published: each is there, small, and says in words what is in it."""

import json
import re
from pathlib import Path

from gallery import documents
from gallery.shots import CLIENT

PAGE = (documents.OUT.parent / "published.md").read_text(encoding="utf-8")
MOST_BYTES = 600_000


def test_each_picture_stands_on_the_page_with_words_for_who_cannot_see_it() -> None:
    shown = dict(re.findall(r'<img src="published/([^"]+)" alt="([^"]+)"', PAGE))
    taken = {f"{name}-{device}-{theme}.png" for name, device, theme, _ in documents.SHOWN}
    assert set(shown) == taken == {one.name for one in documents.OUT.iterdir()}
    assert all(len(one.split()) > 10 for one in shown.values())


def test_the_pictures_are_small() -> None:
    assert sum(one.stat().st_size for one in documents.OUT.iterdir()) < MOST_BYTES


def test_each_picture_begins_at_a_section_that_its_document_has() -> None:
    whole = documents.documents()
    for name, _, _, section in documents.SHOWN:
        assert section in {"", *(one.name for one in whole[name].sections)}


def test_each_page_is_checked_at_each_size_light_and_dark() -> None:
    asked = documents.checks(Path("/nowhere"))
    where = {(one["name"], one["size"], one["theme"]) for one in asked}
    assert {one["name"] for one in asked} >= {"protocol", "privacy", "report", "month"}
    assert len(where) == len(asked) == len(documents.documents()) * 4


def test_what_checks_them_is_pinned_and_its_lock_names_no_host() -> None:
    package = json.loads((CLIENT / "package.json").read_text())
    lock = (CLIENT / "package-lock.json").read_text()
    assert (
        json.loads(lock)["packages"]["node_modules/axe-core"]["version"]
        == (package["dependencies"]["axe-core"])
    )
    assert '"resolved"' not in lock
    assert f"axe-core {package['dependencies']['axe-core']}" in PAGE
