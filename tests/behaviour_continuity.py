"""What people hear before a reply because something changed, on every platform."""

from dataclasses import replace

from bot.strings import ENGLISH
from tests.behaviour import REPLY, agreed, bare, level, typed, words
from tests.driver import MADE, Driver, Seen
from tests.exports import document

_SAID, _LABELS = ENGLISH.continuity, ENGLISH.choices
_OTHER = replace(MADE, models=("large",))
_CHANGED = _SAID.models.format(now="large", before="small")


async def remade(d: Driver) -> None:
    d.making = _OTHER
    await d.restart()


def of_change(seen: list[Seen]) -> list[Seen]:
    return [one for one in seen if _CHANGED in one.text]


async def test_what_writes_the_replies_is_said_once_before_the_first_reply_of_another(
    d: Driver,
) -> None:
    await d.say("hello")
    await remade(d)
    seen = await d.say("and now?")
    assert [_CHANGED in one.text for one in seen] == [True, False]
    assert bare(seen[-1].text) == REPLY
    assert seen[0].choices == (_LABELS.fine, _LABELS.export)
    assert not of_change(await d.say("and then?"))
    now = await d.choose(_LABELS.fine, seen[0].id)
    assert [typed(one) for one in now if one.id == seen[0].id] == [_SAID.noted]


async def test_who_never_had_an_answer_hears_of_no_change(d: Driver) -> None:
    await d.say("hello")
    await remade(d)
    assert not of_change(await d.say("hello", by="eve"))


async def test_who_wants_it_plain_after_a_change_has_it_plain_until_they_say_otherwise(
    d: Driver,
) -> None:
    await d.say("hello")
    await agreed(d)
    assert await level(d) == "warm"
    await remade(d)
    (card,) = of_change(await d.say("and now?"))
    assert card.choices == (_LABELS.fine, _LABELS.stay_plain, _LABELS.export)
    file = document(await d.choose(_LABELS.export, card.id))
    assert any(row["kept"] == "scope" for row in file["rows"])
    await d.choose(_LABELS.stay_plain, card.id)
    await d.pass_by(hours=1000)
    assert ENGLISH.cards.until_resumed in words(await d.command("status"))
    await d.command("resume")
    assert await level(d) == "warm"


async def test_in_a_shared_room_it_is_one_small_line_that_names_nothing_of_a_person(
    d: Driver,
) -> None:
    await d.say("hello", room="lobby")
    await remade(d)
    seen = await d.say("and now?", room="lobby")
    (line,) = of_change(seen)
    assert line.choices == ()
    assert seen.index(line) == 0
    assert not of_change(await d.say("and then?", room="lobby"))
    assert not of_change(await d.say("and here?"))
