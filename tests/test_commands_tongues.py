"""What languages and levels are called by those who ask for one."""

import pytest

from bot.commands import command_in
from bot.commands.tongues import NAMES, language_named, level_called
from bot.commands.values import Ceiling, Language, On, SetLevel, Unparsable
from bot.levels import Level
from bot.lexicon.load import raw
from bot.strings import ENGLISH, OFFERED
from bot.text.normalize import normalized


@pytest.mark.parametrize("code", OFFERED)
def test_a_language_is_found_by_its_code_and_by_each_of_its_names(code: str) -> None:
    for name in (code, *raw("mul/languages")["words"][code]):
        assert language_named(normalized(name)) == code
    strings = ENGLISH.to(code)
    assert NAMES[code] == strings.language.name
    assert language_named(normalized(strings.identity.language)) == code


def test_a_name_is_of_one_language() -> None:
    every = [
        (normalized(name), code)
        for code, names in raw("mul/languages")["words"].items()
        for name in names
    ]
    assert len({name for name, _ in every}) == len(set(every))


@pytest.mark.parametrize(
    ("line", "means"),
    [
        ("/attune language", Language()),
        ("/attune language auto", Language(is_auto=True)),
        ("/attune language de", Language("de")),
        ("/attune language  DEUTSCH ", Language("de")),
        ("/attune language français", Language("fr")),
        ("/attune language francais", Language("fr")),
        ("/attune language klingon", Unparsable("language")),
    ],
)
def test_the_command_is_read(line: str, means: object) -> None:
    assert command_in(line) == means


@pytest.mark.parametrize("code", OFFERED)
@pytest.mark.parametrize("level", Level)
def test_a_level_is_found_by_what_a_language_calls_it(code: str, level: Level) -> None:
    strings = ENGLISH.to(code)
    assert level_called(strings.level(level)) is level
    assert level_called(strings.titled(level)) is level
    assert level_called(level.word) is level
    assert command_in(f"/attune level {strings.level(level)}") == SetLevel(level)
    assert command_in(f"/attune-admin ceiling {strings.level(level)}") == Ceiling(level)
    assert command_in(f"/attune on {strings.level(level)} for tonight") == command_in(
        f"/attune on {level.word} for tonight"
    )


def test_what_is_no_level_is_none() -> None:
    assert level_called("deeper") is None
    assert command_in("/attune on deeper") == Unparsable("on")
    assert command_in("/attune on tonight") == command_in("/attune on warm for tonight")
    assert isinstance(command_in("/attune on"), On)
