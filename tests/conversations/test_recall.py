"""What is recalled: dialogues with a whole Attune."""

from dataclasses import replace

from bot.engine.pseudonyms import Pseudonyms
from bot.ids import Scope
from bot.ports import Unit
from bot.prompt.recalled import KEPT, OPEN
from bot.records import MemoryRow, Owner, PostRow, ReplyRow, ThreadRow
from bot.strings import ENGLISH
from tests.console_stage import NOON
from tests.conversations.stage import model_of
from tests.play import Play

X = Owner("")
NEL = MemoryRow(X, "m", NOON, body="my sister is called Nel")
FORM = ThreadRow(X, "t", NOON, body="the tax form")
LAUNCH = MemoryRow(X, "l", NOON, body="the launch is in May")


async def keep(p: Play, *rows: ThreadRow | MemoryRow, where: str = "dm") -> None:
    """Keeps rows in the scope of whoever speaks, open in that room where others read there."""
    await p.type(f"/room {where}")
    names, seat = Pseudonyms(p.vault), p.session.console.seat
    owner = names.scope(Scope(seat.where.space, seat.person))
    room = names.room(seat.where.room)

    async def work(unit: Unit) -> None:
        for row in rows:
            await unit.put(replace(row, owner=owner, open_in=room if row.open_in else ""))

    await p.store.deciding(names.person(seat.person), work)


async def agreed(p: Play, level: str = "attuned", *, holds: bool = True) -> None:
    """Gives a yes, with the tick that what is asked for is held, or without."""
    tick = (f"/choose {ENGLISH.choices.hold}",) if holds else ()
    await p.type(f"/attune on {level}", *tick, f"/choose {ENGLISH.choices.yes}")


async def asked(p: Play, words: str) -> str:
    """Gives the last turn of the prompt that a message led to."""
    before = len(model_of(p).prompts)
    await p.type(words)
    assert len(model_of(p).prompts) == before + 1
    return model_of(p).prompts[-1].lines[-1].text


async def test_what_fits_is_told_and_what_does_not_is_not(p: Play) -> None:
    await agreed(p)
    await keep(p, NEL, FORM)
    told = await asked(p, "nel rang again")
    assert KEPT in told
    assert NEL.body in told
    assert FORM.body not in told
    told = await asked(p, "the taxes make me sick")
    assert f"{OPEN}" in told
    assert FORM.body in told


async def test_nothing_is_told_below_attuned_without_the_tick_or_while_paused(p: Play) -> None:
    await keep(p, NEL)
    assert NEL.body not in await asked(p, "nel rang")
    await agreed(p, "warm", holds=False)
    assert NEL.body not in await asked(p, "nel rang")
    await agreed(p, holds=False)
    assert NEL.body not in await asked(p, "nel rang")
    await agreed(p)
    assert NEL.body in await asked(p, "nel rang")
    await p.type("/attune pause")
    assert NEL.body not in await asked(p, "nel rang")
    await p.type("/attune resume")
    assert NEL.body in await asked(p, "nel rang")
    await p.type("/attune level warm")
    assert NEL.body not in await asked(p, "nel rang")


async def test_after_off_and_after_an_erase_nothing_is_told(p: Play) -> None:
    await agreed(p)
    await keep(p, NEL)
    await p.type("/attune off")
    assert NEL.body not in await asked(p, "nel rang")
    await agreed(p)
    await p.type("/attune data erase", f"/choose {ENGLISH.choices.erase}")
    await agreed(p)
    assert NEL.body not in await asked(p, "nel rang")


async def test_a_conversation_of_the_deepest_level_begins_with_what_was_left_open(p: Play) -> None:
    await agreed(p, "ongoing")
    await keep(p, FORM, NEL)
    assert FORM.body in await asked(p, "hello there")
    assert FORM.body not in await asked(p, "how is it")
    p.clock.pass_by(hours=2)
    assert FORM.body in await asked(p, "hello again")
    p.clock.pass_by(hours=2)
    assert FORM.body not in await asked(p, "good night")


