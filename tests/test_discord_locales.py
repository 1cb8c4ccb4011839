"""Whose language Discord names, and in which its command tree is told."""

import pytest

from adapters.discord.locales import language_of, localised
from bot.strings import ENGLISH, OFFERED, Strings
from tests.platforms.discord_server.schemas import locales


@pytest.mark.parametrize(
    ("locale", "code"),
    [
        ("de", "de"),
        ("en-US", "en"),
        ("en-GB", "en"),
        ("es-ES", "es"),
        ("es-419", "es"),
        ("pt-BR", "pt"),
        ("ja", "ja"),
        ("zh-CN", ""),
        ("sv-SE", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_an_interaction_says_in_which_language_its_person_reads(
    locale: str | None, code: str
) -> None:
    assert language_of({"locale": locale, "guild_locale": "fr"}) == code


def test_where_a_server_is_says_nothing_of_who_acts_there() -> None:
    assert language_of({"guild_locale": "de"}) == ""


def test_each_offered_language_is_told_by_codes_that_discord_knows() -> None:
    called = localised(_code, ENGLISH)
    assert set(called) < locales()
    assert set(called.values()) == {*OFFERED} - {"en"}
    assert {one: language_of({"locale": one}) for one in called} == called
    assert set(localised(_code, ENGLISH.to("de")).values()) == {*OFFERED} - {"de"}


def _code(strings: Strings) -> str:
    return strings.code
