"""The privacy policy forgets nothing: no kind of record, no field, no host, no right."""

import ast
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator

from adapters.published import hosts
from adapters.published.hosts import ASKED, NAMED, OF_SETTINGS, Host, hosts_of
from adapters.published.kinds import LEDGERS, SEEN, kept, unnamed
from adapters.published.markdown import markdown
from adapters.published.privacy import RIGHTS, privacy
from adapters.published.protocol import protocol
from adapters.published.sentences import said_in_documents
from bot.commands import BY_NAME
from bot.duties.minors import KnownBy
from bot.export.leaving_out import OF_BOTH, OF_THE_PAGE
from bot.house_rules import HEARS_ALL, THREADS
from bot.records import KINDS, About, Row, name_of
from bot.records.declare import record
from bot.settings import Settings
from bot.settings.of_publishing import OfPublishing
from bot.store.tables import metadata
from bot.strings import ENGLISH
from tests.published import running, settings
from tests.records_table import PAGE

ROOT = Path(__file__).parent.parent
# How an address is told among the settings: by what checks it, or by its name.
_CHECKS = ("_http_url", "_http_urls", "_socket_url", "_database_url", "_check_url")
_HOST = re.compile(
    r"\b((?:[a-z0-9-]+\.)+(?:com|org|net|gg|io|dev|app|co|ai|to|eu|me|info|cloud))\b", re.IGNORECASE
)


def text(**given: str) -> str:
    """Gives the policy of these settings, without what only marks Markdown."""
    return markdown(privacy(running(network=2, judge="", **given))).replace("\\", "")


# -- records -----------------------------------------------------------------------------------


def test_every_kind_of_record_and_every_field_of_it_is_named() -> None:
    assert unnamed(ENGLISH) == ()
    assert len(kept(ENGLISH)) == len(KINDS) + 3  # the two ledgers, and what was handled
    whole = text()
    for one in kept(ENGLISH):
        for words in (one.called, one.stays, *one.holds):
            assert words in whole


def test_every_table_of_the_database_is_in_the_policy_and_on_the_page_of_records() -> None:
    assert set(metadata.tables) - {"kept"} == {*LEDGERS, SEEN}
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"\n| {name} | " in page for name in (*LEDGERS, SEEN))
    assert {said_in_documents().called["trail"], "a keyed hash of the admin who did it"} <= {
        words for one in kept(ENGLISH) for words in (one.called, *one.holds)
    }


@contextmanager
def declared(kind: type[Row]) -> Iterator[None]:
    """Declares one more kind of record for as long as it lasts."""
    row = record(About("what you weigh", "person", until="the moon is full"))(kind)
    try:
        yield
    finally:
        KINDS.remove(row)


def test_a_record_that_the_policy_does_not_name_is_found() -> None:
    class WeightRow(Row):
        """What somebody weighs."""

        kilograms: float = 0

    with declared(WeightRow):
        assert unnamed(ENGLISH) == ("weight", "weight.until", "weight.kilograms")


def test_what_no_row_names_are_hashes_and_counters_alone() -> None:
    reasons = {*OF_BOTH.values(), *OF_THE_PAGE.values()}
    said = ("hash", "counts steps", "a number of the program's own")
    assert all(any(each in one for each in said) for one in reasons)
    assert "hashes" in said_in_documents().only_numbers


# -- what is read, and who counts as a minor -----------------------------------------------------


def test_every_setting_by_which_more_is_read_is_named_in_both_documents() -> None:
    protocol_too = markdown(protocol(running(network=2, judge=""))).replace("\\", "")
    for each in (text(), protocol_too):
        assert all(f"`{rule.name}`" in each for rule in (THREADS, HEARS_ALL))
        assert "not addressed to it." not in each


def test_every_way_to_be_known_as_under_18_is_named_with_where_it_counts() -> None:
    said = said_in_documents().minors_by
    assert set(said) == set(KnownBy)
    assert all(one in text() for one in said.values())
    assert "there alone" in said[KnownBy.ROLE]
    assert all("everywhere on that platform" in said[one] for one in (KnownBy.SELF, KnownBy.CHECK))
    law = (ROOT / "docs" / "law.md").read_text(encoding="utf-8")
    assert "a role counts in its space alone" in law


# -- hosts -------------------------------------------------------------------------------------


def addresses(of: type[Settings]) -> Iterator[str]:
    """Gives the settings that hold an address."""
    for name, one in of.model_fields.items():
        checks = (getattr(each, "func", None) for each in one.metadata)
        is_checked = any(getattr(check, "__name__", "") in _CHECKS for check in checks)
        if is_checked or name.endswith(("_url", "_homeserver", "_host", "_address")):
            yield name


