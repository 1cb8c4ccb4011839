"""On Matrix, which names nobody's language: the adapter's own words in that of each person."""

import pytest

from adapters.matrix.sentences import said_on_matrix
from bot.strings import ENGLISH
from tests.platforms.conftest import Making
from tests.platforms.synapse import HERE

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
GERMAN = ENGLISH.to("de")
OWN = said_on_matrix(GERMAN)


async def test_the_ways_to_other_choices_are_in_the_language_of_their_message(
    made: Making,
) -> None:
    d = await made()
    await d.say("hello")
    await d.command("language deutsch")
    card = (await d.command("language"))[-1]
    assert GERMAN.language.now in card.text
    assert d._stands(card.id).row.way == OWN.more
    await d.command("language english")  # what stands keeps the language it was said in
    ways = list[str]()
    while OWN.first_choices not in ways and len(ways) < 9:
        await d.turn(card.id)
        ways.append(d._stands(card.id).row.way)
    assert {*ways} == {OWN.more, OWN.first_choices}
    anew = (await d.command("language"))[-1]
    assert d._stands(anew.id).row.way == said_on_matrix(ENGLISH).more


async def test_where_an_answer_stands_alone_is_said_in_its_persons_language(
    made: Making,
) -> None:
    d = await made()
    await d.command("language deutsch", by="eve", room="lobby")
    said = {one.body for one in d.people["ada"].shown.values() if not one.is_gone}
    assert GERMAN.rooms.answered_alone in said
