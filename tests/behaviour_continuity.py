"""What people hear before a reply because something changed, on every platform."""

from dataclasses import replace

from bot.strings import ENGLISH
from tests.behaviour import REPLY, agreed, bare, level, words
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
    (now,) = [one for one in await d.choose(_LABELS.fine, seen[0].id) if one.id == seen[0].id]
    assert (_CHANGED in now.text, now.choices) == (True, ())


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


async def test_why_ends_with_who_wrote_a_reply_and_of_cards_that_no_model_did(d: Driver) -> None:
    await d.say("hello")
    assert ENGLISH.why.unnamed in words(await d.command("why"))
    assert ENGLISH.why.by_program in words(await d.command("why", by="eve"))


async def test_a_closing_day_is_said_before_a_reply_while_it_serves_and_again_in_its_last_week(
    d: Driver,
) -> None:
    await d.say("hello")
    await d.retire(7.5, "The money is gone")
    seen = await d.say("and now?")
    assert "The money is gone" in seen[0].text
    assert seen[0].choices == (_LABELS.fine, _LABELS.export)
    assert bare(seen[-1].text) == REPLY
    assert "The money is gone" not in words(await d.say("and then?"))
    await d.pass_by(hours=13)
    assert "The money is gone" in words(await d.say("still there?"))
    assert "The money is gone" not in words(await d.say("and then?"))
    await d.retire(None)
    assert _SAID.stays_open in words(await d.say("and now?"))
    assert _SAID.stays_open not in words(await d.say("and then?"))


async def test_once_it_has_closed_it_answers_nothing_and_every_right_still_works(
    d: Driver,
) -> None:
    await d.say("hello")
    await agreed(d)
    await d.retire(0.5)
    await d.pass_by(hours=13)
    asked, closed = len(d.model.prompts), _SAID.closed.partition("{day}")[0]
    (seen,) = await d.say("are you there?")
    assert seen.text.startswith(closed)
    assert closed in words(await d.say("and here?", by="eve", room="lobby"))
    assert closed in words(await d.command("style shorter"))
    assert closed in words(await d.command("status"))
    kept = document(await d.command("data export"))
    assert any(row["kept"] == "scope" for row in kept["rows"])
    assert ENGLISH.consent.off in words(await d.say("off"))
    assert closed not in words(await d.command("about"))
    card = (await d.command("data erase"))[-1]
    gone = ENGLISH.data.erased.partition("{receipt}")[0]
    assert gone in words(await d.choose(ENGLISH.choices.erase, card.id))
    assert len(d.model.prompts) == asked


async def test_once_it_has_closed_the_words_for_a_life_at_risk_are_said_all_the_same(
    d: Driver,
) -> None:
    await d.say("hello")
    await d.retire(0.5)
    await d.pass_by(hours=13)
    asked = len(d.model.prompts)
    seen = words(await d.say("I want to kill myself tonight, I have the pills here"))
    assert ENGLISH.crisis.first in seen
    after = words(await d.say("I do not know what to do"))
    assert ENGLISH.crisis.directory in after
    assert len(d.model.prompts) == asked
