"""The lexicon: every entry says where it comes from, what it finds and what it leaves alone."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import bot.lexicon
from bot.lexicon import lexicon
from bot.lexicon.entries import Entry, Lexicon
from bot.lexicon.lazy import LazyPattern
from bot.lexicon.load import _files, parts_of, raw, spelled
from bot.people import asked_after
from bot.strings.load import level_names
from bot.text.bare import bare
from bot.text.normalize import normalized
from bot.text.normalize.informal import clauses
from bot.text.pieces import windows
from bot.text.plain import plain
from bot.text.unmasked import unmasked
from bot.whole_messages import said_age, said_first, said_whole
from bot.withdrawal.words import folded, spelled_out

FOLDER = Path(bot.lexicon.__file__).parent
ROOT = FOLDER.parent.parent
NAMES = sorted(str(path.relative_to(FOLDER).with_suffix("")) for path in FOLDER.glob("*/**/*.toml"))
# How the text was prepared that patterns read: `reads` of a file, or of one of its entries.
READS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "exact": lambda text: (text,),
    "lower": lambda text: (text.lower(),),
    "normalized": lambda text: (normalized(text),),
    "clauses": lambda text: clauses(normalized(text)),
    "message": lambda text: windows(" , ".join(clauses(normalized(text)))),
    "plain": lambda text: (plain(text),),
    "urging": lambda text: (bare(unmasked(plain(text))),),
    "bare": lambda text: (bare(normalized(text)),),
    "folded": lambda text: (asked_after.folded(text),),
}
FAULTY = {
    "what is colour?": {"colour": 1, "entry": []},
    "stand twice: a": {"entry": [{"id": "a", "pattern": "x"}, {"id": "a", "pattern": "y"}]},
    "needs an id and a pattern": {"entry": [{"id": "a"}]},
    "'GONE'": {"entry": [{"id": "a", "pattern": "(?&GONE)"}]},
    "cannot be read": {"entry": [{"id": "a", "pattern": "("}]},
    "short: these spellings stand twice: u": {"spellings": {"short": {"you": ["u"], "us": ["u"]}}},
    "deep": {"parts": {"A": "(?&A)"}, "entry": [{"id": "a", "pattern": "(?&A)"}]},
}


def faults_of(entry: Entry, data: dict[str, Any], file: Mapping[str, Any]) -> list[str]:
    """Says what an entry lacks, and which of its examples and twins it gets wrong."""
    lacks = [key for key in ("examples", "twins") if not data.get(key)]
    if not (data.get("source") or file.get("source")):
        lacks.append("source")
    pieces = READS[data.get("reads", file.get("reads", "normalized"))]
    finds = getattr(entry.pattern, data.get("way", file.get("way", "search")))
    found = [(text, any(map(finds, pieces(text)))) for text in data.get("examples", ())]
    near = [(text, any(map(finds, pieces(text)))) for text in data.get("twins", ())]
    missed = [f"misses {text!r}" for text, is_found in found if not is_found]
    wrong = [f"finds {text!r}" for text, is_found in near if is_found]
    return [*(f"has no {key}" for key in lacks), *missed, *wrong]


@pytest.mark.parametrize("name", NAMES)
def test_each_entry_names_its_source_finds_its_examples_and_leaves_its_twins(name: str) -> None:
    file = raw(name)
    pairs = zip(lexicon(name).entries, file.get("entry", ()), strict=True)
    faults = {entry.id: faults_of(entry, data, file) for entry, data in pairs}
    assert {key: each for key, each in faults.items() if each} == {}


@cache
def written(name: str) -> str:
    """Gives all that stands in a file."""
    return repr(raw(name))


@cache
def uses(name: str) -> tuple[str, ...]:
    """Gives the files whose parts a file may name."""
    return tuple(raw(name).get("uses", ()))


@pytest.mark.parametrize("name", NAMES)
def test_each_part_of_a_file_stands_in_a_pattern(name: str) -> None:
    text = "".join(written(other) for other in NAMES if other == name or name in uses(other))
    unused = [part for part in raw(name).get("parts", {}) if f"(?&{part})" not in text]
    assert unused == []


def test_each_file_is_read_by_the_program_or_used_by_one_that_is() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "bot").rglob("*.py"))
    used = {other for name in NAMES for other in raw(name).get("uses", ())}
    unread = [
        name
        for name in NAMES
        if name not in used and f'"{name}"' not in code and name.partition("/")[2] not in code
    ]
    assert unread == []


@pytest.mark.parametrize("name", NAMES)
def test_phrases_stand_for_their_examples_and_not_for_their_twins(name: str) -> None:
    file = raw(name)
    for data in file.get("phrases", ()):
        assert data["examples"]
        assert data["twins"]
        assert file["source"]
        stands = stands_in(name, data["id"])
        assert [each for each in data["examples"] if not stands(each)] == []
        assert [each for each in data["twins"] if stands(each)] == []


def stands_in(name: str, what: str) -> Callable[[str], bool]:
    """Gives whether a text is among the phrases of that id, as the program compares them."""
    code, _, subject = name.partition("/")
    if subject == "plain_words":
        return lambda text: what in said(filled(text, code))
    every = spelled_out(lexicon(name).phrases[what])
    return lambda text: folded(text) in every


def filled(text: str, code: str) -> str:
    """Gives an example with an age and a level where it names neither."""
    return text.replace("{age}", "15").replace("{level}", level_names(code).get("warm", "warm"))


def said(text: str) -> set[str]:
    """Gives everything that a message says by the tables of whole messages."""
    first, more = said_first(text) or (None, False)
    every = (said_whole(text), None if more else first)
    return {one.what for one in every if one is not None} | (
        {"under_18"} if said_age(text) else set()
    )


def test_an_example_that_is_missed_and_a_twin_that_is_found_are_said() -> None:
    entry = Entry("a", re.compile("cat"))
    data = {"examples": ["A dog.", "A Cat."], "twins": ["Concatenate."]}
    said = faults_of(entry, data, {"source": "here"})
    assert said == ["misses 'A dog.'", "finds 'Concatenate.'"]


def test_an_entry_without_source_example_or_twin_is_said() -> None:
    said = faults_of(Entry("a", re.compile("cat")), {}, {})
    assert said == ["has no examples", "has no twins", "has no source"]


@pytest.mark.parametrize("why", FAULTY)
def test_a_file_that_is_not_of_the_form_is_said_with_its_name(
    why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.lexicon.load.raw", lambda name: FAULTY[why])
    with pytest.raises(ValueError, match=f"en/planted.*{re.escape(why)}"):
        _ = [one.search("") for one in lexicon("en/planted").patterns]


def test_a_pattern_is_compiled_when_it_is_used_and_then_asked_directly() -> None:
    one = LazyPattern("en/planted: a", r"a(b+)")
    assert "search" not in vars(one)
    found = one.search("xabb")  # type: ignore[operator]
    assert found[1] == "bb"
    assert vars(one)["search"] == one.compiled.search
    assert (one.groups, one.pattern, one.compiled) == (1, "a(b+)", re.compile("a(b+)"))
    with pytest.raises(AttributeError):
        _ = one.__reduced__


def test_all_that_wait_are_compiled_at_once_and_no_first_message_waits_for_them() -> None:
    asked = (
        "from bot.crisis.signs import FAMILIES\n"
        "from bot.lexicon import compile_all\n"
        "compile_all()\n"
        "signs = [one for family in FAMILIES for one in family.signs]\n"
        "print(len(signs), sum('search' in vars(one.pattern) for one in signs))"
    )
    signs, compiled = map(int, in_a_process(asked).split())
    assert signs == compiled > 100


def test_no_first_message_waits_for_the_tables_of_words_either() -> None:
    asked = (
        "from bot.reading import prepare\n"
        "from bot.whole_messages.tables import tables\n"
        "from bot.withdrawal.reading import _table\n"
        "prepare()\n"
        "print(tables.cache_info().currsize, _table.cache_info().currsize)"
    )
    assert in_a_process(asked).split() == ["1", "1"]


def in_a_process(asked: str) -> str:
    """Gives what a program prints in a process of its own, where no test has used a pattern."""
    words = [sys.executable, "-c", asked]
    return subprocess.run(words, capture_output=True, check=True, text=True).stdout


def test_importing_the_program_compiles_no_pattern_of_the_lexicon() -> None:
    asked = (
        "import adapters.cli.running, bot.lexicon.lazy as lazy\n"
        "print(len(lazy._waiting()), sum(one._own is not None for one in lazy._waiting()))"
    )
    waiting, compiled = map(int, in_a_process(asked).split())
    assert waiting > 500
    assert compiled == 0


def test_parts_stand_in_patterns_and_in_parts() -> None:
    file = {"parts": {"A": "[ab]", "B": ["(?&A)", "(?&A)"]}}
    assert parts_of("en/planted", file)["B"] == "(?&A)(?&A)"
    flattery = lexicon("en/governor/flattery")
    assert flattery["great_question"].search("what a great question")


def test_a_file_whose_parts_several_use_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    loads = tomllib.loads

    def counting(text: str) -> dict[str, Any]:
        parsed.append(text)
        return loads(text)

    monkeypatch.setattr("tomllib.loads", counting)
    _files.cache_clear()
    for name in NAMES:
        lexicon(name)
    assert len(parsed) == len(NAMES)


def test_what_is_written_is_looked_up_for_what_it_becomes() -> None:
    table = {"going to": ["gonna", "gunna"], "you": ["u"]}
    assert spelled("here", table) == {"gonna": "going to", "gunna": "going to", "u": "you"}


def test_parts_stand_in_lines_of_phrases_too(monkeypatch: pytest.MonkeyPatch) -> None:
    file = {"parts": {"A": "a|b"}, "phrases": [{"id": "both", "lines": ["x (?&A)", ["y", "z"]]}]}
    monkeypatch.setattr("bot.lexicon.load.raw", lambda name: file)
    assert lexicon("en/planted").phrases == {"both": ("x a|b", "yz")}


def test_an_entry_and_a_group_are_asked_for_by_name() -> None:
    entry = Entry("a", re.compile("a"), "letters")
    words = Lexicon("en/planted", (entry,))
    assert words["a"] is entry.pattern
    assert words.group("letters") == words.patterns == (entry.pattern,)
    with pytest.raises(KeyError, match="no entry 'b'"):
        words["b"]
    with pytest.raises(KeyError, match="no group 'numbers'"):
        words.group("numbers")


# -- no pattern of a language outside --------------------------------------------------------------

# Without escapes, names of groups and choices of one letter, three letters running are a word.
_SYNTAX = re.compile(r"\\u[0-9a-f]{4}|\\U[0-9a-f]{8}|\\p\{\w+\}|\\.|\(\?P[<=]\w+[>)]|\[[^\]]*\]")
_WORD = re.compile(r"[^\W\d_]{3}")
_IS_PATTERN = re.compile(r"\(\?[:=!<]|\\[bswdW]")
_COMPILES = {f"re.{way}" for way in ("compile", "search", "match", "fullmatch", "sub", "split")}
# These still hold patterns of words; the list may only shrink.
HOLD_PATTERNS = """
adapters/console/lines.py
adapters/discord/components.py
adapters/discord/links.py
adapters/discord/named_places.py
adapters/matrix/brought.py
adapters/matrix/html.py
bot/commands/readers.py
bot/commands/terms.py
bot/decide/crisis_settings.py
bot/governor/posing.py
bot/governor/turns.py
bot/governor/wrapped.py
bot/made.py
bot/prompt/marks.py
bot/reach/drafts.py
bot/text/quotes.py
"""


def words_in_patterns(source: str) -> list[int]:
    """Gives the lines on which a module holds a pattern with a word of a language in it."""
    tree = ast.parse(source)
    calls = [one for one in ast.walk(tree) if isinstance(one, ast.Call) and one.args]
    compiled = [one.args[0] for one in calls if ast.unparse(one.func) in _COMPILES]
    said = {place: text for one in compiled for place, text in _strings(one)}
    said |= {place: text for place, text in _strings(tree) if _IS_PATTERN.search(text)}
    return sorted({line for (line, _), text in said.items() if _WORD.search(_SYNTAX.sub("", text))})


def _strings(tree: ast.AST) -> Iterator[tuple[tuple[int, int], str]]:
    """Gives the strings that are no docstrings, with where they stand."""
    docs = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in docs:
            yield (one.lineno, one.col_offset), one.value


def holding_patterns() -> list[str]:
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "adapters").rglob("*.py")]
    names = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in files}
    outside = {name: text for name, text in names.items() if not name.startswith("bot/lexicon/")}
    return sorted(name for name, source in outside.items() if words_in_patterns(source))


def test_no_module_holds_a_pattern_of_words_but_those_that_are_named() -> None:
    assert holding_patterns() == HOLD_PATTERNS.split()


@pytest.mark.parametrize(
    "source",
    ['x = re.compile("the end")', r'X = r"\b(?:great|big)"', r'y = re.search(rf"{X} and\b", t)'],
)
def test_a_planted_pattern_of_words_is_found(source: str) -> None:
    assert words_in_patterns(source) == [1]


@pytest.mark.parametrize(
    "source",
    [
        'x = re.compile(r"[\\w.]+(?P<name>\\d)")',
        'x = re.compile("[a-ωdgk]")',
        '"""Reads (?: and then."""',
        'x = "the end"',
    ],
)
def test_syntax_a_docstring_and_plain_words_are_no_pattern_of_words(source: str) -> None:
    assert words_in_patterns(source) == []
