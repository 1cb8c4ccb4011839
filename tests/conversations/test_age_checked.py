"""The operator's age check: asked only for levels of adults, once, and what it says holds."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.duties import AgeAnswer
from bot.ids import PersonId
from bot.records import PersonRow
from bot.strings import ENGLISH
from tests.conversations.stage import plain_reply
from tests.play import Play, ScriptedModel, play
from tests.scene import ADA

REFUSED = ENGLISH.person.under_18_refused


@dataclass
class Asked:
    """Answers as it is told, and notes whom it was asked about."""

    says: AgeAnswer = "unknown"
    about: list[str] = field(default_factory=list)

    async def answer(self, pseudonym: str, person: PersonId) -> AgeAnswer:
        assert str(person) not in pseudonym
        self.about.append(pseudonym)
        return self.says

    async def close(self) -> None:
        """Has nothing open."""


@pytest.fixture
def check() -> Asked:
    return Asked()


@pytest.fixture
def p(tmp_path: Path, check: Asked) -> Play:
    checked = play(tmp_path, ScriptedModel(plain_reply))
    checked.age_check = check
    return checked


async def test_it_is_asked_only_where_somebody_wants_a_level_for_adults(
    p: Play, check: Asked
) -> None:
    async with p.running():
        await p.type("hello", "i'd like more", "/attune on warm", "/choose Yes", "/attune status")
        await p.type("/attune level plain", "/attune off", "/react 🔧")
        assert check.about == []
        await p.type("/attune on attuned")
        assert len(check.about) == 1


async def test_an_adult_is_shown_the_card_and_is_asked_about_no_more(p: Play, check: Asked) -> None:
    check.says = "adult"
    async with p.running():
        await p.type("hello", "/attune on attuned", "/choose Yes")
        p.clock.pass_by(days=29)
        await p.type("/attune on ongoing", "/choose Yes")
    assert len(check.about) == 1
    assert "Ongoing here until" in p.words


async def test_a_minor_gets_no_card_and_counts_as_one_from_then_on(p: Play, check: Asked) -> None:
    check.says = "minor"
    async with p.running():
        await p.type("hello")
        assert REFUSED in "\n".join(await p.type("/attune on attuned"))
        assert REFUSED in "\n".join(await p.type("/attune level ongoing"))
        (row,) = [one for one in await p.store.sweep(PersonRow) if one.under_18]
        assert row.age_answer == "minor"
        await p.type("/attune data erase", "/choose Erase")
        (left,) = [one for one in await p.store.sweep(PersonRow) if one.under_18]
    assert (left.age_answer, left.age_checked_at) == ("minor", None)
    assert len(check.about) == 1


async def test_where_it_does_not_know_what_people_say_themselves_counts(
    p: Play, check: Asked
) -> None:
    async with p.running():
        card = "\n".join(await p.type("hello", "/attune on attuned"))
        assert ENGLISH.cards.adults in card
        await p.type("/choose Yes")
        assert len(check.about) == 1  # a card and its yes are one question
        assert "Attuned here until" in p.words
        p.clock.pass_by(hours=2)
        await p.type("/attune on ongoing")
    assert len(check.about) == 2


async def test_a_yes_to_a_card_of_before_is_checked_too(p: Play, check: Asked) -> None:
    p.age_check = None
    async with p.running():
        await p.type("hello", "/attune on attuned")
    p.age_check, check.says = check, "minor"
    async with p.running():
        assert REFUSED in "\n".join(await p.type("/choose Yes"))
    assert len(check.about) == 1


async def test_who_said_that_they_are_under_18_is_not_asked_about(p: Play, check: Asked) -> None:
    async with p.running():
        await p.type("hello", "/attune under-18", "/attune on attuned")
    assert check.about == []


async def test_without_a_check_nothing_is_kept_of_one(p: Play) -> None:
    p.age_check = None
    async with p.running():
        await p.type("hello", "/attune on attuned", "/choose Yes")
        rows = await p.store.sweep(PersonRow)
    assert {(one.age_answer, one.age_checked_at) for one in rows} == {("", None)}
    assert ADA not in repr(rows)
