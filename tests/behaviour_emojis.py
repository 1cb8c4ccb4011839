"""Emojis that admins let repair in their space, on every platform: beside tests.behaviour."""

from bot.strings import ENGLISH
from tests.behaviour import answered, says, words
from tests.behaviour_settings import changed, sets
from tests.driver import Driver, Seen

SET = ENGLISH.settings
FIRST, BETTER = "First of all, breathe.", "The lease ends in May."


async def first(d: Driver, *, room: str = "lobby") -> Seen:
    """Gives a reply to ada, and has the next one written otherwise."""
    says(d, FIRST)
    reply = await answered(d, room=room)
    says(d, BETTER)
    return reply


async def now(d: Driver, reply: Seen) -> str:
    """Gives what stands in the place of a reply."""
    stands = await d.read(reply.id)
    assert stands is not None
    return stands.text


async def test_an_emoji_that_admins_name_repairs_there_until_they_take_it_away(d: Driver) -> None:
    await d.say("hello", by="admin", room="lobby")
    reply = await first(d)
    await d.react("👎", reply.id, room="lobby")
    assert FIRST in await now(d, reply)
    card = await sets(d, "repair-emojis 👎 🛠️")
    assert changed("repair-emojis", "🔧", "🔧 👎 🛠️") in card.text
    await d.react("🛠", reply.id, by="eve", room="lobby")
    assert FIRST in await now(d, reply)
    await d.react("🛠", reply.id, room="lobby")
    assert BETTER in await now(d, reply)
    await sets(d, "repair-emojis off")
    other = await first(d)
    await d.react("🛠️", other.id, room="lobby")
    assert FIRST in await now(d, other)
    await d.react("🔧", other.id, room="lobby")
    assert BETTER in await now(d, other)


async def test_what_such_an_emoji_made_goes_with_it_and_elsewhere_it_means_nothing(
    d: Driver,
) -> None:
    await d.say("hello", by="admin", room="lobby")
    await sets(d, "repair-emojis 🙃")
    alone = await first(d, room="dm")
    await d.react("🙃", alone.id)
    assert FIRST in await now(d, alone)
    reply = await first(d)
    await d.react("🙃", reply.id, room="lobby")
    assert BETTER in await now(d, reply)
    await d.unreact("🙃", reply.id, room="lobby")
    assert FIRST in await now(d, reply)


async def test_what_an_emoji_made_goes_with_it_also_once_admins_let_it_repair_no_more(
    d: Driver,
) -> None:
    await d.say("hello", by="admin", room="lobby")
    await sets(d, "repair-emojis 🙃 🛠️")
    reply = await first(d)
    await d.react("🙃", reply.id, room="lobby")
    assert BETTER in await now(d, reply)
    await sets(d, "repair-emojis 🛠️")
    await d.unreact("🙃", reply.id, room="lobby")
    assert FIRST in await now(d, reply)
    await d.react("🙃", reply.id, room="lobby")
    assert FIRST in await now(d, reply)


async def test_what_is_no_emoji_for_repairs_is_refused_with_why_and_nothing_is_lost(
    d: Driver,
) -> None:
    await d.say("hello", by="admin", room="lobby")
    await sets(d, "repair-emojis 👎")
    for typed, why in (
        ("🙃 ⏹️", SET.faults["taken"].format(emoji="⏹️")),
        ("🧊", SET.faults["taken"].format(emoji="🧊")),
        ("🙃🙂😉😊😇🥲", SET.faults["too_many"].format(most=5)),
        ("🙃 \u202e", SET.faults["no_emoji"].format(most=5)),
    ):
        card = await sets(d, f"repair-emojis {typed}")
        assert why in card.text
        assert SET.line.format(name=SET.names["repair-emojis"], value="🔧 👎") in card.text
    back = await sets(d, "repair-emojis 🔧")
    assert changed("repair-emojis", "🔧 👎", "🔧") in back.text
    (again,) = await d.choose(SET.undo, back.id, by="admin", room="lobby")
    assert changed("repair-emojis", "🔧", "🔧 👎") in again.text


async def test_who_asks_which_emojis_repair_is_shown_those_of_the_place_too(d: Driver) -> None:
    here = ENGLISH.style.emojis_here.format(emojis="👎")
    await d.say("hello", room="lobby")
    await d.say("hello", by="admin", room="lobby")
    assert here not in words(await d.command("emojis", room="lobby"))
    await sets(d, "repair-emojis 👎")
    assert here in words(await d.command("emojis", room="lobby"))
    assert here not in words(await d.command("emojis"))
