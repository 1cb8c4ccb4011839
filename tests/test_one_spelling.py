"""Nothing reads words in a spelling of its own, and nothing keeps words as the key of a cache."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_OWN = re.compile(r"\.casefold\(|\.lower\(|unicodedata\.normalize|IGNORECASE|\bre\.I\b")
# What takes nothing is found once, under no key; the program's own sentences are nobody's words.
_CACHES = re.compile(
    r"lru_cache|functools\.cache\b|\bcache\(|"
    r"@cache\b(?!\s+def \w+\((?:strings: Strings|code: str|tables: tuple\[str, ...\])?\) )"
)
# Why a file may: what it gives back is what was written, or what it spells is no one's words.
MAY: dict[str, str] = {
    "bot/text/normalize/__init__.py": "it is the one spelling",
    "bot/levels.py": "names of its own levels",
    "bot/impact/__init__.py": "names of its own answers",
    "bot/strings/strings.py": "sets one of its own sentences within another",
    "bot/commands/readers.py": "gives a note as it was typed",
    "bot/engine/episodes.py": "names of its own tiers",
    "bot/text/abbreviations.py": "a draft's own letters tell an initial from a word",
    "bot/governor/beginnings.py": "asks whether there are letters at all",
    "bot/governor/numbering.py": "reads the number of an item, and no word",
    "bot/governor/turns.py": "finds marks and names in a draft as it was written",
    "bot/governor/wrapped.py": "finds the keys of an object as they were written",
    "bot/text/plain.py": "takes entities out before it spells",
    "bot/governor/posing.py": "gives a draft back as it was written, without what poses",
    "bot/text/quotes.py": "gives a draft back as it was written, without what it shows",
    "bot/text/language.py": "tells a language by the letters and accents it is written in",
    "bot/model/voice.py": "names of its own tiers and sentences",
    "bot/text/wordpiece.py": "spells as the pieces of its network do, after the one spelling",
    "bot/decide/crisis_settings.py": "keeps an address as it was typed",
    "bot/decide/crisis.py": "names of its own tiers",
    "bot/records/declare.py": "names of its own kinds",
    "bot/choices/codec.py": "names of its own values",
    "adapters/cli/mistyped.py": "sets a sentence of its own help within another",
    "adapters/console/lines.py": "gives a line as it was typed, without the name at its head",
    "adapters/discord/attached.py": "endings of files",
    "adapters/discord/components.py": "shows an address as it was written, in letters of any size",
    "adapters/matrix/html.py": "shows an address as it was written, in letters of any size",
    "adapters/evaluation/crisis.py": "names of its own tiers",
}


def sources() -> dict[str, str]:
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "adapters").rglob("*.py")]
    return {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
        for path in files
        if "migrations" not in path.parts
    }


def test_one_normaliser_reads_everybodys_words() -> None:
    own = {name for name, text in sources().items() if _OWN.search(text)}
    assert own - MAY.keys() == set(), "read words with bot.text.normalize.normalized"
    assert MAY.keys() - own == set(), "these need no leave any more"


def test_no_cache_is_keyed_by_words() -> None:
    assert [name for name, text in sources().items() if _CACHES.search(text)] == []


@pytest.mark.parametrize(
    "line",
    [
        "text.casefold()",
        "word.lower()",
        "unicodedata.normalize('NFKC', x)",
        "re.IGNORECASE",
        "re.I",
    ],
)
def test_another_spelling_is_found(line: str) -> None:
    assert _OWN.search(f"found = {line}")


@pytest.mark.parametrize(
    "line",
    [
        "@lru_cache(maxsize=2)",
        "@cache\ndef read(text: str) -> int:",
        "cache(read)",
        "functools.cache",
    ],
)
def test_a_cache_is_found(line: str) -> None:
    assert _CACHES.search(line)
    assert not _CACHES.search("@cached_property")
    assert not _CACHES.search("@cache\ndef _table() -> int:")
