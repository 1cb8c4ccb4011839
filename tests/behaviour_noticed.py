"""What is noticed in direct messages, on every platform: beside tests.behaviour."""

from bot.markers import Marker
from bot.markers.shares import Shares
from bot.strings import ENGLISH
from tests.behaviour import agreed, level, says, typed, words
from tests.behaviour_held import same
from tests.driver import Driver, Seen
from tests.exports import exported
from tests.fakes import FakeClassifier

NOTICED = ENGLISH.noticed
ONLY_YOU = "you are the only one who sees the truth"
CALLED = NOTICED.called[Marker.EXCLUSIVITY]
CHANGED = "You had written"


async def heard(d: Driver) -> None:
    """Lets Ada agree to attuned in her direct message, where a classifier hears what she says."""
    d.classifier = FakeClassifier(marked={"only one": Shares(exclusivity=0.9)})
    await d.restart()
    await d.say("hello")
    await agreed(d, "on attuned")
    says(d, "Tell your sister first.")


async def noticed(d: Driver, what: str = "", room: str = "dm") -> Seen:
    return (await d.command(f"noticed {what}".strip(), room=room))[-1]


async def test_what_is_noticed_is_shown_to_its_person_by_kind_and_never_by_its_words(
    d: Driver,
) -> None:
    await heard(d)
    assert (await noticed(d)).text.startswith(NOTICED.none.partition(".")[0])
    await d.say(ONLY_YOU)
    card = await noticed(d)
    assert card.to in ("ada", None)
    for part in (NOTICED.heading, CALLED, NOTICED.kinds["only_you"]):
        assert part in card.text
    assert "truth" not in card.text
    assert card.choices[:3] == (NOTICED.why_tap, NOTICED.wrong_tap, NOTICED.fine_tap)
    export = exported(await d.command("data export"))
    assert "truth" not in str(export["kept"]["observation"])
    assert NOTICED.where.partition(".")[0] in (await noticed(d, room="lobby")).text


async def test_not_right_takes_it_back_in_place_of_the_card(d: Driver) -> None:
    await heard(d)
    await d.say(ONLY_YOU)
    card = await noticed(d)
    seen = await d.choose(NOTICED.wrong_tap, card.id)
    (now,) = [one for one in seen if one.id == card.id]
    assert now.text.startswith(NOTICED.wrong.partition(".")[0])
    assert CALLED not in (await noticed(d)).text


async def test_a_deleted_message_is_noticed_no_more(d: Driver) -> None:
    await heard(d)
    await d.say(ONLY_YOU)
    await d.delete()
    assert CALLED not in (await noticed(d)).text
    await d.say(ONLY_YOU)
    assert CALLED in (await noticed(d)).text


async def test_off_erases_it_and_lowers_the_level_to_warm(d: Driver) -> None:
    await heard(d)
    await d.say(ONLY_YOU)
    off = words(await d.command("noticed off"))
    assert NOTICED.off.format(level="warm").partition(".")[0] in off
    assert await level(d) == "warm"
    assert "observation" not in exported(await d.command("data export"))["kept"]
    await d.say(ONLY_YOU)
    assert CALLED not in (await noticed(d)).text


async def line_of(d: Driver) -> Seen:
    """Lets Ada say so every three days, until she reads what is done differently because of it.

    Some platforms take the first message after days for long past: a second begins the talk then.
    """
    found: list[Seen] = []
    for _ in range(6):
        await d.pass_by(72)
        seen = [*await d.say("so, the launch slips"), *await d.say(ONLY_YOU)]
        found += [one for one in seen if CHANGED in one.text]
        if found:
            break
    return found[0]


async def test_once_a_spell_its_person_alone_reads_what_changed_and_says_that_it_is_fine(
    d: Driver,
) -> None:
    await heard(d)
    line = await line_of(d)
    assert line.to in ("ada", None)
    assert NOTICED.changes[Marker.EXCLUSIVITY] in line.text
    assert "truth" not in line.text
    labels = NOTICED.why_tap, NOTICED.wrong_tap, NOTICED.stop_tap, NOTICED.fine_tap
    assert line.choices == labels
    why = same(await d.choose(NOTICED.why_tap, line.id), line)
    assert why.text.startswith(NOTICED.why.partition("{")[0])
    assert NOTICED.fine in typed(same(await d.choose(NOTICED.fine_tap, line.id), line))
    await d.pass_by(72)
    assert CHANGED not in words(await d.say(ONLY_YOU)) + words(await d.say("and now?"))
    assert NOTICED.fine in typed(await noticed(d, "fine"))


async def test_what_is_stopped_stays_noticed_and_changes_nothing(d: Driver) -> None:
    await heard(d)
    line = await line_of(d)
    assert NOTICED.stopped in same(await d.choose(NOTICED.stop_tap, line.id), line).text
    now = (await noticed(d)).text
    assert CALLED in now
    assert NOTICED.is_stopped.partition("{")[0] in now
