"""What was probably meant where something was mistyped, and what is said of it, everywhere."""

from bot.strings import ENGLISH
from tests.behaviour import answered, says, typed, words
from tests.behaviour_settings import changed, sets
from tests.driver import Driver, Seen

SET = ENGLISH.settings
NEAR = SET.near.partition("{")[0]
HOURS = "22:00 to 07:00 (Europe/Berlin)"


async def _typed(d: Driver, line: str) -> Seen:
    """Types an admin's command in the shared room, as one that is no command there."""
    return (await d.command(f"admin {line}", by="admin", room="lobby"))[-1]


async def test_a_mistyped_command_names_the_nearest_and_what_is_like_none_is_left_as_it_was(
    d: Driver,
) -> None:
    says(d, "Well.")
    seen = words(await d.say("/attune statsu"))
    assert NEAR in seen
    assert "attune status" in seen
    assert d.model.prompts == []
    await d.say("attune helps me sleep")
    assert len(d.model.prompts) == 1


async def test_a_mistyped_setting_names_its_right_form_and_its_value_is_one_tap(d: Driver) -> None:
    await d.say("hello", by="admin", room="lobby")
    card = await sets(d, "quiethours 22:00-7 Europe/Berlin")
    assert NEAR in card.text
    assert "attune-admin set" in typed(card)
    assert "quiet-hours 22:00-7 Europe/Berlin" in card.text
    (done,) = await d.choose(HOURS, card.id, by="admin", room="lobby")
    assert changed("quiet-hours", SET.values["no_hours"], HOURS) in done.text


async def test_a_setting_typed_without_set_names_its_right_form_to_admins_alone(d: Driver) -> None:
    if d.follows_threads:  # where commands are picked and no other can be sent
        return
    await d.say("hello", by="admin", room="lobby")
    card = await _typed(d, "quiet-hours 22-7 Europe/Berlin")
    assert "/attune-admin set quiet-hours 22-7 Europe/Berlin" in typed(card)
    (done,) = await d.choose(HOURS, card.id, by="admin", room="lobby")
    assert changed("quiet-hours", SET.values["no_hours"], HOURS) in done.text
    await d.say("hello", room="lobby")
    others = words(await d.command("admin quiet-hours off", room="lobby"))
    assert ENGLISH.admins.not_admin in others


async def test_a_number_that_is_not_allowed_is_refused_with_those_that_are(d: Driver) -> None:
    await d.say("hello", by="admin", room="lobby")
    days = SET.faults["days"].format(least=1, most=30)
    for wrong in ("40", "0", "off", "many"):
        assert days in (await sets(d, f"keeps {wrong}")).text
    assert SET.faults["time"].format(word="25:00") in (await sets(d, "quiet-hours 25:00 7")).text


async def test_why_of_a_reply_that_is_not_known_says_so_and_how_one_is_named(d: Driver) -> None:
    await d.say("hello")
    seen = typed((await d.command("why r999"))[-1])
    assert ENGLISH.why.not_found.partition(".")[0].format(id="r999") in seen


async def test_the_status_names_the_style_and_the_boundaries_that_are_kept(d: Driver) -> None:
    await d.command("style shorter")
    await d.command("boundaries not call me dear")
    seen = words(await d.command("status"))
    assert ENGLISH.status.kept_style.format(values="shorter") in seen
    assert ENGLISH.status.kept_boundaries in seen
    assert "dear" not in seen
    await d.command("boundaries clear")
    await d.command("under-18")
    seen = words(await d.command("status"))
    assert ENGLISH.status.kept_boundaries not in seen
    assert ENGLISH.status.kept_under_18 in seen


async def test_that_it_came_across_wrong_is_a_repair_in_german_and_of_a_parcel_it_is_none(
    d: Driver,
) -> None:
    await answered(d)
    await d.say("Das Paket kam falsch an.")
    assert d.model.prompts[-1].brief.rupture is None
    await d.say("Das kam falsch an.")
    assert d.model.prompts[-1].brief.rupture is not None


async def test_a_wish_to_leave_typed_as_a_mistyped_command_is_heard_as_that_wish(
    d: Driver,
) -> None:
    says(d, "Well.")
    for line in ("/attune leave me alone", "/attune quit"):
        seen = await d.say(line)
        assert ENGLISH.consent.off_tap in [one for each in seen for one in each.choices]
        assert NEAR not in words(seen)
