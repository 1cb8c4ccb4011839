"""Edits and deletions after the answer, on every platform: beside tests.behaviour."""

from collections.abc import Sequence

from bot.emojis import ANEW_EMOJI
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.behaviour import agreed, answered, bare, says, typed, words
from tests.driver import Driver, Seen

OFFER, ANEW, LEAVE = (
    ENGLISH.replies.edited_offer,
    ENGLISH.choices.answer_again,
    ENGLISH.choices.leave_answer,
)
BANK, POST = "where is the bank in Bern", "where is the post office in Bern"


def says_where(d: Driver) -> None:
    """Lets the model answer what it was asked last."""

    def script(prompt: Prompt) -> Sequence[str]:
        is_post = "post office" in prompt.lines[-1].text
        return ["The post office is by the river."] if is_post else ["The bank is by the station."]

    d.model.script = script


def offers(seen: list[Seen]) -> list[Seen]:
    return [one for one in seen if one.text == OFFER]


async def edited(d: Driver) -> tuple[Seen, Seen]:
    """Gives the reply to a message, and what is offered once the message was edited."""
    says_where(d)
    reply = await answered(d, BANK)
    (offer,) = offers(await d.edit(POST))
    assert offer.choices == (ANEW, LEAVE)
    return reply, offer


async def test_an_edited_message_is_answered_again_in_place_once_its_person_taps(
    d: Driver,
) -> None:
    await d.say("hello")
    reply, offer = await edited(d)
    assert len(d.model.prompts) == 2
    seen = await d.choose(ANEW, offer.id)
    assert await d.read(offer.id) is None
    now = await d.read(reply.id)
    assert now is not None
    assert bare(now.text) == "The post office is by the river."
    assert [one.id for one in seen if one.text] == [reply.id]
    assert "bank" not in d.model.prompts[-1].lines[-1].text
    back = await d.choose(ENGLISH.choices.put_back, reply.id)
    assert "The bank is by the station." in words(back)


async def test_an_offer_goes_where_it_is_left_or_something_newer_is_said(d: Driver) -> None:
    await d.say("hello")
    _, offer = await edited(d)
    assert words(await d.choose(LEAVE, offer.id)) == ""
    assert await d.read(offer.id) is None
    _, offer = await edited(d)
    await d.say("and the library?")
    assert await d.read(offer.id) is None


async def test_many_edits_are_one_offer_and_none_where_the_words_are_what_was_answered(
    d: Driver,
) -> None:
    await d.say("hello")
    _, offer = await edited(d)
    for number in range(3):
        assert await d.edit(f"{POST}, number {number}") == []
    await d.edit(f"Where is the BANK  in {'Bern'}")
    assert await d.read(offer.id) is None
    assert await d.edit(BANK) == []


async def test_in_a_shared_room_only_the_emoji_of_who_edited_it_answers_again(d: Driver) -> None:
    await d.say("hello", room="lobby")
    says_where(d)
    reply = await answered(d, BANK, room="lobby")
    assert offers(await d.edit(POST, room="lobby")) == []
    assert await d.react(ANEW_EMOJI, reply.id, by="eve", room="lobby") == []
    await d.react(ANEW_EMOJI, reply.id, room="lobby")
    now = await d.read(reply.id)
    assert now is not None
    assert bare(now.text) == "The post office is by the river."
    asked = len(d.model.prompts)
    await d.unreact(ANEW_EMOJI, reply.id, room="lobby")
    assert await d.react(ANEW_EMOJI, reply.id, room="lobby") == []
    assert len(d.model.prompts) == asked


async def test_a_deleted_message_takes_the_offer_and_the_first_words_along(d: Driver) -> None:
    await d.say("hello")
    _, offer = await edited(d)
    await d.delete()
    assert await d.read(offer.id) is None
    reply, offer = await edited(d)
    await d.choose(ANEW, offer.id)
    await d.delete()
    assert "The bank is by the station." not in words(await d.command("what-changed"))
    assert await d.choose(ENGLISH.choices.put_back, reply.id) != []
    now = await d.read(reply.id)
    assert now is not None
    assert "The bank is by the station." not in now.text


async def test_nothing_is_offered_while_paused_and_an_offer_ends_with_off(d: Driver) -> None:
    await d.say("hello")
    await agreed(d)
    _, offer = await edited(d)
    await d.command("off")
    said = map(typed, await d.choose(ANEW, offer.id))
    assert ENGLISH.commands.choice_over in "\n".join(said)
    await d.say("hello again")
    await d.command("pause 1h")
    assert offers(await d.edit(POST)) == []


async def test_an_edit_that_gives_a_command_or_leaves_is_obeyed_and_offers_nothing(
    d: Driver,
) -> None:
    await d.say("hello")
    await agreed(d)
    says(d, "Yes.")
    for text in ("just listen", "off"):
        await answered(d, BANK)
        assert offers(await d.edit(text)) == []
