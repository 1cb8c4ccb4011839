"""What admins set of a space, on every platform: beside tests.behaviour."""

import pytest

from bot.strings import ENGLISH
from tests.behaviour import agreed, answered, level, says, typed, words
from tests.driver import Driver, Seen

SET = ENGLISH.settings
CRISIS = "I want to kill myself tonight"
SILENT = SET.refused["here"].partition(":")[0]  # what follows spells commands


async def sets(d: Driver, words_: str) -> Seen:
    """Lets the admin of the shared rooms set something by command, and gives the card of it."""
    seen = await d.command(f"admin set {words_}", by="admin", room="lobby")
    return seen[-1]


def changed(rule: str, before: str, after: str) -> str:
    """Gives the line that says what a setting was and is."""
    return SET.changed.format(name=SET.names[rule], before=before, after=after)


async def test_a_change_is_shown_before_and_after_and_undone_by_one_tap_of_an_admin(
    d: Driver,
) -> None:
    await d.say("hello", by="admin", room="lobby")
    card = await sets(d, "deepest plain")
    assert card.to == "admin"
    assert changed("deepest", "warm", "plain") in card.text
    (back,) = await d.choose(SET.undo, card.id, by="admin", room="lobby")
    assert back.id == card.id
    assert changed("deepest", "plain", "warm") in back.text


async def test_a_change_that_a_newer_one_followed_is_undone_no_more(d: Driver) -> None:
    await d.say("hello", by="admin", room="lobby")
    card = await sets(d, "deepest plain")
    await sets(d, "deepest attuned")
    seen = await d.choose(SET.undo, card.id, by="admin", room="lobby")
    assert SET.stale in words(seen)
    assert SET.line.format(name=SET.names["deepest"], value="attuned") in words(seen)


async def test_a_change_is_undone_for_a_day_and_no_longer(d: Driver) -> None:
    await d.say("hello", by="admin", room="lobby")
    card = await sets(d, "private-talk off")
    await d.pass_by(25)
    seen = await d.choose(SET.undo, card.id, by="admin", room="lobby")
    assert changed("private-talk", "off", "on") not in words(seen)


async def test_a_wrong_name_or_value_says_what_is_wrong_and_the_likely_value_is_a_tap(
    d: Driver,
) -> None:
    await d.say("hello", by="admin", room="lobby")
    near = typed(await sets(d, "quiet 22:00"))
    assert SET.near.partition("{")[0] in near
    assert "quiet-hours 22:00" in near
    card = await sets(d, "quiet-hours 22:00 07:00 Berlin")
    assert SET.faults["zone"].partition(",")[0].format(word="Berlin") in card.text
    hours = "22:00 to 07:00 (Europe/Berlin)"
    (done,) = await d.choose(hours, card.id, by="admin", room="lobby")
    assert changed("quiet-hours", SET.values["no_hours"], hours) in done.text


async def test_nobody_but_an_admin_sets_anything(d: Driver) -> None:
    await d.say("hello", room="lobby")
    for line in ("admin settings", "admin set deepest ongoing", "admin setup"):
        assert ENGLISH.admins.not_admin in words(await d.command(line, room="lobby"))
    refused = ENGLISH.admins.no_admin_here
    assert refused in words(await d.command("admin set deepest ongoing", by="admin"))


async def test_the_setup_asks_three_questions_in_private_and_posts_nothing(d: Driver) -> None:
    await d.say("hello", by="admin", room="lobby")
    card = (await d.command("admin setup", by="admin", room="lobby"))[-1]
    assert card.to == "admin"
    assert SET.questions["deepest"].partition(": ")[2] in card.text
    seen = await d.choose("plain", card.id, by="admin", room="lobby")
    assert SET.questions["speaks-in"].partition(": ")[2] in words(seen)
    assert changed("deepest", "warm", "plain") in words(seen)
    seen += await d.choose(SET.undo, card.id, by="admin", room="lobby")
    assert changed("deepest", "plain", "warm") in words(seen)
    assert SET.questions["deepest"].partition(": ")[2] in seen[-1].text
    seen += await d.choose(SET.keep, card.id, by="admin", room="lobby")
    assert SET.questions["speaks-in"].partition(": ")[2] in seen[-1].text
    seen += await d.choose(SET.values["all"], card.id, by="admin", room="lobby")
    if SET.keep in seen[-1].choices:  # where there is a third question
        seen += await d.choose(SET.keep, card.id, by="admin", room="lobby")
    assert SET.set_up in seen[-1].text
    assert SET.line.format(name=SET.names["deepest"], value="warm") in seen[-1].text
    assert {one.id for one in seen} == {card.id}


