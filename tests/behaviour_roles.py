"""Roles and shorthand that a person sets, on every platform: beside tests.behaviour."""

from bot.levels import Level, Stance
from bot.strings import ENGLISH
from tests.behaviour import agreed, answered, level, prompted, says, words
from tests.driver import Driver
from tests.exports import exported

ROLES = ENGLISH.roles
ROLE = "the one who asks for the number"


async def test_roles_are_set_shown_and_dropped_on_one_card_of_their_persons(d: Driver) -> None:
    await agreed(d, "on ongoing")
    assert await level(d) == "ongoing"
    await d.command(f"roles be {ROLE}")
    await d.command("roles when red: listen")
    card = (await d.command("roles"))[-1]
    assert card.to == "ada"
    assert ROLE in card.text
    assert ROLES.stances["listen"] in card.text
    seen = await d.choose(ROLES.drop.format(number=1), card.id)
    (now,) = [one for one in seen if one.id == card.id]
    assert ROLE not in now.text
    assert "red" in now.text
    await d.choose(ROLES.clear, card.id)
    await d.choose(ROLES.clear, card.id)
    assert ROLES.none in words(await d.command("roles"))


async def test_a_role_is_told_at_ongoing_and_a_word_alone_is_answered_in_its_stance(
    d: Driver,
) -> None:
    await agreed(d, "on ongoing")
    await d.command(f"roles be {ROLE}")
    heard = words(await d.say("when I say red, only listen"))
    assert ROLES.stances["listen"] in heard
    says(d, "That is a hard week.")
    reply = await answered(d, "RED!")
    assert reply.text == "That is a hard week."
    assert ROLE in prompted(d)
    assert d.model.prompts[-1].brief.stance is Stance.LISTEN
    why = words(await d.command("why"))
    assert ENGLISH.why.normed.partition(":")[0] in why
    assert ROLE in why
    export = exported(await d.command("data export"))
    assert ROLE in str(export["kept"]["norms"])


async def test_a_role_is_set_in_plain_words_and_said_back(d: Driver) -> None:
    await agreed(d, "on ongoing")
    said = words(await d.say(f"be {ROLE}"))
    assert ROLES.heard_role.partition(":")[0] in said
    assert ROLE in words(await d.command("roles"))
    assert ROLES.bad_role.partition(",")[0] in words(await d.say("be the one who always agrees"))


async def test_below_ongoing_roles_are_named_not_offered_and_told_to_no_model(d: Driver) -> None:
    await agreed(d, "on ongoing")
    await d.command(f"roles be {ROLE}")
    await d.command("level warm")
    only = ROLES.only_at.format(level=ENGLISH.level(Level.ONGOING)).partition(".")[0]
    said = (await d.command("roles be calm"))[-1]
    assert only in said.text
    assert said.to == "ada"
    await d.say("hello")
    assert ROLE not in prompted(d)


async def test_what_it_never_is_is_refused_as_a_role(d: Driver) -> None:
    await agreed(d, "on ongoing")
    for role in ("my girlfriend", "a human", "my therapist"):
        assert ROLES.bad_role.partition(".")[0] in words(await d.command(f"roles be {role}"))
    assert ROLES.none in words(await d.command("roles"))