def test_every_setting_that_holds_an_address_is_listed() -> None:
    assert set(addresses(Settings)) == set(OF_SETTINGS)
    every = {*OF_SETTINGS.values(), *(goes for _, goes in ASKED.values()), "age_check_named"}
    assert every - {""} == set(said_in_documents().goes)


def test_nothing_goes_to_where_the_documents_are_published() -> None:
    at = "https://published.example/it"
    assert hosts_of(settings(protocol_url=at, privacy_url=at)) == ()
    own = set(OfPublishing.__annotations__)
    assert {name for name, goes in OF_SETTINGS.items() if not goes} == own


def test_a_setting_with_an_address_that_is_not_listed_is_found() -> None:
    def _http_url(url: str) -> str:
        return url

    class More(Settings):
        somewhere: Annotated[str, AfterValidator(_http_url)] = ""
        new_url: str = ""

    assert set(addresses(More)) - set(OF_SETTINGS) == {"somewhere", "new_url"}


def hosts_in(folder: Path) -> set[str]:
    """Gives every host that stands in the code, and in the sentences beside it."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        said = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
        for one in ast.walk(tree):
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in said:
                found.update(host.lower() for host in _HOST.findall(one.value))
    for path in folder.rglob("*.toml"):
        if "lexicon" not in path.parts:  # what people write
            found.update(host.lower() for host in _HOST.findall(path.read_text("utf-8")))
    return found


def test_every_host_in_the_code_is_listed_with_what_goes_there_or_why_nothing_does() -> None:
    of = hosts_in(ROOT / "bot") | hosts_in(ROOT / "adapters")
    known = {*ASKED, *NAMED}
    unknown = {one for one in of if not any(one == k or one.endswith(f".{k}") for k in known)}
    assert unknown == set()


def test_a_host_in_the_code_that_is_not_listed_is_found(tmp_path: Path) -> None:
    (tmp_path / "new.py").write_text('"""Of docs.example."""\nASK = "https://stats.evil.io/v1"\n')
    assert hosts_in(tmp_path) == {"stats.evil.io"}


def test_the_hosts_are_those_of_the_settings_that_run() -> None:
    assert hosts_of(settings()) == ()
    assert said_in_documents().hosts_none in text()
    given = {
        "model_url": "https://one.example:8443/v1,http://localhost:1234/v1",
        "model_name": "m",
        "database_url": "postgresql://ada:hunter2@db.example/attune",
        "age_check": "https://age.example/ask",
        "discord_token": "MTA.x.y",
    }
    found = {(one.name, one.goes) for one in hosts_of(settings(**given))}
    assert found == {
        ("one.example:8443", "model_url"),
        ("localhost:1234", "model_url"),
        ("db.example", "database_url"),
        ("age.example", "age_check"),
        *((name, goes) for name, (_, goes) in ASKED.items()),
    }
    whole = text(**given)
    assert "hunter2" not in whole
    assert "`one.example:8443`" in whole
    ids = hosts_of(settings(age_check="https://age.example", age_check_ids="true"))
    assert ids == (Host("age.example", "age_check_named", "age_check"),)
    assert hosts.hosts_of is hosts_of


# -- rights ------------------------------------------------------------------------------------


def test_each_right_has_the_command_that_nothing_refuses() -> None:
    rights = {name for name, entry in BY_NAME.items() if entry.is_right}
    typed = {one.partition(" ")[0] for one in RIGHTS.values()}
    assert typed <= rights
    whole = text()
    for words, command in zip(said_in_documents().rights.values(), RIGHTS.values(), strict=True):
        assert f"| {words} | `/attune {command}` |" in whole
    assert set(said_in_documents().rights) == set(RIGHTS)


def test_what_a_kind_holds_is_said_in_words_and_never_by_a_name_of_the_code() -> None:
    fields_of = {one.name for kind in (*KINDS, *LEDGERS.values()) for one in fields(kind)}
    said = {words for one in kept(ENGLISH) for words in (one.called, *one.holds)}
    named = fields_of - {"when", "language", "number", "under_18"}
    assert not {one for one in named if "_" in one} & {word for one in said for word in one.split()}
    assert not said & {"at", "by", "body", "state", "key", "act", "due", "code"}


def test_every_name_that_is_a_kinds_own_is_of_a_field_it_has() -> None:
    of: dict[str, Any] = {**{name_of(kind): kind for kind in KINDS}, **LEDGERS}
    for one in said_in_documents().fields:
        kind, dash, field = one.partition("-")
        assert not dash or field in {each.name for each in fields(of[kind])}, one
