"""The strings: whole in every language, filled alike, and what the last release said."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from bot.crisis.signs.kinds import What
from bot.levels import Stance
from bot.records import KINDS, LedgerRow, name_of
from bot.rupture import Rupture
from bot.strings import (
    ENGLISH,
    OFFERED,
    Spoken,
    Strings,
    carded,
    fill,
    held,
    offline,
    spoken,
    strings,
)
from bot.strings.load import areas, strings_in, whole_in

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "bot" / "strings"
LANGUAGES = sorted(one.name for one in FOLDER.iterdir() if one.is_dir() and one.name[0] != "_")
BEFORE = json.loads((ROOT / "tests" / "words" / "strings_before.json").read_text("utf-8"))
Break = Callable[[Path], None]


def sentences_of(of: Strings) -> dict[str, str]:
    """Gives every sentence of a language by area and key."""
    return {
        f"{area}.{key}": text for area in areas() for key, text in fill.sentences(getattr(of, area))
    }


def filled_otherwise(of: Strings) -> list[str]:
    """Says which sentences have another {placeholder} than English has."""
    english = sentences_of(ENGLISH)
    return [
        f"{key}: {_listed(text)}, English: {_listed(english[key])}"
        for key, text in sentences_of(of).items()
        if key in english and fill.placeholders(text) != fill.placeholders(english[key])
    ]


def _listed(text: str) -> str:
    return ", ".join(sorted(f"{{{name}}}" for name in fill.placeholders(text)))


NOBODYS = ("space", "count", "instance")  # records that no list of a person's shows


# -- as they were --------------------------------------------------------------------------------


@pytest.mark.parametrize("key", BEFORE["strings"])
def test_a_sentence_is_what_the_last_release_said(key: str) -> None:
    assert sentences_of(ENGLISH)[key] == BEFORE["strings"][key]


def test_what_stands_at_the_foot_of_kept_replies_is_still_known() -> None:
    assert list(ENGLISH.foot_lines) == BEFORE["foot_lines"]


def test_the_leads_of_kept_repairs_are_still_known() -> None:
    leads = {kind.value: list(all_) for kind, all_ in ENGLISH.repair.leads.items()}
    assert leads == BEFORE["leads"]
    assert list(ENGLISH.repair.former_leads) == BEFORE["former_leads"]


@pytest.mark.parametrize("code", BEFORE["crisis"])
def test_the_words_for_a_life_at_risk_are_what_the_last_release_said(code: str) -> None:
    own = ENGLISH.spoken[code].crisis
    assert own is not None
    flat = dict(fill.sentences(own))
    before = {}
    for key, value in BEFORE["crisis"][code].items():
        match value:
            case str():
                before[key] = value
            case list():
                before |= {f"{key}.{place}": one for place, one in enumerate(value)}
            case dict():
                before |= {f"{key}.{name}": one for name, one in value.items()}
    since = {"about.violence", "about.threat"}  # said in English alone by the last release
    assert {key: one for key, one in flat.items() if key in before or key not in since} == before


@pytest.mark.parametrize("code", BEFORE["leaving"])
def test_what_is_said_first_to_who_leaves_is_what_the_last_release_said(code: str) -> None:
    own = ENGLISH.spoken[code].leaving
    assert own is not None
    assert [own.done, own.already, own.asked, own.erases] == BEFORE["leaving"][code]


def test_it_says_what_it_is_in_the_languages_of_the_last_release() -> None:
    assert {code: ENGLISH.is_ai_in(code) for code in ENGLISH.spoken} == BEFORE["is_ai"]
    assert ENGLISH.is_ai_in("tlh") == BEFORE["is_ai"]["en"]


# -- whole ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("area", areas())
def test_an_area_is_typed_and_has_its_file(area: str) -> None:
    kind = areas()[area]
    assert is_dataclass(kind)
    assert "__slots__" in vars(kind)
    assert isinstance(getattr(ENGLISH, area), kind)
    assert (FOLDER / "en" / f"{area}.toml").is_file()


def test_no_file_of_a_language_goes_unread() -> None:
    named = {*areas(), "leaving"}
    files = {one.stem for one in FOLDER.glob("*/*.toml")}
    assert files <= named


@pytest.mark.parametrize("code", OFFERED)
def test_an_offered_language_fills_in_what_english_fills_in(code: str) -> None:
    assert filled_otherwise(ENGLISH.to(code)) == []


@pytest.mark.parametrize("code", ENGLISH.spoken)
def test_the_words_for_a_life_at_risk_fill_in_what_english_fills_in(code: str) -> None:
    own = ENGLISH.spoken[code].crisis
    assert own is None or filled_otherwise(replace(ENGLISH, crisis=own)) == []


@pytest.mark.parametrize("code", OFFERED)
def test_an_offered_language_says_all_that_english_says(code: str) -> None:
    own, english = sentences_of(ENGLISH.to(code)), sentences_of(ENGLISH)
    assert {one for one in english.keys() - own.keys() if not may_lack(one)} == set()
    assert {one for one in own.keys() - english.keys() if not may_lack(one)} == set()


@pytest.mark.parametrize("code", OFFERED)
def test_a_command_is_never_broken_by_the_end_of_a_line(code: str) -> None:
    own = sentences_of(ENGLISH.to(code))
    assert {
        key for key, text in own.items() if re.search(r"/attune-?\w*-\s|/\s+attune", text)
    } == set()


def may_lack(key: str) -> bool:
    """Whether a language may have none of these words, or more of them than English."""
    return key.startswith(("crisis.", "offline.", "repair.leads.", "repair.former_leads."))


def test_every_language_is_whole() -> None:
    assert OFFERED == strings.LANGUAGES


def test_a_language_is_read_once_and_is_the_same_whoever_asks() -> None:
    for code in OFFERED:
        strings = ENGLISH.to(code)
        assert strings.code == code
        assert ENGLISH.to(code) is strings is strings.to(code)
        assert strings.spoken is ENGLISH.spoken
        assert strings.crisis_in(strings.identity.language) is strings.crisis
    assert OFFERED[0] == ENGLISH.code


@pytest.mark.parametrize("code", ["", "en", "uk", "tlh", "..", "de/../en"])
def test_a_language_that_is_not_offered_is_said_in_the_one_asked(code: str) -> None:
    assert ENGLISH.to(code) is ENGLISH


def test_a_language_without_one_of_its_files_is_not_offered(tmp_path: Path) -> None:
    folder = tmp_path / "strings"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.rmtree(folder / "pl")
    shutil.copytree(folder / "en", folder / "pl")
    assert "pl" in whole_in(folder)
    (folder / "pl" / "rooms.toml").unlink()
    assert "pl" not in whole_in(folder)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_each_area_it_begins(code: str) -> None:
    own = ENGLISH.spoken[code]
    files = {one.stem for one in (FOLDER / code).glob("*.toml")}
    assert own.identity.language
    assert (own.crisis is not None) == ("crisis" in files)
    assert (own.leaving is not None) == ("leaving" in files)


def test_every_kind_has_its_sentences() -> None:
    assert set(ENGLISH.repair.leads) == set(Rupture)
    assert set(ENGLISH.replies.stances) == set(Stance)
    assert set(ENGLISH.crisis.begins) <= set(What)


def test_a_language_is_found_by_its_name() -> None:
    german = ENGLISH.spoken_in("German")
    assert isinstance(german, Spoken)
    assert german.crisis is ENGLISH.crisis_in("German")
    assert ENGLISH.leaving_in("German") is german.leaving
    assert ENGLISH.crisis_in("Klingon") is ENGLISH.crisis_in("") is ENGLISH.crisis
    assert ENGLISH.leaving_in("Klingon") is None


# -- what is wrong in a file is named ------------------------------------------------------------


def _written(file: str, old: str, new: str) -> Break:
    def broken(folder: Path) -> None:
        path = folder / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return broken


BROKEN: list[tuple[Break, str]] = [
    (_written("en/rooms.toml", "here = ", "hear = "), "en/rooms.toml: missing here"),
    (_written("en/why.toml", "nothing = ", 'more = "x"\nnothing = '), "en/why.toml: unknown more"),
    (_written("en/replies.toml", '"Take care."', '" "'), "en/replies.toml: goodbye: empty"),
    (_written("en/replies.toml", '"Take care."', "3"), "en/replies.toml: goodbye: a sentence"),
    (_written("en/replies.toml", "Take care.", "Take {care."), "en/replies.toml: goodbye: "),
    (_written("en/replies.toml", "stay = ", "rest = "), "en/replies.toml: stances: missing stay"),
    (_written("en/repair.toml", "bland = [", 'dull = ["x"]\nbland = ['), "leads: unknown dull"),
    (_written("en/repair.toml", "bland = [", "bland = []\nx = ["), "en/repair.toml: leads"),
    (_written("de/crisis.toml", "quiet = ", "loud = "), "de/crisis.toml: missing quiet"),
    (_written("de/crisis.toml", "taken = ", "stolen = "), "de/crisis.toml: about: unknown stolen"),
    (_written("de/leaving.toml", "asked = ", "asks = "), "de/leaving.toml: missing asked"),
    (_written("de/identity.toml", '"German"', "German"), "de/identity.toml: "),
    (lambda folder: (folder / "en" / "why.toml").unlink(), "en: missing why.toml"),
    (lambda folder: (folder / "ja" / "identity.toml").unlink(), "ja: missing identity.toml"),
    (lambda folder: (folder / "ja" / "weather.toml").touch(), "ja: no area is called weather"),
]


@pytest.mark.parametrize(("broken", "named"), BROKEN, ids=range(len(BROKEN)))
def test_what_is_wrong_in_a_file_is_said_with_file_and_key(
    broken: Break, named: str, tmp_path: Path
) -> None:
    folder = tmp_path / "strings"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    broken(folder)
    with pytest.raises(ValueError, match=re.escape(named)):
        strings_in("en", folder)


def test_a_whole_language_fills_in_what_english_fills_in(tmp_path: Path) -> None:
    folder = tmp_path / "strings"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copytree(folder / "en", folder / "eo")
    esperanto = strings_in("eo", folder)
    assert sentences_of(esperanto) == sentences_of(ENGLISH)
    assert filled_otherwise(esperanto) == []
    _written("eo/style.toml", "{value}", "{level}")(folder)
    assert filled_otherwise(strings_in("eo", folder)) == ["style.set: {level}, English: {value}"]
    (folder / "eo" / "rooms.toml").unlink()
    with pytest.raises(ValueError, match=r"eo: missing rooms\.toml"):
        strings_in("eo", folder)


def test_the_files_are_named_for_a_wheel() -> None:
    listed = (ROOT / "pyproject.toml").read_text("utf-8")
    assert '"bot.strings" = ["*/*.toml", "*/demonstration/*.toml"]' in listed
    assert fields(Strings)[0].name == "code"
    assert ENGLISH.code == strings.MODEL
    assert (held.Consent, spoken.Replies) == (areas()["consent"], areas()["replies"])
    assert carded.Cards is areas()["cards"]
    assert offline.Offline is areas()["offline"]
    assert strings.Strings is Strings


def test_what_is_kept_is_called_in_english_as_its_records_declare() -> None:
    kinds = {name_of(kind): kind.about for kind in KINDS} | {"ledger": LedgerRow.about}
    listed = {name: about.called for name, about in kinds.items() if name not in NOBODYS}
    assert dict(ENGLISH.kept.called) == listed
