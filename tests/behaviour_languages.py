"""In which language people are answered, on every platform."""

from bot.strings import ENGLISH
from tests.behaviour import words
from tests.driver import Driver

GERMAN = ENGLISH.to("de")
SAID = "Ich weiß nicht, was ich machen soll, mein Vater ist krank und ich bin ganz allein."
MORE = "Und meine Schwester hat mir heute nicht mal geschrieben."


async def test_a_language_is_chosen_by_name_and_holds_everywhere_after_a_restart(
    d: Driver,
) -> None:
    await d.say("hello")
    assert GERMAN.language.set in words(await d.command("language deutsch"))
    await d.restart()
    for room in ("dm", "lobby"):
        assert GERMAN.language.now in words(await d.command("status", room=room))
        card = (await d.command("on", room=room))[-1]
        assert GERMAN.cards.like["warm"] in card.text
        (seen,) = await d.choose(GERMAN.choices.not_now, card.id, room=room)
        assert (seen.id, seen.text.split("\n")[-1]) == (card.id, GERMAN.consent.not_now)
    assert GERMAN.language.now not in words(await d.command("status", by="eve"))
    assert ENGLISH.language.auto in words(await d.command("language auto"))


async def test_another_language_is_heard_said_once_and_one_tap_goes_back(d: Driver) -> None:
    await d.say("hello")
    await d.say(SAID)
    seen = await d.say(MORE)
    (told,) = (one for one in seen if GERMAN.language.heard in one.text)
    back = GERMAN.language.back.format(language=ENGLISH.language.name)
    assert told.choices == (back,)
    assert GERMAN.language.now in words(await d.command("status"))
    assert ENGLISH.language.set in words(await d.choose(back, told.id))
    assert GERMAN.language.heard not in words([*await d.say(SAID), *await d.say(MORE)])


async def test_where_others_read_it_is_said_there_and_only_its_person_can_go_back(
    d: Driver,
) -> None:
    await d.say("hello")
    await d.say("hello", by="eve")
    await d.say(SAID, room="lobby")
    seen = await d.say(MORE, room="lobby")
    (told,) = (one for one in seen if GERMAN.language.heard in one.text)
    (back,) = told.choices
    await d.choose(back, told.id, by="eve", room="lobby")
    assert GERMAN.language.now in words(await d.command("status", room="lobby"))
    assert ENGLISH.language.set in words(await d.choose(back, told.id, room="lobby"))


async def test_a_card_is_tapped_as_it_is_labelled_after_its_person_chose_another_language(
    d: Driver,
) -> None:
    await d.say("hello")
    await d.command("language deutsch")
    card = (await d.command("on"))[-1]
    await d.command("language english")
    (seen,) = await d.choose(GERMAN.choices.yes, card.id)
    assert seen.text.startswith("Warm here")
