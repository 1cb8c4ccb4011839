"""What others read and what one person alone reads, on every platform: beside tests.behaviour."""

from bot.errors import ModelUnreachable
from bot.strings import ENGLISH
from tests.behaviour import agreed, answered, last_line, level, prompted, says, typed, words
from tests.driver import Driver
from tests.exports import exported

EARLIER = "a life seemed at risk"


async def test_a_crisis_in_a_direct_message_shows_in_no_shared_room(d: Driver) -> None:
    await d.say("hello", room="lobby")
    assert ENGLISH.crisis.first in words(await d.say("I want to kill myself"))
    await answered(d, "when does the bank open", room="lobby")
    assert EARLIER not in prompted(d)
    assert d.model.prompts[-1].brief.crisis == ""
    says(d, ModelUnreachable("down"))
    reply = await answered(d, "and when does it close", room="lobby")
    assert reply.text == ENGLISH.failures.unreachable
    (quiet,) = await d.say("I want to kill myself", room="lobby")
    assert quiet.text == ENGLISH.crisis.quiet


async def test_a_crisis_in_a_shared_room_is_met_in_a_direct_message_and_help_is_named_there(
    d: Driver,
) -> None:
    await d.say("hello")
    (quiet,) = await d.say("I want to kill myself", room="lobby")
    assert quiet.text == ENGLISH.crisis.quiet
    await d.say("hello again")
    assert EARLIER in prompted(d)
    assert ENGLISH.crisis.first in words(await d.say("I want to kill myself"))


async def test_where_a_crisis_showed_a_dead_model_names_nothing_of_it(d: Driver) -> None:
    await d.say("hello", room="lobby")
    await d.say("I don't want to live anymore", room="lobby")
    says(d, ModelUnreachable("down"))
    again = await answered(d, "I don't want to live anymore", room="lobby")
    assert again.text == ENGLISH.crisis.steady
    other = await answered(d, "when does the bank open", room="lobby")
    assert other.text == ENGLISH.failures.unreachable


async def test_where_others_read_the_notice_is_the_same_for_a_minor(d: Driver) -> None:
    for who in ("ada", "eve"):
        await d.say("hello", by=who)
    await d.command("under-18", by="eve")
    for is_noticed in (True, False):
        seen = [await d.say("and now", by=who, room="lobby") for who in ("ada", "eve")]
        said = [each[-1].text for each in seen]
        assert said[0] == said[1]
        assert (ENGLISH.replies.notice in said[1]) is is_noticed


async def test_who_is_an_admin_no_longer_sets_nothing_with_a_card_of_before(d: Driver) -> None:
    line = "admin crisis-line Night line https://example.org/night"
    await d.say("hello", room="lobby", by="eve")
    await d.promote("eve")
    (card,) = await d.command(line, by="eve", room="lobby")
    await d.promote("eve", is_admin=False)
    tapped = await d.choose("Set this line", card.id, by="eve", room="lobby")
    assert ENGLISH.admins.not_admin in words(tapped)
    (quiet,) = await d.say("I don't want to live anymore", room="lobby")
    read = words(await d.choose(ENGLISH.risk.read, quiet.id, room="lobby"))
    assert ENGLISH.crisis.help in read
    assert "https://example.org/night" not in read
    refused = await d.command("admin ceiling plain", by="eve", room="lobby")
    assert ENGLISH.admins.not_admin in words(refused)


async def test_what_is_no_message_of_the_bots_is_not_reported(d: Driver) -> None:
    await answered(d, "when does it end", room="lobby")
    alone = await answered(d, "and this is between us")
    for named in ("https://evil.example/login", "9", "123456789012345678", alone.id):
        seen = await d.command(f"report {named}", room="lobby")
        assert ENGLISH.admins.not_mine_to_report in words(seen)
    assert ENGLISH.admins.no_reports.format(days="30 days") in words(
        await d.command("admin reports", by="admin", room="lobby")
    )