async def test_before_others_only_what_may_be_mentioned_in_that_very_room(p: Play) -> None:
    await p.type("/room lounge", "/as admin", "/attune-admin ceiling attuned", "/as you")
    await agreed(p)
    secret = replace(LAUNCH, key="s", body="the launch is secret")
    of_eve = replace(LAUNCH, key="e", open_in="there", body="Eve runs the launch")
    await keep(p, replace(LAUNCH, open_in="there"), secret, of_eve, where="lounge")
    told = await asked(p, "@attune the launch")
    assert LAUNCH.body in told
    assert of_eve.body in told
    assert secret.body not in told
    await p.type("/as eve", "hello all", "/as you")
    told = await asked(p, "@attune the launch again")
    assert LAUNCH.body in told
    assert of_eve.body not in told
    await p.type("/room garden")
    assert LAUNCH.body not in await asked(p, "@attune the launch")
    await p.type("/room dm")
    await agreed(p)
    assert LAUNCH.body not in await asked(p, "the launch")


async def test_a_reply_that_is_repaired_is_told_it_too(p: Play) -> None:
    await agreed(p)
    await keep(p, NEL)
    await asked(p, "nel rang again")
    before = len(model_of(p).prompts)
    await p.type("/react 🔧")
    (again,) = model_of(p).prompts[before:]
    assert NEL.body in again.lines[-1].text


def text(shown: list[str]) -> str:
    return "\n".join(shown).replace("\n    ", " ")


async def test_why_shows_what_was_used_and_one_tap_keeps_it_out_of_that_room(p: Play) -> None:
    await agreed(p)
    await keep(p, NEL)
    await asked(p, "nel rang again")
    assert NEL.body in text(await p.type("/attune why"))
    shown = text(await p.type(f"/choose {ENGLISH.why.not_here}"))
    assert ENGLISH.why.kept_out in shown
    assert NEL.body not in await asked(p, "and nel said no")
    assert ENGLISH.why.used not in text(await p.type("/attune why"))


async def test_what_was_used_is_dropped_with_one_tap_and_then_shown_nowhere(p: Play) -> None:
    await agreed(p)
    await keep(p, NEL)
    await asked(p, "nel rang again")
    await p.type("/attune why")
    assert ENGLISH.why.dropped in text(await p.type(f"/choose {ENGLISH.why.drop}"))
    assert await p.store.sweep(MemoryRow) == ()
    assert NEL.body not in text(await p.type("/attune why"))
    assert NEL.body not in await asked(p, "nel again")


async def test_one_of_several_is_picked_and_the_others_stay(p: Play) -> None:
    await agreed(p)
    await keep(p, NEL, FORM)
    await asked(p, "nel and the taxes")
    await p.type("/attune why")
    shown = text(await p.type(f"/choose {ENGLISH.why.number.format(number=2)}"))
    assert NEL.body in shown
    assert FORM.body not in shown
    await p.type(f"/choose {ENGLISH.why.drop}")
    assert [one.body for one in await p.store.sweep(ThreadRow)] == [FORM.body]
    assert await p.store.sweep(MemoryRow) == ()


async def test_no_words_of_what_was_used_are_kept_with_a_reply(p: Play) -> None:
    await agreed(p)
    await keep(p, NEL)
    await asked(p, "nel rang again")
    await p.type("/attune why")
    replies = await p.store.sweep(ReplyRow)
    assert any(one.used for one in replies)
    assert "Nel" not in "".join(repr((one, one.body, one.used)) for one in replies)
    posts = await p.store.sweep(PostRow)
    assert "Nel" not in "".join(one.body for one in posts)


NO_LIST = "say none of it back"


async def test_a_reply_that_recites_what_is_held_is_written_anew_with_the_reason_and_why_says_so(
    p: Play,
) -> None:
    model = model_of(p)
    await agreed(p)
    await keep(p, NEL, replace(LAUNCH, body="Nel starts the launch in May"))
    listed = "Your sister is called Nel. Nel starts the launch in May. Ring Nel."
    model.script = lambda prompt: [listed if NO_LIST not in prompt.lines[-1].text else "Ring her."]
    asked = len(model.prompts)
    await p.type("nel rang about the launch, hm")
    assert len(model.prompts) == asked + 2
    assert "Your sister is called Nel. Ring her." in p.words
    assert "starts the launch" not in p.words
    why = "\n".join(await p.type("/attune why"))
    assert ENGLISH.why.left_out["mirroring"] in why
    assert ENGLISH.why.written_anew in why
    model.script = lambda prompt: [listed]
    asked = len(model.prompts)
    await p.type("what do you remember of nel and the launch?")
    assert len(model.prompts) == asked + 1
    assert listed in p.words