async def test_a_channel_allows_less_than_the_place_and_never_more(d: Driver) -> None:
    await agreed(d, room="lobby")
    assert await level(d, room="lobby") == "warm"
    await d.say("hello", by="admin", room="lobby")
    await sets(d, "deepest-in here ongoing")
    assert await level(d, room="lobby") == "warm"
    await sets(d, "deepest-in here plain")
    assert await level(d, room="lobby") == "plain"
    await sets(d, "deepest-in here off")
    assert await level(d, room="lobby") == "warm"


async def test_where_it_may_not_speak_it_is_silent_but_for_rights_and_a_life_at_risk(
    d: Driver,
) -> None:
    await agreed(d, room="lobby")
    await d.say("hello", by="admin", room="lobby")
    await sets(d, "speaks-in not here")
    assert await d.say("hello again", room="lobby") == []
    assert SILENT in words(await d.command("listen", room="lobby"))
    assert "Warm" in words(await d.command("status", room="lobby"))
    quiet = await d.say(CRISIS, room="lobby")
    assert any(ENGLISH.risk.read in one.choices for one in quiet)
    left = words(await d.command("off", room="lobby"))
    assert SILENT not in left
    assert await level(d, room="lobby") == "plain"
    says(d, "Here.")
    assert (await answered(d, "hello")).text == "Here."
    await sets(d, "speaks-in all")
    says(d, "Back.")
    (reply,) = await d.say("and now", by="eve", room="lobby")
    assert "Back." in reply.text


async def test_a_lowered_level_is_told_once_where_its_person_alone_reads_it(d: Driver) -> None:
    await agreed(d, room="lobby")
    await d.say("hello", by="admin", room="lobby")
    await sets(d, "deepest plain")
    beginning = SET.lowered.partition("{")[0]
    assert beginning not in words(await d.say("hello", room="lobby"))
    told = await d.command("style", room="lobby")
    assert beginning in words(told)
    assert all(one.to == "ada" for one in told if beginning in one.text)
    await d.say("hello again", room="lobby")
    assert beginning not in words(await d.command("style", room="lobby"))


@pytest.mark.parametrize(
    "line", ["admin settings", "admin set deepest", "admin set talks-to everyone", "admin reports"]
)
async def test_what_an_admin_reads_is_the_same_whoever_is_in_danger_or_agreed(
    d: Driver, line: str
) -> None:
    await d.say("hello", room="lobby")
    await d.say("hello", by="admin", room="lobby")
    await d.command(line, by="admin", room="lobby")  # which says who this is, once
    before = [one.text for one in await d.command(line, by="admin", room="lobby")]
    await agreed(d, room="lobby")
    await d.say(CRISIS, room="lobby")
    after = [one.text for one in await d.command(line, by="admin", room="lobby")]
    assert after == before


async def test_what_is_kept_of_a_reply_ends_as_early_as_admins_want(d: Driver) -> None:
    says(d, "The lease ends in May.")
    reply = await answered(d, "when does it end", room="lobby")
    await d.command(f"report {reply.id}", by="eve", room="lobby")
    await d.pass_by(20)
    shown = await sets(d, "keeps 1")
    assert changed("keeps", "30 days", "1 day") in shown.text
    assert reply.id in words(await d.command("admin reports", by="admin", room="lobby"))
    await d.pass_by(5)
    assert ENGLISH.admins.no_reports.format(days="1 day") in words(
        await d.command("admin reports", by="admin", room="lobby")
    )


async def test_what_is_told_of_changes_is_ten_lines_an_hour_and_one_for_all_others(
    d: Driver,
) -> None:
    await d.say("hello", by="admin", room="lobby")
    seen = await d.command("admin set log here", by="admin", room="lobby")
    for number in range(12):
        line = f"admin set private-talk {'on' if number % 2 else 'off'}"
        seen += await d.command(line, by="admin", room="lobby")
    told = SET.told_set.format(name=SET.names["private-talk"])
    public = [one.text for one in seen if one.to != "admin"]
    assert public.count(told) == 10
    assert public.count(SET.told_more) == 1


async def test_a_shared_room_is_spoken_to_in_its_language_and_a_person_alone_in_their_own(
    d: Driver,
) -> None:
    german, french = ENGLISH.to("de"), ENGLISH.to("fr")
    await d.say("hello", by="admin", room="lobby")
    shown = await sets(d, "languages fr")
    assert changed("languages", SET.values["every_language"], french.language.name) in shown.text
    await d.command("language deutsch")
    said = words(await d.say("hallo", room="lobby"))
    assert french.replies.notice in said
    assert german.language.now in words(await d.command("status", room="lobby"))
    assert german.language.now in words(await d.command("status"))