async def test_an_admin_reads_each_report_once_and_can_clear_them(d: Driver) -> None:
    reply = await answered(d, "when does it end", room="lobby")
    for who in ("ada", "ada", "eve"):
        await d.command(f"report {reply.id}", by=who, room="lobby")
    listed = await d.command("admin reports", by="admin", room="lobby")
    assert words(listed).count(reply.id) == 1
    assert ", by 2 people" in words(listed)
    done = await d.choose(ENGLISH.admins.clear_reports, listed[-1].id, by="admin", room="lobby")
    assert ENGLISH.admins.reports_cleared in words(done)
    (last,) = await d.command("admin reports", by="admin", room="lobby")
    assert last_line(typed(last)) == ENGLISH.admins.no_reports.format(days="30 days")


async def test_what_is_kept_of_a_person_everywhere_is_shown_in_a_direct_message_only(
    d: Driver,
) -> None:
    await d.say("hello", room="lobby")
    await d.command("night-card Call Sam.")
    listed = await d.command("data", room="lobby")
    export = await d.command("data export", room="lobby")
    assert all("Call Sam." not in words(one) for one in (listed, export))
    assert all("Call Sam." not in file for one in export for file in one.files)
    kept = exported(export)["kept"]
    assert not kept.keys() & {"person", "place", "nightcard", "tray"}
    assert "night card" not in words(listed)
    alone = exported(await d.command("data export"))
    assert alone["kept"].keys() >= {"person", "place", "nightcard"}
    assert "also" not in alone


async def test_the_line_of_a_crisis_goes_with_its_episode_or_when_its_person_takes_it(
    d: Driver,
) -> None:
    await d.say("hello", room="lobby")
    await d.say("hello", by="eve", room="lobby")
    (ada,) = await d.say("I want to kill myself", room="lobby")
    (eve,) = await d.say("I want to kill myself", by="eve", room="lobby")
    await d.choose(ENGLISH.risk.take_away, ada.id, by="eve", room="lobby")
    assert await d.read(ada.id) is not None
    await d.choose(ENGLISH.risk.take_away, ada.id, room="lobby")
    assert await d.read(ada.id) is None
    await d.restart()
    await d.pass_by(23)
    assert await d.read(eve.id) is not None
    await d.pass_by(2)
    await d.settle()
    assert await d.read(eve.id) is None


async def test_the_line_of_a_crisis_goes_when_its_person_erases_everywhere(d: Driver) -> None:
    await d.say("hello", room="lobby")
    (quiet,) = await d.say("I want to kill myself", room="lobby")
    await d.say("hello")
    card = (await d.command("data erase"))[-1]
    assert ENGLISH.data.erase_everywhere in card.choices
    await d.choose(ENGLISH.data.erase_everywhere, card.id)
    await d.settle()
    assert await d.read(quiet.id) is None


async def test_a_card_about_another_place_means_nothing_once_that_place_is_erased(
    d: Driver,
) -> None:
    await d.say("hello", room="lobby")
    await agreed(d, "on attuned", room="lobby")
    await d.command("admin ceiling attuned", by="admin", room="lobby")
    waited = await d.say("hello")
    (card,) = [one for one in waited if "Yes" in one.choices]
    await d.choose("Erase", (await d.command("data erase", room="lobby"))[-1].id, room="lobby")
    tapped = words(await d.choose("Yes", card.id))
    assert "Attuned in " not in tapped
    assert await level(d, room="lobby") == "plain"


async def test_help_names_a_command_only_where_there_is_one(d: Driver) -> None:
    await d.say("hello", room="lobby")
    topics = ENGLISH.help.topics
    help_ = (await d.command("help", by="admin", room="lobby"))[-1]
    shown = words(await d.choose(topics["admins"], help_.id, by="admin", room="lobby"))
    assert "attune-admin ceiling" in shown
    assert ("attune-admin hear-threads on|off" in shown) == d.follows_threads
    assert "Discord" not in shown
