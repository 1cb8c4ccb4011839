"""What was changed in a space, as its admins read it and take it along, on every platform."""

from bot.levels import Level
from bot.strings import ENGLISH
from tests.behaviour import words
from tests.driver import Driver

AUDIT = ENGLISH.admins.audit


async def test_admins_read_what_was_changed_in_their_space_and_nobody_else_does(d: Driver) -> None:
    await d.say("hello", room="lobby")
    by_admin = {"by": "admin", "room": "lobby"}
    assert AUDIT["none"] in words(await d.command("admin audit", **by_admin))
    await d.command("admin ceiling plain", **by_admin)
    seen = await d.command("admin audit", **by_admin)
    shown = words(seen)
    assert AUDIT["heading"] in shown
    before, after = (ENGLISH.level(one) for one in (Level.WARM, Level.PLAIN))
    assert f"{before} → {after}" in shown
    assert {one.to for one in seen} == {"admin"}
    assert [file for one in seen for file in one.files] == []
    seen = await d.choose(AUDIT["as_file"], seen[-1].id, **by_admin)
    whole = await d.command("admin audit export", **by_admin)
    for found in (seen, whole):
        written = "".join((*(file for one in found for file in one.files), words(found)))
        assert '"act":"deepest_set"' in written
    refused = words(await d.command("admin audit", room="lobby"))
    assert ENGLISH.admins.not_admin in refused
    assert AUDIT["heading"] not in refused


async def test_an_admin_alone_reads_by_which_id_the_operator_knows_a_place(d: Driver) -> None:
    said = ENGLISH.about.known_here.partition("{id}")[0]
    for by, is_read in (("admin", True), ("eve", False)):
        card = (await d.command("about", by=by, room="lobby"))[-1]
        told = await d.choose(ENGLISH.choices.read_everything, card.id, by=by, room="lobby")
        assert (said in words(told)) is is_read
