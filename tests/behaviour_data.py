"""What a person sees and takes along of what is kept of them, on every platform."""

from bot.records import Chapter
from bot.strings import ENGLISH
from tests.behaviour import agreed, words
from tests.driver import IN_THE_LOBBY, Driver
from tests.exports import exported, page

GERMAN = ENGLISH.to("de")


async def test_an_export_is_a_document_and_a_page_in_their_language(d: Driver) -> None:
    await d.command("language deutsch")
    await d.command("night-card <b>Call Sam.</b>")
    seen = await d.command("data export")
    assert GERMAN.data.export in words(seen)
    written, shown = exported(seen), page(seen)
    assert (written["covers"], written["carried"]["language"]) == ("everything", "de")
    assert written["carried"]["night_card"] == "<b>Call Sam.</b>"
    assert '<html lang="de"' in shown
    assert "&lt;b&gt;Call Sam." in shown
    assert "<b>" not in shown


async def test_what_is_kept_is_listed_by_chapter_and_each_opens_in_its_place(d: Driver) -> None:
    said, set_ = ENGLISH.data, ENGLISH.data.chapters[Chapter.SET]
    await agreed(d)
    await d.command("style shorter")
    await d.command("off")
    card = (await d.command("data"))[-1]
    assert said.heading_all in card.text
    assert set_ in card.choices
    page = [one for one in await d.choose(set_, card.id) if one.id == card.id][-1]
    assert ENGLISH.manner("shorter") in page.text
    assert "style" in page.text
    back = ENGLISH.status.choices["back"]
    again = [one for one in await d.choose(back, card.id) if one.id == card.id][-1]
    assert said.heading_all in again.text
    assert again.choices == card.choices
    agreed_ = said.chapters[Chapter.AGREED]
    page = [one for one in await d.choose(agreed_, card.id) if one.id == card.id][-1]
    assert ENGLISH.export.values["withdrawn"] in page.text


async def test_in_a_shared_room_only_what_is_kept_there_is_listed_page_by_page(d: Driver) -> None:
    await d.command("style warmer")
    await d.command("style shorter", room="lobby")
    card = (await d.command("data", room="lobby"))[-1]
    assert (card.to, ENGLISH.data.more_in_direct in card.text) == ("ada", True)
    seen = await d.choose(ENGLISH.data.chapters[Chapter.SET], card.id, room="lobby")
    assert ENGLISH.manner("shorter") in words(seen)
    assert ENGLISH.manner("warmer") not in words(seen)


async def test_each_row_says_its_place_by_its_name_or_in_plain_words_and_never_by_its_id(
    d: Driver,
) -> None:
    await d.command("style shorter")
    await d.command("style shorter", room="lobby")
    card = (await d.command("data"))[-1]
    shown = words(await d.choose(ENGLISH.data.chapters[Chapter.SET], card.id))
    assert "n this direct message" in shown
    assert any(one in shown or one.capitalize() in shown for one in IN_THE_LOBBY)
    ids = {one["place"] for one in exported(await d.command("data export"))["places"]}
    assert not [one for one in ids if str(one) in shown.replace("this direct message", "")]


async def test_in_a_direct_message_an_export_holds_every_place_also_after_leaving(
    d: Driver,
) -> None:
    await agreed(d)
    await d.say("hello", room="lobby")
    await d.command("style shorter", room="lobby")
    await d.command("off")
    await d.command("off", room="lobby")
    everywhere = exported(await d.command("data export"))
    (style,) = everywhere["kept"]["style"]
    assert (style["value"], style["place"]) == (
        "shorter",
        everywhere["carried"]["style"][0]["place"],
    )
    assert len(everywhere["places"]) == 2
    assert "withdrawn" in [one["state"] for one in everywhere["kept"]["ledger"]]
    here = exported(await d.command("data export", room="lobby"))
    assert [one["place"] for one in here["places"]] == [style["place"]]
    assert here["covers"] == "place"
